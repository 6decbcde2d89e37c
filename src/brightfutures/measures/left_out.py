"""Pounds that a file shows and a council did not return: no measure is made of them.

By the catalogue's omissions (Harrow 2023-24) a line was left out and stands as nought in the file:
it is not returned, and a total over it is of less than was spent, so it is not returned either.
And where a total has spending and all its parts have none, the total was not broken down: the
parts are not returned.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from brightfutures.catalogue.left_out import left_out, left_short
from brightfutures.catalogue.spending import Spending
from brightfutures.measures.arrays import Flags
from brightfutures.measures.grids import Grid
from brightfutures.measures.lines_of_returns import LineTold, line_told
from brightfutures.quantities import Period, PeriodKind, Reason


def without_what_was_left_out(
    name: str, grid: Grid, spending: Spending, rows: dict[str, int], grid_of: Callable[[str], Grid]
) -> Grid:
    """The grid of a series with what was not returned missing; as it is for a series of no return.

    `rows` gives each area's row, and `grid_of` the grid of another series as published.
    """
    told = line_told(name, spending)
    if told is None:
        return grid
    account, gone = told.account.id, np.zeros(grid.value.shape, dtype=bool)
    for each, area, period in left_out(spending, account) | left_short(spending, account):
        column = grid.column.get(Period(PeriodKind.FINANCIAL_YEAR, period).end_year)
        if each == told.line.id and column is not None and area in rows:
            gone[rows[area], column] = True
    for year, column in grid.column.items():
        total = told.total(year)
        if total is not None:
            gone[:, column] |= _not_broken_down(told, total, year, grid_of)
    return grid.without(gone, Reason.NOT_RETURNED)


def _not_broken_down(
    told: LineTold, total: str, year: int, grid_of: Callable[[str], Grid]
) -> Flags:
    """The areas that told the total over a line in a year, and nought of each of its parts."""
    shares = np.array([told.spent(one, year, grid_of) for one in told.parts(total, year)])
    return np.asarray((told.spent(total, year, grid_of) > 0) & np.all(shares == 0, axis=0))
