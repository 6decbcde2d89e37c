"""Where every council stands beside its comparators, in every period at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.similar import ENGLAND_SET, Comparators

FEWEST_COMPARATORS = 6
FEWEST_FOR_ALIKENESS = 30


@dataclass(frozen=True, eq=False)
class Standing:
    """Councils × periods, or, of one period, one number for each council.

    y                 each council's own, the indicator's and so kept once for every set
    known             how many comparators have a value
    mean              of comparators on the scale (of values, for an indicator without counts)
    chance_of_mean    Σs²/k², the chance variance of that mean

    What follows from these at once is worked out when asked: every set of comparators of every
    indicator is kept.
    """

    y: Numbers
    known: npt.NDArray[np.int16]
    mean: Numbers
    chance_of_mean: Numbers

    @property
    def with_value(self) -> Numbers:
        """k, how many comparators have a value, to calculate with."""
        return self.known.astype(np.float64)

    @property
    def gap(self) -> Numbers:
        """Their y less the mean of the comparators."""
        return self.y - self.mean

    @property
    def with_mean(self) -> Flags:
        """Whether at least six comparators have a value."""
        return self.known >= FEWEST_COMPARATORS

    def at(self, place: int) -> Standing:
        """The standing in one period."""
        return Standing(
            y=self.y[:, place],
            known=self.known[:, place],
            mean=self.mean[:, place],
            chance_of_mean=self.chance_of_mean[:, place],
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
        y=y,
        known=k.astype(np.int16),
        mean=mean,
        chance_of_mean=over_comparators(comparators, s2) / np.maximum(k, 1.0) ** 2,
    )


def alikeness_by_period(comparators: Comparators, y: Numbers, standing: Standing) -> Numbers:
    """Over England, how a council's y goes with each of its comparators': a correlation a period.

    Over every pair of a council and one of its comparators, both with a value. (With the mean of
    ten it would be larger, since a mean is steadier than each; it is of single councils that the
    question is asked.) NaN for fewer than 30 councils, and where all are compared with all.
    """
    if comparators.name == ENGLAND_SET:
        return np.full(y.shape[1], np.nan)
    here = np.isfinite(y) & standing.with_mean
    councils = here.sum(axis=0)
    centre = np.divide(
        np.where(here, y, 0.0).sum(axis=0), councils, out=np.zeros(y.shape[1]), where=councils > 0
    )
    own = np.where(here, y - centre, 0.0)
    other = y - centre
    pairs = np.where(here, over_comparators(comparators, np.isfinite(y).astype(np.float64)), 0.0)
    theirs = np.where(here, over_comparators(comparators, other), 0.0)
    squares = np.where(here, over_comparators(comparators, other**2), 0.0)
    count = np.maximum(pairs.sum(axis=0), 1.0)
    ours_sum, theirs_sum = (own * pairs).sum(axis=0), theirs.sum(axis=0)
    together = (own * theirs).sum(axis=0) - ours_sum * theirs_sum / count
    ours_spread = (own**2 * pairs).sum(axis=0) - ours_sum**2 / count
    theirs_spread = squares.sum(axis=0) - theirs_sum**2 / count
    size = np.sqrt(np.maximum(ours_spread, 0.0) * np.maximum(theirs_spread, 0.0))
    found = np.full(y.shape[1], np.nan)
    np.divide(together, size, out=found, where=(size > 0) & (councils >= FEWEST_FOR_ALIKENESS))
    return found
