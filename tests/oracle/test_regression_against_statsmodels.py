"""The line behind an expectation beside statsmodels, wherever that has the like."""

import numpy as np
import pytest
import statsmodels.api as sm

from brightfutures.measures.expectation.regression import (
    Figures,
    best_line,
    levels_without_own,
    line_at,
)
from brightfutures.measures.levels.likelihoods import Likelihood, Observations
from brightfutures.measures.levels.random_intercept import fit_random_intercept

EXACT = 1e-8


def drawn(seed: int, councils: int = 150) -> Figures:
    """Figures of councils of unequal size on five circumstances."""
    draw = np.random.default_rng(seed)
    design = np.column_stack([np.ones(councils), draw.normal(size=(councils, 4))])
    variance = np.exp(draw.normal(-4, 1, councils))
    apart = draw.normal(size=councils) * np.sqrt(0.04 + variance)
    return Figures(design @ np.array([-5, 0.3, -0.1, 0.0, 0.2]) + apart, variance, design)


@pytest.mark.parametrize("seed", [1, 2])
def test_at_fixed_weights_the_line_is_that_of_weighted_least_squares(seed: int):
    figures = drawn(seed)
    ours = line_at(figures, 0.04)
    weights = 1.0 / (0.04 + figures.variance)
    theirs = sm.WLS(figures.working, figures.design, weights=weights).fit(
        cov_type="fixed scale", cov_kwds={"scale": 1.0}
    )
    assert ours.coefficients == pytest.approx(theirs.params, abs=EXACT)
    assert ours.covariance == pytest.approx(theirs.cov_params(), abs=EXACT)


def test_with_no_chance_of_its_own_the_spread_is_the_mean_square_of_least_squares():
    figures = drawn(3)
    figures = Figures(figures.working, np.zeros(150), figures.design)
    theirs = sm.OLS(figures.working, figures.design).fit()
    ours = best_line(figures, 1.0)
    assert ours.spread == pytest.approx(theirs.mse_resid, rel=1e-9)
    assert ours.covariance == pytest.approx(theirs.cov_params(), rel=1e-8)


def test_levels_without_their_own_figure_are_the_deleted_residuals_of_least_squares():
    figures = drawn(4)
    figures = Figures(figures.working, np.zeros(150), figures.design)
    deleted = sm.OLS(figures.working, figures.design).fit().get_influence().resid_press
    level, _ = levels_without_own(figures, best_line(figures, 1.0))
    assert figures.working - level == pytest.approx(deleted, abs=EXACT)


def test_the_spread_is_where_the_restricted_likelihood_is_highest():
    """statsmodels' weighted fit gives the likelihood; the restriction adds log|X'WX|."""
    figures = drawn(5)
    found = best_line(figures, 0.5).spread

    def restricted(spread: float) -> float:
        weights = 1.0 / (spread + figures.variance)
        fit = sm.WLS(figures.working, figures.design, weights=weights).fit()
        squares = float((weights * fit.resid**2).sum())
        information = figures.design.T @ (figures.design * weights[:, np.newaxis])
        return 0.5 * float(np.log(weights).sum() - squares - np.linalg.slogdet(information)[1])

    heights = [restricted(found * times) for times in (0.98, 1.0, 1.02)]
    assert heights[1] > max(heights[0], heights[2])
    step = 1e-5
    slope = (restricted(found + step) - restricted(found - step)) / (2 * step)
    assert slope == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize("likelihood", [Likelihood.POISSON, Likelihood.BINOMIAL])
def test_where_nothing_is_left_to_differ_the_line_is_that_of_a_generalised_linear_model(
    likelihood: Likelihood,
):
    draw = np.random.default_rng(6)
    design = np.column_stack([np.ones(80), draw.normal(size=(80, 3))])
    out_of = draw.integers(300, 9_000, 80).astype(np.float64)
    level = design @ np.array([-1.5, 0.2, -0.1, 0.05])
    poisson = likelihood is Likelihood.POISSON
    counts = np.round(out_of * (np.exp(level) if poisson else 1 / (1 + np.exp(-level))))
    fit = fit_random_intercept(Observations(likelihood, counts, out_of), design)
    ours = line_at(Figures(fit.working, fit.working_variance, design), fit.spread**2)
    theirs = (
        sm.GLM(counts, design, family=sm.families.Poisson(), offset=np.log(out_of))
        if poisson
        else sm.GLM(np.column_stack([counts, out_of - counts]), design, sm.families.Binomial())
    ).fit()
    assert fit.spread == 0.0
    assert ours.coefficients == pytest.approx(theirs.params, abs=1e-7)
    assert ours.covariance == pytest.approx(theirs.cov_params(), rel=1e-5)
