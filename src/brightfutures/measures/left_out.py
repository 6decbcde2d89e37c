"""Pounds that a file shows and a council did not return: no measure is made of them.

By the catalogue's omissions (Harrow 2023-24) a line was left out and stands as nought in the file:
it is not returned, and a total over it is of less than was spent, so it is not returned either.
And where a total has spending and all its parts have none, the total was not broken down: the
parts are not returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from brightfutures.catalogue.left_out import left_out, left_short
from brightfutures.catalogue.spending import Spending
from brightfutures.measures.arrays import Bits, Numbers
from brightfutures.measures.grids import Grid
from brightfutures.quantities import Period, PeriodKind, Reason

SPENT = "spend"
"""The way of telling a line in which it is seen that the parts of a total are not told."""


def without_what_was_left_out(
    name: str, grid: Grid, spending: Spending, rows: dict[str, int], grid_of: Callable[[str], Grid]
) -> Grid:
    """The grid of a series with what was not returned missing; as it is for a series of no return.

    `rows` gives each area's row, and `grid_of` the grid of another series as published.
    """
    told = _line_of(name, spending)
    if told is None:
        return grid
    account, line = told
    value, missing = grid.value.copy(), grid.missing.copy()
    for each, area, period in left_out(spending, account) | left_short(spending, account):
        column = grid.column.get(Period(PeriodKind.FINANCIAL_YEAR, period).end_year)
        if each == line and column is not None and area in rows:
            _leave_out(value, missing, [rows[area]], column)
    for year, column in grid.column.items():
        found = _not_broken_down(account, line, year, spending, grid_of)
        _leave_out(value, missing, found, column)
    return Grid(years=grid.years, value=value, missing=missing, spoken=grid.spoken)


def _line_of(name: str, spending: Spending) -> tuple[str, str] | None:
    """The return and the line that a series tells in pounds spent; None of any other series."""
    for account in spending.accounts.values():
        line = name.removeprefix(account.prefix).removesuffix(f"_{SPENT}")
        known = SPENT in account.measures and line in spending.lines
        if known and name == account.series(line, SPENT):
            return account.id, line
    return None


def _leave_out(value: Numbers, missing: Bits, areas: Iterable[int], column: int) -> None:
    for row in areas:
        if missing[row, column] == 0:
            value[row, column] = np.nan
            missing[row, column] = Reason.NOT_RETURNED.bit


def _not_broken_down(
    account: str,
    line: str,
    year: int,
    spending: Spending,
    grid_of: Callable[[str], Grid],
) -> list[int]:
    """The areas that told the total over a line in a year, and nought of each of its parts."""
    label = Period.ending(PeriodKind.FINANCIAL_YEAR, year).label
    place = spending.lines[line].place(account, label)
    if place is None or place.parent is None:
        return []
    series = spending.accounts[account].series
    parts = [
        one.id
        for one in spending.lines.values()
        if (found := one.place(account, label)) is not None and found.parent == place.parent
    ]
    whole = grid_of(series(place.parent, SPENT)).at([year]).value[:, 0]
    shares = np.array([grid_of(series(one, SPENT)).at([year]).value[:, 0] for one in parts])
    return np.flatnonzero((whole > 0) & np.all(shares == 0, axis=0)).tolist()
