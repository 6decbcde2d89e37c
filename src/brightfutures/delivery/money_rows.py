"""Every line and year of the finance returns of one area, as plain rows: for JSON, CSV and XLSX."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from brightfutures.catalogue.spending import SpendLine
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null, why_missing
from brightfutures.money.finance_returns import BUDGET, OUTTURN, SECTION_251
from brightfutures.money.panel import SpendPanel
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Missing, Reason, Value

RETURNS = (OUTTURN, SECTION_251, BUDGET)
"""The returns that are told, in this order."""

FIGURE_HEADINGS = (
    "Return", "Line", "Line id", "Part of", "Year", "Told as", "Measure id", "Pounds",
    "Why missing", "File", "Row", "Column", "Release",
)  # fmt: skip
FIGURE_WIDTHS = (26, 44, 34, 28, 10, 34, 18, 16, 18, 60, 8, 40, 14)


@dataclass(frozen=True, kw_only=True)
class LineFigure:
    """One line of one return in one year, told in one way: pounds of the year, and its row."""

    account: str
    line: SpendLine
    parent: str | None
    period: str
    measure: str
    pounds: Value
    row: SourceRow | None


def figures_of(edition: Edition, code: str) -> Iterator[LineFigure]:
    """Every figure that a return asked for in a year of one area, the newest return first."""
    for account in RETURNS:
        panel = edition.books.panel_of(account)
        if code in panel.places.rows:
            yield from _of_return(edition, panel, code)


def _of_return(edition: Edition, panel: SpendPanel, code: str) -> Iterator[LineFigure]:
    account = edition.catalogue.spending.accounts[panel.account]
    wanted = [
        (line, period, measure)
        for period in reversed(panel.periods)
        for line in panel.lines
        for measure in panel.measures
        if not _left_out(panel.value_at(line, measure, code, period))
    ]
    rows = edition.rows_by_series(code)
    for line, period, measure in wanted:
        declared = edition.catalogue.spend_lines[line]
        place = declared.place(panel.account, period)
        yield LineFigure(
            account=panel.account,
            line=declared,
            parent=place.parent if place else None,
            period=period,
            measure=measure,
            pounds=panel.value_at(line, measure, code, period),
            row=rows.get((account.series(line, measure), period)),
        )


NOTHING_TO_TELL = frozenset({Reason.NOT_COLLECTED, Reason.DID_NOT_EXIST, Reason.UNAVAILABLE})


def _left_out(value: Value) -> bool:
    """Whether a line was not asked for, or the area was not there, or no file tells it."""
    return isinstance(value, Missing) and set(value.reasons) <= NOTHING_TO_TELL


def figure_rows(edition: Edition, code: str) -> list[list[Any]]:
    """A row for each figure, under `FIGURE_HEADINGS`."""
    spending = edition.catalogue.spending
    return [
        [
            spending.accounts[one.account].title,
            one.line.title,
            one.line.id,
            one.parent,
            one.period,
            spending.measures[one.measure].title,
            one.measure,
            number_or_null(one.pounds),
            why_missing(one.pounds),
            one.row.file if one.row else None,
            one.row.row if one.row else None,
            one.row.column if one.row else None,
            one.row.release if one.row else None,
        ]
        for one in figures_of(edition, code)
    ]


def lines_account(edition: Edition, code: str) -> list[dict[str, Any]]:
    """Every line and year with both sources, as plain data."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for one in figures_of(edition, code):
        entry = found.setdefault(
            (one.account, one.line.id, one.period),
            {
                "return": one.account,
                "line": one.line.id,
                "title": one.line.title,
                "part_of": one.parent,
                "year": one.period,
                "pounds": {},
                "missing": {},
                "file": one.row.file if one.row else None,
                "row": one.row.row if one.row else None,
            },
        )
        entry["pounds"][one.measure] = number_or_null(one.pounds)
        if isinstance(one.pounds, Missing):
            entry["missing"][one.measure] = [reason.value for reason in one.pounds.reasons]
    return list(found.values())
