"""Laws of prices: there and back is where one was, and two price years never add by mistake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.money.prices import PriceBasis, Prices, PriceYear
from brightfutures.quantities import Money

YEARS = ("2021-22", "2022-23", "2023-24")
indices = st.floats(20.0, 500.0)
known = st.fixed_dictionaries(
    {year: st.builds(PriceYear, indices, st.sampled_from(PriceBasis)) for year in YEARS}
)
some_pounds = st.floats(-1e10, 1e10)
years = st.sampled_from(YEARS)


@given(known, some_pounds, years, years)
def test_there_and_back_is_the_same_amount(
    index: dict[str, PriceYear], pounds: float, one: str, other: str
):
    prices = Prices(index)
    back = prices.in_prices_of(prices.in_prices_of(Money(pounds, one), other), one)
    assert back.price_year == one
    assert back.pounds == pytest.approx(pounds, rel=1e-12, abs=1e-9)


@given(known, some_pounds, years, years, years)
def test_by_way_of_a_third_year_is_the_same(
    index: dict[str, PriceYear], pounds: float, one: str, by: str, other: str
):
    prices = Prices(index)
    spent = Money(pounds, one)
    through = prices.in_prices_of(prices.in_prices_of(spent, by), other)
    assert through.pounds == pytest.approx(prices.in_prices_of(spent, other).pounds)


@given(known, some_pounds, some_pounds, years, years)
def test_two_price_years_never_add(
    index: dict[str, PriceYear], one: float, other: float, first: str, second: str
):
    left, right = Money(one, first), Money(other, second)
    if first != second:
        with pytest.raises(ValueError, match="cannot be added"):
            left + right
    assert (left + Prices(index).in_prices_of(right, first)).price_year == first


@given(some_pounds, years)
def test_without_an_index_two_years_still_do_not_add(pounds: float, year: str):
    spent = Money(pounds, "2008-09")
    kept = Prices({year: PriceYear(100.0, PriceBasis.PUBLISHED)}).in_prices_of(spent, year)
    with pytest.raises(ValueError, match="cannot be added"):
        kept + Money(1.0, year)
