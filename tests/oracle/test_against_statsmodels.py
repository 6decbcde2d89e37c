"""Our random-intercept model beside statsmodels, which has an independent form of each part.

What it lacks is our model as a whole: its only mixed models of counts are Bayesian, with priors.
So its regressions of counts are set beside ours where the spread is nought, its mixed model of
figures beside ours given its own error, and its meta-analysis where every figure is alone.
"""

import numpy as np
import pytest
import statsmodels.api as sm
from statsmodels.regression.mixed_linear_model import MixedLM
from statsmodels.stats.meta_analysis import combine_effects

from brightfutures.measures.levels.likelihoods import Likelihood, Observations
from brightfutures.measures.levels.random_intercept import fit_random_intercept

EXACT = 1e-7
"""Where both solve the same equations to the end: seven decimals."""

SEARCHED = 1e-6
"""Where statsmodels searches for its variances: what is left of its search, as a share."""


def circumstances(count: int, seed: int) -> np.ndarray:
    draw = np.random.default_rng(seed)
    return np.column_stack([np.ones(count), draw.normal(size=(count, 2))])


@pytest.mark.parametrize("restricted", [True, False])
def test_where_no_council_differs_beyond_chance_counts_out_of_counts_are_glm(restricted: bool):
    """Coefficients, covariance and log likelihood of GLM Binomial, to seven decimals."""
    design = circumstances(60, 1)
    out_of = np.random.default_rng(2).integers(80, 900, 60).astype(np.float64)
    share = 1.0 / (1.0 + np.exp(-(design @ np.array([-1.2, 0.3, -0.2]))))
    counts = np.round(out_of * share)  # less than chance would have them differ
    ours = fit_random_intercept(
        Observations(Likelihood.BINOMIAL, counts, out_of), design, restricted=restricted
    )
    theirs = sm.GLM(
        np.column_stack([counts, out_of - counts]), design, family=sm.families.Binomial()
    ).fit(tol=1e-13)

    assert ours.spread == pytest.approx(0.0, abs=1e-6)
    assert ours.coefficients == pytest.approx(theirs.params, abs=EXACT)
    assert ours.covariance == pytest.approx(theirs.cov_params(), rel=1e-4, abs=EXACT)
    if not restricted:
        assert ours.log_likelihood == pytest.approx(theirs.llf, abs=EXACT)


@pytest.mark.parametrize("restricted", [True, False])
def test_where_no_council_differs_beyond_chance_rates_are_glm(restricted: bool):
    """The same of GLM Poisson with an exposure."""
    design = circumstances(60, 3)
    children = np.random.default_rng(4).integers(4_000, 90_000, 60).astype(np.float64)
    counts = np.round(children * np.exp(design @ np.array([-4.5, 0.2, 0.1])))
    ours = fit_random_intercept(
        Observations(Likelihood.POISSON, counts, children), design, restricted=restricted
    )
    theirs = sm.GLM(counts, design, family=sm.families.Poisson(), exposure=children).fit(tol=1e-13)

    assert ours.spread == pytest.approx(0.0, abs=1e-6)
    assert ours.coefficients == pytest.approx(theirs.params, abs=EXACT)
    assert ours.covariance == pytest.approx(theirs.cov_params(), rel=1e-4, abs=EXACT)
    if not restricted:
        assert ours.log_likelihood == pytest.approx(theirs.llf, abs=EXACT)


@pytest.mark.parametrize("restricted", [True, False])
@pytest.mark.parametrize("balanced", [True, False])
def test_figures_in_groups_are_mixedlm_at_its_own_error(restricted: bool, balanced: bool):
    """By REML and by ML: the variance between groups to one part in a million.

    MixedLM estimates the error of a figure as well. Its two variances together are the most
    likely, so at its error ours must find its other. Its errors of coefficients allow for doubt
    about both variances (ours about one, or none where restricted): they are within a hundredth.
    """
    draw = np.random.default_rng(5)
    groups = np.repeat(np.arange(30), 5 if balanced else draw.integers(1, 9, 30))
    design = circumstances(len(groups), 6)
    figures = design @ np.array([2.0, 0.5, -0.4]) + draw.normal(0.0, 0.7, 30)[groups]
    figures += draw.normal(0.0, 0.9, len(groups))
    theirs = MixedLM(figures, design, groups).fit(reml=restricted, gtol=1e-10)
    error = np.full(len(groups), float(theirs.scale))
    ours = fit_random_intercept(
        Observations(Likelihood.NORMAL, figures, error), design, groups, restricted=restricted
    )

    assert ours.spread**2 == pytest.approx(float(np.asarray(theirs.cov_re)[0, 0]), rel=SEARCHED)
    assert ours.coefficients == pytest.approx(theirs.fe_params, abs=EXACT)
    assert ours.log_likelihood == pytest.approx(theirs.llf, abs=EXACT)
    assert np.sqrt(np.diag(ours.covariance)) == pytest.approx(theirs.bse_fe, rel=0.01)
    own = [float(np.asarray(theirs.random_effects[group])[0]) for group in range(30)]
    assert ours.intercept == pytest.approx(own, abs=1e-6)
    doubt = [float(np.asarray(one)[0, 0]) for one in theirs.random_effects_cov.values()]
    assert ours.intercept_variance == pytest.approx(doubt, rel=1e-6)

    if restricted:
        together = np.equal.outer(groups, groups) * ours.spread**2 + np.diag(error)
        weighted = sm.GLS(figures, design, sigma=together).fit()
        assert ours.covariance == pytest.approx(weighted.normalized_cov_params, abs=EXACT)


def test_where_every_figure_is_alone_the_coefficients_are_weighted_least_squares():
    """WLS with weights 1/(τ² + s²) at our τ, to seven decimals."""
    draw = np.random.default_rng(7)
    design, error = circumstances(50, 8), draw.uniform(0.05, 0.6, 50)
    figures = design @ np.array([1.0, 0.4, 0.0]) + draw.normal(0.0, np.sqrt(0.2 + error))
    ours = fit_random_intercept(Observations(Likelihood.NORMAL, figures, error), design)
    theirs = sm.WLS(figures, design, weights=1.0 / (ours.spread**2 + error)).fit()

    assert ours.spread > 0.1
    assert ours.coefficients == pytest.approx(theirs.params, abs=EXACT)
    assert ours.covariance == pytest.approx(theirs.normalized_cov_params, abs=EXACT)


def test_with_equal_errors_the_restricted_spread_is_that_of_a_meta_analysis():
    """Paule and Mandel's iterated variance is the restricted one where all errors are equal."""
    draw = np.random.default_rng(9)
    figures, error = draw.normal(0.0, 0.8, 40), np.full(40, 0.3)
    ours = fit_random_intercept(Observations(Likelihood.NORMAL, figures, error), np.ones((40, 1)))
    theirs = combine_effects(figures, error, method_re="iterated")

    assert ours.spread**2 == pytest.approx(theirs.tau2, abs=1e-6)
    assert ours.coefficients[0] == pytest.approx(theirs.mean_effect_re, abs=EXACT)


def test_at_a_small_spread_rates_are_near_a_negative_binomial():
    """Its spread is a gamma's, ours a normal's on the log scale: alike to first order.

    Its dispersion is within a tenth of e^τ² − 1, coefficients within half an error.
    """
    draw = np.random.default_rng(10)
    design = circumstances(400, 11)
    children = draw.integers(4_000, 60_000, 400).astype(np.float64)
    level = design @ np.array([-4.5, 0.2, 0.1]) + draw.normal(0.0, 0.25, 400)
    counts = draw.poisson(children * np.exp(level)).astype(np.float64)
    ours = fit_random_intercept(
        Observations(Likelihood.POISSON, counts, children), design, restricted=False
    )
    theirs = sm.NegativeBinomial(counts, design, exposure=children).fit(disp=0, maxiter=200)
    errors = np.sqrt(np.diag(ours.covariance))

    assert np.expm1(ours.spread**2) == pytest.approx(theirs.params[-1], rel=0.1)
    assert np.abs(ours.coefficients[1:] - theirs.params[1:-1]).max() < 0.5 * errors[1:].min()
    assert errors[1:] == pytest.approx(theirs.bse[1:-1], rel=0.05)
