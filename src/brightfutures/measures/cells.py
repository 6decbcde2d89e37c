"""One area's figure in one period, taken out of the panel."""

from __future__ import annotations

import numpy as np

from brightfutures.catalogue import IntervalMethod
from brightfutures.measures.intervals import poisson_limits, wilson
from brightfutures.measures.results import Cell
from brightfutures.measures.study import Study
from brightfutures.quantities import Interval

PUBLISHED = "published"
SUM_OF_COUNCILS = "sum_of_councils"


def number_or_none(number: float) -> float | None:
    """A plain number, or None for NaN."""
    return float(number) if np.isfinite(number) else None


def cell_at(study: Study, row: int, place: int) -> Cell:
    """The figure of one area in one period, with its counts or its reasons."""
    panel = study.material.panel
    return Cell(
        area=panel.areas[row],
        period=panel.periods[place],
        value=panel.value_at(panel.areas[row], panel.periods[place]),
        numerator=number_or_none(panel.numerator[row, place]),
        denominator=number_or_none(panel.denominator[row, place]),
        basis=SUM_OF_COUNCILS if study.material.summed[row, place] else PUBLISHED,
    )


def interval_at(study: Study, row: int, place: int, level: float) -> Interval | None:
    """The range of one figure in the indicator's unit; None where no counts stand behind it."""
    panel, indicator = study.material.panel, study.indicator
    top, base = panel.numerator[row, place], panel.denominator[row, place]
    if panel.missing[row, place] or not (np.isfinite(top) and base > 0):
        return None
    if indicator.interval is IntervalMethod.WILSON:
        low, high = (limit * indicator.per for limit in wilson(top, base, level))
    elif indicator.interval is IntervalMethod.BYAR:
        low, high = (limit * indicator.per / base for limit in poisson_limits(top, level))
    else:
        return None
    return Interval(float(low), float(high), level)
