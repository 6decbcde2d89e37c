"""The grants for early help that the returns name, in cash and in real terms.

The Early Intervention Grant followed the one for Sure Start in 2011-12 and ended after 2012-13. Its
money then went into general funding and the schools grant, where the returns no longer name it, so
what followed cannot be read from them: it is not told, and it is not nought. The Troubled Families
grants, which did not follow it, are named in 2013-14 and in no other year.
"""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.money.prices import Prices
from brightfutures.quantities import Missing, Money, Value

GRANTS_FOR_EARLY_HELP = (
    "sure_start_early_years_and_childcare_grant",
    "early_intervention_grant",
    "troubled_families_grant",
)
"""The ids of their series, in the order in which they came."""


@dataclass(frozen=True, kw_only=True)
class GrantOfYear:
    """One grant to one area in one financial year: pounds of the year, and in real terms.

    `real` stays in pounds of the year where an index is missing; its price year says which.
    """

    grant: str
    period: str
    cash: Money | Missing
    real: Money | Missing


def grant_of_year(
    name: str, period: str, pounds: Value, prices: Prices, price_year: str
) -> GrantOfYear:
    """One grant of one year in the prices of `price_year`."""
    if isinstance(pounds, Missing):
        return GrantOfYear(grant=name, period=period, cash=pounds, real=pounds)
    cash = Money(pounds, period)
    return GrantOfYear(
        grant=name, period=period, cash=cash, real=prices.in_prices_of(cash, price_year)
    )
