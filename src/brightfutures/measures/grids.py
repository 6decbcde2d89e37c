"""A series laid out as areas × years, so that several can be added and divided."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from brightfutures.measures.arrays import Bits, Flags, Numbers
from brightfutures.published.readings import Readings
from brightfutures.quantities import Area, Period, PeriodKind, Reason

LATEST_DAY = datetime.date.max.toordinal()


@dataclass(frozen=True, eq=False)
class Grid:
    """Areas × years of one series: `value` is NaN exactly where `missing` holds a reason.

    `years` are the calendar years in which the periods end, in order. `spoken` is true where a
    file speaks of the cell, be it to say that the figure is withheld.
    """

    years: tuple[int, ...]
    value: Numbers
    missing: Bits
    spoken: Flags

    @cached_property
    def column(self) -> dict[int, int]:
        """The column of each year."""
        return {year: place for place, year in enumerate(self.years)}

    def at(self, years: Sequence[int]) -> Grid:
        """The same series for these years; a year no file speaks of has nothing in it."""
        shape = (self.value.shape[0], len(years))
        value = np.full(shape, np.nan)
        missing = np.full(shape, Reason.UNAVAILABLE.bit, dtype=np.uint16)
        spoken = np.zeros(shape, dtype=bool)
        for place, year in enumerate(years):
            column = self.column.get(year)
            if column is not None:
                value[:, place] = self.value[:, column]
                missing[:, place] = self.missing[:, column]
                spoken[:, place] = self.spoken[:, column]
        return Grid(years=tuple(years), value=value, missing=missing, spoken=spoken)

    def without(self, cells: Flags, reason: Reason) -> Grid:
        """The same with these cells missing for a reason; those missing before keep their own."""
        value, missing = self.value.copy(), self.missing.copy()
        gone = cells & (missing == 0)
        value[gone] = np.nan
        missing[gone] = reason.bit
        return Grid(years=self.years, value=value, missing=missing, spoken=self.spoken)


def lay_out(readings: Readings, kind: PeriodKind, rows: dict[str, int]) -> Grid:
    """The readings of one series as a grid; `rows` gives each area's row.

    Areas without a row are left out. A cell no file speaks of is `unavailable` until
    `mark_areas_not_there` says that its area did not exist.
    """
    # `periods` may hold labels of other series, and so of other kinds of period.
    ends = {
        number: Period(kind, readings.periods[number]).end_year
        for number in np.flatnonzero(np.bincount(readings.period_index)).tolist()
    }
    years = tuple(sorted(set(ends.values())))
    column = {year: place for place, year in enumerate(years)}
    shape = (max(rows.values(), default=-1) + 1, len(years))
    value = np.full(shape, np.nan)
    missing = np.full(shape, Reason.UNAVAILABLE.bit, dtype=np.uint16)
    spoken = np.zeros(shape, dtype=bool)
    row_of = np.array([rows.get(code, -1) for code in readings.areas], dtype=np.int64)
    column_of = np.zeros(len(readings.periods), dtype=np.int64)
    for number, year in ends.items():
        column_of[number] = column[year]
    if len(readings.value):
        row, place = row_of[readings.area_index], column_of[readings.period_index]
        known = row >= 0
        row, place = row[known], place[known]
        value[row, place] = np.where(readings.missing == 0, readings.value, np.nan)[known]
        missing[row, place] = readings.missing[known]
        spoken[row, place] = True
    return Grid(years=years, value=value, missing=missing, spoken=spoken)


def there_on_last_day(areas: Sequence[Area], periods: Sequence[Period]) -> Flags:
    """Areas × periods: whether the area existed on the last day of the period."""
    days = np.array([period.last_day.toordinal() for period in periods], dtype=np.int64)
    first = np.array([area.first.toordinal() if area.first else 0 for area in areas])
    last = np.array([area.last.toordinal() if area.last else LATEST_DAY for area in areas])
    return np.asarray((first[:, np.newaxis] <= days) & (days <= last[:, np.newaxis]))


def mark_areas_not_there(grid: Grid, there: Flags) -> Grid:
    """The grid with `did_not_exist` where no file speaks and the ledger says so."""
    missing = grid.missing.copy()
    missing[~grid.spoken & ~there] = Reason.DID_NOT_EXIST.bit
    return Grid(years=grid.years, value=grid.value, missing=missing, spoken=grid.spoken)
