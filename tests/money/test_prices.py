"""Prices: a financial year's index from quarters, from calendar years, and where there is none."""

import pytest

from brightfutures.money.prices import PriceBasis, Prices, price_years
from brightfutures.quantities import Money

YEARLY = {2020: 100.0, 2021: 104.0, 2022: 110.0}
QUARTERS = {
    **{(2020, number): 98.5 + number for number in (1, 2, 3, 4)},
    **{(2021, number): 101.5 + number for number in (1, 2, 3, 4)},
    (2022, 1): 106.5,
    (2022, 2): 109.0,
    (2022, 3): 111.5,
    (2022, 4): 113.0,
}
PRICES = Prices(price_years(YEARLY, QUARTERS, {2023: 0.06, 2024: 0.03}, {2025: 0.02}))


def test_a_published_year_is_the_mean_of_april_to_march():
    year = PRICES.years["2021-22"]
    assert year.index == pytest.approx((103.5 + 104.5 + 105.5 + 106.5) / 4)
    assert year.basis is PriceBasis.PUBLISHED


def test_the_quarter_after_the_newest_lies_on_a_line_to_its_years_mean():
    year = PRICES.years["2022-23"]
    first = 113.0 + (110.0 * 1.06 - 113.0) / 2.5
    assert year.index == pytest.approx((109.0 + 111.5 + 113.0 + first) / 4)
    assert year.basis is PriceBasis.ESTIMATED


def test_later_years_are_three_quarters_of_one_year_and_one_of_the_next():
    assert PRICES.years["2023-24"].index == pytest.approx(116.6 * (0.75 + 0.25 * 1.03))
    assert PRICES.years["2023-24"].basis is PriceBasis.ESTIMATED


def test_a_year_with_a_forecast_in_it_says_so():
    assert PRICES.years["2024-25"].index == pytest.approx(116.6 * 1.03 * (0.75 + 0.25 * 1.02))
    assert PRICES.years["2024-25"].basis is PriceBasis.FORECAST
    assert PRICES.basis("2021-22", "2023-24") is PriceBasis.ESTIMATED
    assert PRICES.basis("2021-22", "2024-25") is PriceBasis.FORECAST
    assert PRICES.basis("2021-22", "1999-00") is None


def test_no_year_is_made_up_beyond_what_is_known():
    assert list(PRICES.years) == ["2020-21", "2021-22", "2022-23", "2023-24", "2024-25"]


def test_pounds_go_into_the_prices_of_another_year():
    found = PRICES.in_prices_of(Money(1_000.0, "2021-22"), "2022-23")
    assert found.price_year == "2022-23"
    index = PRICES.years
    assert found.pounds == pytest.approx(1_000 * index["2022-23"].index / index["2021-22"].index)


def test_without_an_index_pounds_stay_as_they_were_spent_and_it_is_said():
    spent = Money(1_000.0, "2009-10")
    assert PRICES.factor("2009-10", "2022-23") is None
    assert PRICES.in_prices_of(spent, "2022-23") == spent
    assert PRICES.why_cash("2009-10", "2022-23") == (
        "No index of prices is loaded for 2009-10, so these are pounds of 2009-10, as spent."
    )
    assert PRICES.why_cash("2021-22", "2022-23") is None
    assert Prices().factor("2009-10", "2009-10") == 1.0


def test_growth_counts_before_a_forecast_of_the_same_year():
    both = Prices(price_years({2022: 100.0}, {}, {2023: 0.05}, {2023: 0.99}))
    assert both.years["2022-23"].index == pytest.approx(101.25)
