"""What counts say about a level on the scale: three likelihoods with their derivatives.

With η the level on the scale (logit for proportions, log for rates) and x the count out of n:
binomial x ~ Bin(n, e^η/(1 + e^η)), Poisson x ~ Poisson(n·e^η), and normal x ~ N(η, n) for a
figure whose variance n is known.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Numbers


class Likelihood(StrEnum):
    """How an observation strays from its level by chance alone."""

    BINOMIAL = "binomial"  # a count out of a count
    POISSON = "poisson"  # a count for an exposure: children, children in care
    NORMAL = "normal"  # a figure with a known variance


class Slopes(NamedTuple):
    """The log likelihood of each observation by η: its first derivative, and minus the next two.

    `weight` is what the observation tells about η (its inverse is the chance variance there).
    """

    score: Numbers
    weight: Numbers
    weight_slope: Numbers


@dataclass(frozen=True, eq=False)
class Observations:
    """Counts (or figures) `x`, and what each is out of: n, the exposure, or the variance."""

    likelihood: Likelihood
    x: Numbers
    out_of: Numbers

    def slopes(self, level: Numbers) -> Slopes:
        """The derivatives at a level η for each observation."""
        if self.likelihood is Likelihood.NORMAL:
            weight = 1.0 / self.out_of
            return Slopes((self.x - level) * weight, weight, np.zeros_like(weight))
        if self.likelihood is Likelihood.POISSON:
            mean = self.out_of * _power(level)
            return Slopes(self.x - mean, mean, mean)
        share = 1.0 / (1.0 + _power(-level))
        weight = self.out_of * share * (1.0 - share)
        return Slopes(self.x - self.out_of * share, weight, weight * (1.0 - 2.0 * share))

    def log_likelihood(self, level: Numbers) -> Numbers:
        """Of each observation at a level η, but for `constant`, which does not depend on it."""
        if self.likelihood is Likelihood.NORMAL:
            return np.asarray(-0.5 * (self.x - level) ** 2 / self.out_of)
        if self.likelihood is Likelihood.POISSON:
            return np.asarray(self.x * level - self.out_of * _power(level))
        return np.asarray(self.x * level - self.out_of * np.logaddexp(0.0, level))

    def constant(self) -> float:
        """The part of the log likelihood that no level changes."""
        if self.likelihood is Likelihood.NORMAL:
            return float(-0.5 * np.log(2.0 * np.pi * self.out_of).sum())
        if self.likelihood is Likelihood.POISSON:
            return float((self.x * np.log(self.out_of)).sum()) - _log_factorials(self.x)
        rest = self.out_of - self.x
        return _log_factorials(self.out_of) - _log_factorials(self.x) - _log_factorials(rest)

    def first_guess(self) -> Numbers:
        """A level near each observation's own, with a half added so that nought has one."""
        if self.likelihood is Likelihood.NORMAL:
            return self.x
        if self.likelihood is Likelihood.POISSON:
            return np.asarray(np.log((self.x + 0.5) / self.out_of))
        return np.asarray(np.log((self.x + 0.5) / (self.out_of - self.x + 0.5)))

    def chosen(self, rows: Numbers | slice) -> Observations:
        """The same of some rows only."""
        return Observations(self.likelihood, self.x[rows], self.out_of[rows])

    @property
    def all_or_none(self) -> bool:
        """Whether nobody at all was counted, or everybody: no level on the scale fits that."""
        if self.likelihood is Likelihood.NORMAL:
            return False
        everybody = self.likelihood is Likelihood.BINOMIAL and bool((self.x >= self.out_of).all())
        return everybody or not self.x.any()


def observations_of(kind: IndicatorKind, count: Numbers, out_of: Numbers) -> Observations:
    """Counts with the likelihood of their kind; a proportion's count is at most what it is of."""
    if kind is IndicatorKind.PROPORTION:
        return Observations(Likelihood.BINOMIAL, np.clip(count, 0.0, out_of), out_of)
    return Observations(Likelihood.POISSON, np.maximum(count, 0.0), out_of)


def _log_factorials(counts: Numbers) -> float:
    """The sum of the logarithms of n! of each count n."""
    # scipy.special has the same in one call, and takes a fifth of a second to load.
    return math.fsum(math.lgamma(count + 1.0) for count in counts.tolist())


def _power(level: Numbers) -> Numbers:
    """The exponential of a level; a step that leads far off gives infinity, and is taken back."""
    with np.errstate(over="ignore"):
        return np.asarray(np.exp(level))
