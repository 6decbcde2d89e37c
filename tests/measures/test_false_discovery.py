import numpy as np
import pytest
from scipy.stats import false_discovery_control, norm

from brightfutures.measures.false_discovery import q_beside, q_values, two_sided_p

DRAW = np.random.default_rng(3)


def test_p_is_two_sided():
    z = np.array([0.0, -1.96, 3.0, np.nan])
    assert two_sided_p(z)[:3] == pytest.approx(2 * norm.sf(np.abs(z[:3])))
    assert np.isnan(two_sided_p(z)[3])


def test_q_agrees_with_scipy():
    p = DRAW.uniform(size=(30, 4)) ** 2
    assert q_values(p) == pytest.approx(false_discovery_control(p, axis=0))


def test_a_missing_test_is_no_test():
    p = np.array([0.01, np.nan, 0.04])
    assert q_values(p)[[0, 2]] == pytest.approx([0.02, 0.04])
    assert np.isnan(q_values(p)[1])


def test_an_outside_test_is_judged_as_if_it_alone_were_added():
    fixed = DRAW.uniform(size=(12, 3)) ** 2
    outside = np.array([0.001, 0.2, np.nan])
    found = q_beside(outside, fixed)
    for council in range(2):
        together = np.append(outside[council], fixed[:, council])
        assert found[council] == pytest.approx(false_discovery_control(together)[0])
    assert np.isnan(found[2])
