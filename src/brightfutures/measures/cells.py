"""One area's figures, taken out of the panel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import numpy as np

from brightfutures.measures.results import Cell
from brightfutures.measures.study import Study
from brightfutures.quantities import Interval, Missing, Value, bits_to_reasons

PUBLISHED = "published"
SUM_OF_COUNCILS = "sum_of_councils"


def number_or_none(number: float) -> float | None:
    """A plain number, or None for NaN."""
    return float(number) if math.isfinite(number) else None


@cache
def _missing(bits: int) -> Missing:
    return Missing(bits_to_reasons(bits))


def history_of(study: Study, row: int) -> tuple[Cell, ...]:
    """The figures of one area in every period, each with its counts or its reasons."""
    panel = study.material.panel
    columns = zip(
        panel.periods,
        panel.value[row].tolist(),
        panel.missing[row].tolist(),
        panel.numerator[row].tolist(),
        panel.denominator[row].tolist(),
        study.material.summed[row].tolist(),
        strict=True,
    )
    return tuple(
        Cell(
            area=panel.areas[row],
            period=period,
            value=_missing(bits) if bits else value,
            numerator=number_or_none(numerator),
            denominator=number_or_none(denominator),
            basis=SUM_OF_COUNCILS if summed else PUBLISHED,
        )
        for period, value, bits, numerator, denominator, summed in columns
    )


def values_at(study: Study, rows: Sequence[int], place: int) -> list[Value]:
    """The values of some areas in one period, each a number or missing with its reasons."""
    panel = study.material.panel
    pairs = zip(panel.value[rows, place].tolist(), panel.missing[rows, place].tolist(), strict=True)
    return [_missing(bits) if bits else value for value, bits in pairs]


def cell_at(study: Study, row: int, place: int) -> Cell:
    """The figure of one area in one period, with its counts or its reasons."""
    panel = study.material.panel
    bits = int(panel.missing[row, place])
    return Cell(
        area=panel.areas[row],
        period=panel.periods[place],
        value=_missing(bits) if bits else float(panel.value[row, place]),
        numerator=number_or_none(panel.numerator[row, place]),
        denominator=number_or_none(panel.denominator[row, place]),
        basis=SUM_OF_COUNCILS if study.material.summed[row, place] else PUBLISHED,
    )


def interval_at(study: Study, row: int, place: int, level: float) -> Interval | None:
    """The range of one figure in the indicator's unit; None where no counts stand behind it."""
    low, high = study.ranges(place, level)
    if np.isnan(low[row]):
        return None
    return Interval(float(low[row]), float(high[row]), level)
