"""Consumer prices as loaded, beside the printed index and growth."""

import csv
from pathlib import Path

import pytest

from brightfutures.money.prices import PriceBasis, Prices, prices_from
from brightfutures.published.store import Store

pytestmark = pytest.mark.published


@pytest.fixture(scope="module")
def prices(loaded_store: Store) -> Prices:
    return prices_from(loaded_store.readings)


@pytest.fixture(scope="module")
def printed(published_data: Path) -> dict[str, float]:
    """Every year, quarter and month of the printed index."""
    with (published_data / "ons/prices/CPIH-2022.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    return {label: float(index) for label, index in rows[8:]}


def test_every_financial_year_to_2021_22_is_the_mean_of_its_twelve_months(
    prices: Prices, printed: dict[str, float]
):
    months = ("APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
    checked = 0
    for label, year in prices.years.items():
        if year.basis is PriceBasis.PUBLISHED:
            begins = int(label[:4])
            twelve = [printed[f"{begins} {month}"] for month in months]
            twelve += [printed[f"{begins + 1} {month}"] for month in ("JAN", "FEB", "MAR")]
            # Quarters are printed to one decimal place.
            assert year.index == pytest.approx(sum(twelve) / 12, abs=0.06), label
            checked += 1
    assert checked == 34
    assert prices.years["2021-22"].index == pytest.approx(113.125)


def test_the_last_quarter_of_2022_23_is_close_to_the_two_months_already_printed(
    prices: Prices, printed: dict[str, float]
):
    year = prices.years["2022-23"]
    three = [printed[f"2022 Q{quarter}"] for quarter in (2, 3, 4)]
    fourth = 4 * year.index - sum(three)
    assert year.basis is PriceBasis.ESTIMATED
    assert fourth == pytest.approx((printed["2023 JAN"] + printed["2023 FEB"]) / 2, rel=0.01)


def test_later_years_chain_on_by_growth_and_say_when_a_forecast_is_in_them(prices: Prices):
    grown = 120.5 * 1.0679
    assert prices.years["2023-24"].index == pytest.approx(grown * (0.75 + 0.25 * 1.0327))
    assert prices.years["2023-24"].basis is PriceBasis.ESTIMATED
    assert prices.years["2024-25"].basis is PriceBasis.FORECAST
    assert prices.factor("2015-16", "2024-25") == pytest.approx(1.3394, abs=0.0001)
    assert max(prices.years) == "2029-30"
    assert min(prices.years) == "1988-89"


def test_growth_in_2022_is_that_of_the_index(printed: dict[str, float]):
    """The two files meet: the growth table's first year is in the index as well."""
    assert printed["2022"] / printed["2021"] - 1 == pytest.approx(0.0792, abs=0.0008)
