"""Weekly costs as they are asked for: of a council, of those it is compared with, and of all.

Gross: before income. Nothing here is tested for better or worse: a dear placement may be for a
child who needs more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from brightfutures.money.chance_of_the_day import chance_of_the_day, mean_stay_years
from brightfutures.money.figures_by_area import FiguresByArea
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN, SECTION_251
from brightfutures.money.financial_years import end_year, through_the_year
from brightfutures.money.panel import SpendPanel
from brightfutures.money.placement_kinds import (
    CHILDREN_BY_PROVIDER,
    ENDED,
    HELPED,
    PROVIDERS,
    WHO_PROVIDES,
    PlacementKind,
)
from brightfutures.money.unit_cost import (
    PlacementYear,
    UnitCost,
    added_up,
    unit_cost,
    unit_cost_together,
)
from brightfutures.published.readings import Readings
from brightfutures.quantities import ENGLAND, Missing, Money, Reason, Value


@dataclass(frozen=True, eq=False)
class UnitCostBook:
    """Weekly costs over the panels and series handed to it."""

    panel_of: Callable[[str], SpendPanel]
    readings: Callable[[str], Readings]

    def periods(self, kind: PlacementKind, account: str = OUTTURN) -> tuple[str, ...]:
        """The years in which the return tells the line and its children are counted, in order."""
        panel, counted = self.panel_of(account), self._figures(kind.children).periods
        if kind.line not in panel.lines:
            return ()
        return tuple(
            period
            for period in panel.periods
            if panel.asked_for(kind.line, period) and str(end_year(period)) in counted
        )

    def of(self, area: str, kind: PlacementKind, period: str, account: str = OUTTURN) -> UnitCost:
        """One area's weekly cost; with its reasons where there is none."""
        return unit_cost(kind.id, period, self._year(area, kind, period, account))

    def together(self, areas: Collection[str], kind: PlacementKind, period: str) -> UnitCost:
        """Several councils' pounds over their weeks."""
        years = [self._year(area, kind, period, OUTTURN) for area in areas]
        return unit_cost_together(kind.id, period, years)

    def of_every_council(self, kind: PlacementKind, period: str) -> Mapping[str, UnitCost]:
        """The weekly cost of each council that has one, by its code: what a strip is made of."""
        key = kind.id, period
        if key not in self._every:
            panel = self.panel_of(OUTTURN)
            codes = panel.places.codes[: panel.places.councils]
            self._every[key] = {
                code: one
                for code, one in self.of_each(codes, kind, period).items()
                if isinstance(one.weekly, Money)
            }
        return self._every[key]

    def of_each(
        self, areas: Collection[str], kind: PlacementKind, period: str
    ) -> Mapping[str, UnitCost]:
        """The weekly cost of each of these areas by its code, or the reasons why it has none."""
        return {code: self.of(code, kind, period) for code in areas}

    def by_provider(
        self, area: str, kind: PlacementKind, period: str, account: str = SECTION_251
    ) -> dict[str, Value]:
        """Pounds before income on a kind by who provides it; children are not counted so.

        By the providers' names; only the section 251 return tells them.
        """
        panel = self.panel_of(account)
        return {
            provider: panel.value_at(kind.line, f"{provider}_spend", area, period)
            for provider in PROVIDERS
        }

    def in_england_by_provider(
        self, kind: PlacementKind, period: str, account: str = SECTION_251
    ) -> dict[str, UnitCost]:
        """England's weekly cost of the councils' own placements, and of those bought.

        Nothing for a kind whose children are not counted by provider.
        """
        if kind.id not in CHILDREN_BY_PROVIDER:
            return {}
        pounds = self.by_provider(ENGLAND, kind, period, account)
        end = end_year(period)

        def on_31_march(providers: tuple[str, ...], year: int) -> Value:
            series = (CHILDREN_BY_PROVIDER[kind.id].format(provider=name) for name in providers)
            return added_up(self._figures(name).at(ENGLAND, str(year)) for name in series)

        found = {}
        for who, providers in WHO_PROVIDES.items():
            first, last = on_31_march(providers, end - 1), on_31_march(providers, end)
            both = not isinstance(first, Missing)
            year = PlacementYear(
                area=ENGLAND,
                pounds=added_up(pounds[name] for name in providers),
                children=through_the_year(first, last),
                both_year_ends=both,
                chance_of_the_day=self._chance(end, both),
                printed_pounds=Missing((Reason.UNAVAILABLE,)),
            )
            found[who] = unit_cost(kind.id, period, year)
        return found

    def _year(
        self,
        area: str,
        kind: PlacementKind,
        period: str,
        account: str,
        usual_pounds: float | None = None,
    ) -> PlacementYear:
        end = end_year(period)
        children = self._figures(kind.children)
        last, first = children.at(area, str(end)), children.at(area, str(end - 1))
        both = not isinstance(first, Missing)
        return PlacementYear(
            area=area,
            pounds=self.panel_of(account).value_at(kind.line, BEFORE_INCOME, area, period),
            children=through_the_year(first, last),
            both_year_ends=both,
            chance_of_the_day=self._chance(end, both),
            printed_pounds=self._figures(kind.printed).at(area, period),
            usual_pounds=self._usual(kind, period, account)
            if usual_pounds is None
            else usual_pounds,
        )

    def _usual(self, kind: PlacementKind, period: str, account: str) -> float:
        """England's weekly cost, against which next to nothing is told; nought if not known."""
        key = kind.id, period, account
        if key not in self._usuals:
            year = self._year(ENGLAND, kind, period, account, usual_pounds=0.0)
            weekly = unit_cost(kind.id, period, year).weekly
            self._usuals[key] = weekly.pounds if isinstance(weekly, Money) else 0.0
        return self._usuals[key]

    def _chance(self, end: int, both: bool) -> float:
        stay = mean_stay_years(
            self._figures(HELPED).at(ENGLAND, str(end)), self._figures(ENDED).at(ENGLAND, str(end))
        )
        return chance_of_the_day(stay, both_year_ends=both)

    def _figures(self, name: str) -> FiguresByArea:
        if name not in self._series:
            self._series[name] = FiguresByArea(self.readings(name))
        return self._series[name]

    @cached_property
    def _every(self) -> dict[tuple[str, str], dict[str, UnitCost]]:
        return {}

    @cached_property
    def _usuals(self) -> dict[tuple[str, str, str], float]:
        return {}

    @cached_property
    def _series(self) -> dict[str, FiguresByArea]:
        return {}
