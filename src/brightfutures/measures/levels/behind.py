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
from brightfutures.measures.levels.likelihoods import Observations, observations_of
from brightfutures.measures.levels.random_intercept_model import ROUNDING, Model
from brightfutures.quantities import CannotAnswer

FEWEST_COUNCILS = 20
"""With fewer the spread between councils cannot be known well enough to shrink by."""

REACH = 1.959963984540054
"""Standard deviations to each end of a 95% range."""

POINTS, FEW = 121, 21
ROUNDS = 3
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

    Raises `CannotAnswer` where nobody at all was counted, or everybody.
    """
    if observations.all_or_none:
        raise CannotAnswer("The figures are too alike to say what lies behind them.")
    figures, chance = _as_normal(observations, wobble)
    noise = wobble + chance
    spreads, weight = _weighed(figures, noise)
    reliability = spreads**2 / (spreads**2 + noise)  # spreads × councils, as all that follows
    precision = 1.0 / (spreads**2 + noise)
    of_mean = 1.0 / precision.sum(axis=1, keepdims=True)
    mean = of_mean * (precision @ figures)[:, np.newaxis]
    each = mean + reliability * (figures - mean)
    variance = reliability * noise + (1.0 - reliability) ** 2 * of_mean
    estimate: Numbers = np.asarray(weight @ each)
    return LevelsBehind(
        mean=float(weight @ mean[:, 0]),
        spread=float(weight @ spreads[:, 0]),
        estimate=estimate,
        variance=weight @ (variance + (each - estimate) ** 2),
        reliability=weight @ reliability,
    )


def _as_normal(observations: Observations, wobble: float) -> tuple[Numbers, Numbers]:
    """Figures with chance variances that say of each level, near its mode, what its counts do.

    The mode depends a little on the spread, and the spread on the figures: three rounds settle
    both (penalised quasi-likelihood; Breslow and Clayton 1993).
    """
    model = Model(observations, np.ones((len(observations.x), 1)), np.arange(len(observations.x)))
    coefficients, scaled = model.start, np.zeros(model.count)
    figures = observations.first_guess()
    chance = 1.0 / observations.slopes(figures).weight
    for _ in range(ROUNDS):
        spreads, weight = _weighed(figures, wobble + chance)
        spread = float(np.sqrt(weight @ spreads[:, 0] ** 2 + wobble))
        mode = model.joint_mode(spread, coefficients, scaled)
        coefficients, scaled = mode.coefficients, mode.scaled
        chance = 1.0 / np.maximum(mode.slopes.weight, ROUNDING)
        figures = coefficients[0] + spread * scaled + mode.slopes.score * chance
    return figures, chance


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


def _weighed(figures: Numbers, noise: Numbers) -> tuple[Numbers, Numbers]:
    """Spreads √T (as a column) from nought to one too wide to be at all likely, with weights.

    They are the middles of even steps.
    """
    widest = float(np.sqrt(np.var(figures) + np.median(noise)))
    best = _log_likelihoods(figures, noise, _steps(widest, FEW)).max()
    while _log_likelihoods(figures, noise, np.array([[widest]]))[0] > best - NEGLIGIBLE:
        widest *= 1.25
    spreads = _steps(widest, POINTS)
    likely = _log_likelihoods(figures, noise, spreads)
    weight = np.exp(likely - likely.max())
    return spreads, np.asarray(weight / weight.sum())


def _steps(widest: float, count: int) -> Numbers:
    steps = (np.arange(count) + 0.5) * (widest / count)
    return np.asarray(steps[:, np.newaxis], dtype=np.float64)


def _log_likelihoods(figures: Numbers, noise: Numbers, spreads: Numbers) -> Numbers:
    """Restricted, of each spread √T, but for its constant."""
    precision = 1.0 / (spreads**2 + noise)
    total = precision.sum(axis=1)
    apart = figures - (precision @ figures / total)[:, np.newaxis]
    found = np.log(precision).sum(axis=1) - np.log(total) - (precision * apart**2).sum(axis=1)
    return np.asarray(0.5 * found)
