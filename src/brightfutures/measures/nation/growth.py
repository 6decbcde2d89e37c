"""How much larger one of England's counts is than it was, beside the number of children.

A count grows where there are more children and where more of them are counted: so the share by
which it has grown stands beside its rate. Growth is now/then − 1. Nothing is read of a trend: it
is two figures and the years between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.catalogue.series import Break, Series
from brightfutures.quantities import Period


@dataclass(frozen=True, kw_only=True)
class Growth:
    """One of England's counts, then and now, both as published.

    `share` is the growth (0.25: a quarter more; below nought for less). `rate_then` and `rate_now`
    are the same counts out of the children of the time, in the unit of the indicator that gives
    them, None where it is not known. `breaks` are the changes in the way of counting in between.
    """

    series: str
    from_period: str
    to_period: str
    then: float
    now: float
    share: float
    rate_then: float | None = None
    rate_now: float | None = None
    breaks: tuple[Break, ...] = ()


def growth(
    series: Series,
    counts: Mapping[str, float],
    since: str,
    rates: Mapping[str, float] | None = None,
) -> Growth | None:
    """From one period of a series to its newest, by England's counts for each period.

    Where that period has no count, from the first later one. None with fewer than two counts, or
    where nobody was counted then.
    """
    kind = series.period_kind
    start = Period(kind, since).end_year
    years = {Period(kind, label).end_year: label for label in counts}
    held = sorted(year for year in years if year >= start)
    if len(held) < 2 or counts[years[held[0]]] <= 0:
        return None
    first, last = years[held[0]], years[held[-1]]
    out_of = rates or {}
    both = first in out_of and last in out_of
    return Growth(
        series=series.id,
        from_period=first,
        to_period=last,
        then=counts[first],
        now=counts[last],
        share=growth_share(counts[first], counts[last]),
        rate_then=out_of[first] if both else None,
        rate_now=out_of[last] if both else None,
        breaks=tuple(
            entry
            for entry in series.breaks
            if held[0] < Period(kind, entry.period).end_year <= held[-1]
        ),
    )


def growth_share(then: float, now: float) -> float:
    """How much larger a number is than it was, as a share of what it was."""
    return now / then - 1.0
