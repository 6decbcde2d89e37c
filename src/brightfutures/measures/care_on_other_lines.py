"""Care that a return tells on other lines: no measure is made of the line under which it belongs.

Where almost nothing of a total is told under children in care, care stands on other lines of the
return (Sandwell from 2018-19, whose children's trust does the work). What stands on the line is
printed, and is not what children in care cost: by our own rule, and not by the publisher's, there
is no figure of it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from brightfutures.catalogue.spending import Spending
from brightfutures.measures.grids import Grid
from brightfutures.measures.left_out import SPENT
from brightfutures.quantities import Period, PeriodKind, Reason

IN_CARE = "children_looked_after"
"""The line of children in care."""

LEAST_IN_CARE = 0.1
"""Where less than this share of the total is told under children in care, care is elsewhere."""


def without_care_on_other_lines(
    name: str, grid: Grid, spending: Spending, grid_of: Callable[[str], Grid]
) -> Grid:
    """The grid in pounds of children in care, unavailable where care stands on other lines.

    Any other series as it is. `grid_of` gives the grid of another series as published.
    """
    account = next(
        (
            one
            for one in spending.accounts.values()
            if SPENT in one.measures and name == one.series(IN_CARE, SPENT)
        ),
        None,
    )
    if account is None or IN_CARE not in spending.lines:
        return grid
    value, missing = grid.value.copy(), grid.missing.copy()
    for year, column in grid.column.items():
        label = Period.ending(PeriodKind.FINANCIAL_YEAR, year).label
        place = spending.lines[IN_CARE].place(account.id, label)
        if place is None or place.parent is None:
            continue
        whole = grid_of(account.series(place.parent, SPENT)).at([year]).value[:, 0]
        elsewhere = np.flatnonzero(
            (missing[:, column] == 0) & (whole > 0) & (value[:, column] < LEAST_IN_CARE * whole)
        )
        value[elsewhere, column] = np.nan
        missing[elsewhere, column] = Reason.UNAVAILABLE.bit
    return Grid(years=grid.years, value=value, missing=missing, spoken=grid.spoken)
