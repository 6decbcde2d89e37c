"""Budget beside outturn as it is asked for: by area, year and line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from brightfutures.money.finance_returns import AFTER_INCOME, BUDGET, BUDGET_AFTER_INCOME, OUTTURN
from brightfutures.money.overspend import HowUsual, Overspend, how_usual
from brightfutures.money.panel import SpendPanel
from brightfutures.money.prevention import TOTAL


@dataclass(frozen=True, eq=False)
class BudgetBook:
    """Budgets and outturn over the panels handed to it; `councils` are every council's codes."""

    panel_of: Callable[[str], SpendPanel]
    councils: Sequence[str]

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The financial years of which both budgets and outturn are loaded."""
        outturn = self.panel_of(OUTTURN).period_index
        return tuple(period for period in self.panel_of(BUDGET).periods if period in outturn)

    def overspend(self, area: str, period: str, line: str = TOTAL) -> Overspend:
        """One line's budget and outturn after income, in pounds of the year."""
        budgets, outturn = self.panel_of(BUDGET), self.panel_of(OUTTURN)
        return Overspend(
            line=line,
            period=period,
            budget_pounds=budgets.value_at(line, BUDGET_AFTER_INCOME, area, period),
            outturn_pounds=outturn.value_at(line, AFTER_INCOME, area, period),
        )

    def overspends(self, area: str, period: str) -> tuple[Overspend, ...]:
        """The same of every line that has a budget, the total first."""
        return tuple(self.overspend(area, period, line) for line in self.panel_of(BUDGET).lines)

    def how_usual(self, period: str, line: str = TOTAL) -> HowUsual:
        """How many councils spent more than their budget on a line in a year."""
        if (period, line) not in self._usual:
            councils = {area: self.overspend(area, period, line) for area in self.councils}
            self._usual[period, line] = how_usual(line, period, councils)
        return self._usual[period, line]

    @cached_property
    def _usual(self) -> dict[tuple[str, str], HowUsual]:
        return {}
