"""One council's return for one year, as rules read it: lines, and pounds or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.money.finance_returns import BEFORE_INCOME
from brightfutures.quantities import Missing, Value

PROVIDERS = ("own_spend", "private_spend", "other_public_spend", "voluntary_spend")
RUNNING_COSTS = ("employees", "running_expenses")


@dataclass(frozen=True)
class CouncilReturn:
    """Line to measure to pounds of the year, or a reason; `account` is the return's id."""

    account: str
    period: str
    lines: Mapping[str, Mapping[str, Value]]

    def pounds(self, line: str, measure: str = BEFORE_INCOME) -> float | None:
        """The figure in pounds; None where there is none, for whatever reason."""
        value = self.lines.get(line, {}).get(measure)
        return None if value is None or isinstance(value, Missing) else value

    @property
    def holds_figures(self) -> bool:
        """Whether any figure was returned at all."""
        return any(
            not isinstance(value, Missing)
            for line in self.lines.values()
            for value in line.values()
        )

    @property
    def told(self) -> tuple[str, ...]:
        """The lines with spending before income, in their order."""
        return tuple(line for line in self.lines if self.pounds(line) is not None)
