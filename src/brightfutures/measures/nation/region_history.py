"""The councils of a region in every period: their average and their middle half.

The middle half runs between the quarter points (type 7 of Hyndman and Fan 1996), each council
counted alike, those that have since ended in the years they existed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from brightfutures.measures.averages import quantiles_of_rows
from brightfutures.measures.comparison import back
from brightfutures.measures.results import SimilarPeriod
from brightfutures.measures.study import Study

FEWEST = 4
"""Of fewer councils there is no middle half."""


def region_history(study: Study, rows: Sequence[int]) -> tuple[SimilarPeriod, ...]:
    """The councils in these rows, in every period of the indicator."""
    return tuple(_period(study, rows, place) for place in range(len(study.years)))


def _period(study: Study, rows: Sequence[int], place: int) -> SimilarPeriod:
    column = study.column(place)
    chosen = list(rows)
    values = column.value[chosen]
    values = values[np.isfinite(values)]
    y = column.y[chosen]
    y = y[np.isfinite(y)]
    low, high = (
        (float(found[0]) for found in quantiles_of_rows(values[np.newaxis], (0.25, 0.75)))
        if len(values) >= FEWEST
        else (None, None)
    )
    return SimilarPeriod(
        period=study.material.panel.periods[place],
        mean=float(back(study, float(y.mean()))) if len(y) else None,
        low=low,
        high=high,
        with_value=len(values),
    )
