"""The averages of a comparison set in one period, for every council at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.similar import Comparators


@dataclass(frozen=True, eq=False)
class Averages:
    """One number for each council; NaN where no comparator has a value.

    with_value   k, how many comparators have a value
    mean         of comparators on the scale (of values, for an indicator without counts)
    median, low_quarter, high_quarter   of comparators' values
    pooled       all their numerators over all their denominators, in the indicator's unit
    """

    with_value: Numbers
    mean: Numbers
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


def over_comparators(comparators: Comparators, numbers: Numbers) -> Numbers:
    """The sum of a number over each council's comparators, missing ones left out."""
    return np.asarray(comparators.member @ np.where(np.isfinite(numbers), numbers, 0.0))


def count_with(comparators: Comparators, numbers: Numbers) -> Numbers:
    """How many of each council's comparators have the number."""
    return np.asarray(comparators.member @ np.isfinite(numbers).astype(np.float64))


def averages_of(comparators: Comparators, column: Column, per: float) -> Averages:
    """The averages of each council's comparators in one period."""
    k = count_with(comparators, column.y)
    mean = _divide(over_comparators(comparators, column.y), k)
    both = np.isfinite(column.numerator) & np.isfinite(column.denominator)
    top = over_comparators(comparators, np.where(both, column.numerator, np.nan))
    base = over_comparators(comparators, np.where(both, column.denominator, np.nan))
    values = np.append(column.value, np.nan)[comparators.index]  # −1 takes the NaN at the end
    low, middle, high = quantiles_of_rows(values, (0.25, 0.5, 0.75))
    return Averages(
        with_value=k,
        mean=mean,
        median=middle,
        low_quarter=low,
        high_quarter=high,
        pooled=per * _divide(top, base),
    )


def quantiles_of_rows(values: Numbers, shares: tuple[float, ...]) -> tuple[Numbers, ...]:
    """Quantiles of each row without its NaN, interpolated (type 7 of Hyndman and Fan 1996)."""
    ordered = np.sort(values, axis=1)  # NaN sorts last
    last = np.isfinite(ordered).sum(axis=1) - 1
    found = []
    for share in shares:
        place = np.maximum(last, 0) * share
        below = np.floor(place).astype(np.int64)
        above = np.minimum(below + 1, np.maximum(last, 0))
        rows = np.arange(len(ordered))
        low, high = ordered[rows, below], ordered[rows, above]
        found.append(np.where(last >= 0, low + (high - low) * (place - below), np.nan))
    return tuple(found)


def _divide(top: Numbers, base: Numbers) -> Numbers:
    out = np.full(top.shape, np.nan)
    np.divide(top, base, out=out, where=base > 0)
    return out
