"""Pounds of one year in the prices of another: the index of consumer prices by financial year.

The index is CPIH (consumer prices with owner occupiers' housing costs) of the United Kingdom. A
financial year's is the mean of its four quarters as published. After the newest published index it
goes on by growth from one calendar year to the next, and then

    a quarter next to a published one lies on a straight line from that one to its year's mean:
        q = last + (year − last)/2.5
    a financial year of no published quarter is ¾ of one calendar year's mean and ¼ of the next's.

Such years are estimated, and forecast where a growth that is not yet outturn is in them. A year
without an index has none: what it cost is then told in pounds of the time, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import fmean

from brightfutures.published.readings import Readings
from brightfutures.quantities import Money, Period, PeriodKind

YEARLY = "consumer_prices_index"
QUARTERS = (
    "consumer_prices_index_january_to_march",
    "consumer_prices_index_april_to_june",
    "consumer_prices_index_july_to_september",
    "consumer_prices_index_october_to_december",
)
GROWTH = "consumer_prices_growth"
GROWTH_FORECAST = "consumer_prices_growth_forecast"
SERIES = (YEARLY, *QUARTERS, GROWTH, GROWTH_FORECAST)
"""The names of the series that prices are made from, in the catalogue."""


class PriceBasis(StrEnum):
    """How a financial year's index is known."""

    PUBLISHED = "published"  # the mean of four published quarters
    ESTIMATED = "estimated"  # from calendar years, all of them outturn
    FORECAST = "forecast"  # a growth that is a forecast is in it


@dataclass(frozen=True)
class PriceYear:
    """One financial year's index (2015 = 100), and how it is known."""

    index: float
    basis: PriceBasis


@dataclass(frozen=True)
class Prices:
    """Price years by financial year (`2023-24`)."""

    years: Mapping[str, PriceYear] = field(default_factory=dict)

    def factor(self, from_year: str, to_year: str) -> float | None:
        """By what pounds of one year are multiplied to be pounds of another; None if not known."""
        if from_year == to_year:
            return 1.0
        one, other = self.years.get(from_year), self.years.get(to_year)
        return other.index / one.index if one and other else None

    def in_prices_of(self, money: Money, year: str) -> Money:
        """The same amount in another year's prices; as it was where an index is missing.

        The price year of what comes back says which, and `why_cash` why.
        """
        factor = self.factor(money.price_year, year)
        return money if factor is None else Money(money.pounds * factor, year)

    def why_cash(self, from_year: str, to_year: str) -> str | None:
        """The sentence for pounds that stay as they were; None where they need not."""
        if self.factor(from_year, to_year) is not None:
            return None
        lacking = [year for year in (from_year, to_year) if year not in self.years]
        return (
            f"No index of prices is loaded for {' or '.join(lacking)}, so these are pounds of "
            f"{from_year}, as spent."
        )

    def basis(self, *price_years: str) -> PriceBasis | None:
        """The least sure of several years' bases; None where one is not known."""
        found = [self.years[year].basis for year in price_years if year in self.years]
        if len(found) < len(price_years) or not found:
            return None
        return max(found, key=list(PriceBasis).index)


def prices_from(readings: Callable[[str], Readings]) -> Prices:
    """The price years that the loaded series allow; none where they are not loaded."""
    yearly, growth, forecast = (_by_year(readings(n)) for n in (YEARLY, GROWTH, GROWTH_FORECAST))
    quarters = {
        (year, number): index
        for number, name in enumerate(QUARTERS, 1)
        for year, index in _by_year(readings(name)).items()
    }
    return Prices(price_years(yearly, quarters, growth, forecast))


def price_years(
    yearly: Mapping[int, float],
    quarters: Mapping[tuple[int, int], float],
    growth: Mapping[int, float],
    forecast: Mapping[int, float],
) -> dict[str, PriceYear]:
    """Every financial year's index, from calendar years' and quarters' and from growth.

    `quarters` are by year and number, 1 being January to March; growth is a share of one.
    """
    calendar = {year: PriceYear(index, PriceBasis.ESTIMATED) for year, index in yearly.items()}
    year = max(calendar, default=0)
    while calendar and (year + 1 in growth or year + 1 in forecast):
        rise = growth.get(year + 1, forecast.get(year + 1, 0.0))
        sure = year + 1 in growth and calendar[year].basis is not PriceBasis.FORECAST
        basis = PriceBasis.ESTIMATED if sure else PriceBasis.FORECAST
        calendar[year + 1] = PriceYear(calendar[year].index * (1.0 + rise), basis)
        year += 1
    found = {begins: _financial_year(begins, calendar, quarters) for begins in sorted(calendar)}
    return {
        Period.ending(PeriodKind.FINANCIAL_YEAR, begins + 1).label: price_year
        for begins, price_year in found.items()
        if price_year is not None
    }


def _financial_year(
    begins: int, calendar: Mapping[int, PriceYear], quarters: Mapping[tuple[int, int], float]
) -> PriceYear | None:
    """April of one year to March of the next."""
    three = [quarters[begins, number] for number in (2, 3, 4) if (begins, number) in quarters]
    last = quarters.get((begins + 1, 1))
    if len(three) == 3 and last is not None:
        return PriceYear(fmean([*three, last]), PriceBasis.PUBLISHED)
    following = calendar.get(begins + 1)
    if following is None:
        return None
    if len(three) == 3:
        last = three[-1] + (following.index - three[-1]) / 2.5
        return PriceYear(fmean([*three, last]), following.basis)
    this = calendar[begins]
    basis = max(this.basis, following.basis, key=list(PriceBasis).index)
    return PriceYear(0.75 * this.index + 0.25 * following.index, basis)


def _by_year(readings: Readings) -> dict[int, float]:
    """Figures by the year in which their period ends; what is missing is left out."""
    return {
        int(readings.periods[period][:4]): float(value)
        for period, value, missing in zip(
            readings.period_index.tolist(),
            readings.value.tolist(),
            readings.missing.tolist(),
            strict=True,
        )
        if not missing
    }
