"""A scale without the few that are far out: nothing is lost, and ours is always on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.charts.far_out import without_far_out

NUMBERS = st.lists(st.floats(min_value=-1e6, max_value=1e6), min_size=1, max_size=60)


def test_the_scale_ends_before_the_few_that_are_far_out():
    found = without_far_out([*range(100, 120), 500.0, 900.0, -400.0])

    assert (found.low, found.high) == (100, 119)
    assert (found.below, found.above) == ((-400.0,), (500.0, 900.0))


def test_our_own_is_on_the_scale_however_far_and_what_is_nearer_too():
    found = without_far_out([*range(100, 120), 500.0, 900.0], ours=500.0)

    assert found.high == 500.0
    assert found.above == (900.0,)


def test_numbers_of_one_kind_are_all_on_the_scale():
    found = without_far_out(range(100, 120))

    assert (found.low, found.high, found.below, found.above) == (100, 119, (), ())


def test_of_a_few_numbers_none_is_far_out():
    assert without_far_out([1.0, 2.0, 1000.0]).above == ()


def test_there_is_no_scale_over_nothing():
    with pytest.raises(ValueError, match="no number"):
        without_far_out([])


@given(NUMBERS)
def test_every_number_is_on_the_scale_or_beyond_an_edge_once(numbers: list[float]):
    found = without_far_out(numbers)

    inside = [number for number in numbers if found.low <= number <= found.high]
    assert sorted([*found.below, *inside, *found.above]) == sorted(numbers)
    assert len(inside) * 2 >= len(numbers)
