"""One indicator as it is studied: its counts on the scale, its changes and its wobble."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from brightfutures.catalogue import Indicator, IntervalMethod
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.averages import Column
from brightfutures.measures.changes import Changes, large_enough, yearly_changes
from brightfutures.measures.intervals import poisson_limits, wilson
from brightfutures.measures.levels.behind import LevelsBehind, levels_of_counts
from brightfutures.measures.material import Material
from brightfutures.measures.scale import chance_variance, has_counts, to_scale
from brightfutures.measures.wobble import OwnWobble, estimate_wobble


class Study:
    """An indicator's panel with what is worked out from it, each thing once and when asked.

    `y` and `s2` are areas × periods: counts on the scale and their chance variance. For an
    indicator without counts y is the value itself and s2 is NaN, so that it can be averaged
    but never tested. Both are NaN where a value is missing, where only the publisher's own
    figure is known, and where the area did not exist.
    """

    def __init__(self, indicator: Indicator, material: Material, england: int | None) -> None:
        self.indicator = indicator
        self.material = material
        self.england_row = england
        self.counted = has_counts(indicator)
        panel = material.panel
        stands = (panel.missing == 0) & material.existed
        if self.counted:
            top = np.where(stands, panel.numerator, np.nan)
            self.y = to_scale(indicator.kind, top, panel.denominator)
            self.s2 = chance_variance(indicator.kind, top, panel.denominator)
        else:
            self.y = np.where(stands, panel.value, np.nan)
            self.s2 = np.full(self.y.shape, np.nan)
        self._columns: dict[int, Column] = {}
        self._wobbles: dict[int, OwnWobble | None] = {}
        self._levels: dict[int, LevelsBehind | None] = {}
        self._typical: dict[int, tuple[float, float] | None] = {}
        self._ranges: dict[tuple[int, float], tuple[Numbers, Numbers]] = {}

    @property
    def councils(self) -> int:
        """How many of the first rows are councils."""
        return self.material.councils

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The year in which each period ends."""
        return tuple(period.end_year for period in self.material.periods)

    @cached_property
    def newest(self) -> int | None:
        """The column of the newest period in which any council has a value."""
        has = (self.material.panel.missing[: self.councils] == 0).any(axis=0)
        found = np.flatnonzero(has)
        return int(found[-1]) if len(found) else None

    def rows_there(self, place: int) -> list[int]:
        """The rows of the councils that existed in one period, in order of name."""
        return np.flatnonzero(self.material.existed[: self.councils, place]).tolist()

    def column_of_round(self, year: int) -> int | None:
        """The column tested in the round of a year: that year's, or its newest if a year behind.

        So a round of the past holds no later figure, and does not change when a release of one
        publication is loaded before another's.
        """
        if year in self.years:
            return self.years.index(year)
        behind = self.newest is not None and self.years[self.newest] == year - 1
        return self.newest if behind else None

    def column(self, place: int) -> Column:
        """One period, councils only, in what a comparison needs."""
        if place not in self._columns:
            rows = slice(self.councils)
            there = np.isfinite(self.y[rows, place])
            panel = self.material.panel
            existed = self.material.existed[rows, place]
            self._columns[place] = Column(
                y=self.y[rows, place],
                s2=self.s2[rows, place],
                value=np.where(existed, panel.value[rows, place], np.nan),
                numerator=np.where(there, panel.numerator[rows, place], np.nan),
                denominator=np.where(there, panel.denominator[rows, place], np.nan),
            )
        return self._columns[place]

    def typical(self, place: int) -> tuple[float, float] | None:
        """The median chance variance and the median figure of councils in one period."""
        if place not in self._typical:
            column = self.column(place)
            s2, value = column.s2[np.isfinite(column.s2)], column.value[np.isfinite(column.value)]
            known = len(s2) > 0 and len(value) > 0
            self._typical[place] = (
                (float(np.median(s2)), float(np.median(value))) if known else None
            )
        return self._typical[place]

    def ranges(self, place: int, level: float) -> tuple[Numbers, Numbers]:
        """Lower and upper limits of every area's figure in one period, in the indicator's unit.

        NaN where no counts stand behind the figure, or others than those published.
        """
        key = (place, level)
        if key not in self._ranges:
            panel, per = self.material.panel, self.indicator.per
            known = (panel.missing[:, place] == 0) & ~self.material.printed[:, place]
            top = np.where(known, panel.numerator[:, place], np.nan)
            base = np.where(known, panel.denominator[:, place], np.nan)
            if self.indicator.interval is IntervalMethod.WILSON:
                low, high = wilson(top, base, level)
                self._ranges[key] = per * low, per * high
            elif self.indicator.interval is IntervalMethod.BYAR:
                low, high = poisson_limits(np.where(np.isfinite(base), top, np.nan), level)
                self._ranges[key] = per * low / base, per * high / base
            else:
                nothing = np.full(top.shape, np.nan)
                self._ranges[key] = nothing, nothing
        return self._ranges[key]

    @cached_property
    def is_pandemic(self) -> tuple[bool, ...]:
        """Which periods the pandemic distorted, as the catalogue declares."""
        return tuple(
            period.label in self.indicator.pandemic_periods for period in self.material.periods
        )

    @cached_property
    def changes(self) -> Changes:
        """Every council's changes from year to year, net of England's, that may be read."""
        rows = slice(self.councils)
        panel = self.material.panel
        large = large_enough(panel.numerator[rows], panel.denominator[rows])
        readable = self.material.joined[rows] & large
        readable[:, 1:] &= large[:, :-1]
        for place, distorted in enumerate(self.is_pandemic):
            if distorted:
                readable[:, place : place + 2] = False
        return yearly_changes(self.y[rows], self.s2[rows], self._england_y, readable)

    @property
    def _england_y(self) -> Numbers:
        if self.england_row is None:
            return np.full(self.y.shape[1], np.nan)
        return np.asarray(self.y[self.england_row])

    def own_wobble(self, place: int) -> OwnWobble | None:
        """The wobble from this indicator's own changes up to that column, none later."""
        if place not in self._wobbles:
            self._wobbles[place] = estimate_wobble(self.changes, place) if self.counted else None
        return self._wobbles[place]

    def levels_behind(self, place: int) -> LevelsBehind | None:
        """The level behind every council's figure in one period, NaN where it has none.

        None where there are no counts, too short a past to know the wobble by (none is borrowed:
        a borrowed one is careful, and would take most of what is true for wobble), fewer than 20
        councils with a figure, or figures too alike to fit.
        """
        if place not in self._levels:
            wobble, column = self.own_wobble(place), self.column(place)
            self._levels[place] = (
                None
                if wobble is None
                else levels_of_counts(
                    self.indicator.kind, column.numerator, column.denominator, wobble.long_run
                )
            )
        return self._levels[place]
