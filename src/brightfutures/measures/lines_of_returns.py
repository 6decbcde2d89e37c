"""A series in pounds as the line of a return that it tells, and the total that line is part of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from brightfutures.catalogue.spending import SpendAccount, Spending, SpendLine
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.grids import Grid
from brightfutures.quantities import Period, PeriodKind

SPENT = "spend"
"""The way of telling a line in which it is seen what a return leaves out or tells elsewhere."""


@dataclass(frozen=True, kw_only=True)
class LineTold:
    """A line of a return, told in pounds spent."""

    spending: Spending
    account: SpendAccount
    line: SpendLine

    def total(self, year: int) -> str | None:
        """The line that it is part of in the financial year ending in `year`; None of no such."""
        label = Period.ending(PeriodKind.FINANCIAL_YEAR, year).label
        place = self.line.place(self.account.id, label)
        return None if place is None else place.parent

    def parts(self, total: str, year: int) -> list[str]:
        """The lines of the same return that are part of a total in a year."""
        lines = (replace(self, line=one) for one in self.spending.lines.values())
        return [one.line.id for one in lines if one.total(year) == total]

    def spent(self, line: str, year: int, grid_of: Callable[[str], Grid]) -> Numbers:
        """The pounds of every area under a line of the same return; NaN where there are none.

        `grid_of` gives the grid of a series as published.
        """
        return grid_of(self.account.series(line, SPENT)).at([year]).value[:, 0]


def line_told(name: str, spending: Spending) -> LineTold | None:
    """The line that a series tells in pounds spent; None of any other series."""
    for account in spending.accounts.values():
        line = name.removeprefix(account.prefix).removesuffix(f"_{SPENT}")
        known = SPENT in account.measures and line in spending.lines
        if known and name == account.series(line, SPENT):
            return LineTold(spending=spending, account=account, line=spending.lines[line])
    return None
