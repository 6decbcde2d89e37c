"""A council's framework profile as CSV and XLSX: one measure a row, under its heading."""

from __future__ import annotations

from typing import Any

from brightfutures.catalogue import Catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null
from brightfutures.delivery.framework import framework_of
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.framework import WHAT_THIS_IS, Framework, how_to_read
from brightfutures.findings.steady_words import holds_a_year, holds_three_years
from brightfutures.findings.verdict_words import direction_words, level_words
from brightfutures.measures.results import Comparison
from brightfutures.quantities import Area, Missing

HEADINGS = (
    "Heading", "Outcome or enabler", "Measure", "Indicator id", "Unit", "Period", "Value",
    "Why missing", "Compared with", "Average compared with", "Verdict", "Better or worse",
    "Movement over five years", "Keeps its place a year", "Keeps its place three years",
)  # fmt: skip

WIDTHS = (60, 12, 52, 44, 22, 10, 12, 22, 14, 14, 18, 12, 18, 12, 12)


def framework_csv(edition: Edition, area: Area) -> bytes:
    """One measure a row, with whose it is; the standing notice in the last row."""
    found = framework_of(edition, area)
    headings = [*HEADINGS, "Council", "Council code"]
    rows: list[list[Any]] = [
        [*row, area.name, area.code] for row in _measure_rows(edition.catalogue, found)
    ]
    rows.append([standing_notice(edition), *[None] * (len(headings) - 1)])
    return csv_bytes(headings, rows)


def framework_xlsx(edition: Edition, area: Area) -> bytes:
    """Sheets: what it says, the measures under their headings, and the inspections."""
    found = framework_of(edition, area)
    book = Workbook(f"{area.name}: National Framework", standing_notice(edition))
    book.page("What it says", _lines(edition, found))
    book.table("Measures", HEADINGS, _measure_rows(edition.catalogue, found), WIDTHS)
    book.table("Inspections", INSPECTION_HEADINGS, _inspection_rows(found), (60, 14, 12, *[24] * 8))
    return book.content()


def _lines(edition: Edition, found: Framework) -> list[str]:
    lines = [found.headline.sentence, standing_notice(edition)]
    lines += [said.sentence for said in found.lead]
    lines += [WHAT_THIS_IS, *found.area_notes]
    for one in found.outcomes:
        lines.append(one.profile.outcome.name)
        lines += [said.sentence for said in (*one.found, *one.unknown)]
    return [*lines, "Ofsted", *found.ofsted.sentences, *how_to_read(), edition.data_line]


def _measure_rows(catalogue: Catalogue, found: Framework) -> list[list[Any]]:
    return [
        [
            one.profile.outcome.name,
            "enabler" if one.profile.outcome.is_enabler else "outcome",
            *_measure_row(catalogue, entry),
        ]
        for one in found.outcomes
        for entry in one.profile.published
    ]


def _measure_row(catalogue: Catalogue, entry: Comparison) -> list[Any]:
    indicator, value = catalogue.indicators[entry.indicator], entry.here.value
    missing = value.reasons if isinstance(value, Missing) else ()
    return [
        indicator.title,
        indicator.id,
        indicator.unit,
        entry.period,
        number_or_null(value),
        ", ".join(reason.value for reason in missing) or None,
        entry.verdict.against,
        entry.verdict.average,
        level_words(indicator, entry.verdict),
        direction_words(entry.verdict) or None,
        entry.moved.level.value.replace("_", " ") if entry.moved else None,
        holds_a_year(entry).value,
        holds_three_years(entry).value,
    ]


INSPECTION_HEADINGS = (
    "Framework", "Date", "Age in years", "Overall", "Impact of leaders", "Help and protection",
    "Children in care", "Care leavers", "Publication", "File", "Row",
)  # fmt: skip


def _inspection_rows(found: Framework) -> list[list[Any]]:
    ofsted = found.ofsted
    inspections = (*([ofsted.newest] if ofsted.newest else []), *ofsted.earlier)
    rows = []
    for one in (*inspections, *ofsted.other_frameworks):
        parts = dict(one.parts)
        rows.append(
            [
                one.framework_words,
                one.date or None,
                one.age_years,
                one.overall,
                *(parts.get(part) for part in INSPECTION_HEADINGS[4:8]),
                one.publication or None,
                one.file,
                one.row,
            ]
        )
    return rows
