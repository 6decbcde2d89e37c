"""Which period's figures came before an inspection, and which began after it was published."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

import numpy as np

from brightfutures.measures.agreement.inspections import Inspection
from brightfutures.measures.arrays import Flags, Rows, Whole
from brightfutures.measures.study import Study
from brightfutures.quantities import Period, PeriodKind

DAYS_CLEAR = 28
"""How long before the day on file a period must have ended.

Some files give the first day of an inspection and some the last; none lasts four weeks on site.
"""

DAYS_AWAY = 730
"""How far off a period may be: two years."""

NONE = -1
"""No period will do."""

ON_ONE_DAY = frozenset(
    {PeriodKind.AT_31_MARCH, PeriodKind.AT_30_SEPTEMBER, PeriodKind.MID_YEAR, PeriodKind.CENSUS_DAY}
)

YEARS_LOOKED_BACK: Mapping[str, int] = {
    "annual_health_assessments_percent": 1,
    "child_protection_plans_over_two_years_percent": 2,
    "convictions_percent": 1,
    "dental_checks_percent": 1,
    "development_assessments_percent": 1,
    "immunisations_percent": 1,
    "same_placement_two_years_percent": 2,
    "school_moves_percent": 1,
    "strengths_and_difficulties_score": 1,
    "strengths_and_difficulties_score_of_concern_percent": 1,
    "three_or_more_placements_percent": 1,
    "three_or_more_social_workers_percent": 1,
}
"""Counted of the children there on one day, but of what happened in so many years to it."""


def first_day(period: Period, *, looks_back: int = 0) -> datetime.date:
    """The first day that a period's figures tell of; `looks_back` is years before a single day."""
    last = period.last_day
    if period.kind in ON_ONE_DAY and not looks_back:
        return last
    return last.replace(year=last.year - max(looks_back, 1)) + datetime.timedelta(days=1)


def periods_before(study: Study, inspections: Sequence[Inspection]) -> Rows:
    """For each inspection the column of the last usable period that ended before it, or `NONE`."""
    days = np.array([entry.day.toordinal() for entry in inspections], dtype=np.int64)
    return last_that_ended(study.material.periods, usable(study), days)


def periods_after(study: Study, inspections: Sequence[Inspection]) -> Rows:
    """For each inspection the column of the first usable period that began after its report."""
    days = np.array([entry.known_on.toordinal() for entry in inspections], dtype=np.int64)
    looks_back = YEARS_LOOKED_BACK.get(study.indicator.id, 0)
    return first_that_began(study.material.periods, usable(study), days, looks_back=looks_back)


def last_that_ended(periods: Sequence[Period], usable: Flags, days: Whole) -> Rows:
    """The column of the last period that ended `DAYS_CLEAR` before each day (as an ordinal)."""
    clear = days[:, np.newaxis] - DAYS_CLEAR
    ends = np.array([period.last_day.toordinal() for period in periods], dtype=np.int64)
    fits = usable & (ends <= clear) & (ends > clear - DAYS_AWAY)
    last = len(periods) - 1 - np.argmax(fits[:, ::-1], axis=1)
    return np.where(fits.any(axis=1), last, NONE)


def first_that_began(
    periods: Sequence[Period], usable: Flags, days: Whole, *, looks_back: int = 0
) -> Rows:
    """The column of the first period whose first day comes after each day (as an ordinal)."""
    after = days[:, np.newaxis]
    starts = np.array(
        [first_day(period, looks_back=looks_back).toordinal() for period in periods],
        dtype=np.int64,
    )
    fits = usable & (starts > after) & (starts <= after + DAYS_AWAY)
    return np.where(fits.any(axis=1), np.argmax(fits, axis=1), NONE)


def usable(study: Study) -> Flags:
    """The periods with figures that the pandemic did not distort, as the catalogue declares."""
    has = np.isfinite(study.y[: study.councils]).any(axis=0)
    return np.asarray(has & ~np.array(study.is_pandemic, dtype=bool))
