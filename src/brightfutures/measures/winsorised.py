"""How much more differences vary than expected, without being ruled by a few wild ones.

Winsorised: the lowest and the highest tenth are drawn in to the values that bound them, as in
Spiegelhalter's (2005) treatment of over-dispersion. The mean square of a Winsorised normal
variable is 0.6786 of its variance; we divide by that, so that ordinary differences are judged
by their true variance (Spiegelhalter does not, which makes the spread some 18% too narrow).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from brightfutures.measures.arrays import Numbers

SHARE_DRAWN_IN = 0.1
MEAN_SQUARE_OF_NORMAL = 0.6786545588
"""The mean square of a standard normal variable with a tenth drawn in at each end."""

FEWEST_DIFFERENCES = 20
"""With fewer than this nothing is estimated."""


def winsorised_mean_square(z: Numbers) -> float:
    """The mean square of z with a tenth drawn in at each end, over that of a normal variable."""
    ordered = np.sort(z)
    count = len(ordered)
    cut = int(SHARE_DRAWN_IN * count)
    low, high = ordered[cut], ordered[count - 1 - cut]
    inner = ordered[cut : count - cut]
    total = float(inner @ inner) + cut * float(low * low + high * high)
    return total / count / MEAN_SQUARE_OF_NORMAL


def excess_variance(differences: Numbers, expected: Numbers, times: Numbers | float) -> float:
    """The m ≥ 0 for which differences vary as `expected` + `times`·m says they should.

    That is, for which the Winsorised mean square of differences / √(expected + times·m) is 1;
    nought where they already vary no more than expected. NaN with too few differences.
    """
    if len(differences) < FEWEST_DIFFERENCES:
        return float("nan")

    def surplus(m: float) -> float:
        return winsorised_mean_square(differences / np.sqrt(expected + times * m)) - 1.0

    at_low = surplus(0.0)
    if at_low <= 0.0:
        return 0.0
    low = 0.0
    high = at_low * float(np.median(expected)) / float(np.mean(times)) + 1e-12
    at_high = surplus(high)
    while at_high > 0.0:
        low, at_low, high = high, at_high, 2.0 * high
        at_high = surplus(high)
    return _root_between(surplus, (low, at_low), (high, at_high))


def _root_between(
    surplus: Callable[[float], float], left: tuple[float, float], right: tuple[float, float]
) -> float:
    """The nought of a falling function between two points, by the Illinois rule."""
    (low, at_low), (high, at_high) = left, right
    side = 0
    for _ in range(60):
        if high - low <= 1e-9 * high:
            break
        middle = (low * at_high - high * at_low) / (at_high - at_low)
        at_middle = surplus(middle)
        if at_middle > 0.0:
            low, at_low = middle, at_middle
            at_high = at_high / 2.0 if side == 1 else at_high
            side = 1
        elif at_middle < 0.0:
            high, at_high = middle, at_middle
            at_low = at_low / 2.0 if side == -1 else at_low
            side = -1
        else:
            return middle
        if abs(at_middle) < 1e-10:
            return middle
    return (low + high) / 2.0
