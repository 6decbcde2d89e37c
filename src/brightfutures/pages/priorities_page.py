"""A council on the seven priorities: its view model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, NextStep, StepKind
from brightfutures.findings.figures import shown, unit_words
from brightfutures.findings.priorities import HOW_TO_READ, Priorities, PriorityFindings
from brightfutures.measures.results import Comparison
from brightfutures.pages.addresses import (
    TRACK_RECORD,
    council_address,
    council_page_address,
    england_page_address,
    indicator_address,
    national_address,
    topic_address,
)
from brightfutures.pages.prose import Prose, prose
from brightfutures.pages.verdict_cell import VerdictCell, verdict_cell
from brightfutures.quantities import Area


@dataclass(frozen=True, kw_only=True)
class Step:
    """Where to go next: the words of a link and its address; paper has room for the chief ones."""

    words: str
    address: str
    only_on_screen: bool = False


@dataclass(frozen=True, kw_only=True)
class PriorityMeasure:
    """One measure behind a priority, as a row of its table."""

    title: str
    address: str
    unit: str
    when: str
    here: str
    average: str
    verdict: VerdictCell


@dataclass(frozen=True, kw_only=True)
class PrioritySection:
    """One priority: what figures say of it and what they cannot, what to ask, where to go next."""

    anchor: str
    number: int
    name: str
    means: str
    says: Prose
    in_turn: tuple[Prose, ...]
    cannot: tuple[str, ...]
    questions: tuple[str, ...]
    steps: tuple[Step, ...]
    measures: tuple[PriorityMeasure, ...]


@dataclass(frozen=True, kw_only=True)
class PrioritiesPage:
    """Everything the template of a council's page of priorities shows."""

    document_title: str
    masthead: str
    name: str
    council_address: str
    eyebrow: str
    h1: str
    lead: str
    how_to_read: str
    verdict_method: str
    area_notes: tuple[str, ...]
    sections: tuple[PrioritySection, ...]
    downloads: tuple[tuple[str, str], ...]


def priorities_page(
    catalogue: Catalogue, found: Priorities, downloads: tuple[tuple[str, str], ...] = ()
) -> PrioritiesPage:
    """The view model of one council's page of priorities."""
    name = found.area.name
    return PrioritiesPage(
        document_title=f"{found.headline.sentence} – {name} on the seven priorities",
        masthead=name,
        name=name,
        council_address=council_address(found.area),
        eyebrow=f"{name} · {'former council' if found.area.is_former else 'the seven priorities'}",
        h1=found.headline.sentence,
        lead=found.lead,
        how_to_read=" ".join(HOW_TO_READ),
        verdict_method=topic_address("verdict"),
        area_notes=found.area_notes,
        sections=tuple(
            _section(catalogue, found, section, number)
            for number, section in enumerate(found.sections, start=1)
        ),
        downloads=downloads,
    )


def _section(
    catalogue: Catalogue, found: Priorities, section: PriorityFindings, number: int
) -> PrioritySection:
    area, priority = found.area, section.priority

    def address_of(indicator: str) -> str:
        return indicator_address(area, indicator)

    return PrioritySection(
        anchor=priority.id.replace("_", "-"),
        number=number,
        name=priority.name,
        means=priority.means,
        says=prose(section.says, address_of),
        in_turn=tuple(prose((said,), address_of) for said in section.in_turn),
        cannot=priority.cannot,
        questions=tuple(question.question for question in section.questions),
        steps=steps_of(catalogue, found, section),
        measures=tuple(_measure(catalogue, area, entry) for entry in section.comparisons),
    )


def _measure(catalogue: Catalogue, area: Area, comparison: Comparison) -> PriorityMeasure:
    indicator = catalogue.indicators[comparison.indicator]
    similar, average = comparison.similar, comparison.verdict.average
    if average is None and similar is not None:
        average = similar.mean
    return PriorityMeasure(
        title=indicator.title,
        address=indicator_address(area, indicator.id),
        unit=unit_words(indicator),
        when=comparison.period,
        here=shown(indicator, comparison.here.value),
        average=shown(indicator, average),
        verdict=verdict_cell(indicator, comparison),
    )


def steps_of(
    catalogue: Catalogue, found: Priorities, section: PriorityFindings
) -> tuple[Step, ...]:
    """Where to go next: to those who improved first, and to no measure that has no figures."""
    area = found.area
    improved = (
        Step(
            words=f"Who has improved on “{catalogue.indicators[name].title}”",
            address=indicator_address(area, name),
            only_on_screen=True,
        )
        for name in section.learn_from
    )
    declared = (
        Step(words=step.words, address=_ADDRESS_OF[step.to](catalogue, area, step.name or ""))
        for step in section.priority.next
        if _leads_somewhere(step, found)
    )
    return (*improved, *declared)


def _leads_somewhere(step: NextStep, found: Priorities) -> bool:
    of_a_measure = step.to in (StepKind.INDICATOR, StepKind.ALL_COUNCILS)
    return not of_a_measure or step.name in found.with_figures


_ADDRESS_OF: Mapping[StepKind, Callable[[Catalogue, Area, str], str]] = {
    StepKind.COUNCIL: lambda _, area, name: council_address(area),
    StepKind.COUNCIL_PAGE: lambda _, area, name: council_page_address(area, name),
    StepKind.INDICATOR: lambda _, area, name: indicator_address(area, name),
    StepKind.ALL_COUNCILS: lambda _, area, name: national_address(name),
    StepKind.ENGLAND_PAGE: lambda _, area, name: england_page_address(name),
    StepKind.METHOD: lambda _, area, name: topic_address(name),
    StepKind.TRACK_RECORD: lambda _, area, name: TRACK_RECORD,
    StepKind.SOURCE: lambda catalogue, area, name: catalogue.sources[name].page,
    StepKind.PUBLIC: lambda _, area, name: name,
}
