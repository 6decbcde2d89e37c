"""The tables of the page on figures and Ofsted's grades."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import STAGE_NAMES, Catalogue, Stage
from brightfutures.charts.words import ChartTable
from brightfutures.findings.agreement_words import (
    correlation_words,
    judged_words,
    otherwise_words,
    shift_words,
    signed,
)
from brightfutures.findings.figures import unit_words
from brightfutures.findings.judgement_words import PART_WORDS
from brightfutures.findings.top_of_table_words import known_words, lots_words, of_words
from brightfutures.measures.agreement.results import Agreement, IndicatorAgreement, Link
from brightfutures.pages.addresses import national_address
from brightfutures.pages.track_record_tables import TitleOf, table_of


@dataclass(frozen=True, kw_only=True)
class AgreementLine:
    """One measure of the main table."""

    title: str
    address: str
    unit: str
    before: str
    after: str
    judged: str
    is_clear: bool


@dataclass(frozen=True, kw_only=True)
class AgreementStage:
    """The measures of one stage of the child's journey."""

    name: str
    lines: tuple[AgreementLine, ...]


def stages_of(found: Agreement, catalogue: Catalogue) -> tuple[AgreementStage, ...]:
    """Every measure with the overall grade, in the catalogue's order."""
    grouped: dict[Stage, list[AgreementLine]] = {}
    for one in found.indicators:
        indicator = catalogue.indicators[one.indicator]
        grouped.setdefault(indicator.stage, []).append(
            AgreementLine(
                title=indicator.title,
                address=national_address(indicator.id),
                unit=unit_words(indicator),
                before=correlation_words(one.overall.before),
                after=correlation_words(one.overall.after),
                judged=judged_words(one.overall),
                is_clear=any(link.is_clear for link in one.overall.links),
            )
        )
    return tuple(
        AgreementStage(name=STAGE_NAMES[stage], lines=tuple(lines))
        for stage, lines in grouped.items()
    )


def with_parts(found: Agreement, title_of: TitleOf) -> ChartTable:
    """Every measure with the part of the inspection it belongs to."""
    rows = [
        (
            title_of(one.indicator),
            PART_WORDS[one.part.part],
            correlation_words(one.part.before),
            correlation_words(one.part.after),
            judged_words(one.part),
        )
        for one in found.indicators
        if one.part is not None
    ]
    header = ("Measure", "Grade for", "Before", "After", "A higher figure: judged")
    return table_of("Each measure with the grade of its own part", header, rows, 2)


def changes(found: Agreement, title_of: TitleOf) -> ChartTable:
    """How the link changed from before an inspection to after it."""
    rows = [
        (
            title_of(one.indicator),
            f"{one.overall.shift.inspections:,}" if one.overall.shift else "–",
            shift_words(one.overall.shift),
            shift_words(one.part.shift if one.part else None),
        )
        for one in found.indicators
    ]
    header = ("Measure", "Inspections with both", "Overall grade", "Grade of its part")
    return table_of("After less before, over the same inspections", header, rows)


def otherwise_table(found: Agreement, title_of: TitleOf) -> ChartTable:
    """The links with the overall grade as they would be otherwise reckoned."""
    rows = [
        (
            title_of(one.indicator),
            *otherwise_words(one.newest_only),
            *otherwise_words(one.with_earlier),
            *otherwise_words(one.alike_in_deprivation),
            otherwise_words(one.alike_in_last_grade)[0],
            f"{one.alike_in_last_grade.before_inspections:,}",
        )
        for one in found.indicators
    ]
    header = (
        "Measure",
        "Newest inspection only: before",
        "after",
        "With earlier frameworks: before",
        "after",
        "Children’s poverty held alike: before",
        "after",
        "Last grade held alike: before",
        "inspections with a last grade",
    )
    return table_of("The link with the overall grade, otherwise reckoned", header, rows)


def years_table(found: Agreement, title_of: TitleOf) -> ChartTable:
    """Of each link the inspections, the periods, Kendall's τ-b and the corrected q."""
    rows = []
    for one in found.indicators:
        for when, link in _whens(one):
            rows.append(
                (
                    title_of(one.indicator),
                    when,
                    f"{link.inspections:,}",
                    f"{link.councils:,}",
                    f"{link.first_period} to {link.last_period}",
                    signed(link.tau_b),
                    f"{100.0 * link.same_way:.0f}",
                    q_words(link.q),
                )
            )
    header = (
        "Measure",
        "When",
        "Inspections",
        "Councils",
        "Periods of the figures",
        "Kendall’s τ-b",
        "Higher figure, higher grade, in 100",
        "q",
    )
    return table_of("What each link with the overall grade rests on", header, rows, 2)


def _whens(one: IndicatorAgreement) -> list[tuple[str, Link]]:
    whens = (("before", one.overall.before), ("after", one.overall.after))
    return [(when, link) for when, link in whens if link is not None]


def q_words(q: float) -> str:
    """A q as it is printed."""
    return "under 0.001" if q < 0.001 else f"{q:.3f}"


def rounds_table(found: Agreement) -> ChartTable:
    """Year by year, how the six at the top were judged."""
    rows = [
        (
            str(entry.year),
            f"{entry.measures}",
            of_words(entry.standing),
            f"{entry.standing.inadequate}",
            lots_words(entry.standing),
            of_words(entry.next),
            lots_words(entry.next),
        )
        for entry in found.top.rounds
    ]
    header = (
        "End of",
        "Measures",
        "Less than good",
        "Inadequate",
        "Lots: less than good",
        "Next inspection: less than good",
        "Lots then",
    )
    return table_of("The six at the top of the plain average, as Ofsted judged them", header, rows)


def known_table(found: Agreement) -> ChartTable:
    """What wobble alone would do at each steadiness."""
    header = (
        "Steadiness of",
        "Steadiness",
        "Truly in the lower half, of six",
        "Two or more, times in 100",
        "Truly judged less than good, of six",
        "Two or more, times in 100",
    )
    return table_of(
        "If the grade followed one truth without fail",
        header,
        [known_words(known) for known in found.top.known],
    )
