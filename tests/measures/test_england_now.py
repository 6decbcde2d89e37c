"""England's newest figure beside earlier ones: what can be read, and what cannot."""

from dataclasses import replace

from small_england import SmallEngland, random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.catalogue.series import Break
from brightfutures.measures.results import Movement
from brightfutures.quantities import ENGLAND, Reason

YEARS = range(2013, 2026)


def an_england(rates: dict[int, float]) -> SmallEngland:
    """An England whose own figure is printed beside its councils', for these rates."""
    england = random_england(1, councils=12, years=YEARS, kinds={"care": IndicatorKind.RATE})
    for year, rate in rates.items():
        england.tables["people"][ENGLAND, str(year)] = 1e6
        england.tables["care_count"][ENGLAND, str(year)] = rate * 100
    return england


def up_and_down() -> dict[int, float]:
    return {year: 60.0 + year % 2 for year in YEARS}


def test_a_figure_that_only_goes_up_and_down_lies_where_it_was():
    found = an_england(up_and_down()).measures().england.now("care")

    assert [(then.years_before, then.period) for then in found.then] == [(10, "2015"), (5, "2020")]
    assert {then.moved for then in found.then} == {Movement.NO_CLEAR_CHANGE}


def test_a_figure_that_has_moved_far_is_called_higher_or_lower():
    up = an_england({year: 50.0 + 2 * (year - 2013) for year in YEARS}).measures()
    down = an_england({year: 90.0 - 2 * (year - 2013) for year in YEARS}).measures()

    assert {then.moved for then in up.england.now("care").then} == {Movement.HAS_RISEN}
    assert {then.moved for then in down.england.now("care").then} == {Movement.HAS_FALLEN}
    ten, five = up.england.now("care").then
    assert ten.times > five.times > 1.0


def test_nothing_is_read_across_a_new_way_of_counting():
    england = an_england(up_and_down())
    england.breaks["care_count"] = (Break(period="2018", sentence="Counted anew."),)

    assert [then.period for then in england.measures().england.now("care").then] == ["2020"]


def test_nothing_is_read_from_a_year_that_the_pandemic_distorted():
    england = an_england(up_and_down())
    england.indicators = [replace(one, pandemic_periods=("2020",)) for one in england.indicators]

    assert [then.period for then in england.measures().england.now("care").then] == ["2015"]


def test_a_missing_figure_has_nothing_before_it():
    england = an_england(up_and_down())
    for year in YEARS:
        england.tables["care_count"][ENGLAND, str(year)] = Reason.UNAVAILABLE

    assert england.measures().england.now("care").then == ()


def test_too_few_yearly_changes_tell_nothing():
    england = an_england(up_and_down())
    england.breaks["care_count"] = (Break(period="2020", sentence="Counted anew."),)
    england.indicators = [replace(one, pandemic_periods=("2022",)) for one in england.indicators]

    (five,) = england.measures().england.now("care").then
    assert (five.moved, five.times) == (Movement.CANNOT_SAY, None)


def test_pounds_of_different_years_are_not_compared():
    england = an_england({year: 50.0 + 2 * (year - 2013) for year in YEARS})
    england.indicators = [replace(one, unit="pounds") for one in england.indicators]

    assert england.measures().england.now("care").then == ()


def test_of_too_few_councils_a_region_has_no_middle_half():
    few = random_england(1, councils=9, years=YEARS, kinds={"care": IndicatorKind.RATE})

    (*_, newest) = few.measures().all_councils.region_history("care", "R1")
    assert (newest.with_value, newest.low, newest.high) == (3, None, None)
    assert newest.mean is not None
