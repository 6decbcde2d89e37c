"""The years that a financial year lies between, and what stands for all of it, by its label.

A financial year runs from April: that of 2024-25 from mid-2024 to 31 March 2025.
"""

from __future__ import annotations

from functools import cache

from brightfutures.quantities import Missing, Period, PeriodKind, Value


@cache
def end_year(period: str) -> int:
    """The year in which a financial year ends: 2025 for 2024-25."""
    return Period(PeriodKind.FINANCIAL_YEAR, period).end_year


@cache
def mid_year_within(period: str) -> str:
    """The mid-year that lies in a financial year: `2024` for 2024-25."""
    return str(end_year(period) - 1)


def through_the_year(first: Value, last: Value) -> Value:
    """Children through a year: the mean of both its ends, or the last where the first is unknown.

    Money is of the year between them.
    """
    return last if isinstance(first, Missing) else (first + last) / 2.0
