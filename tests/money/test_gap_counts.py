"""In how many councils each part of a gap is clear, the largest, and surely the largest."""

import pytest

from brightfutures.money.gap_counts import gap_counts, largest_part, surely_largest
from brightfutures.money.gap_result import Cause, Doubt, GapSplit, Part
from brightfutures.quantities import Missing, Reason

DOUBT = Doubt(counts=1.0, similar_councils=1.0, need_model=1.0)


def split(*, room: float = 10.0, **pounds: float) -> GapSplit:
    """A gap with these parts, each within so many pounds; those not named are nought."""
    whole = dict.fromkeys(Cause, 0.0) | {Cause(name): value for name, value in pounds.items()}
    return GapSplit(
        council="E06000001",
        ours_per_child=1_000.0 + sum(whole.values()),
        theirs_per_child=1_000.0,
        mean_of_their_rates=1_000.0,
        parts=tuple(
            Part(
                cause=cause,
                pounds_per_child=value,
                low=value - room,
                high=value + room,
                doubt=DOUBT,
            )
            for cause, value in whole.items()
        ),
        in_remainder=(),
        comparators=("E06000002",),
        left_out=(),
    )


def test_the_largest_part_is_so_whichever_way_it_goes():
    one = split(number=-90.0, price=100.0, need=-120.0)

    assert largest_part(one).cause is Cause.NEED


@pytest.mark.parametrize(
    ("next_largest", "sure"), [(79.0, True), (-79.0, True), (80.0, False), (-81.0, False)]
)
def test_it_is_sure_only_where_no_other_range_reaches_as_far(next_largest: float, sure: bool):
    assert surely_largest(split(number=-100.0, price=next_largest)) is sure


def test_what_is_not_clear_is_never_sure():
    assert not surely_largest(split(number=9.0))


def test_each_council_has_one_largest_part_and_those_not_parted_none():
    splits = {
        "a": split(number=-100.0, price=20.0),
        "b": split(number=100.0, price=95.0),
        "c": split(price=9.0),
        "d": Missing((Reason.SUPPRESSED,)),
    }

    counts = gap_counts("all_lines", splits)

    by_cause = {one.cause: one for one in counts.causes}
    number, price = by_cause[Cause.NUMBER], by_cause[Cause.PRICE]
    assert (number.largest, number.largest_and_clear, number.surely_largest) == (2, 2, 1)
    assert (price.largest, price.largest_and_clear, price.surely_largest) == (1, 0, 0)
    assert sum(one.largest for one in counts.causes) == counts.parted == 3
    assert counts.surely_led == 1
    assert set(counts.not_parted) == {"d"}
