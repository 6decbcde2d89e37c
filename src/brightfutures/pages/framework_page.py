"""A council by outcome and enabler of the National Framework: its view model."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Outcome
from brightfutures.findings.figures import period_words
from brightfutures.findings.framework import WHAT_THIS_IS, Framework, OutcomeFindings, how_to_read
from brightfutures.findings.framework_profile import OutcomeProfile
from brightfutures.findings.judgement_history import (
    NO_OVERALL_GRADE,
    PLAYS_NO_PART,
    BesideOfsted,
    Inspection,
    history_sentences,
    inspected_words,
)
from brightfutures.pages.addresses import METHODS, TRACK_RECORD, council_address, topic_address
from brightfutures.pages.prose import AddressOf, Prose, prose
from brightfutures.quantities import Missing

COLUMNS = (
    "Are published",
    "Can be judged",
    "Clearly differ",
    "Have moved",
    "Are steady",
)
"""The columns of the one table, after the heading's own name."""


@dataclass(frozen=True, kw_only=True)
class OutcomeSection:
    """One heading in prose: what the figures show, and what they cannot tell."""

    anchor: str
    name: str
    means: str
    found: Prose
    unknown: Prose


@dataclass(frozen=True, kw_only=True)
class OutcomeRow:
    """One heading in numbers: its name and a number for each of the columns."""

    name: str
    anchor: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OfstedAside:
    """What inspectors judged, as it stands beside the prose."""

    grade: str
    when: str
    parts: tuple[tuple[str, str], ...]
    framework: str
    history: tuple[str, ...]
    notes: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class FrameworkPage:
    """Everything the template of a council's framework page shows."""

    document_title: str
    masthead: str
    name: str
    council_address: str
    eyebrow: str
    h1: str
    lead: Prose
    what_this_is: str
    area_notes: tuple[str, ...]
    ofsted: OfstedAside
    outcomes: tuple[OutcomeSection, ...]
    enablers: tuple[OutcomeSection, ...]
    columns: tuple[str, ...]
    rows: tuple[OutcomeRow, ...]
    how_to_read: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    downloads: tuple[tuple[str, str], ...]


def framework_page(
    catalogue: Catalogue,
    found: Framework,
    address_of: AddressOf,
    downloads: tuple[tuple[str, str], ...] = (),
) -> FrameworkPage:
    """The view model of one council's framework page."""
    name = found.area.name
    sections = [(one, _section(one, address_of)) for one in found.outcomes]
    return FrameworkPage(
        document_title=f"{found.headline.sentence} – {name} on the National Framework",
        masthead=name,
        name=name,
        council_address=council_address(found.area),
        eyebrow=f"{name} · {'former council' if found.area.is_former else 'National Framework'}"
        f"{_reach(catalogue, found)}",
        h1=found.headline.sentence,
        lead=prose(found.lead, address_of),
        what_this_is=WHAT_THIS_IS,
        area_notes=found.area_notes,
        ofsted=_aside(found.ofsted),
        outcomes=tuple(made for one, made in sections if not one.profile.outcome.is_enabler),
        enablers=tuple(made for one, made in sections if one.profile.outcome.is_enabler),
        columns=COLUMNS,
        rows=tuple(_row(one.profile) for one in found.outcomes),
        how_to_read=how_to_read(),
        links=(
            (
                f"{name}’s health check, with every measure and its source",
                council_address(found.area),
            ),
            ("How a verdict is reached", topic_address("verdict")),
            ("All our methods", METHODS),
            ("How often our verdicts were right", TRACK_RECORD),
        ),
        downloads=downloads,
    )


def _section(one: OutcomeFindings, address_of: AddressOf) -> OutcomeSection:
    outcome = one.profile.outcome
    return OutcomeSection(
        anchor=_anchor(outcome),
        name=outcome.name,
        means=outcome.means[0].lower() + outcome.means[1:],
        found=prose(one.found, address_of),
        unknown=prose(one.unknown, address_of),
    )


def _anchor(outcome: Outcome) -> str:
    return outcome.id.replace("_", "-")


def _row(profile: OutcomeProfile) -> OutcomeRow:
    published = len(profile.published)
    judged = (
        len(profile.judged),
        len(profile.different),
        len(profile.moved),
        profile.steadiness.mostly,
    )
    short = profile.outcome.short
    return OutcomeRow(
        name=short[0].upper() + short[1:],
        anchor=_anchor(profile.outcome),
        numbers=(str(published), *(str(number) if published else "–" for number in judged)),
    )


def _reach(catalogue: Catalogue, found: Framework) -> str:
    known = [
        entry for entry in found.comparisons.values() if not isinstance(entry.here.value, Missing)
    ]
    care = next((one for one in known if one.indicator == "children_looked_after_rate"), None)
    if care is None:
        return ""
    when = period_words(catalogue, catalogue.indicators[care.indicator], care.period)
    return f" · statistics to {when.removeprefix('at ')}"


def _aside(ofsted: BesideOfsted) -> OfstedAside:
    newest = ofsted.newest
    shown: tuple[Inspection, ...] = (*ofsted.earlier, *ofsted.other_frameworks)
    shown = (newest, *shown) if newest else shown
    return OfstedAside(
        grade=(newest.overall or NO_OVERALL_GRADE) if newest else "",
        when=inspected_words(ofsted, newest) if newest else "",
        parts=newest.parts if newest else (),
        framework=newest.framework_words if newest else "",
        history=history_sentences(ofsted),
        notes=(*ofsted.notes, PLAYS_NO_PART),
        files=tuple(
            {
                one.file: f"row{'s' if len(rows) > 1 else ''} {', '.join(map(str, rows))}"
                for one in shown
                if (rows := [other.row for other in shown if other.file == one.file])
            }.items()
        ),
    )
