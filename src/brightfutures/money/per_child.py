"""Spend for each child who lives in an area: a year's pounds over the children of its mid-year.

    £ per child = pounds of the financial year / children aged 0 to 17 at the mid-year within it

A financial year runs from April, so that of 2024-25 is set against the children of mid-2024: the
population that the indicator `spend_per_child_pounds` uses. Several councils taken together are
their pounds over their children, not the mean of their rates.

In real terms a year's pounds are put in the prices of another year. Where a year has no index they
stay in its own prices, and `why_cash` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from brightfutures.money.prices import Prices
from brightfutures.quantities import Missing, Money, Reason, Value


@dataclass(frozen=True, kw_only=True)
class SpendOfYear:
    """One area's pounds on one line in one financial year, and its children aged 0 to 17."""

    area: str
    period: str
    pounds: Value
    children: Value


@dataclass(frozen=True, kw_only=True)
class PerChild:
    """Spend for each child of one area, or of several together, in one financial year.

    `cash` is in pounds of the year and `real` in those of the price year asked for, or the same
    as `cash` where an index is missing: its own price year says which, and `why_cash` why.
    `councils` is how many areas are in it, and `left_out` those that could not be.
    """

    period: str
    pounds: Value
    children: Value
    cash: Money | Missing
    real: Money | Missing
    why_cash: str | None
    councils: int = 1
    left_out: tuple[tuple[str, Missing], ...] = ()

    @property
    def missing(self) -> Missing | None:
        """Why there is no figure, if there is none."""
        return self.real if isinstance(self.real, Missing) else None


def per_child(spend: SpendOfYear, prices: Prices, price_year: str) -> PerChild:
    """One area's spend for each child in a year, in cash and in the prices of `price_year`."""
    return _per_child(spend.period, spend.pounds, spend.children, prices, price_year, 1, ())


def per_child_together(spends: Iterable[SpendOfYear], prices: Prices, price_year: str) -> PerChild:
    """Several areas' pounds over their children; those without either are left out and named.

    All must be of one financial year (`ValueError` otherwise, and for none at all).
    """
    handed = tuple(spends)
    periods = {spend.period for spend in handed}
    if len(periods) != 1:
        raise ValueError("Spend of one financial year is taken together, and of no fewer.")
    pounds: Value = 0.0
    children: Value = 0.0
    left_out: list[tuple[str, Missing]] = []
    for spend in handed:
        reason = _reason(spend)
        if reason is not None:
            left_out.append((spend.area, reason))
        else:
            pounds, children = pounds + spend.pounds, children + spend.children
    councils = len(handed) - len(left_out)
    if not councils:
        reasons = tuple(reason for _, missing in left_out for reason in missing.reasons)
        pounds = children = Missing(reasons)
    return _per_child(
        periods.pop(), pounds, children, prices, price_year, councils, tuple(left_out)
    )


def _reason(spend: SpendOfYear) -> Missing | None:
    both = spend.pounds + spend.children
    if isinstance(both, Missing):
        return both
    if not isinstance(spend.children, Missing) and spend.children <= 0:
        return Missing((Reason.DENOMINATOR_UNAVAILABLE,))
    return None


def _per_child(
    period: str,
    pounds: Value,
    children: Value,
    prices: Prices,
    price_year: str,
    councils: int,
    left_out: tuple[tuple[str, Missing], ...],
) -> PerChild:
    cash, real = _money(period, pounds, children), _money(period, pounds, children)
    if isinstance(real, Money):
        real = prices.in_prices_of(real, price_year)
    return PerChild(
        period=period,
        pounds=pounds,
        children=children,
        cash=cash,
        real=real,
        why_cash=prices.why_cash(period, price_year),
        councils=councils,
        left_out=left_out,
    )


def _money(period: str, pounds: Value, children: Value) -> Money | Missing:
    if isinstance(pounds, Missing) or isinstance(children, Missing):
        reasons = tuple(
            reason
            for value in (pounds, children)
            if isinstance(value, Missing)
            for reason in value.reasons
        )
        return Missing(reasons)
    if children <= 0:
        return Missing((Reason.DENOMINATOR_UNAVAILABLE,))
    return Money(pounds / children, period)
