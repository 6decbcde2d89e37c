"""Prevention as it is asked for: by council and year, through time, for each child, by fifth."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from brightfutures.catalogue import Break
from brightfutures.catalogue.spending import Prevention
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN
from brightfutures.money.panel import SpendPanel
from brightfutures.money.per_child import PerChild, SpendOfYear, per_child
from brightfutures.money.prevention import (
    RULES,
    PreventionLines,
    PreventionYear,
    lines_at_nought,
    prevention_breaks,
    prevention_year,
)
from brightfutures.money.prevention_fifths import PreventionFifth, prevention_fifths
from brightfutures.money.prices import Prices
from brightfutures.quantities import Missing, Value


@dataclass(frozen=True, kw_only=True)
class PreventionForEachChild:
    """Pounds for each child by rule, and `rest`: all that even the broadest rule leaves out."""

    period: str
    by_rule: Mapping[Prevention, PerChild]
    rest: PerChild


@dataclass(frozen=True, eq=False)
class PreventionBook:
    """Prevention over the panels, children and prices handed to it.

    By default of the revenue outturn before income. `fifth` gives each of today's councils its
    fifth by deprivation, 1 being the most deprived.
    """

    panel_of: Callable[[str], SpendPanel]
    children: Callable[[str, str], Value]
    prices: Prices
    price_year: str | None
    fifth: Mapping[str, int]

    def periods(self, account: str = OUTTURN) -> tuple[str, ...]:
        """The years in which the return asks for every line that any rule counts."""
        panel = self.panel_of(account)
        return tuple(
            period for period in panel.periods if not self.lines(period, account).not_asked
        )

    def lines(self, period: str, account: str = OUTTURN) -> PreventionLines:
        """Which lines each rule counts in a year."""
        key = account, period
        if key not in self._lines:
            self._lines[key] = PreventionLines.of(self.panel_of(account), period)
        return self._lines[key]

    def breaks(self, account: str = OUTTURN) -> tuple[Break, ...]:
        """The breaks within the years in which shares can be told."""
        periods = self.periods(account)
        if not periods:
            return ()
        return prevention_breaks(self.panel_of(account), periods[0], periods[-1])

    def year(
        self, area: str, period: str, measure: str = BEFORE_INCOME, account: str = OUTTURN
    ) -> PreventionYear:
        """What is prevention under each rule in one area and year."""
        counted = self.lines(period, account)
        return prevention_year(self.panel_of(account), counted, measure, area)

    def at_nought(self, area: str, period: str) -> tuple[str, ...]:
        """The lines of prevention that an area tells at nought: booked elsewhere, or not done."""
        return lines_at_nought(self.panel_of(OUTTURN), self.lines(period), BEFORE_INCOME, area)

    def history(
        self, area: str, measure: str = BEFORE_INCOME, account: str = OUTTURN
    ) -> tuple[PreventionYear, ...]:
        """The years in which shares can be told, in order, those without a figure among them."""
        return tuple(self.year(area, period, measure, account) for period in self.periods(account))

    def for_each_child(self, year: PreventionYear) -> PreventionForEachChild:
        """The pounds of a year for each child, in cash and in real terms."""
        children = self.children(year.area, year.period)
        return self._for_each_child(year.period, year.pounds, year.total_pounds, children)

    def fifth_for_each_child(self, fifth: PreventionFifth) -> PreventionForEachChild:
        """The same of a fifth of councils together."""
        return self._for_each_child(fifth.period, fifth.pounds, fifth.total_pounds, fifth.children)

    def fifths(self, period: str) -> tuple[PreventionFifth, ...]:
        """The fifths of today's councils by deprivation in one year; none where too few are."""
        children: dict[str, float] = {}
        for area in self.fifth:
            living = self.children(area, period)
            if not isinstance(living, Missing):
                children[area] = living
        years = (self.year(area, period) for area in self.fifth)
        return prevention_fifths(years, children, self.fifth)

    def _for_each_child(
        self, period: str, pounds: Mapping[Prevention, Value], total: Value, children: Value
    ) -> PreventionForEachChild:
        def divided(part: Value) -> PerChild:
            spend = SpendOfYear(area="", period=period, pounds=part, children=children)
            return per_child(spend, self.prices, self.price_year or period)

        return PreventionForEachChild(
            period=period,
            by_rule={rule: divided(pounds[rule]) for rule in RULES},
            rest=divided(total - pounds[RULES[-1]]),
        )

    @cached_property
    def _lines(self) -> dict[tuple[str, str], PreventionLines]:
        return {}
