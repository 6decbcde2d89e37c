"""What a week of a placement costs: pounds over weeks, alone and together, and who is left out."""

import pytest
from placement_years import NOT_RETURNED, WITHHELD
from placement_years import placement_year as year

from brightfutures.money.unit_cost import (
    WEEKS_OF_YEAR,
    unit_cost,
    unit_cost_together,
)
from brightfutures.quantities import Missing, Money, Reason


def pounds_of(value: Money | Missing) -> float:
    assert isinstance(value, Money)
    return value.pounds


def test_a_week_is_the_years_pounds_over_children_and_52_weeks_and_a_day():
    found = unit_cost("fostering", "2024-25", year(365_000.0, 10.0))

    assert found.weekly == Money(pytest.approx(700.0), "2024-25")
    assert pounds_of(found.one_placement) == pytest.approx(36_500.0)


def test_one_placement_for_a_year_is_what_is_spent_for_each_child():
    found = unit_cost("fostering", "2024-25", year(1_234_567.0, 13.5, 900.0))

    assert pounds_of(found.one_placement) == pytest.approx(1_234_567.0 / 13.5)
    assert pounds_of(found.one_placement_printed) == pytest.approx(900.0 * WEEKS_OF_YEAR)


def test_the_range_is_wider_with_fewer_children_and_holds_the_cost():
    few = unit_cost("fostering", "2024-25", year(100_000.0, 4.0))
    many = unit_cost("fostering", "2024-25", year(10_000_000.0, 400.0))

    assert few.likely
    assert many.likely
    assert pounds_of(few.weekly) == pytest.approx(pounds_of(many.weekly))
    assert few.likely.low < many.likely.low < pounds_of(many.weekly) < many.likely.high
    assert many.likely.high < few.likely.high


def test_councils_together_are_their_pounds_over_their_weeks_and_not_the_mean_of_their_costs():
    large, small = year(3_650_000.0, 100.0), year(730_000.0, 5.0)

    found = unit_cost_together("fostering", "2024-25", [large, small])

    assert pounds_of(found.weekly) == pytest.approx(4_380_000.0 / (105.0 * WEEKS_OF_YEAR))
    assert found.councils == 2


def test_the_printed_cost_of_several_is_by_the_weeks_that_each_implies():
    # 1,000 weeks at £700 and 500 weeks at £1,000.
    one, other = year(700_000.0, 19.0, 700.0), year(500_000.0, 9.0, 1_000.0)

    found = unit_cost_together("fostering", "2024-25", [one, other])

    assert pounds_of(found.printed) == pytest.approx(1_200_000.0 / 1_500.0)


def test_councils_without_a_figure_are_left_out_and_named_with_their_reason():
    told = year(700_000.0, 19.0, area="ash")
    silent = year(NOT_RETURNED, 9.0, area="beech")
    withheld = year(500_000.0, WITHHELD, area="cedar")

    found = unit_cost_together("fostering", "2024-25", [told, silent, withheld])

    assert found.weekly == unit_cost("fostering", "2024-25", told).weekly
    assert found.left_out == (("beech", NOT_RETURNED), ("cedar", WITHHELD))
    assert found.councils == 1


def test_with_no_figure_at_all_every_reason_is_kept():
    found = unit_cost_together("f", "2024-25", [year(NOT_RETURNED, 9.0), year(1.0, WITHHELD)])

    assert found.weekly == Missing((Reason.SUPPRESSED, Reason.NOT_RETURNED))
    assert found.one_placement == found.weekly
    assert found.likely is None
    assert found.councils == 0


def test_no_children_divide_nothing():
    found = unit_cost("fostering", "2024-25", year(1_000.0, 0.0))

    assert found.weekly == Missing((Reason.DENOMINATOR_UNAVAILABLE,))
    assert not found.booked_elsewhere


@pytest.mark.parametrize(
    ("pounds", "elsewhere"), [(0.0, True), (36_400.0, True), (36_600.0, False)]
)
def test_next_to_no_pounds_for_children_who_live_so_are_booked_elsewhere(
    pounds: float, elsewhere: bool
):
    # A tenth of England's £700 a week for ten children is £36,500 a year.
    found = unit_cost("fostering", "2024-25", year(pounds, 10.0, usual=700.0))

    assert found.booked_elsewhere is elsewhere
    assert isinstance(found.weekly, Missing) is elsewhere


def test_a_cost_booked_elsewhere_does_not_make_the_others_together_cheap():
    told, elsewhere = year(700_000.0, 19.0, usual=700.0), year(5.0, 900.0, usual=700.0)

    found = unit_cost_together("fostering", "2024-25", [told, elsewhere])

    assert found.weekly == unit_cost("fostering", "2024-25", told).weekly


def test_how_far_the_printed_cost_lies_above_ours_is_a_share_of_ours():
    found = unit_cost("fostering", "2024-25", year(365_000.0, 10.0, 770.0))

    assert found.printed_is_more_by == pytest.approx(0.1)
    assert unit_cost("fostering", "2024-25", year(365_000.0, 10.0)).printed_is_more_by is None


def test_two_costs_are_surely_apart_only_where_their_difference_cannot_be_nought():
    many, few = (
        [unit_cost("", "2024-25", year(share * 1e6 * children, children)) for share in (0.3, 0.33)]
        for children in (200.0, 20.0)
    )

    assert many[0].surely_apart_from(many[1])
    assert many[1].surely_apart_from(many[0])
    assert not few[0].surely_apart_from(few[1])
    assert not many[0].surely_apart_from(many[0])
    assert not many[0].surely_apart_from(unit_cost("", "2024-25", year(NOT_RETURNED)))


def test_a_weekly_cost_of_nobody_is_refused():
    with pytest.raises(ValueError, match="one area or more"):
        unit_cost_together("fostering", "2024-25", [])
