"""The level behind a figure beside sums over a fine grid of everything that is not known.

The grid is over how far councils differ (flat), their mean (flat) and each council's level and
wobble together; nothing is taken as normal but what is normal in the model.
"""

import numpy as np
import pytest

from brightfutures.measures.levels.behind import levels_behind
from brightfutures.measures.levels.likelihoods import Likelihood, Observations

WOBBLE = 0.02


def slow_levels(counts: np.ndarray, people: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each council's mean level and its standard deviation, for counts by Poisson."""
    z = np.linspace(-6.0, 6.0, 121)
    normal = np.exp(-0.5 * z * z)
    middle = float(np.log((counts.sum() + 0.5) / people.sum()))
    weights, means, squares = [], [], []
    for spread in np.linspace(0.02, 1.6, 40):
        together = np.sqrt(spread**2 + WOBBLE)
        kept = spread**2 / together**2
        for mean in middle + np.linspace(-0.9, 0.9, 37):
            level = mean + together * z
            likely = counts[:, None] * level - people[:, None] * np.exp(level)
            highest = likely.max(axis=1)
            each = np.exp(likely - highest[:, None]) * normal
            total = each.sum(axis=1)
            figure = each @ level / total
            apart = each @ level**2 / total - figure**2
            own = mean + kept * (figure - mean)
            weights.append(float((highest + np.log(total)).sum()))
            means.append(own)
            squares.append(kept**2 * apart + kept * WOBBLE + own**2)
    weight = np.exp(np.array(weights) - max(weights))
    weight /= weight.sum()
    found = weight @ np.array(means)
    return found, np.sqrt(weight @ np.array(squares) - found**2)


def councils(size: float, spread: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    people = np.round(size * draw.uniform(0.4, 2.0, 60))
    level = draw.normal(0.0, spread, 60) + draw.normal(0.0, np.sqrt(WOBBLE), 60)
    return draw.poisson(people * np.exp(level)).astype(np.float64), people


@pytest.mark.parametrize("spread", [0.05, 0.3])
@pytest.mark.parametrize("seed", [1, 2])
def test_with_counts_of_fifty_a_level_is_within_a_tenth_of_its_error(spread: float, seed: int):
    counts, people = councils(50.0, spread, seed)
    level, error = slow_levels(counts, people)
    found = levels_behind(Observations(Likelihood.POISSON, counts, people), WOBBLE)

    assert np.abs((found.estimate - level) / error).max() < 0.1
    assert np.sqrt(found.variance) == pytest.approx(error, rel=0.05)


@pytest.mark.parametrize("seed", [3, 4])
def test_with_counts_of_five_it_is_within_a_third_of_its_error(seed: int):
    counts, people = councils(5.0, 0.4, seed)
    level, error = slow_levels(counts, people)
    found = levels_behind(Observations(Likelihood.POISSON, counts, people), WOBBLE)

    assert np.abs((found.estimate - level) / error).max() < 0.34
    assert np.sqrt(found.variance) == pytest.approx(error, rel=0.15)
