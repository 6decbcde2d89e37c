"""How an indicator is called and worked out in other tools, so that their figures can be given.

Writing rules, enforced by tests/catalogue:
- `lait_key` names a measure of the Local Authority Interactive Tool only where it is the same: the
  same children, counted the same way, in the same unit. Where in doubt it is left out.
- a `DashboardRow` names a row of the summary page of the Children's Social Care Outcomes and
  Enablers dashboard in its exact words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DashboardFigure(StrEnum):
    """What the dashboard takes the median of."""

    PUBLISHED = "published"  # the figure as printed, rounded already
    REBUILT = "rebuilt"  # a count over a population, not yet rounded
    ROUNDED = "rounded"  # the same, rounded before the median is taken


@dataclass(frozen=True, kw_only=True)
class DashboardRow:
    """One row of the dashboard's summary page.

    title            the row's exact wording
    figure           what each council's figure is when the median is taken
    decimal_places   to which published figures are printed and the median is rounded
    sums_counts      beside the rate the dashboard adds up the neighbours' counts, and labels the
                     sum as a median too
    """

    title: str
    figure: DashboardFigure
    decimal_places: int
    sums_counts: bool = False
