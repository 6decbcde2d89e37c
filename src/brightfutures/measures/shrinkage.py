"""What is left of a figure once chance and the wobble are allowed for: the shrunken estimate.

Councils' lasting levels L on the scale are taken as N(μ, T), this year's level as L plus a wobble
N(0, A), and the count as binomial or Poisson about that (`random_intercept`, whose spread is
T + A). Each council's lasting level is then known as N(μ + r(y − μ), r(A + s²)) with
reliability r = T/(T + A + s²): the less its own figure tells, the nearer to England's average.
Empirical Bayes as in Efron and Morris (1975); the chances of a place after Goldstein and
Spiegelhalter (1996).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import Indicator, IndicatorKind
from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.likelihoods import Likelihood, Observations
from brightfutures.measures.random_intercept import fit_random_intercept
from brightfutures.measures.ranks import law_of_place, rank_range
from brightfutures.measures.results import RankRange
from brightfutures.measures.scale import from_scale
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study
from brightfutures.quantities import CannotAnswer, Interval

FEWEST_COUNCILS = 20
"""With fewer the spread between councils cannot be known well enough to shrink by."""

FIFTH = 0.2
LEVEL = 95.0
REACH = 1.959963984540054
"""Standard deviations to each end of a 95% range."""


@dataclass(frozen=True, kw_only=True)
class Shrunken:
    """One council's figure, and what it says of the level that lasts.

    `raw` is the figure as it is and `estimate` the lasting level, both in the indicator's unit,
    with its 95% `range`. `reliability` (0 to 1) is the weight that its own figure has in the
    estimate. The chances (0 to 1) are that its lasting level is truly among the highest and the
    lowest fifth of `rank.of` councils, and `rank` the places from lowest that it probably holds.
    """

    area: str
    period: str
    raw: float
    estimate: float
    range: Interval
    reliability: float
    chance_highest_fifth: float
    chance_lowest_fifth: float
    rank: RankRange


@dataclass(frozen=True, eq=False)
class Lasting:
    """Lasting levels on the scale: μ, T, and for each council its estimate, variance and r."""

    mean: float
    between: float
    estimate: Numbers
    variance: Numbers
    reliability: Numbers


def observations_of(indicator: Indicator, count: Numbers, out_of: Numbers) -> Observations:
    """Counts with the likelihood of their kind; a proportion's count is at most what it is of."""
    if indicator.kind is IndicatorKind.PROPORTION:
        return Observations(Likelihood.BINOMIAL, np.clip(count, 0.0, out_of), out_of)
    return Observations(Likelihood.POISSON, np.maximum(count, 0.0), out_of)


def lasting_levels(observations: Observations, wobble: float) -> Lasting:
    """The lasting level of each of some councils; `wobble` is A, a variance on the scale."""
    ones = np.ones((len(observations.x), 1))
    fit = fit_random_intercept(observations, ones)
    mean, between = float(fit.coefficients[0]), max(0.0, fit.spread**2 - wobble)
    noise = wobble + fit.working_variance
    reliability = between / (between + noise)
    of_mean = float(fit.covariance[0, 0])
    return Lasting(
        mean=mean,
        between=between,
        estimate=mean + reliability * (fit.working - mean),
        variance=reliability * noise + (1.0 - reliability) ** 2 * of_mean,
        reliability=reliability,
    )


def shrunken_of_all(study: Study, studies: Studies, place: int) -> tuple[Shrunken, ...]:
    """Every council that has counts in one period, in order of name.

    Raises `CannotAnswer` for an indicator without counts, where too little past is known to say
    how far it wobbles, and with fewer than 20 councils.
    """
    wobble, column = studies.wobble(study, place), study.column(place)
    if wobble is None:
        raise CannotAnswer(
            f"What lasts cannot be told from what does not for {study.indicator.title}: "
            f"{'no counts are published' if not study.counted else 'too little past is known'}."
        )
    known: Flags = np.isfinite(column.y) & np.isfinite(column.s2)
    if known.sum() < FEWEST_COUNCILS:
        raise CannotAnswer(f"Too few councils have a figure for {study.indicator.title}.")
    rows = np.flatnonzero(known)
    counts = observations_of(study.indicator, column.numerator[rows], column.denominator[rows])
    found = lasting_levels(counts, wobble.long_run)
    return tuple(
        _shrunken(study, place, found, number, row) for number, row in enumerate(rows.tolist())
    )


def _shrunken(study: Study, place: int, found: Lasting, number: int, row: int) -> Shrunken:
    reach = REACH * float(np.sqrt(found.variance[number]))
    ends = np.array([-reach, 0.0, reach]) + found.estimate[number]
    indicator = study.indicator
    low, middle, high = from_scale(indicator.kind, ends, indicator.per).tolist()
    lowest, highest, rank = chances_of_places(found, number)
    return Shrunken(
        area=study.material.panel.areas[row],
        period=study.material.panel.periods[place],
        raw=float(study.column(place).value[row]),
        estimate=middle,
        range=Interval(low, high, LEVEL),
        reliability=float(found.reliability[number]),
        chance_highest_fifth=highest,
        chance_lowest_fifth=lowest,
        rank=rank,
    )


def chances_of_places(found: Lasting, number: int) -> tuple[float, float, RankRange]:
    """The chances of being among the lowest and the highest fifth, and the probable places."""
    # Where nothing lasts all are alike, and any order of them is as good as another.
    differ = found.between > 0
    own = found.variance if differ else np.ones_like(found.variance)
    level = found.estimate if differ else np.zeros_like(found.estimate)
    up_to, rank = law_of_place(level, own, number), rank_range(level, own, number)
    assert up_to is not None
    assert rank is not None
    fifth = max(1, round(FIFTH * rank.of))
    return float(up_to[fifth - 1]), float(1.0 - up_to[rank.of - fifth - 1]), rank
