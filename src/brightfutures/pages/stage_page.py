"""A stage of the child's journey for one council: its view model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Stage
from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.figures import period_words
from brightfutures.findings.place_names import placed
from brightfutures.findings.stage import StageFindings
from brightfutures.measures.results import Cell, Comparison, SimilarPeriod
from brightfutures.pages.addresses import (
    METHODS,
    TRACK_RECORD,
    council_address,
    council_page_address,
    indicator_address,
    stage_address,
    topic_address,
)
from brightfutures.pages.comparison_form import ComparisonForm
from brightfutures.pages.council_page import publications
from brightfutures.pages.doors import source_sentence
from brightfutures.pages.prose import Prose, prose
from brightfutures.pages.small_trends import SmallTrends, TrendInputs, small_trends
from brightfutures.pages.stand_table import (
    Legend,
    StageRows,
    StandInputs,
    legend,
    stand_rows,
)
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area


@dataclass(frozen=True, kw_only=True)
class PairLine:
    """Two measures side by side, and why neither is read alone where that is said."""

    said: Prose
    why: str


@dataclass(frozen=True, kw_only=True)
class QuestionLine:
    """A question, and the measure that raises it."""

    question: str
    about: Prose


@dataclass(frozen=True, kw_only=True)
class StageLink:
    """Another page of this council's journey."""

    name: str
    href: str


@dataclass(frozen=True, kw_only=True)
class StagePage:
    """Everything the template of a stage shows."""

    document_title: str
    masthead: str
    name: str
    council_address: str
    stage: str
    eyebrow: str
    h1: str
    lead: str
    means: str
    apart: Prose
    moved: Prose
    questions: tuple[QuestionLine, ...]
    area_notes: tuple[str, ...]
    trends: SmallTrends
    compared: ComparisonForm
    legend: Legend
    stages: tuple[StageRows, ...]
    more_stages: tuple[StageRows, ...]
    more_count: int
    pairs: tuple[PairLine, ...]
    not_judged: Prose
    publications: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    before: StageLink | None
    after: StageLink | None
    downloads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class StagePageInputs:
    """What the page asks of the floors below, as plain functions of an indicator and a period.

    `compared` says who the comparison is with and changes it, `whom` how they are called, and
    `query` is what the page's links take with them.
    """

    cells: Callable[[str, str], Sequence[tuple[str, Cell]]]  # every council, by name
    averages: Callable[[str], Sequence[SimilarPeriod]]
    england: Callable[[str], Sequence[Cell]]
    source_rows: Callable[[Comparison], Sequence[SourceRow]]
    name_of: Callable[[str], str]
    compared: ComparisonForm
    whom: Whom
    query: str = ""
    downloads: tuple[tuple[str, str], ...] = ()


def stage_page(catalogue: Catalogue, found: StageFindings, inputs: StagePageInputs) -> StagePage:
    """The view model of one stage of one council."""
    area, stage = found.area, found.stage

    def address_of(indicator: str) -> str:
        return f"{indicator_address(area, indicator)}{inputs.query}"

    stand = StandInputs(cells=inputs.cells, address_of=address_of)
    journey = _journey(area, inputs.query)
    place = list(Stage).index(stage)
    return StagePage(
        document_title=f"{found.headline.sentence} – {area.name}, {STAGE_NAMES[stage].lower()}",
        masthead=area.name,
        name=area.name,
        council_address=f"{council_address(area)}{inputs.query}",
        stage=STAGE_NAMES[stage],
        eyebrow=f"{area.name} · {STAGE_NAMES[stage].lower()}{_reach(catalogue, found)}",
        h1=found.headline.sentence,
        lead=" ".join(found.lead),
        means=found.means,
        apart=prose(found.apart, address_of),
        moved=prose(found.moved, address_of),
        questions=tuple(
            QuestionLine(question=one.question.question, about=prose((one.about,), address_of))
            for one in found.questions
        ),
        area_notes=found.area_notes,
        trends=small_trends(
            catalogue,
            area,
            found.main,
            found.more,
            TrendInputs(
                averages=inputs.averages,
                england=inputs.england,
                address_of=address_of,
                whom=inputs.whom,
                source_of=lambda entry: source_sentence(inputs.source_rows(entry)),
            ),
        ),
        compared=inputs.compared,
        legend=legend(inputs.whom),
        stages=stand_rows(catalogue, area, found.main, stand),
        more_stages=stand_rows(catalogue, area, found.more, stand, drawn=False),
        more_count=len(found.more),
        pairs=tuple(
            PairLine(said=prose((pair.said,), address_of), why=pair.why) for pair in found.pairs
        ),
        not_judged=prose(found.not_judged, address_of),
        publications=publications(
            {entry.indicator: inputs.source_rows(entry) for entry in found.comparisons}
        ),
        links=_links(area),
        before=journey[place - 1] if place else None,
        after=journey[place + 1] if place + 1 < len(journey) else None,
        downloads=inputs.downloads,
    )


def _journey(area: Area, query: str) -> tuple[StageLink, ...]:
    return tuple(
        StageLink(name=STAGE_NAMES[one], href=f"{stage_address(area, one)}{query}") for one in Stage
    )


def _links(area: Area) -> tuple[tuple[str, str], ...]:
    """Where more of it stands."""
    framework = council_page_address(area, "framework")
    return (
        (f"What no figure tells of {placed(area.name)}, by outcome", framework),
        ("How a verdict is reached", topic_address("verdict")),
        ("All our methods, with worked examples", METHODS),
        ("How often our verdicts were right", TRACK_RECORD),
    )


def _reach(catalogue: Catalogue, found: StageFindings) -> str:
    """Until when the figures reach, by the leading one."""
    indicator = catalogue.indicators[found.leading.indicator]
    when = period_words(catalogue, indicator, found.leading.period)
    for before in ("at ", "in the year ending ", "in "):
        when = when.removeprefix(before)
    return f" · statistics to {when}"
