"""Laws of the split of a gap that hold whatever the councils' years."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from brightfutures.money.chance_of_the_day import chance_of_the_day
from brightfutures.money.council_year import CouncilYear, KindOfHelp, OtherLine
from brightfutures.money.gap_factors import parts_of_gap, totals_of
from brightfutures.money.gap_result import Cause, GapSplit
from brightfutures.money.gap_split import split_gap
from brightfutures.money.order_free import order_free_parts

KINDS = ("homes", "fostering", "other")
HALF_A_PENNY = 0.005

some_children = st.integers(0, 2_000).map(float)
some_pounds = st.integers(-2_000_000, 150_000_000).map(float)


@st.composite
def years(draw: st.DrawFn, name: str = "ours") -> CouncilYear:
    first = KindOfHelp(  # one kind of help can be read, so that hardly any year is passed over
        name=KINDS[0],
        spend_pounds=float(draw(st.integers(1, 150_000_000))),
        children=float(draw(st.integers(1, 2_000))),
    )
    others = (
        KindOfHelp(name=kind, spend_pounds=draw(some_pounds), children=draw(some_children))
        for kind in KINDS[1:]
    )
    kinds = (first, *others)
    line = OtherLine(name="youth", spend_pounds=draw(some_pounds))
    return CouncilYear(
        council=name,
        spend_pounds=sum(float(kind.spend_pounds) for kind in kinds) + draw(some_pounds),
        children_living_there=float(draw(st.integers(500, 400_000))),
        children_helped=float(draw(st.integers(1, 9_000))),
        children_expected=float(draw(st.integers(1, 9_000))),
        kinds=kinds,
        other_lines=(line,),
    )


def split_of(ours: CouncilYear, theirs: list[CouncilYear]) -> GapSplit:
    """The split, of a year in which a kind of help can be read."""
    found = split_gap(ours, theirs)
    assume(isinstance(found, GapSplit))
    assert isinstance(found, GapSplit)
    return found


several = st.lists(years("theirs"), min_size=3, max_size=6)


@given(years(), several)
@settings(max_examples=40)
def test_the_parts_sum_to_the_gap_to_half_a_penny(ours: CouncilYear, theirs: list[CouncilYear]):
    found = split_of(ours, theirs)
    total = sum(part.pounds_per_child for part in found.parts)
    size = max(abs(part.pounds_per_child) for part in found.parts)
    assert abs(total - found.gap) < max(HALF_A_PENNY, size * 1e-12)
    for part in found.parts[:-1]:
        assert sum(pounds for _, pounds in part.by_kind) == pytest.approx(
            part.pounds_per_child, abs=HALF_A_PENNY
        )
        assert part.low <= part.pounds_per_child <= part.high


@given(years(), several)
@settings(max_examples=40)
def test_the_lines_of_the_remainder_sum_to_it(ours: CouncilYear, theirs: list[CouncilYear]):
    found = split_of(ours, theirs)
    lines = sum(float(one.ours_per_child - one.theirs_per_child) for one in found.in_remainder)
    whole = found.part(Cause.REMAINDER).pounds_per_child
    assert lines == pytest.approx(whole, abs=0.02)


@given(years(), years("theirs"))
def test_to_trade_places_flips_every_sign(ours: CouncilYear, theirs: CouncilYear):
    here, there = totals_of([ours], KINDS), totals_of([theirs], KINDS)
    one, other = parts_of_gap(here, there), parts_of_gap(there, here)
    assert np.allclose(one, -other, rtol=1e-9, atol=1e-6)


@given(st.data())
@settings(max_examples=50)
def test_a_factor_that_both_share_has_exactly_nothing(data: st.DataObject):
    count = data.draw(st.integers(1, 5))
    numbers = st.lists(st.floats(0.01, 1e5), min_size=count, max_size=count)
    ours, theirs = data.draw(numbers), data.draw(numbers)
    same = data.draw(st.integers(0, count - 1))
    theirs[same] = ours[same] * (1 + 1e-15)
    parts = order_free_parts(
        lambda now: np.prod(np.array(now), axis=0),
        [np.array(one) for one in ours],
        [np.array(one) for one in theirs],
    )
    assert float(parts[same]) == 0.0


@given(years(), several, st.randoms())
@settings(max_examples=40)
def test_the_order_of_the_comparators_changes_nothing(
    ours: CouncilYear, theirs: list[CouncilYear], chance: object
):
    mixed = list(theirs)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = split_of(ours, theirs), split_of(ours, mixed)
    for left, right in zip(one.parts, other.parts, strict=True):
        assert left.pounds_per_child == pytest.approx(right.pounds_per_child, abs=1e-4)
        assert left.high == pytest.approx(right.high, rel=1e-6, abs=1e-3)


@given(years(), several, st.floats(0.2, 5))
@settings(max_examples=40)
def test_a_need_twice_as_large_on_both_sides_changes_no_part(
    ours: CouncilYear, theirs: list[CouncilYear], times: float
):
    def larger(one: CouncilYear) -> CouncilYear:
        return replace(one, children_expected=float(one.children_expected) * times)

    one, other = split_of(ours, theirs), split_of(larger(ours), [larger(x) for x in theirs])
    for left, right in zip(one.parts, other.parts, strict=True):
        assert left.pounds_per_child == pytest.approx(right.pounds_per_child, rel=1e-6, abs=1e-4)


@given(st.floats(0.01, 50), st.booleans())
def test_the_chance_of_the_day_is_a_share_and_falls_with_a_longer_stay(
    years: float, both_year_ends: bool
):
    share = chance_of_the_day(years, both_year_ends=both_year_ends)
    assert 0 <= chance_of_the_day(years * 1.5, both_year_ends=both_year_ends) <= share <= 1
    assert chance_of_the_day(years, both_year_ends=True) <= chance_of_the_day(
        years, both_year_ends=False
    )
