"""The search for the levels of a random-intercept model: it comes back from wherever it begins."""

import numpy as np
import pytest

from brightfutures.measures.levels.likelihoods import Likelihood, Observations
from brightfutures.measures.levels.random_intercept_model import Model

COUNT = np.array([3.0, 0.0, 12.0, 7.0, 1.0, 30.0])
OUT_OF = np.array([900.0, 400.0, 1500.0, 1100.0, 300.0, 2000.0])
DESIGN = np.column_stack([np.ones(6), np.array([-1.0, 0.5, 0.2, -0.3, 1.1, 0.4])])


@pytest.mark.parametrize("likelihood", [Likelihood.POISSON, Likelihood.BINOMIAL])
@pytest.mark.parametrize("far", [-35.0, -15.0, 10.0])
@pytest.mark.parametrize("spread", [0.0, 0.4])
def test_the_highest_point_is_found_from_far_off_without_an_overflow(
    likelihood: Likelihood, far: float, spread: float
):
    model = Model(Observations(likelihood, COUNT, OUT_OF), DESIGN, np.arange(6, dtype=np.int64))
    near = model.joint_mode(spread, model.start, np.zeros(6))
    found = model.joint_mode(spread, model.start + np.array([far, 0.0]), np.zeros(6))

    assert found.height == pytest.approx(near.height, rel=1e-9)
    assert found.coefficients == pytest.approx(near.coefficients, abs=1e-6)


def test_each_groups_highest_point_is_found_where_the_rest_lies_far_off():
    model = Model(
        Observations(Likelihood.POISSON, COUNT, OUT_OF), DESIGN, np.arange(6, dtype=np.int64)
    )
    held = model.start - np.array([25.0, 0.0])
    found = model.mode_of_groups(held, 8.0)
    level = DESIGN @ held + 8.0 * found.scaled
    slope = 8.0 * (COUNT - OUT_OF * np.exp(level)) - found.scaled

    assert slope == pytest.approx(np.zeros(6), abs=1e-5)
