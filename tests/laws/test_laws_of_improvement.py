"""What must hold of whoever improved, whatever the figures."""

import copy
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from improving import an_improving_england, leap
from small_england import shuffled

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.improving.results import Improvement, Improvers
from brightfutures.quantities import Reason

FEW = settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
SEEDS = some.integers(0, 10_000)


def by_area(found: Improvers) -> dict[str, Improvement]:
    return {one.area: one for one in found.found}


@FEW
@given(SEEDS)
def test_the_order_of_councils_changes_nobody_that_improved(seed: int):
    england = an_improving_england(seed)
    again = shuffled(england, seed)
    for name in ("care", "moves"):
        one, other = england.measures().improvers(name), again.measures().improvers(name)
        assert set(by_area(one)) == set(by_area(other))
        for area, found in by_area(one).items():
            assert found.z == pytest.approx(by_area(other)[area].z, rel=1e-6)
            assert found.net.low == pytest.approx(by_area(other)[area].net.low, rel=1e-6)


@FEW
@given(SEEDS)
def test_a_council_is_never_in_its_own_placebo_group(seed: int):
    """However far it comes, what was to be expected of it stays where it is."""
    england = an_improving_england(seed)
    for council, found in by_area(england.measures().improvers("care")).items():
        further = copy.deepcopy(england)
        leap(further, "care", council, 0.3)
        again = by_area(further.measures().improvers("care"))[council]
        assert again.from_value == found.from_value
        assert again.expected_value == pytest.approx(found.expected_value, rel=1e-12)
        assert again.to_value < found.to_value


@FEW
@given(SEEDS, some.integers(2, 20))
def test_ten_times_the_children_moves_no_improvement(seed: int, times: int):
    england = an_improving_england(seed)
    larger = copy.deepcopy(england)
    for table in larger.tables.values():
        for key, number in table.items():
            if not isinstance(number, Reason):
                table[key] = times * number
    small, large = england.measures(), larger.measures()
    for name in ("care", "moves"):
        before, after = by_area(small.improvers(name)), by_area(large.improvers(name))
        for area in set(before) & set(after):
            one, other = before[area], after[area]
            assert other.from_value == pytest.approx(one.from_value, rel=0.02)
            assert other.to_value == pytest.approx(one.to_value, rel=0.02)
            assert other.expected_value == pytest.approx(one.expected_value, rel=0.05)


@FEW
@given(SEEDS)
def test_those_with_and_those_without_are_told_the_same_from_either_side(seed: int):
    """A share that should be high is one minus a share that should be low."""
    england = an_improving_england(seed)
    turned = copy.deepcopy(england)
    people, counts = turned.tables["people"], turned.tables["moves_count"]
    for key, number in counts.items():
        if not isinstance(number, Reason):
            counts[key] = float(people[key]) - number  # type: ignore[arg-type]
    # What is expected in number, and matters as a share, is read of the numerator alone.
    england.indicators[1] = replace(england.indicators[1], smallest_gap=0.0)
    turned.indicators[1] = replace(
        england.indicators[1], good_direction=GoodDirection.LOWER, smallest_gap=0.0
    )
    one = by_area(england.measures().improvers("moves"))
    other = by_area(turned.measures().improvers("moves"))
    assert set(one) == set(other)
    for area, found in one.items():
        assert 100 - other[area].to_value == pytest.approx(found.to_value)
        assert other[area].z == pytest.approx(found.z)
        assert -other[area].net.value == pytest.approx(found.net.value)


@FEW
@given(SEEDS)
def test_who_asks_changes_nobody_that_improved(seed: int):
    measures = an_improving_england(seed).measures()
    everybody = by_area(measures.improvers("care"))
    for council in ("C01", "C30"):
        found = measures.improvers("care", like=council)
        own = found.asking and found.asking.improvement
        assert set(by_area(found)) | ({own.area} if own else set()) == set(everybody)
        for area, one in by_area(found).items():
            assert replace(one, likeness=None) == everybody[area]
