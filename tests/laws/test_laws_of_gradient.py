"""What must hold of every deprivation gradient and every growth, whatever the numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.measures.nation.gradient import fifths_by, gradient_of
from brightfutures.measures.nation.growth import growth_share

CODES = [f"E{number:03}" for number in range(60)]
seeds = st.integers(0, 10_000)


def councils(seed: int):
    draw = np.random.default_rng(seed)
    children = np.round(np.exp(draw.normal(10, 1, 60)))
    count = np.minimum(children, 1.0 + draw.poisson(0.01 * children))
    return draw.uniform(5, 60, 60).round(), count, children


@given(seeds, st.randoms(use_true_random=False))
def test_the_order_of_councils_changes_nothing(seed: int, shuffle):
    deprivation, count, children = councils(seed)
    order = list(range(60))
    shuffle.shuffle(order)
    once = gradient_of("", count, children, fifths_by(deprivation, CODES), 1.0)
    codes = [CODES[place] for place in order]
    again = gradient_of(
        "", count[order], children[order], fifths_by(deprivation[order], codes), 1.0
    )

    assert once is not None
    assert again is not None
    assert again.ratio == pytest.approx(once.ratio)
    assert again.ratio_range.low == pytest.approx(once.ratio_range.low)
    assert again.slope_range.high == pytest.approx(once.slope_range.high)


@given(seeds, st.floats(0.001, 0.5))
def test_equal_rates_give_a_ratio_of_one_and_no_slope(seed: int, rate: float):
    deprivation, _, children = councils(seed)
    found = gradient_of("", rate * children, children, fifths_by(deprivation, CODES), 1.0)

    assert found is not None
    assert found.ratio == pytest.approx(1.0)
    assert found.ratio_range.high == pytest.approx(1.0)
    assert found.slope == pytest.approx(0.0, abs=1e-9)


@given(seeds)
def test_deprivation_turned_round_turns_the_ratio_round(seed: int):
    _, count, children = councils(seed)
    deprivation = np.arange(60.0)
    once = gradient_of("", count, children, fifths_by(deprivation, CODES), 1.0)
    turned = gradient_of("", count, children, fifths_by(-deprivation, CODES), 1.0)

    assert once is not None
    assert turned is not None
    assert turned.ratio == pytest.approx(1 / once.ratio)
    assert turned.slope == pytest.approx(-once.slope)


@given(seeds)
def test_fifths_are_as_large_as_one_another_and_in_order(seed: int):
    deprivation, _, _ = councils(seed)
    fifth = fifths_by(deprivation, CODES)

    assert np.bincount(fifth).tolist() == [0, 12, 12, 12, 12, 12]
    assert all(
        deprivation[fifth == place].min() >= deprivation[fifth == place + 1].max()
        for place in range(1, 5)
    )


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(0.01, 100))
def test_growth_is_the_same_in_any_unit(then: float, now: float, times: float):
    assert growth_share(times * then, times * now) == pytest.approx(growth_share(then, now))
