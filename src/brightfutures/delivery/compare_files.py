"""Councils side by side as JSON, CSV and XLSX."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from brightfutures.catalogue import STAGE_NAMES
from brightfutures.delivery.compare import Asked, Compared, compare, side_by_side
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text, number_or_null
from brightfutures.delivery.health_check_rows import (
    SOURCE_HEADINGS,
    SOURCE_WIDTHS,
    source_table,
    standing_notice,
)
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.figures import listed
from brightfutures.findings.verdict_words import level_words, verdict_sentence
from brightfutures.quantities import Missing

HEADINGS = (
    "Stage", "Measure", "Indicator id", "Unit", "Period", "Council", "Council code", "Value",
    "Why missing", "Numerator", "Denominator", "Likely from (95%)", "Likely to (95%)",
    "Similar councils, average", "England", "Verdict", "Verdict in a sentence",
    "Between the councils",
)  # fmt: skip
WIDTHS = (20, 52, 44, 22, 10, 28, 12, 12, 22, 12, 12, 12, 12, 12, 12, 18, 80, 60)


def compare_json(edition: Edition, asked: Asked) -> bytes:
    """As `compare --json` gives it, with the standing notice."""
    return json_text(
        {**compare(edition, asked), "notice": standing_notice(edition), "data": edition.data_line}
    ).encode()


def compare_csv(edition: Edition, asked: Asked) -> bytes:
    """One measure of one council a row; the standing notice in the last row."""
    rows = _rows(edition, side_by_side(edition, asked))
    rows.append([standing_notice(edition), *[None] * (len(HEADINGS) - 1)])
    return csv_bytes(HEADINGS, rows)


def compare_xlsx(edition: Edition, asked: Asked) -> bytes:
    """Sheets: the measures of every council, and where each figure stands."""
    found = side_by_side(edition, asked)
    names = listed([area.name for area in found.areas])
    book = Workbook(f"{names} side by side"[:200], standing_notice(edition))
    book.page(
        "What this is", [f"{names} side by side", standing_notice(edition), "", edition.data_line]
    )
    book.table("Measures", HEADINGS, _rows(edition, found), WIDTHS)
    each = [comparison for row in found.rows for comparison in row.comparisons]
    book.table("Sources", SOURCE_HEADINGS, source_table(edition, each), SOURCE_WIDTHS)
    return book.content()


def _rows(edition: Edition, found: Compared) -> list[list[Any]]:
    rows = []
    for row in found.rows:
        indicator = row.indicator
        for place, comparison in enumerate(row.comparisons):
            here, interval, similar = comparison.here, comparison.interval, comparison.similar
            value, england = here.value, comparison.england
            rows.append(
                [
                    STAGE_NAMES[indicator.stage],
                    indicator.title,
                    indicator.id,
                    indicator.unit,
                    comparison.period,
                    edition.name_of(comparison.area),
                    comparison.area,
                    number_or_null(value),
                    ", ".join(value.reasons) if isinstance(value, Missing) else None,
                    here.numerator,
                    here.denominator,
                    interval.low if interval else None,
                    interval.high if interval else None,
                    similar.mean if similar else None,
                    number_or_null(england.value) if england else None,
                    level_words(indicator, comparison.verdict),
                    verdict_sentence(indicator, comparison),
                    row.pairs_sentence if place == 0 else None,
                ]
            )
    return rows


FORMS: dict[str, Callable[[Edition, Asked], bytes]] = {
    "json": compare_json,
    "csv": compare_csv,
    "xlsx": compare_xlsx,
}
"""The other forms of the page by suffix."""
