"""The tails of Student's t and of the gamma law, beside the library that has both."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammainc, stdtrit

from brightfutures.measures.gamma_share import gamma_share
from brightfutures.measures.student_t import student_t, student_t_quantile

SHARES = st.floats(0.5, 0.99)


@given(st.floats(1.0, 1e12), SHARES)
def test_students_t_for_any_degrees_of_freedom(freedom: float, share: float):
    found = float(student_t_quantile(np.array(freedom), share))
    assert found == pytest.approx(float(stdtrit(freedom, share)), rel=1e-10, abs=1e-14)


@pytest.mark.parametrize("level", [50.0, 95.0, 99.8])
def test_students_t_for_means_of_so_many(level: float):
    counts = [*range(2, 400), 999, 1000, 1001, 1002, 10_000, 1_000_000]
    found = [student_t(float(count), level) for count in counts]
    expected = stdtrit(np.array(counts) - 1.0, 0.5 + level / 200.0)
    assert found == pytest.approx(expected.tolist(), rel=1e-10)


@given(st.lists(st.floats(1.0, 1e6), min_size=1, max_size=8), SHARES)
def test_students_t_of_many_at_once_is_that_of_each(freedom: list[float], share: float):
    together = student_t_quantile(np.array(freedom), share)
    alone = [float(student_t_quantile(np.array(each), share)) for each in freedom]
    assert together.tolist() == pytest.approx(alone, rel=1e-12)


@pytest.mark.parametrize("share", [0.49, 1.0])
def test_a_share_below_a_half_or_of_all_is_refused(share: float):
    with pytest.raises(ValueError, match="from a half up to one"):
        student_t_quantile(np.array([3.0]), share)


@given(st.floats(0.01, 1e6), st.floats(0.0, 1e6))
def test_the_share_of_a_gamma_law_anywhere(shape: float, value: float):
    found = float(gamma_share(np.array([shape]), np.array([value]))[0])
    assert found == pytest.approx(float(gammainc(shape, value)), abs=1e-8)


@given(st.floats(0.0, 1e6), st.floats(-1.0, 1.0))
def test_the_share_of_a_gamma_law_where_it_lies(value: float, away: float):
    shape = max(value + away * (20.0 + 10.0 * np.sqrt(value)), 0.01)
    found = float(gamma_share(np.array([shape]), np.array([value]))[0])
    assert found == pytest.approx(float(gammainc(shape, value)), abs=1e-8)
