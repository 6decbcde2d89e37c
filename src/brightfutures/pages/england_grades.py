"""Ofsted's overall grades over the years on England's page: a row and a bar for each 31 March."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from brightfutures.charts.parts_bar import PartsBarChart
from brightfutures.charts.words import ChartWords
from brightfutures.findings.grades_over_time_words import (
    NEVER_MIXED,
    framework_sentences,
    newest_sentence,
    present_share,
)
from brightfutures.findings.national_spread_words import percent
from brightfutures.measures.agreement.grades_over_time import GradesOfYear
from brightfutures.measures.agreement.inspections import GOOD


@dataclass(frozen=True, kw_only=True)
class GradeRow:
    """One 31 March: how many councils at each grade, highest first, and the share as a bar."""

    year: str
    counts: tuple[str, ...]
    present: str
    bar: Markup


@dataclass(frozen=True, kw_only=True)
class GradesSection:
    """What is said, and a row for each year, the newest first."""

    sentence: str
    frameworks: tuple[str, ...]
    caution: str
    rows: tuple[GradeRow, ...]


def grades_section(years: Sequence[GradesOfYear]) -> GradesSection | None:
    """The section; None where no judgements are loaded, or too few in any year."""
    if not years:
        return None
    return GradesSection(
        sentence=newest_sentence(years),
        frameworks=framework_sentences(years),
        caution=NEVER_MIXED,
        rows=tuple(_row(one) for one in reversed(years)),
    )


def _row(one: GradesOfYear) -> GradeRow:
    graded = sum(one.grades)
    high = sum(one.grades[GOOD:]) / graded
    chart = PartsBarChart(
        words=ChartWords(
            title=f"Overall grades at 31 March {one.year}",
            description=f"{percent(high)} good or outstanding, {percent(1 - high)} less.",
            show=percent,
        ),
        parts=(("good or outstanding", high), ("less than good", 1.0 - high)),
    )
    return GradeRow(
        year=str(one.year),
        counts=tuple(str(count) for count in reversed(one.grades)),
        present=present_share(one),
        bar=Markup(chart.svg(f"grades-{one.year}")),
    )
