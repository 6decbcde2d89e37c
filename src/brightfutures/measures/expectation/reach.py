"""How far figures stray from what is expected of them: the ends of a range that holds 95 in 100.

Of councils of one kind figures do not stray like a bell: a few lie very far off, often on one
side. So the ends are not 1.96 standard deviations but those of the councils themselves: of m
others' deviations in order, each in standard deviations of its own and each from an expectation
made without it, the ones at places (m + 1)·2.5% from either end. A figure like theirs then lies
between them 95 times in 100, whatever the shape (conformal prediction: Vovk, Gammerman and Shafer
2005; Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from brightfutures.measures.arrays import Numbers, Whole

OUTSIDE = 0.025
"""The share of figures beyond either end."""

LEAST_REACH = 1e-6
"""Each end lies at least so far from what is expected."""


class Reach(NamedTuple):
    """How far the range goes below and above what is expected, in standard deviations."""

    below: Numbers
    above: Numbers


def reach_of(deviations: Numbers) -> tuple[float, float]:
    """How far a range goes below and above, from the deviations of others."""
    below, above = _ends(np.sort(deviations)[np.newaxis], np.array([len(deviations)]))
    return float(below[0]), float(above[0])


def reach_without_own(deviations: Numbers, pairs: Sequence[tuple[int, int]] = ()) -> Reach:
    """The same for each council, from the deviations of all but itself and its pair."""
    count = len(deviations)
    others = np.tile(deviations, (count, 1))
    np.fill_diagonal(others, np.nan)
    for one, other in pairs:
        others[one, other] = np.nan
    return Reach(*_ends(np.sort(others, axis=1), np.isfinite(others).sum(axis=1)))


def _ends(ordered: Numbers, count: Whole) -> Reach:
    """Both ends of each row in order, NaN last; type 6 of Hyndman and Fan (1996)."""
    place: Numbers = np.asarray(OUTSIDE * (count + 1.0) - 1.0, dtype=np.float64)
    low, high = _at(ordered, place, count), _at(ordered, count - 1.0 - place, count)
    return Reach(np.maximum(-low, LEAST_REACH), np.maximum(high, LEAST_REACH))


def _at(ordered: Numbers, place: Numbers, count: Whole) -> Numbers:
    inside = np.clip(place, 0.0, count - 1.0)
    floor = np.floor(inside).astype(np.int64)
    rows = np.arange(len(ordered))
    lower, upper = ordered[rows, floor], ordered[rows, np.minimum(floor + 1, count - 1)]
    return np.asarray(lower + (upper - lower) * (inside - floor))
