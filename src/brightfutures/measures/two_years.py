"""Two years together as a reader would work them out: what was counted over what it is counted of.

    per × (x₁ + x₂) / (n₁ + n₂)

A movement is told so at both its ends. Only its test takes the mean of two years on the scale, on
which the uneven years of a small council lie elsewhere: 6 and 33 are 20 a year, and 14 on it.
"""

from __future__ import annotations

from brightfutures.measures.movement import ENDS, window_of
from brightfutures.measures.study import Study


def ends_together(study: Study, row: int, place: int) -> tuple[float, float]:
    """The first two and the last two of the five periods to `place`, in the indicator's unit.

    Of a council whose movement can be read, and which so has counts in all four; else NaN.
    """
    window = window_of(place)
    if window is None:
        return float("nan"), float("nan")
    first, second, fourth, last = (window[end] for end in ENDS)
    return _together(study, row, (first, second)), _together(study, row, (fourth, last))


def _together(study: Study, row: int, columns: tuple[int, int]) -> float:
    panel = study.material.panel
    counted = panel.numerator[row, columns].sum()
    whole = panel.denominator[row, columns].sum()
    return float(study.indicator.per * counted / whole) if whole > 0 else float("nan")
