"""The made-up England has prices of its own, so its pounds can be told in real terms."""

from brightfutures.delivery.edition import Edition
from brightfutures.money.prices import PriceBasis, prices_from


def test_every_year_of_its_returns_has_an_index_and_no_year_before(made_up_edition: Edition):
    prices = prices_from(made_up_edition.store.readings)
    labels = [f"{year}-{(year + 1) % 100:02d}" for year in range(2014, 2025)]
    assert list(prices.years) == labels
    assert all(prices.factor(label, "2024-25") is not None for label in labels)


def test_its_newest_year_rests_on_a_forecast_and_old_ones_on_quarters(made_up_edition: Edition):
    prices = prices_from(made_up_edition.store.readings)
    assert prices.basis("2020-21") is PriceBasis.PUBLISHED
    assert prices.basis("2022-23") is PriceBasis.ESTIMATED
    assert prices.basis("2024-25") is PriceBasis.FORECAST


def test_a_pound_of_ten_years_ago_buys_more_than_one_of_today(made_up_edition: Edition):
    factor = prices_from(made_up_edition.store.readings).factor("2014-15", "2024-25")
    assert factor is not None
    assert 1.2 < factor < 1.6
