"""A difference parted among its factors, in no particular order, so that nothing is left over.

Changing one factor after another from theirs to ours gives each a part, and the parts add up; but
which part is whose depends on the order. The part here is the mean over all orders. With k factors
that is a weighted sum over the sets S of the others that are already ours,

    part of i = Σ over S of |S|!·(k − |S| − 1)!/k! · (f(S and i) − f(S)),

the value of Shapley (1953), and for a product the standardisation of Das Gupta (1993,
*Standardization and decomposition of rates*, United States Bureau of the Census, P23-186).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations
from math import factorial

import numpy as np

from brightfutures.measures.arrays import Numbers

MOST_FACTORS = 5
"""With k factors 2ᵏ sets are worked out."""

SAME = 1e-12
"""Factors nearer than this share of themselves differ by rounding only, and are the same."""

Factors = Sequence[Numbers]


def order_free_parts(
    value: Callable[[Factors], Numbers], ours: Factors, theirs: Factors
) -> list[Numbers]:
    """What each factor adds to `value(ours) − value(theirs)`; the parts sum to it.

    `value` must take any mixture of our and their factors. A factor that is the same on both
    sides has the part nought. Raises `ValueError` for more than five factors, or for sides that
    do not have the same.
    """
    count = len(ours)
    if not 1 <= count <= MOST_FACTORS or count != len(theirs):
        raise ValueError(f"From 1 to {MOST_FACTORS} factors on both sides, not {count}.")
    theirs = [_snapped(one, other) for one, other in zip(theirs, ours, strict=True)]
    found = {
        chosen: value([(ours if place in chosen else theirs)[place] for place in range(count)])
        for chosen in _sets(count)
    }
    parts = []
    for place in range(count):
        part = np.zeros(())
        for without in found:
            if place not in without:
                gained = found[without | {place}] - found[without]
                part = part + _weight(len(without), count) * gained
        parts.append(np.asarray(part, dtype=np.float64))
    return parts


def _snapped(one: Numbers, other: Numbers) -> Numbers:
    """A side's factor, or the other side's own numbers where the two differ by rounding only."""
    return other if bool((np.abs(one - other) <= SAME * np.abs(other)).all()) else one


@cache
def _sets(count: int) -> tuple[frozenset[int], ...]:
    return tuple(
        frozenset(chosen)
        for size in range(count + 1)
        for chosen in combinations(range(count), size)
    )


def _weight(size: int, count: int) -> float:
    """The share of all orders in which just so many others come before."""
    return factorial(size) * factorial(count - size - 1) / factorial(count)
