"""The quick fit by Laplace's approximation beside sums over a fine grid, with no approximation."""

import numpy as np
import pytest
from slow_random_intercept import (
    Row,
    binomial,
    log_likelihood,
    poisson,
    slow_fit,
    slow_restricted_spread,
)

from brightfutures.measures.levels.likelihoods import Likelihood, Observations
from brightfutures.measures.levels.random_intercept import RandomIntercept, fit_random_intercept
from brightfutures.measures.levels.random_intercept_model import Model
from brightfutures.measures.worked_examples import worked_examples

CHANCE = {Likelihood.BINOMIAL: binomial, Likelihood.POISSON: poisson}


def observations(rows: list[Row], likelihood: Likelihood) -> Observations:
    counts = np.array([float(row.x) for row in rows])
    return Observations(likelihood, counts, np.array([row.n for row in rows]))


def quick_fit(rows: list[Row], likelihood: Likelihood, *, restricted: bool) -> RandomIntercept:
    design = np.array([row.z for row in rows])
    groups = np.array([row.group for row in rows])
    return fit_random_intercept(
        observations(rows, likelihood), design, groups, restricted=restricted
    )


def councils(likelihood: Likelihood, size: float, spread: float, seed: int) -> list[Row]:
    """Twenty-five made-up councils of about one size."""
    draw = np.random.default_rng(seed)
    rows = []
    for group, own in enumerate(draw.normal(0.0, spread, 25)):
        n = float(round(size * draw.uniform(0.7, 1.4)))
        share = 1.0 / (1.0 + np.exp(1.5 - own))
        x = draw.binomial(int(n), share) if likelihood is Likelihood.BINOMIAL else 0
        x = draw.poisson(n * np.exp(own)) if likelihood is Likelihood.POISSON else x
        rows.append(Row(x=int(x), n=n, z=(1.0,), group=group))
    return rows


def herds() -> list[Row]:
    """The cattle of worked example 54."""
    (example,) = (one for one in worked_examples() if one.id == "54_fifteen_herds")
    given = example.rows[0].given
    return [
        Row(x=x, n=float(n), z=(1.0, *(float(when == p) for p in (2, 3, 4))), group=group - 1)
        for x, n, group, when in zip(
            given["counts"], given["out_of"], given["group"], given["period"], strict=True
        )
    ]


MODERATE = [(Likelihood.BINOMIAL, 60.0), (Likelihood.BINOMIAL, 250.0), (Likelihood.POISSON, 12.0)]


@pytest.mark.parametrize(("likelihood", "size"), MODERATE)
@pytest.mark.parametrize("seed", [1, 2])
def test_with_counts_of_ten_or_more_the_spread_is_within_a_hundredth(
    likelihood: Likelihood, size: float, seed: int
):
    rows = councils(likelihood, size, 0.4, seed)
    quick = quick_fit(rows, likelihood, restricted=False)
    coefficients, spread, height = slow_fit(rows, CHANCE[likelihood], [-0.5, 0.3])

    assert quick.spread == pytest.approx(spread, rel=0.01)
    error = float(np.sqrt(quick.covariance[0, 0]))
    assert abs(quick.coefficients[0] - coefficients[0]) < 0.02 * error
    assert quick.log_likelihood == pytest.approx(height, abs=0.1)


def test_with_counts_of_about_three_the_spread_is_within_three_hundredths():
    rows = councils(Likelihood.POISSON, 3.0, 0.6, 5)
    quick = quick_fit(rows, Likelihood.POISSON, restricted=False)
    coefficients, spread, _ = slow_fit(rows, poisson, [0.0, 0.3])

    assert quick.spread == pytest.approx(spread, rel=0.03)
    assert quick.coefficients[0] == pytest.approx(coefficients[0], abs=0.01)


@pytest.mark.parametrize(("likelihood", "size"), MODERATE[1:])
def test_the_restricted_spread_is_that_of_a_likelihood_summed_over_levels_too(
    likelihood: Likelihood, size: float
):
    rows = councils(likelihood, size, 0.4, 3)
    quick = quick_fit(rows, likelihood, restricted=True)
    slow = slow_restricted_spread(rows, CHANCE[likelihood], float(quick.coefficients[0]))

    assert quick.spread == pytest.approx(slow, rel=0.01)
    assert quick.spread > quick_fit(rows, likelihood, restricted=False).spread


def test_of_the_herds_the_slow_twin_finds_what_lme4_prints_with_25_points_of_quadrature():
    """glmer with nAGQ = 25 gives 0.6475199 and −1.3992237: the twin has no mistake of ours."""
    coefficients, spread, _ = slow_fit(herds(), binomial, [-1.3, -1.0, -1.0, -1.5, 0.6])

    assert spread == pytest.approx(0.6475199, abs=2e-5)
    assert coefficients == pytest.approx([-1.3992237, -0.9914089, -1.1278096, -1.5794810], abs=5e-5)


def test_of_the_herds_laplace_is_within_a_hundredth_of_no_approximation():
    quick = quick_fit(herds(), Likelihood.BINOMIAL, restricted=False)

    assert quick.spread == pytest.approx(0.6475199, rel=0.01)
    assert quick.coefficients[0] == pytest.approx(-1.3992237, abs=0.001)


def test_of_the_herds_nothing_lies_higher_than_what_is_found():
    """To more digits than the worked example: MixedModels.jl's tests give −92.02628186840045."""
    quick = quick_fit(herds(), Likelihood.BINOMIAL, restricted=False)

    assert quick.log_likelihood == pytest.approx(-92.02628186, abs=5e-9)
    assert quick.coefficients == pytest.approx(
        [-1.3985325, -0.9923323, -1.1286713, -1.5803137], abs=2e-6
    )
    assert np.sqrt(np.diag(quick.covariance)) == pytest.approx(
        [0.2324721, 0.3066425, 0.3266378, 0.4274366], abs=1e-6
    )


@pytest.mark.parametrize("likelihood", list(Likelihood))
@pytest.mark.parametrize("spread", [0.0, 0.05, 0.7, 2.5])
def test_the_slope_of_the_likelihood_is_that_of_small_differences(
    likelihood: Likelihood, spread: float
):
    draw = np.random.default_rng(8)
    size = draw.integers(3, 40, 30).astype(np.float64)
    counts = draw.binomial(size.astype(int), 0.3).astype(np.float64)
    design = np.column_stack([np.ones(30), draw.normal(size=30)])
    model = Model(Observations(likelihood, counts, size), design, np.arange(30) // 3)
    place, step = np.array([-0.8, 0.3, spread]), 1e-5

    def height(at: np.ndarray) -> float:
        return model.marginal(at[:2], float(at[2]))[0]

    found = model.marginal(place[:2], spread)[1]
    for one in range(3):
        away = step * (np.arange(3) == one)
        slope = (height(place + away) - height(place - away)) / (2.0 * step)
        assert found[one] == pytest.approx(slope, abs=2e-5 * (1.0 + abs(slope)))


def test_a_long_way_from_the_answer_the_steps_do_not_go_in_circles():
    """Newton's steps unchecked would leap from one side of these counts to the other for ever."""
    rows = [Row(x=500, n=1000.0, z=(1.0,), group=0), Row(x=480, n=1000.0, z=(1.0,), group=1)]
    model = Model(observations(rows, Likelihood.BINOMIAL), np.ones((2, 1)), np.arange(2))
    height, _ = model.marginal(np.array([3.0]), 3.0)
    constant = model.observations.constant()

    assert height + constant == pytest.approx(log_likelihood(rows, binomial, [3.0], 3.0), abs=0.5)
