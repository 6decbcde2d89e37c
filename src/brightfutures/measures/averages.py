"""The averages of a comparison set in one period besides its mean, for every council at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.similar import Comparators
from brightfutures.measures.standing import over_comparators


class Average(StrEnum):
    """The three ways in which the figures of a comparison set are averaged."""

    MEAN = "mean"
    MEDIAN = "median"
    POOLED = "pooled"


@dataclass(frozen=True, eq=False)
class Averages:
    """One number for each council; NaN where no comparator has a value.

    plain_mean   of comparators' values; the mean that is judged by is taken on the scale
    median, low_quarter, high_quarter   of comparators' values
    pooled       all their numerators over all their denominators, in the indicator's unit
    """

    plain_mean: Numbers
    median: Numbers
    low_quarter: Numbers
    high_quarter: Numbers
    pooled: Numbers


@dataclass(frozen=True, eq=False)
class Column:
    """One period of one indicator, councils only: y on the scale, the value and the counts."""

    y: Numbers
    s2: Numbers
    value: Numbers
    numerator: Numbers
    denominator: Numbers


def averages_of(comparators: Comparators, column: Column, per: float) -> Averages:
    """The averages of each council's comparators in one period."""
    both = np.isfinite(column.numerator) & np.isfinite(column.denominator)
    counts = np.stack([column.numerator, column.denominator], axis=1)
    top, base = over_comparators(comparators, np.where(both[:, np.newaxis], counts, np.nan)).T
    pooled = np.full(top.shape, np.nan)
    np.divide(per * top, base, out=pooled, where=base > 0)
    values = np.append(column.value, np.nan)[comparators.index]  # −1 takes the NaN at the end
    low, middle, high = quantiles_of_rows(values, (0.25, 0.5, 0.75))
    count = np.isfinite(values).sum(axis=1)
    plain = np.full(top.shape, np.nan)
    np.divide(np.nansum(values, axis=1), count, out=plain, where=count > 0)
    return Averages(
        plain_mean=plain, median=middle, low_quarter=low, high_quarter=high, pooled=pooled
    )


def quantiles_of_rows(values: Numbers, shares: tuple[float, ...]) -> tuple[Numbers, ...]:
    """Quantiles of each row without its NaN, interpolated (type 7 of Hyndman and Fan 1996)."""
    ordered = np.sort(values, axis=1)  # NaN sorts last
    last = np.isfinite(ordered).sum(axis=1) - 1
    top = np.maximum(last, 0)
    rows = np.arange(len(ordered))
    found = []
    for share in shares:
        place = top * share
        below = place.astype(np.int64)
        low, high = ordered[rows, below], ordered[rows, np.minimum(below + 1, top)]
        found.append(np.where(last >= 0, low + (high - low) * (place - below), np.nan))
    return tuple(found)
