"""The two ends of a movement as a reader would work them out: two years' counts over their wholes.

The test itself takes means on the scale, on which a small council's uneven years lie elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import Indicator
from brightfutures.measures.results import Cell, Comparison, Movement


def both_ends(indicator: Indicator, comparison: Comparison) -> tuple[float, float] | None:
    """The first two and the last two of the five years, each two together, in the measure's unit.

    None where a count of the four is not there, or where the two lie the other way than the move
    that was told apart.
    """
    moved = comparison.moved
    if moved is None or moved.from_period is None or moved.to_period is None:
        return None
    periods = [cell.period for cell in comparison.history]
    if moved.from_period not in periods or moved.to_period not in periods:
        return None
    first, last = periods.index(moved.from_period), periods.index(moved.to_period)
    began = _together(indicator, comparison.history[first : first + 2])
    came = _together(indicator, comparison.history[last - 1 : last + 1])
    if began is None or came is None or _is_other_way(moved.level, came - began):
        return None
    return began, came


def _together(indicator: Indicator, cells: Sequence[Cell]) -> float | None:
    """What was counted in these years over what it is counted of."""
    counted, whole = 0.0, 0.0
    for cell in cells:
        if cell.numerator is None or not cell.denominator:
            return None
        counted, whole = counted + cell.numerator, whole + cell.denominator
    return indicator.per * counted / whole if whole else None


def _is_other_way(level: Movement, by: float) -> bool:
    return (level is Movement.HAS_RISEN and by < 0) or (level is Movement.HAS_FALLEN and by > 0)
