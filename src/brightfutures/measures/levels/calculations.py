"""The calculations that worked examples of the level behind a figure name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.levels.behind import (
    REACH,
    LevelsBehind,
    levels_about,
    levels_at,
    levels_behind,
)
from brightfutures.measures.levels.likelihoods import Likelihood, Observations
from brightfutures.measures.levels.random_intercept import fit_random_intercept
from brightfutures.measures.levels.shrinkage import chances_of_places
from brightfutures.measures.scale import chance_variance, from_scale, to_scale
from brightfutures.measures.worked_examples import Answer, Given


def _numbers(given: Given, name: str) -> Numbers:
    return np.array([float(number) for number in given[name]])


def _level_behind(given: Given) -> Answer:
    """One council's, where the average of all and how far they differ are known."""
    kind, per = IndicatorKind(given["kind"]), float(given["per"])
    count, base = np.array([float(given["count"])]), np.array([float(given["out_of"])])
    noise = float(given["long_run"]) + chance_variance(kind, count, base)
    middle = float(to_scale(kind, base * float(given["average"]) / per, base)[0])
    y = to_scale(kind, count, base)
    found = levels_about(y, noise, float(given["spread"]), (middle, 0.0))
    reach = REACH * float(np.sqrt(found.variance[0]))
    places = found.estimate[0] + np.array([-reach, 0.0, reach])
    low, level, high = from_scale(kind, places, per).tolist()
    return {
        "reliability": float(found.reliability[0]),
        "level_behind": level,
        "low": low,
        "high": high,
    }


def _random_intercept(given: Given) -> Answer:
    """A fit of figures with known errors, or of counts in groups over periods."""
    restricted = given["likelihood"] == "restricted"
    if "standard_errors" in given:
        figures, errors = _numbers(given, "figures"), _numbers(given, "standard_errors")
        observations = Observations(Likelihood.NORMAL, figures, errors**2)
        design, groups = np.ones((len(figures), 1)), None
    else:
        counts, out_of = _numbers(given, "counts"), _numbers(given, "out_of")
        observations = Observations(Likelihood.BINOMIAL, counts, out_of)
        period = _numbers(given, "period")
        later = [np.equal(period, number) for number in sorted(set(period.tolist()))[1:]]
        design = np.column_stack([np.ones(len(counts)), *later]).astype(np.float64)
        groups = np.array(given["group"], dtype=np.int64) - 1
    fit = fit_random_intercept(observations, design, groups, restricted=restricted)
    return {
        "spread": fit.spread,
        "coefficients": fit.coefficients.tolist(),
        "standard_errors": np.sqrt(np.diag(fit.covariance)).tolist(),
        "log_likelihood": fit.log_likelihood,
    }


def _weighed(given: Given) -> Answer:
    """Levels behind figures with known errors, at one spread or with every spread weighed."""
    figures, errors = _numbers(given, "figures"), _numbers(given, "standard_errors")
    if "spread" in given:
        found = levels_at(figures, errors**2, float(given["spread"]))
    else:
        found = levels_behind(Observations(Likelihood.NORMAL, figures, errors**2), 0.0)
    return {
        "level_behind": found.estimate.tolist(),
        "error_of_level": np.sqrt(found.variance).tolist(),
    }


def _batting(given: Given) -> Answer:
    """James and Stein's estimates beside ours, and both beside what came of it."""
    hits, truth = _numbers(given, "hits"), _numbers(given, "rest_of_season")
    at_bats = float(given["at_bats"])
    raw = hits / at_bats
    average = float(raw.mean())
    chance = average * (1.0 - average) / at_bats
    factor = 1.0 - (len(raw) - 3) * chance / float(((raw - average) ** 2).sum())
    stein = average + factor * (raw - average)
    found = levels_behind(Observations(Likelihood.BINOMIAL, hits, np.full(len(hits), at_bats)), 0.0)
    ours = from_scale(IndicatorKind.PROPORTION, found.estimate, 1.0)
    return {
        "average": average,
        "factor": factor,
        "james_stein": stein.tolist(),
        "ours": ours.tolist(),
        "nearer_than_raw": int((np.abs(stein - truth) < np.abs(raw - truth)).sum()),
        "ours_nearer_than_raw": int((np.abs(ours - truth) < np.abs(raw - truth)).sum()),
        "squared_error_of_raw": float(((raw - truth) ** 2).sum()),
        "squared_error_of_james_stein": float(((stein - truth) ** 2).sum()),
        "squared_error_of_ours": float(((ours - truth) ** 2).sum()),
    }


def _highest_fifth(given: Given) -> Answer:
    level, error = _numbers(given, "level_behind"), _numbers(given, "error_of_level")
    nothing = np.zeros(len(level))
    found = LevelsBehind(
        mean=0.0, spread=0.0, estimate=level, variance=error**2, reliability=nothing
    )
    each = [chances_of_places(found, number) for number in range(len(level))]
    return {
        "highest_percent": [100.0 * highest for _, highest, _ in each],
        "lowest_percent": [100.0 * lowest for lowest, _, _ in each],
    }


LEVELS_BEHIND: Mapping[str, Callable[[Given], Answer]] = {
    "level_behind": _level_behind,
    "random_intercept": _random_intercept,
    "levels_weighed": _weighed,
    "batting": _batting,
    "highest_fifth": _highest_fifth,
}
"""By the name that a worked example gives."""
