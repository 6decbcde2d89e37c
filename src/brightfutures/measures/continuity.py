"""Where a figure can be read on from the period before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from brightfutures.catalogue import Indicator
from brightfutures.measures.arrays import Flags
from brightfutures.quantities import Period

if TYPE_CHECKING:
    from brightfutures.measures.panels import Ingredients


def break_years(indicator: Indicator, ingredients: Ingredients) -> set[int]:
    """The years, as the numerator's periods end, that cannot be compared with the year before."""
    series = ingredients.catalogue.series
    years: set[int] = set()
    for names, lag in (
        ((*indicator.numerator, *indicator.numerator_less), 0),
        (indicator.denominator, indicator.denominator_lag),
    ):
        for name in names:
            kind = series[name].period_kind
            years |= {Period(kind, entry.period).end_year + lag for entry in series[name].breaks}
    return years


def where_it_reads_on(
    periods: Sequence[Period], there: Flags, breaks: set[int], ingredients: Ingredients
) -> Flags:
    """Areas × periods: whether the change from the period before may be read.

    Not over a missing year, not across a break in any of its series, and not where the area
    was not there, or was another area under the same code, the period before.
    """
    joined = np.zeros(there.shape, dtype=bool)
    rows = ingredients.places.rows
    for place in range(1, len(periods)):
        before, now = periods[place - 1], periods[place]
        if now.end_year - before.end_year != 1 or now.end_year in breaks:
            continue
        joined[:, place] = there[:, place] & there[:, place - 1]
        for change in ingredients.geography.changes:
            if not change.same_area and before.last_day < change.date <= now.last_day:
                for code in {*change.before, *change.after}:
                    if code in rows:
                        joined[rows[code], place] = False
    return joined
