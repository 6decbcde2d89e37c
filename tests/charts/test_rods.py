"""Many rods in one shape: those that touch are one, and none is lost."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from brightfutures.charts.drawing import rods


def spans(shape: str) -> list[tuple[float, float]]:
    found = re.findall(r"M(-?[\d.]+) 14h([\d.]+)", shape)
    return [(float(left), float(left) + float(length)) for left, length in found]


def test_rods_apart_stay_apart_and_rods_that_touch_are_one() -> None:
    assert rods([10, 20, 20.6], 1, 14) == "M9.5 14h1M19.5 14h1.6"


def test_no_rod_gives_no_shape() -> None:
    assert rods([], 1, 14) == ""


@given(st.lists(st.integers(0, 2400).map(lambda tenth: tenth / 10), min_size=1, max_size=60))
def test_every_rod_lies_within_what_is_drawn_and_nothing_else_is(places: list[float]) -> None:
    drawn = spans(rods(places, 1, 14))

    for x in places:
        assert any(left <= x - 0.5 + 0.06 and x + 0.5 - 0.06 <= right for left, right in drawn)
    assert all(before[1] < after[0] + 0.06 for before, after in pairwise(drawn))
    assert sum(right - left for left, right in drawn) <= len(set(places)) + 0.2 * len(drawn)
