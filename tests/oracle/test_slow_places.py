"""Places by drawing every council's figure again and again agree with the quick range."""

import random

import numpy as np
import pytest

from brightfutures.measures.ranks import rank_range

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
