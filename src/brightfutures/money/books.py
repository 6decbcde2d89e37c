"""The books: every question about money that a page or a command asks, over one store's figures.

Everything is worked out when it is first asked for, and kept. What is asked for by a council's
code and a financial year comes back with its reasons where there is no figure. In real terms means
in prices of `price_year`, the newest year of the revenue outturn that is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from brightfutures.catalogue import Catalogue, Geography
from brightfutures.measures import Measures
from brightfutures.money.council_gaps import CouncilGaps, gaps_of_year
from brightfutures.money.figures_by_area import FiguresByArea
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN
from brightfutures.money.financial_years import mid_year_within
from brightfutures.money.grants import GRANTS_FOR_EARLY_HELP, GrantOfYear, grant_of_year
from brightfutures.money.panel import SpendPanel, build_spend_panel
from brightfutures.money.per_child import (
    PerChild,
    SpendOfYear,
    per_child,
    per_child_together,
)
from brightfutures.money.prevention import TOTAL
from brightfutures.money.prices import Prices, prices_from
from brightfutures.published.readings import Judgement, Readings
from brightfutures.quantities import Value

if TYPE_CHECKING:  # loaded when first asked for: an overview tells of the total alone
    from brightfutures.money.after_cuts import AfterCuts
    from brightfutures.money.budget_book import BudgetBook
    from brightfutures.money.prevention_book import PreventionBook
    from brightfutures.money.spread_book import SpreadBook
    from brightfutures.money.unit_costs import UnitCostBook

CHILDREN = "children_aged_0_to_17"
DEPRIVATION = "children_income_deprivation_score"


@dataclass(frozen=True, eq=False)
class Books:
    """Spend, prices, children and judgements of one store; `held` are the ids of its series."""

    catalogue: Catalogue
    geography: Geography
    readings: Callable[[str], Readings]
    held: Sequence[str]
    measures: Measures
    every_judgement: Callable[[], Iterable[Judgement]]

    # What everything rests on.

    @cached_property
    def panel(self) -> SpendPanel:
        """The revenue outturn: what most questions are about."""
        return self.panel_of(OUTTURN)

    def panel_of(self, account: str) -> SpendPanel:
        """One return's panel; `KeyError` for an account the catalogue does not declare."""
        if account not in self._panels:
            self._panels[account] = build_spend_panel(
                account, self.catalogue.spending, self.geography, self.readings, self.held
            )
        return self._panels[account]

    def total_of(self, account: str) -> SpendPanel:
        """All that one return tells before income: of its panel this alone, in a tenth of the time.

        Nothing else of the return is read for it.
        """
        if account in self._panels:
            return self._panels[account]
        if account not in self._totals:
            series = self.catalogue.spending.accounts[account].series(TOTAL, BEFORE_INCOME)
            self._totals[account] = build_spend_panel(
                account,
                self.catalogue.spending,
                self.geography,
                self.readings,
                [series] if series in self.held else [],
            )
        return self._totals[account]

    @cached_property
    def prices(self) -> Prices:
        """The price years that the loaded indices allow."""
        return prices_from(self.readings)

    @cached_property
    def price_year(self) -> str | None:
        """The newest year of the outturn, in whose prices real terms are; None if none is."""
        return self.panel.periods[-1] if self.panel.periods else None

    @cached_property
    def councils(self) -> tuple[str, ...]:
        """Every council by code, former ones too."""
        return self.panel.places.codes[: self.panel.places.councils]

    def councils_there(self, period: str) -> tuple[str, ...]:
        """The councils that existed on the last day of a financial year."""
        column = self.panel.period_index[period]
        there = self.panel.there[: self.panel.places.councils, column]
        return tuple(self.councils[row] for row in np.flatnonzero(there).tolist())

    def children(self, area: str, period: str) -> Value:
        """Children aged 0 to 17 at the mid-year within a financial year."""
        return self._children.at(area, mid_year_within(period))

    # Spend for each child.

    def spend_of_year(
        self, area: str, period: str, line: str, measure: str, account: str = OUTTURN
    ) -> SpendOfYear:
        """One area's pounds on a line in a year, and its children."""
        return SpendOfYear(
            area=area,
            period=period,
            pounds=self.panel_of(account).whole_at(line, measure, area, period),
            children=self.children(area, period),
        )

    def per_child(
        self,
        area: str,
        period: str,
        line: str = TOTAL,
        measure: str = BEFORE_INCOME,
        account: str = OUTTURN,
    ) -> PerChild:
        """One area's spend for each child, in cash and in real terms."""
        spend = self.spend_of_year(area, period, line, measure, account)
        return per_child(spend, self.prices, self._real_year(period))

    def per_child_history(self, area: str) -> tuple[PerChild, ...]:
        """All the spend for each child in every year of the outturn, in order."""
        return tuple(self.per_child(area, period) for period in self.panel.periods)

    def per_child_together(self, areas: Collection[str], period: str) -> PerChild:
        """All several councils' pounds over their children; those without either are named."""
        spends = [self.spend_of_year(area, period, TOTAL, BEFORE_INCOME) for area in areas]
        return per_child_together(spends, self.prices, self._real_year(period))

    # What a gap is made of.

    def gaps(self, period: str) -> Mapping[str, CouncilGaps]:
        """The gaps of all councils in a year at each level, by its id, worked out once."""
        if period not in self._gaps:
            self._gaps[period] = gaps_of_year(period, self.panel, self.readings, self.measures)
        return self._gaps[period]

    # Questions with a book of their own.

    @cached_property
    def spreads(self) -> SpreadBook:
        """How far councils are apart."""
        from brightfutures.money.spread_book import SpreadBook

        return SpreadBook(
            panel_of=self.panel_of,
            councils=self.councils,
            children=self.children,
            every_judgement=self.every_judgement,
        )

    @cached_property
    def budgets(self) -> BudgetBook:
        """Budget and outturn."""
        from brightfutures.money.budget_book import BudgetBook

        return BudgetBook(panel_of=self.panel_of, councils=self.councils)

    @cached_property
    def prevention(self) -> PreventionBook:
        """What is prevention under each rule, by council and year, and by fifth."""
        from brightfutures.money.prevention_book import PreventionBook

        return PreventionBook(
            panel_of=self.panel_of,
            children=self.children,
            prices=self.prices,
            price_year=self.price_year,
            fifth=self.fifth,
        )

    @cached_property
    def unit_costs(self) -> UnitCostBook:
        """What a week of each kind of placement costs."""
        from brightfutures.money.unit_costs import UnitCostBook

        return UnitCostBook(panel_of=self.panel_of, readings=self.readings)

    @cached_property
    def after_cuts(self) -> AfterCuts:
        """What followed cuts of a line, over all councils: a few seconds when first asked for."""
        from brightfutures.money.after_cuts_book import AfterCutsBook

        return AfterCutsBook(
            panel=self.panel,
            prices=self.prices,
            over_the_years=self.measures.over_the_years,
            children=self.children,
        ).everything

    @cached_property
    def deprivation_period(self) -> str | None:
        """Which index parts councils in fifths: the newest that is loaded."""
        periods = FiguresByArea(self.readings(DEPRIVATION)).periods
        return periods[-1] if periods else None

    @cached_property
    def fifth(self) -> Mapping[str, int]:
        """The fifth of each of today's councils, 1 being the most deprived."""
        from brightfutures.money.prevention_fifths import fifth_of_each

        if self.deprivation_period is None:
            return {}
        known = FiguresByArea(self.readings(DEPRIVATION)).known(self.deprivation_period)
        today = {area.code for area in self.geography.councils()}
        return fifth_of_each({code: share for code, share in known.items() if code in today})

    # Grants for early help.

    def grants_for_early_help(self, area: str) -> tuple[GrantOfYear, ...]:
        """The named grants for early help to an area, by grant and then by year."""
        return tuple(
            grant_of_year(
                name, period, figures.at(area, period), self.prices, self._real_year(period)
            )
            for name, figures in self._grants.items()
            for period in figures.periods
        )

    def _real_year(self, period: str) -> str:
        return self.price_year or period

    @cached_property
    def _totals(self) -> dict[str, SpendPanel]:
        return {}

    @cached_property
    def _panels(self) -> dict[str, SpendPanel]:
        return {}

    @cached_property
    def _gaps(self) -> dict[str, dict[str, CouncilGaps]]:
        return {}

    @cached_property
    def _grants(self) -> dict[str, FiguresByArea]:
        return {
            name: FiguresByArea(self.readings(name))
            for name in GRANTS_FOR_EARLY_HELP
            if name in self.held
        }

    @cached_property
    def _children(self) -> FiguresByArea:
        return FiguresByArea(self.readings(CHILDREN))
