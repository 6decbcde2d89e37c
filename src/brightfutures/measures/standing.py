"""Where every council stands beside its comparators in one period."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.averages import Averages, Column, averages_of, over_comparators
from brightfutures.measures.similar import ENGLAND_SET, Comparators

FEWEST_COMPARATORS = 6
FEWEST_FOR_ALIKENESS = 30


@dataclass(frozen=True, eq=False)
class Standing:
    """One number for each council.

    gap               y less the mean of the comparators, on the scale
    chance_of_mean    Σs²/k², the chance variance of that mean
    with_mean         at least six comparators have a value
    alike             over England, how the councils' y go with their comparators' mean
                      (a correlation); NaN for fewer than 30 councils and where everyone is
                      compared with everyone else
    """

    averages: Averages
    gap: Numbers
    chance_of_mean: Numbers
    with_mean: Flags
    alike: float


def standing_of(comparators: Comparators, column: Column, per: float) -> Standing:
    """Every council beside the mean of its comparators, in one period."""
    averages = averages_of(comparators, column, per)
    k = np.maximum(averages.with_value, 1.0)
    with_mean = averages.with_value >= FEWEST_COMPARATORS
    return Standing(
        averages=averages,
        gap=column.y - averages.mean,
        chance_of_mean=over_comparators(comparators, column.s2) / k**2,
        with_mean=with_mean,
        alike=(
            float("nan")
            if comparators.name == ENGLAND_SET
            else correlation(
                np.where(with_mean, column.y, np.nan), averages.mean, FEWEST_FOR_ALIKENESS
            )
        ),
    )


def correlation(first: Numbers, second: Numbers, fewest: int) -> float:
    """Pearson's correlation of the pairs that are both there; NaN with fewer than `fewest`."""
    both = np.isfinite(first) & np.isfinite(second)
    if both.sum() < fewest:
        return float("nan")
    x = first[both] - first[both].mean()
    y = second[both] - second[both].mean()
    size = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / size if size > 0 else float("nan")
