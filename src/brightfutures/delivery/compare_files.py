"""Councils side by side as JSON, CSV and XLSX."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from brightfutures.catalogue import STAGE_NAMES, Stage
from brightfutures.delivery.compare import Asked, Compared, compare, side_by_side
from brightfutures.delivery.compare_money import figures_behind_money, money_account
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text, number_or_null, why_missing
from brightfutures.delivery.health_check_rows import (
    SOURCE_HEADINGS,
    SOURCE_WIDTHS,
    source_table,
    standing_notice,
)
from brightfutures.delivery.money_figure import (
    FIGURE_HEADINGS,
    FIGURE_WIDTHS,
    as_written,
    figure_row,
)
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.figures import listed
from brightfutures.findings.side_by_side_money import PREVENTION, MoneyRowWords
from brightfutures.findings.verdict_words import level_words, verdict_sentence

HEADINGS = (
    "Stage", "Measure", "Indicator id", "Unit", "Period", "Council", "Council code", "Value",
    "Why missing", "Numerator", "Denominator", "Likely from (95%)", "Likely to (95%)",
    "Similar councils, average", "England", "Verdict", "Verdict in a sentence",
    "Between the councils",
)  # fmt: skip
WIDTHS = (20, 52, 44, 22, 10, 28, 12, 12, 22, 12, 12, 12, 12, 12, 12, 18, 80, 60)


def compare_json(edition: Edition, asked: Asked, money: Sequence[MoneyRowWords] = ()) -> bytes:
    """As `compare --json` gives it, with the part about money and the standing notice."""
    told = {
        **compare(edition, asked),
        "money": money_account(edition, money),
        "notice": standing_notice(edition),
        "data": edition.data_line,
    }
    return json_text(told).encode()


def compare_csv(edition: Edition, asked: Asked, money: Sequence[MoneyRowWords] = ()) -> bytes:
    """One measure of one council a row, then money; the standing notice in the last row."""
    rows = [*_rows(edition, side_by_side(edition, asked)), *_money_rows(edition, money)]
    rows.append([standing_notice(edition), *[None] * (len(HEADINGS) - 1)])
    return csv_bytes(HEADINGS, rows)


def compare_xlsx(edition: Edition, asked: Asked, money: Sequence[MoneyRowWords] = ()) -> bytes:
    """Sheets: the measures of every council, and where each figure stands; money where asked."""
    found = side_by_side(edition, asked)
    names = listed([area.name for area in found.areas])
    book = Workbook(f"{names} side by side"[:200], standing_notice(edition))
    book.page(
        "What this is", [f"{names} side by side", standing_notice(edition), "", edition.data_line]
    )
    book.table("Measures", HEADINGS, _rows(edition, found), WIDTHS)
    each = [comparison for row in found.rows for comparison in row.comparisons]
    book.table("Sources", SOURCE_HEADINGS, source_table(edition, each), SOURCE_WIDTHS)
    if money:
        book.table("Money", HEADINGS, _money_rows(edition, money), WIDTHS)
        codes = [area.code for area in found.areas]
        behind = [figure_row(one) for one in figures_behind_money(edition, codes)]
        book.table("Money, figures and sources", FIGURE_HEADINGS, behind, FIGURE_WIDTHS)
    return book.content()


def _money_rows(edition: Edition, money: Sequence[MoneyRowWords]) -> list[list[Any]]:
    """The part about money under `HEADINGS`: nothing of it is tested, and there are no counts.

    The range of a share of prevention is from the strict rule to the broad, and not a likely one.
    """
    rows = []
    for row in money:
        for cell in row.cells:
            likely = (cell.low, cell.high) if row.id != PREVENTION else (None, None)
            rules = (
                f"{cell.range_words} {row.range_is}." if row.id == PREVENTION else row.range_note
            )
            told = cell.range_words and rules
            england = row.england.value
            rows.append(
                [
                    STAGE_NAMES[Stage.MONEY],
                    f"{row.title}, {row.beside_title}",
                    None,
                    row.unit,
                    row.period,
                    edition.name_of(cell.code),
                    cell.code,
                    as_written(row.unit, number_or_null(cell.value)),
                    why_missing(cell.value),
                    None,
                    None,
                    *likely,
                    None,
                    as_written(row.unit, number_or_null(england)),
                    "not tested",
                    f"{told} {cell.note}".strip() or None,
                    None,
                ]
            )
    return rows


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
                    why_missing(value),
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


FORMS: dict[str, Callable[[Edition, Asked, Sequence[MoneyRowWords]], bytes]] = {
    "json": compare_json,
    "csv": compare_csv,
    "xlsx": compare_xlsx,
}
"""The other forms of the page by suffix."""
