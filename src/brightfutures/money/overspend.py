"""Budget against outturn: by how many pounds a year's spending passed its budget, line by line.

    over = outturn − budget; its share is of the budget

Both are full counts of pounds and not samples, so there is no range. Both must be told in the same
way (after income, as in the ministry's budget returns). How usual it was to spend more than the
budget is told beside it: of the councils with both figures, the share that did, and what the
middle one's was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from brightfutures.quantities import Missing, Value


@dataclass(frozen=True, kw_only=True)
class Overspend:
    """One line's budget and outturn in one financial year, in pounds of that year."""

    line: str
    period: str
    budget_pounds: Value
    outturn_pounds: Value

    @property
    def over_pounds(self) -> Value:
        """Outturn less budget: above nought where more was spent than budgeted."""
        return self.outturn_pounds - self.budget_pounds

    @property
    def over_share(self) -> float | None:
        """The same as a share of the budget (0.05 is 5%); None without a budget above nought."""
        over, budget = self.over_pounds, self.budget_pounds
        if isinstance(over, Missing) or isinstance(budget, Missing) or budget <= 0:
            return None
        return over / budget


@dataclass(frozen=True, kw_only=True)
class HowUsual:
    """Of the councils that have a budget and an outturn of a line in a year, how many went over.

    `middle_share` is the middle council's outturn less budget as a share of its budget. With no
    such council there is nothing usual, and `share_over` is None.
    """

    line: str
    period: str
    councils: int
    over: int
    middle_share: float | None

    @property
    def share_over(self) -> float | None:
        """The share of councils that spent more than their budget."""
        return self.over / self.councils if self.councils else None


def how_usual(line: str, period: str, councils: Mapping[str, Overspend]) -> HowUsual:
    """How usual it was to go over the budget of one line in one year.

    Councils without a budget above nought, or with a figure missing, are left out.
    """
    shares = [share for one in councils.values() if (share := one.over_share) is not None]
    return HowUsual(
        line=line,
        period=period,
        councils=len(shares),
        over=sum(share > 0 for share in shares),
        middle_share=median(shares) if shares else None,
    )
