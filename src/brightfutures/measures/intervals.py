"""Ranges for a proportion and for a rate.

Wilson (1927) for x out of n: (2x + z² ± z√(z² + 4x(1 − x/n))) / 2(n + z²).
A count that follows the Poisson law: exact limits below 10 (half the chi-squared quantiles with
2x and 2x + 2 degrees of freedom, Garwood 1936), Byar's approximation from 10 (Breslow and Day
1987): x(1 − 1/9x − z/3√x)³ and (x+1)(1 − 1/9(x+1) + z/3√(x+1))³.

How often they hold, added up exactly: at 95% the range of a count never holds in fewer than 95.0%
of cases, Wilson's in 95.0% to 95.1% on average from twelve expected and in 91.5% at the least
where one child or more is expected. Below one it can be 84%: no verdict rests on so few.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.gamma_share import gamma_quantile

Z_OF_LEVEL = {95.0: 1.959963984540054, 99.8: 3.090232306167813}
"""How many standard errors each side, for the two levels in use."""

EXACT_BELOW = 10


def wilson(numerator: Numbers, denominator: Numbers, level: float) -> tuple[Numbers, Numbers]:
    """Lower and upper limits of the share x/n (0 to 1); NaN where a count is missing."""
    z = Z_OF_LEVEL[level]
    x, n = np.asarray(numerator, dtype=float), np.asarray(denominator, dtype=float)
    n = np.where(n > 0, n, np.nan)
    x = np.clip(x, 0.0, n)
    middle, bottom = 2.0 * x + z * z, 2.0 * (n + z * z)
    half = z * np.sqrt(z * z + 4.0 * x * (1.0 - x / n))
    # Exactly nought and one at the ends, where rounding would leave a hair.
    low = np.where(x == 0.0, 0.0, (middle - half) / bottom)
    high = np.where(x == n, 1.0, (middle + half) / bottom)
    return low, high


def poisson_limits(count: Numbers, level: float) -> tuple[Numbers, Numbers]:
    """Lower and upper limits of the expected count behind a count."""
    z = Z_OF_LEVEL[level]
    x = np.atleast_1d(np.asarray(count, dtype=float))
    large = np.where(x >= EXACT_BELOW, x, np.nan)
    more = large + 1.0
    low = large * (1.0 - 1.0 / (9.0 * large) - z / (3.0 * np.sqrt(large))) ** 3
    high = more * (1.0 - 1.0 / (9.0 * more) + z / (3.0 * np.sqrt(more))) ** 3
    small = x < EXACT_BELOW
    part: Flags = small & (x != np.floor(x))  # half a social worker
    low[part], high[part] = _of_part(x[part], level)
    for place in np.flatnonzero(small & ~part):
        low[place], high[place] = exact_poisson(float(x[place]), level)
    shape = np.shape(count)
    return low.reshape(shape), high.reshape(shape)


@cache
def exact_poisson(count: float, level: float) -> tuple[float, float]:
    """Exact limits for a small count: each tail holds half of what the level leaves out."""
    if not count.is_integer():
        low_end, high_end = _of_part(np.array([count]), level)
        return float(low_end[0]), float(high_end[0])
    tail, whole = _tail(level), int(count)
    low = _mean_with_tail(whole - 1, 1.0 - tail) if whole else 0.0
    return low, _mean_with_tail(whole, tail)


def _mean_with_tail(count: int, share: float) -> float:
    """The Poisson mean for which counts up to `count` have probability `share`, by halving."""
    low, high = 0.0, 100.0
    while high - low > 1e-12 * high:
        mean = (low + high) / 2.0
        term = total = math.exp(-mean)
        for each in range(1, count + 1):
            term *= mean / each
            total += term
        low, high = (mean, high) if total > share else (low, mean)
    return (low + high) / 2.0


def _of_part(counts: Numbers, level: float) -> tuple[Numbers, Numbers]:
    """The same limits of counts that are not whole: quantiles of the gamma law of scale one."""
    shapes = np.array([counts, counts + 1.0])
    shares = np.array([[_tail(level)], [1.0 - _tail(level)]])
    low, high = gamma_quantile(shapes, shares)
    return low, high


def _tail(level: float) -> float:
    return (1.0 - level / 100.0) / 2.0
