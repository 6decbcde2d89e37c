import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm
from scipy.stats import t as student

from brightfutures.measures.intervals_of_means import mean_limits
from brightfutures.measures.student_t import student_t

NOTHING = np.array([np.nan])


def limits(mean: float, deviation: float, count: float, level: float) -> tuple[float, float]:
    low, high = mean_limits(np.array([mean]), np.array([deviation]), np.array([count]), level)
    return float(low[0]), float(high[0])


@pytest.mark.parametrize("level", [95.0, 99.8])
@pytest.mark.parametrize("count", [2, 3, 10, 40, 400])
def test_a_means_range_agrees_with_scipys(count: int, level: float):
    expected = student.interval(level / 100, count - 1, loc=14.2, scale=6.5 / np.sqrt(count))
    assert limits(14.2, 6.5, count, level) == pytest.approx(expected)


@pytest.mark.parametrize("level", [95.0, 99.8])
@pytest.mark.parametrize("count", [3, 12])
def test_the_range_holds_the_mean_of_normal_scores_just_as_often_as_it_says(
    count: int, level: float
):
    """Added up over every standard deviation the scores could have had, without Student's law."""
    t, freedom = student_t(float(count), level), count - 1

    def of_deviation(root: float) -> float:
        """How likely s/σ = root/√(n − 1) is, times how often a range so wide holds the mean."""
        from scipy.stats import chi

        return float(chi.pdf(root, freedom) * (2 * norm.cdf(t * root / np.sqrt(freedom)) - 1))

    assert quad(of_deviation, 0, np.inf)[0] == pytest.approx(level / 100, abs=1e-8)


def test_of_many_children_it_is_the_normal_range():
    assert student_t(1e6, 95.0) == pytest.approx(1.959964, abs=1e-5)


@pytest.mark.parametrize(("deviation", "count"), [(np.nan, 40), (6.5, np.nan), (6.5, 1), (-1.0, 9)])
def test_without_a_deviation_or_two_children_there_is_no_range(deviation: float, count: float):
    assert np.isnan(limits(14.2, deviation, count, 95.0)).all()


def test_a_missing_mean_has_no_range():
    assert np.isnan(mean_limits(NOTHING, np.array([6.5]), np.array([40.0]), 95.0)).all()


def test_children_who_all_score_alike_leave_no_doubt():
    assert limits(14.2, 0.0, 40, 95.0) == (14.2, 14.2)
