"""The levels behind councils' figures: where each would be but for chance and the wobble.

On the scale, the levels L behind councils' figures are taken as N(μ, T), this year's level as L
plus a wobble N(0, A), and the count as binomial or Poisson about that: a random-intercept model
whose spread τ² is T + A (`random_intercept`). For a council with figure y and chance variance s²

    r = T/(T + A + s²),   L ~ N(μ + r(y − μ), r(A + s²) + (1 − r)²·var(μ)),

so that the less its own figure tells, the nearer it is to the average: empirical Bayes as in
Efron and Morris (1975). r is its reliability. The one most likely T would understate the doubt,
most of all where it is nought, so this is averaged over √T with a flat prior, each as likely as
the restricted likelihood says (Gelman and others, Bayesian Data Analysis, section 5.4; worked
there with eight schools).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.likelihoods import Observations, observations_of
from brightfutures.measures.random_intercept import fit_random_intercept
from brightfutures.quantities import CannotAnswer

FEWEST_COUNCILS = 20
"""With fewer the spread between councils cannot be known well enough to shrink by."""

REACH = 1.959963984540054
"""Standard deviations to each end of a 95% range."""

POINTS = 121
NEGLIGIBLE = 12.0
"""A spread whose log likelihood is this far below the best (1 in 160,000) is left out."""


@dataclass(frozen=True, eq=False)
class LevelsBehind:
    """On the scale: μ, √T, and for each council the estimate of its level, variance and r."""

    mean: float
    spread: float
    estimate: Numbers
    variance: Numbers
    reliability: Numbers


def levels_of_counts(
    kind: IndicatorKind, count: Numbers, out_of: Numbers, wobble: float
) -> LevelsBehind | None:
    """The same for councils some of which have no counts: theirs is NaN.

    None where fewer than 20 have, or nothing can be fitted.
    """
    known: Flags = np.isfinite(count) & (np.nan_to_num(out_of) > 0.0)
    if known.sum() < FEWEST_COUNCILS:
        return None
    try:
        found = levels_behind(observations_of(kind, count[known], out_of[known]), wobble)
    except CannotAnswer:
        return None

    def whole(each: Numbers) -> Numbers:
        filled = np.full(len(count), np.nan)
        filled[known] = each
        return filled

    return LevelsBehind(
        mean=found.mean,
        spread=found.spread,
        estimate=whole(found.estimate),
        variance=whole(found.variance),
        reliability=whole(found.reliability),
    )


def levels_behind(observations: Observations, wobble: float) -> LevelsBehind:
    """The level behind the figure of each of some councils; `wobble` is A, on the scale.

    Raises `CannotAnswer` as `fit_random_intercept` does.
    """
    fit = fit_random_intercept(observations, np.ones((len(observations.x), 1)))
    noise = wobble + fit.working_variance
    spreads = _spreads_to_weigh(fit.working, noise)
    each = tuple(levels_at(fit.working, noise, float(spread)) for spread in spreads)
    likely = np.array([_log_likelihood(fit.working, noise, float(spread)) for spread in spreads])
    weight = np.exp(likely - likely.max())
    weight /= weight.sum()
    estimates = np.stack([one.estimate for one in each])
    variances = np.stack([one.variance for one in each])
    estimate: Numbers = np.asarray(weight @ estimates)
    return LevelsBehind(
        mean=float(weight @ np.array([one.mean for one in each])),
        spread=float(weight @ spreads),
        estimate=estimate,
        variance=weight @ (variances + (estimates - estimate) ** 2),
        reliability=weight @ np.stack([one.reliability for one in each]),
    )


def levels_at(figures: Numbers, noise: Numbers, spread: float) -> LevelsBehind:
    """The same for one known spread √T between councils; `noise` is A + s² of each figure."""
    precision = 1.0 / (spread**2 + noise)
    of_mean = 1.0 / float(precision.sum())
    mean = of_mean * float(precision @ figures)
    return levels_about(figures, noise, spread, (mean, of_mean))


def levels_about(
    figures: Numbers, noise: Numbers, spread: float, mean: tuple[float, float]
) -> LevelsBehind:
    """The same where μ is known as well, with the variance of what is known of it."""
    middle, of_mean = mean
    reliability = spread**2 / (spread**2 + noise)
    return LevelsBehind(
        mean=middle,
        spread=spread,
        estimate=middle + reliability * (figures - middle),
        variance=reliability * noise + (1.0 - reliability) ** 2 * of_mean,
        reliability=reliability,
    )


def _log_likelihood(figures: Numbers, noise: Numbers, spread: float) -> float:
    """Restricted, of one spread √T, but for its constant."""
    precision = 1.0 / (spread**2 + noise)
    total = float(precision.sum())
    apart = figures - float(precision @ figures) / total
    return 0.5 * float(np.log(precision).sum() - np.log(total) - precision @ apart**2)


def _spreads_to_weigh(figures: Numbers, noise: Numbers) -> Numbers:
    """The middles of even steps from nought to a spread that is too wide to be at all likely."""
    widest = float(np.sqrt(np.var(figures) + np.median(noise)))
    best = max(
        _log_likelihood(figures, noise, float(spread)) for spread in np.linspace(0.0, widest, 21)
    )
    while _log_likelihood(figures, noise, widest) > best - NEGLIGIBLE:
        widest *= 1.25
    return np.asarray((np.arange(POINTS) + 0.5) * (widest / POINTS), dtype=np.float64)
