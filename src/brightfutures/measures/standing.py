"""Where every council stands beside its comparators, in every period at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.correlation import correlation_of_columns
from brightfutures.measures.similar import ENGLAND_SET, Comparators

FEWEST_COMPARATORS = 6
FEWEST_FOR_ALIKENESS = 30


@dataclass(frozen=True, eq=False)
class Standing:
    """Councils × periods, or, of one period, one number for each council.

    with_value        k, how many comparators have a value
    mean              of comparators on the scale (of values, for an indicator without counts)
    gap               y less that mean
    chance_of_mean    Σs²/k², the chance variance of that mean
    with_mean         at least six comparators have a value
    """

    with_value: Numbers
    mean: Numbers
    gap: Numbers
    chance_of_mean: Numbers
    with_mean: Flags

    def at(self, place: int) -> Standing:
        """The standing in one period."""
        return Standing(
            with_value=self.with_value[:, place],
            mean=self.mean[:, place],
            gap=self.gap[:, place],
            chance_of_mean=self.chance_of_mean[:, place],
            with_mean=self.with_mean[:, place],
        )


def over_comparators(comparators: Comparators, numbers: Numbers) -> Numbers:
    """The sum of a number over each council's comparators, missing ones left out."""
    return np.asarray(comparators.member @ np.where(np.isfinite(numbers), numbers, 0.0))


def standing_of(comparators: Comparators, y: Numbers, s2: Numbers) -> Standing:
    """Every council beside the mean of its comparators; y and s2 are councils × periods."""
    k = np.asarray(comparators.member @ np.isfinite(y).astype(np.float64))
    mean = np.full(k.shape, np.nan)
    np.divide(over_comparators(comparators, y), k, out=mean, where=k > 0)
    return Standing(
        with_value=k,
        mean=mean,
        gap=y - mean,
        chance_of_mean=over_comparators(comparators, s2) / np.maximum(k, 1.0) ** 2,
        with_mean=k >= FEWEST_COMPARATORS,
    )


def alikeness_by_period(comparators: Comparators, y: Numbers, standing: Standing) -> Numbers:
    """Over England, how the councils' y go with their comparators' mean: a correlation a period.

    NaN for fewer than 30 councils, and where everyone is compared with everyone else.
    """
    if comparators.name == ENGLAND_SET:
        return np.full(y.shape[1], np.nan)
    own = np.where(standing.with_mean, y, np.nan)
    return correlation_of_columns(own, standing.mean, FEWEST_FOR_ALIKENESS)
