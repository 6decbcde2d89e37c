"""The spread of spend per child agrees with its slow twin."""

import random

import pytest
from slow_money_spread import slow_ends

from brightfutures.money.spread import spread_of


@pytest.mark.parametrize("seed", range(40))
def test_the_ends_are_those_picked_one_at_a_time(seed: int):
    chance = random.Random(seed)
    codes = [f"c{place:03d}" for place in range(chance.randint(30, 150))]
    chance.shuffle(codes)
    children = {code: float(chance.choice([500, 1_999, 2_000, 30_000, 90_000])) for code in codes}
    pounds = {code: children[code] * chance.randint(400, 700) for code in codes}

    found = spread_of({code: pounds[code] / children[code] for code in codes}, children)
    slow = slow_ends(pounds, children, 2_000.0)

    if slow is None:
        assert found.ends is None
        return
    lowest, highest, low_mean, high_mean, under, over = slow
    assert found.ends is not None
    assert list(found.ends.lowest) == lowest
    assert list(found.ends.highest) == highest
    assert found.ends.lowest_mean == pytest.approx(low_mean)
    assert found.ends.highest_mean == pytest.approx(high_mean)
    assert (found.ends.under, found.ends.over) == (under, over)
