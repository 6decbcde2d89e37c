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
from collections.abc import Callable
from functools import cache

import numpy as np

from brightfutures.measures.arrays import Numbers

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
    for place in np.flatnonzero(x < EXACT_BELOW):
        low[place], high[place] = exact_poisson(float(x[place]), level)
    shape = np.shape(count)
    return low.reshape(shape), high.reshape(shape)


@cache
def exact_poisson(count: float, level: float) -> tuple[float, float]:
    """Exact limits for a small count: each tail holds half of what the level leaves out."""
    tail = (1.0 - level / 100.0) / 2.0
    if not count.is_integer():  # half a social worker
        return _gamma_quantile(count, tail), _gamma_quantile(count + 1.0, 1.0 - tail)
    whole = int(count)
    low = _mean_with_tail(whole - 1, 1.0 - tail) if whole else 0.0
    return low, _mean_with_tail(whole, tail)


def _mean_with_tail(count: int, share: float) -> float:
    """The Poisson mean for which counts up to `count` have probability `share`, by halving."""

    def is_below(mean: float) -> bool:
        term = total = math.exp(-mean)
        for each in range(1, count + 1):
            term *= mean / each
            total += term
        return total > share

    return _by_halving(is_below)


def _gamma_quantile(shape: float, share: float) -> float:
    """The quantile of the gamma distribution of scale one, by halving.

    Its share below m is the series mᵃe⁻ᵐ/Γ(a+1) · (1 + m/(a+1) + m²/((a+1)(a+2)) + …)
    (Abramowitz and Stegun 6.5.29), written out since scipy takes half a second to load.
    """

    def is_below(mean: float) -> bool:
        term = math.exp(shape * math.log(mean) - mean - math.lgamma(shape + 1.0))
        total, place = 0.0, shape
        while term > 1e-17 * total:
            total += term
            place += 1.0
            term *= mean / place
        return total < share

    return _by_halving(is_below)


def _by_halving(is_below: Callable[[float], bool]) -> float:
    """The number between 0 and 100 below which this holds, and above which it does not."""
    low, high = 0.0, 100.0
    while high - low > 1e-12 * high:
        middle = (low + high) / 2.0
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return (low + high) / 2.0
