"""Places by drawing every council's figure again and again agree with the quick range."""

import random

import numpy as np
import pytest

from brightfutures.measures.ranks import law_of_place, rank_range

DRAWS = 4_000


def slow_range(y: list[float], v: list[float], council: int) -> tuple[int, int]:
    draw = random.Random(5)
    places = []
    for _ in range(DRAWS):
        drawn = [draw.gauss(at, spread**0.5) for at, spread in zip(y, v, strict=True)]
        places.append(1 + sum(other < drawn[council] for other in drawn))
    places.sort()
    return places[int(0.025 * DRAWS)], places[int(0.975 * DRAWS)]


@pytest.mark.parametrize(("spread", "wobble"), [(0.35, 0.2), (0.2, 0.2), (0.4, 0.05)])
def test_the_range_of_places_is_that_of_many_draws(spread: float, wobble: float):
    draw = random.Random(3)
    y = [draw.gauss(0.0, spread) for _ in range(60)]
    v = [(wobble * draw.uniform(0.7, 1.4)) ** 2 for _ in y]
    for council in (0, 7, 30, y.index(min(y)), y.index(max(y))):
        found = rank_range(np.array(y), np.array(v), council)
        low, high = slow_range(y, v, council)
        assert found is not None
        assert abs(found.low - low) <= 2, council
        assert abs(found.high - high) <= 2, council


@pytest.mark.parametrize("own", [-0.4, 0.05, 0.3, 0.8])
def test_the_chances_of_a_council_far_less_sure_than_the_others_are_those_of_many_draws(own: float):
    """So they are of one with few children: its law of places has steps where others lie close."""
    draws = np.random.default_rng(7)
    y = np.append(draws.normal(0.0, 0.3, 150), own)
    v = np.append(np.full(150, 0.05**2), 0.3**2)
    found = law_of_place(y, v, 150)
    assert found is not None
    drawn = draws.normal(y, np.sqrt(v), size=(20_000, 151))
    places = (drawn[:, :150] < drawn[:, 150:]).sum(axis=1)
    for fifth in (30, 121):
        assert found[fifth - 1] == pytest.approx((places < fifth).mean(), abs=0.02), fifth


def test_the_place_of_the_figure_itself_is_within():
    y = np.array([0.0, 0.001, 0.002, 0.003])
    for council in range(4):
        found = rank_range(y, np.full(4, 1.0), council)
        assert found is not None
        assert found.low <= council + 1 <= found.high


def test_with_no_doubt_a_place_is_exact_and_a_missing_council_has_none():
    y, v = np.array([3.0, 1.0, np.nan, 2.0]), np.zeros(4)
    found = rank_range(y, v, 0)
    assert found is not None
    assert (found.low, found.high, found.of) == (3, 3, 3)
    assert rank_range(y, v, 2) is None
