"""What lots would put at the top of a table, and what wobble would if the truth were known.

Lots: of N councils K were judged less than good; t drawn without putting back hold k of them with
the hypergeometric chance C(K, k)·C(N − K, t − k)/C(N, t).

Wobble: a council's true level is T, its figure √r·T + √(1 − r)·E with T and E standard normal, so
that r is the share of the spread of figures that is true (their reliability or steadiness). Given
the highest figure not in the top, x, each of those above it has T under c with the chance
P(T < c | figure > x) apart from the others. The law of x among n is that of the order statistic,
so what is expected, and how often it is two or more, are integrals and need no drawing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from brightfutures.measures.arrays import Numbers

STEP = 0.01
REACH = 8.0
STEADIEST = 1.0 - 1e-6
HALVINGS = 20
"""How often the range of a steadiness is halved: to a millionth."""


def chance_of(count: int, drawn: int, marked: int, all_of: int) -> float:
    """The hypergeometric chance of exactly `count` marked among those drawn."""
    if not 0 <= count <= marked or not 0 <= drawn - count <= all_of - marked:
        return 0.0
    ways = math.comb(marked, count) * math.comb(all_of - marked, drawn - count)
    return ways / math.comb(all_of, drawn)


def chance_of_as_few(count: int, drawn: int, marked: int, all_of: int) -> float:
    """The chance of no more than `count`."""
    return sum(chance_of(fewer, drawn, marked, all_of) for fewer in range(count + 1))


def chance_of_as_many(count: int, drawn: int, marked: int, all_of: int) -> float:
    """The chance of no fewer than `count`."""
    return sum(chance_of(more, drawn, marked, all_of) for more in range(count, drawn + 1))


@dataclass(frozen=True, kw_only=True)
class TrulyLow:
    """Of those at the top of a wobbling table, how many truly belong to the lowest share."""

    expected: float
    two_or_more: float


def truly_low(steadiness: float, share: float, councils: int, top: int) -> TrulyLow:
    """Of the `top` by figure among `councils`, those whose truth is in the lowest `share` of all.

    `steadiness` is r, from 0 (lots) to 1 (no wobble); `share` is from 0 to 1.
    """
    r = min(max(steadiness, 0.0), STEADIEST)
    x = np.arange(-REACH, REACH + STEP / 2.0, STEP)
    density = np.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)
    cut = _cut(share)
    under = _normal((cut - math.sqrt(r) * x) / math.sqrt(1.0 - r))
    above = _from_the_right(density)
    each = _from_the_right(density * under) / np.maximum(above, 1e-300)
    weight = _law_of_the_last_outside(x, density, councils, top)
    two = sum(
        (math.comb(top, count) * each**count * (1.0 - each) ** (top - count))
        for count in range(2, top + 1)
    )
    return TrulyLow(
        expected=float(top * (weight * each).sum()),
        two_or_more=float((weight * two).sum()),
    )


def steadiness_that_puts(expected: float, share: float, councils: int, top: int) -> float | None:
    """How steady a table would be of whose `top` so many truly belong to the lowest `share`.

    None where even lots, of which none is steady, would put fewer there.
    """
    if expected >= truly_low(0.0, share, councils, top).expected:
        return None
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        if truly_low(middle, share, councils, top).expected > expected:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def _cut(share: float) -> float:
    if share <= 0.0:
        return -math.inf
    return math.inf if share >= 1.0 else NormalDist().inv_cdf(share)


def _law_of_the_last_outside(x: Numbers, density: Numbers, councils: int, top: int) -> Numbers:
    """The weight of each x as the (top + 1)th highest of so many standard normal figures."""
    below = np.clip(_normal(x), 1e-300, 1.0)
    over = np.clip(_normal(-x), 1e-300, 1.0)
    log = (councils - top - 1) * np.log(below) + top * np.log(over)
    weight = np.exp(log - log.max()) * density
    return np.asarray(weight / weight.sum())


def _from_the_right(values: Numbers) -> Numbers:
    """The integral of `values` from each point to the last, by trapezoids."""
    pieces = 0.5 * (values[1:] + values[:-1]) * STEP
    return np.concatenate((np.cumsum(pieces[::-1])[::-1], [0.0]))


_erfc = np.frompyfunc(math.erfc, 1, 1)


def _normal(z: Numbers) -> Numbers:
    return np.asarray(0.5 * _erfc(-z / math.sqrt(2.0)), dtype=np.float64)
