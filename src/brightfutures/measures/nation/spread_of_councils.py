"""Where councils lie in a period: the middle half of them, and the lowest and highest tenth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.averages import quantiles_of_rows
from brightfutures.measures.study import Study

FEWEST_COUNCILS = 20
"""With fewer councils than this a tenth of them is hardly two."""

SHARES = (0.1, 0.25, 0.75, 0.9)


@dataclass(frozen=True, kw_only=True)
class SpreadOfCouncils:
    """One period: a tenth of `councils` lie below `low_tenth`, half between the quarters.

    In the indicator's unit; quantiles are type 7 of Hyndman and Fan (1996), each council alike.
    """

    period: str
    councils: int
    low_tenth: float
    low_quarter: float
    high_quarter: float
    high_tenth: float


def spreads_of_councils(study: Study) -> tuple[SpreadOfCouncils, ...]:
    """One for each period in which enough councils have a figure, in order."""
    found = []
    for place, period in enumerate(study.material.panel.periods):
        value = study.column(place).value
        known = value[np.isfinite(value)]
        if len(known) < FEWEST_COUNCILS:
            continue
        ends = quantiles_of_rows(known[np.newaxis], SHARES)
        low_tenth, low_quarter, high_quarter, high_tenth = (float(end[0]) for end in ends)
        found.append(
            SpreadOfCouncils(
                period=period,
                councils=len(known),
                low_tenth=low_tenth,
                low_quarter=low_quarter,
                high_quarter=high_quarter,
                high_tenth=high_tenth,
            )
        )
    return tuple(found)
