"""The search for a least value finds what scipy's does, in no more looks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from brightfutures.measures.levels.lowest import lowest_between

CURVES = {
    "a parabola": lambda x: (x - 0.3) ** 2,
    "steep and flat": lambda x: x - np.log(x + 1e-9) * 0.01,
    "a kink": lambda x: abs(x - 0.123),
    "a likelihood": lambda x: 40 * np.log(0.04 + x * x) + 2.5 / (0.04 + x * x),
    "falling to its end": lambda x: -x,
    "rising from its end": lambda x: x,
    "flat": lambda x: 1.0,
}


@pytest.mark.parametrize("name", CURVES)
@pytest.mark.parametrize("ends", [(0.0, 1.0), (0.0, 0.25), (0.05, 3.0)])
def test_it_finds_what_scipy_finds(name, ends):
    looks = []

    def looked(x):
        looks.append(x)
        return float(CURVES[name](x))

    place, value = lowest_between(looked, ends, 1e-7)
    known = minimize_scalar(CURVES[name], bounds=ends, method="bounded", options={"xatol": 1e-7})
    if name != "flat":
        assert place == pytest.approx(known.x, abs=2e-6)
    assert value == pytest.approx(float(known.fun), abs=1e-6)
    assert all(ends[0] < x < ends[1] for x in looks)
    assert len(looks) <= known.nfev + 8


@given(st.floats(-2.0, 2.0), st.floats(0.1, 5.0), st.floats(0.0, 1.0))
def test_what_it_finds_is_no_higher_than_what_lies_near(at, width, skew):
    def curve(x):
        return (x - at) ** 2 / width + skew * (x - at) ** 4

    place, value = lowest_between(curve, (-3.0, 3.0), 1e-8)
    assert value == curve(place)
    assert place == pytest.approx(at, abs=1e-4)
