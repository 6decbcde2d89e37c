"""The deprivation gradient beside a slow twin, and beside Englands of a known gradient."""

import numpy as np
import pytest
from slow_gradient import fifths_slowly, range_by_drawing, rate_slowly, slope_slowly

from brightfutures.measures.nation.gradient import fifths_by, gradient_of


def an_england(seed: int, councils: int = 150, *, times: float = 2.0, spread: float = 0.3):
    """Councils with a deprivation, counts and children; the rate falls by `times` over fifths."""
    draw = np.random.default_rng(seed)
    deprivation = draw.uniform(5, 60, councils)
    codes = [f"E{number:03}" for number in range(councils)]
    fifth = fifths_by(deprivation, codes)
    children = np.round(np.exp(draw.normal(11, 0.6, councils)))
    level = 0.008 * times ** (-(fifth - 1) / 4) * np.exp(draw.normal(0, spread, councils))
    return deprivation, codes, fifth, draw.poisson(level * children).astype(float), children


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_gradient_is_that_of_a_slow_twin(seed: int):
    deprivation, codes, fifth, count, children = an_england(seed)
    deprivation[::11] = np.nan
    fifth, slow = fifths_by(deprivation, codes), fifths_slowly(deprivation, codes)
    found = gradient_of("2025", count, children, fifth, 10_000)
    groups = [
        [(count[row], children[row]) for row, place in slow.items() if place == wanted]
        for wanted in range(1, 6)
    ]

    assert {row: place for row, place in enumerate(fifth.tolist()) if place} == slow
    assert found is not None
    rates = [10_000 * rate_slowly(rows) for rows in groups]
    assert [each.rate for each in found.fifths] == pytest.approx(rates)
    assert found.ratio == pytest.approx(rates[0] / rates[-1])
    assert found.slope == pytest.approx(10_000 * slope_slowly(groups[::-1]))


@pytest.mark.parametrize("seed", [4, 5])
def test_the_range_is_that_of_councils_drawn_again_and_again(seed: int):
    *_, fifth, count, children = an_england(seed)
    found = gradient_of("2025", count, children, fifth, 10_000)
    ends = [np.column_stack([count, children])[fifth == place] for place in (1, 5)]
    slow = range_by_drawing(*ends)

    assert found is not None
    assert (found.ratio_range.low, found.ratio_range.high) == pytest.approx(slow, rel=0.06)


def test_a_known_ratio_lies_in_its_range_about_95_times_in_100():
    held = 0
    for seed in range(300):
        *_, fifth, count, children = an_england(seed)
        found = gradient_of("2025", count, children, fifth, 10_000)
        assert found is not None
        held += 2.0 in found.ratio_range

    assert 0.90 <= held / 300 <= 0.98
