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
from brightfutures.measures.lines_of_returns import line_told
from brightfutures.quantities import Reason

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
    told = line_told(name, spending)
    if told is None or told.line.id != IN_CARE:
        return grid
    elsewhere = np.zeros(grid.value.shape, dtype=bool)
    for year, column in grid.column.items():
        total = told.total(year)
        if total is not None:
            whole = told.spent(total, year, grid_of)
            little = grid.value[:, column] < LEAST_IN_CARE * whole
            elsewhere[:, column] = (whole > 0) & little
    return grid.without(elsewhere, Reason.UNAVAILABLE)
