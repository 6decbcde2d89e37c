"""How far councils differ and what has moved: what can be told, and what cannot."""

from dataclasses import replace

import numpy as np
import pytest
from small_england import SmallEngland, random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.catalogue.series import Break
from brightfutures.measures.nation.england_change import has_moved
from brightfutures.measures.nation.spread import circumstances_of
from brightfutures.measures.nation.spread_results import (
    Apart,
    Lasts,
    NationalSpread,
    Part,
    Split,
    WhyNoMove,
    WhyNoSplit,
    Width,
)
from brightfutures.measures.results import Movement
from brightfutures.quantities import ENGLAND

YEARS = range(2013, 2026)


def an_england(seed: int = 1, **given: object) -> SmallEngland:
    """An England of sixty councils from 2013 to 2025, England's own figure printed beside them."""
    settings = {"councils": 60, "years": YEARS, "kinds": {"care": IndicatorKind.RATE}, **given}
    return random_england(seed, **settings)  # type: ignore[arg-type]


def with_england(england: SmallEngland, rates: dict[int, float]) -> SmallEngland:
    """The same with England's own counts, for these rates of a million people."""
    for year, rate in rates.items():
        england.tables["people"][ENGLAND, str(year)] = 1e6
        england.tables["care_count"][ENGLAND, str(year)] = rate * 100
    return england


def spread_of(england: SmallEngland) -> NationalSpread:
    return england.measures().all_councils.national_spread("care")


def change(england: SmallEngland, **declared: object) -> NationalSpread:
    england.indicators = [replace(one, **declared) for one in england.indicators]  # type: ignore[arg-type]
    return spread_of(england)


def test_the_newest_period_is_set_beside_that_of_three_years_before():
    split = spread_of(an_england()).split
    assert split is not None
    assert (split.period, split.before) == ("2025", "2022")


@pytest.mark.parametrize(("distorted", "before"), [(("2022",), "2021"), (("2021", "2022"), "2020")])
def test_where_the_pandemic_distorted_it_an_earlier_one_is_taken(distorted, before):
    split = change(an_england(), pandemic_periods=distorted).split
    assert split is not None
    assert split.before == before


@pytest.mark.parametrize("distorted", [("2020", "2021", "2022"), ("2025",)])
def test_no_year_far_enough_back_is_said(distorted):
    found = change(an_england(), pandemic_periods=distorted)
    assert (found.split, found.why_no_split) == (None, WhyNoSplit.NO_PERIOD_BEFORE)


def test_nothing_is_parted_or_followed_across_a_new_way_of_counting():
    england = with_england(an_england(), {year: 50.0 + year % 2 for year in YEARS})
    england.breaks["care_count"] = (Break(period="2023", sentence="Counted anew."),)
    found = spread_of(england)

    assert found.why_no_split is WhyNoSplit.NO_PERIOD_BEFORE
    assert found.england.from_period == "2023"
    assert found.england.since_break == Break(period="2023", sentence="Counted anew.")
    assert found.england.reason is WhyNoMove.TOO_FEW_YEARS
    assert found.spread_then is None


def test_a_break_before_2013_is_none_of_our_business():
    england = with_england(an_england(years=range(2010, 2026)), dict.fromkeys(YEARS, 50.0))
    england.breaks["care_count"] = (Break(period="2012", sentence="Counted anew."),)
    assert spread_of(england).england.since_break is None
    assert spread_of(england).england.from_period == "2013"


def test_figures_without_counts_and_too_few_councils_are_not_parted():
    assert change(an_england(), kind=IndicatorKind.RATIO).why_no_split is WhyNoSplit.NO_COUNTS
    assert spread_of(an_england(councils=28)).why_no_split is WhyNoSplit.TOO_FEW_COUNCILS


def test_what_lasts_pulls_a_low_and_a_high_council_together():
    split = spread_of(an_england(wobble=0.3)).split
    assert split is not None
    width = split.width
    assert width.low < width.lasting_low < width.lasting_high < width.high


def test_england_has_moved_only_by_more_than_it_ordinarily_does():
    up = {year: 50.0 * 1.02 ** (year - 2013) for year in YEARS}
    to_and_fro = {year: 50.0 + 3 * (year % 2) for year in YEARS}
    risen, same = (
        spread_of(with_england(an_england(), rates)).england for rates in (up, to_and_fro)
    )

    assert (risen.from_period, risen.to_period, risen.yearly) == ("2013", "2025", 12)
    assert risen.moved is Movement.HAS_RISEN
    assert risen.change == pytest.approx(1.02**12 - 1, abs=1e-3)
    assert risen.ordinary == pytest.approx(0.02, abs=1e-3)
    assert same.moved is Movement.NO_CLEAR_CHANGE


def test_of_englands_that_only_go_up_and_down_about_one_in_twenty_is_said_to_have_moved():
    draw, times = np.random.default_rng(1), 4_000
    said = 0
    for _ in range(times):
        figure = draw.normal(0, 1, 13)
        said += has_moved(figure[-1] - figure[0], np.diff(figure)) is not Movement.NO_CLEAR_CHANGE
    assert 0.04 <= said / times <= 0.065


@pytest.mark.parametrize(("years", "share"), [(5, 0.29), (12, 0.55)])
def test_of_englands_that_drift_by_chance_as_many_are_said_to_have_moved_as_methods_say(
    years: int, share: float
):
    """Which is why the level is said to be higher or lower, and no trend is claimed."""
    draw, times = np.random.default_rng(1), 2_000
    yearly = draw.normal(0, 1, (times, years))
    said = sum(has_moved(d.sum(), d) is not Movement.NO_CLEAR_CHANGE for d in yearly) / times
    assert said == pytest.approx(share, abs=0.035)


def test_the_years_that_the_pandemic_distorted_say_nothing_of_what_is_ordinary():
    rates = {year: 50.0 + (30.0 if year == 2021 else 0.5 * (year % 2)) for year in YEARS}
    england = with_england(an_england(), rates)
    found = change(england, pandemic_periods=("2021",)).england
    assert found.yearly == 10
    assert found.ordinary == pytest.approx(0.01, abs=1e-3)


def test_pounds_of_different_years_are_not_compared():
    england = with_england(an_england(), {year: 50.0 * 1.05 ** (year - 2013) for year in YEARS})
    found = change(england, kind=IndicatorKind.RATIO, unit="pounds").england
    assert (found.moved, found.reason) == (Movement.CANNOT_SAY, WhyNoMove.PRICES)
    assert found.change is None


def test_where_england_has_no_figure_that_is_said():
    england = an_england(years=range(2024, 2026))
    england.tables["care_count"] = {
        (code, year): value
        for (code, year), value in england.tables["care_count"].items()
        if code != "C01" and year == "2025"
    }
    found = spread_of(england).england
    assert found.from_value is None
    assert found.reason in (WhyNoMove.NO_FIGURE, WhyNoMove.TOO_FEW_YEARS)


def test_councils_that_draw_together_are_said_to():
    england = an_england()
    table = england.tables["care_count"]
    people = england.tables["people"]
    for code, year in list(table):
        rate = 0.01 * (2.0 if int(code[1:]) % 2 else 0.5)
        share = 0.2 if int(year) >= 2024 else 1.0
        table[code, year] = round(float(people[code, year]) * 0.01 * (rate / 0.01) ** share)  # type: ignore[arg-type]
    found = spread_of(england).spread_then

    assert found is not None
    assert found.apart is Apart.CLOSER
    assert found.times == pytest.approx(0.2, abs=0.05)
    assert (found.from_period, found.to_period, found.councils) == ("2013", "2025", 60)


def a_split(low: float, high: float) -> Split:
    share = (low + high) / 2
    part, none = Part(share=share, low=low, high=high), Part(share=0.0, low=0.0, high=0.0)
    return Split(
        period="2025",
        before="2022",
        councils=150,
        lasting=part,
        wobble=none,
        chance=none,
        width=Width(low=1, high=4, lasting_low=2, lasting_high=3),
    )


@pytest.mark.parametrize(
    ("low", "high", "lasts"),
    [(0.51, 0.9, Lasts.MOST), (0.1, 0.49, Lasts.LESS_THAN_HALF), (0.4, 0.6, Lasts.CANNOT_TELL)],
)
def test_most_of_it_lasts_only_where_the_whole_range_says_so(low, high, lasts):
    assert a_split(low, high).lasts is lasts


def test_circumstances_without_a_model_are_not_spoken_of():
    assert circumstances_of(None, a_split(0.5, 0.9)) is None
