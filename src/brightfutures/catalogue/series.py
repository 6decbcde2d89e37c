"""What is counted: one declaration a series.

Writing rules: the `sentence` is one sentence that a councillor understands and ends with a full
stop; it says who is counted, not how. `unit` is a plural noun. `sources` lists source ids,
first the one that is believed where several give the same period.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from brightfutures.quantities import PeriodKind


class SeriesKind(StrEnum):
    """A count can be added and tested; a published figure stands as printed."""

    COUNT = "count"
    PUBLISHED_FIGURE = "published_figure"


@dataclass(frozen=True, kw_only=True)
class Break:
    """Where figures before and after cannot be compared: the first period after, and why."""

    period: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Series:
    """One series of counts or published figures."""

    id: str
    sentence: str
    unit: str
    kind: SeriesKind
    period_kind: PeriodKind
    sources: tuple[str, ...]
    breaks: tuple[Break, ...] = ()
    rounded_to: int | None = None  # as published for councils, where it is rounded
    # A withheld count is certainly 1 to 5: a whole total, never hidden to protect another cell.
    withheld_is_one_to_five: bool = False
    reconcile: bool = False  # a main count: after a load councils are added up beside England
    is_forecast: bool = False  # of years to come, so its last period is no newest figure
