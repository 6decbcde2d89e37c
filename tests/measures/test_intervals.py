import numpy as np
import pytest
from scipy.stats import binomtest, chi2

from brightfutures.measures.intervals import exact_poisson, poisson_limits, wilson


@pytest.mark.parametrize("level", [95.0, 99.8])
@pytest.mark.parametrize(("count", "out_of"), [(0, 20), (1, 29), (15, 148), (81, 263), (9, 9)])
def test_wilson_agrees_with_scipy(count: int, out_of: int, level: float):
    expected = binomtest(count, out_of).proportion_ci(level / 100, method="wilson")
    low, high = wilson(np.array([count]), np.array([out_of]), level)
    assert (low[0], high[0]) == pytest.approx((expected.low, expected.high), abs=1e-12)


@pytest.mark.parametrize("level", [95.0, 99.8])
@pytest.mark.parametrize("count", [0, 1, 4, 9, 0.5, 2.5, 9.5])
def test_limits_of_a_small_count_are_the_exact_ones(count: float, level: float):
    tail = (1 - level / 100) / 2
    low, high = exact_poisson(float(count), level)
    assert low == pytest.approx(chi2.ppf(tail, 2 * count) / 2 if count else 0.0)
    assert high == pytest.approx(chi2.ppf(1 - tail, 2 * count + 2) / 2)


def test_byar_is_close_to_exact_from_ten():
    low, high = poisson_limits(np.array([10.0, 100.0]), 95.0)
    assert low == pytest.approx(chi2.ppf(0.025, [20, 200]) / 2, rel=0.003)
    assert high == pytest.approx(chi2.ppf(0.975, [22, 202]) / 2, rel=0.003)


def test_a_missing_count_has_no_limits():
    assert np.isnan(wilson(np.array([np.nan]), np.array([10.0]), 95.0)).all()
    assert np.isnan(poisson_limits(np.array([np.nan]), 95.0)).all()


def test_nobody_out_of_nobody_has_no_limits():
    assert np.isnan(wilson(np.array([0.0]), np.array([0.0]), 95.0)).all()
