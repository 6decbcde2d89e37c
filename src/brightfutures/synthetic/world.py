"""One made-up England: its areas, and every series for every area and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from brightfutures.catalogue import Catalogue, Indicator, IndicatorKind
from brightfutures.quantities import Area, Period, PeriodKind
from brightfutures.synthetic.calibration import (
    SHARES,
    Quantity,
    QuantityKind,
    read_calibration,
)
from brightfutures.synthetic.councils import Councils, make_councils
from brightfutures.synthetic.draws import Drawn, draw_everything
from brightfutures.synthetic.gaps import Missing, draw_gaps
from brightfutures.synthetic.grants import grants_of_year
from brightfutures.synthetic.shares import that_fit

Numbers = npt.NDArray[np.float64]

YEARS = tuple(range(2013, 2026))
"""Twelve years to March 2025, and the year before them for the population they are out of."""
FIRST_YEAR = 2014


@dataclass(frozen=True, eq=False)
class World:
    """A made-up England before any publisher has touched it.

    Areas are the councils (today's, then former), the regions and England, in that order.
    """

    seed: int
    councils: Councils
    calibration: Mapping[str, Quantity]
    drawn: Drawn
    missing: tuple[Missing, ...]
    node_of: Mapping[str, str]  # indicator → the series on which its truth is planted

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Every area, in the order of the arrays."""
        return (*self.councils.councils, *self.councils.regions, self.councils.england)

    @property
    def council_count(self) -> int:
        """How many of the areas are councils, former ones included."""
        return len(self.councils.councils)

    def exists(self, kind: PeriodKind, year: int) -> npt.NDArray[np.bool_]:
        """Which areas existed on the last day of a period; not to be written to."""
        if (kind, year) not in self._existing:
            day = Period.ending(kind, year).last_day
            there = np.array([area.existed_on(day) for area in self.areas])
            there.flags.writeable = False
            self._existing[kind, year] = there
        return self._existing[kind, year]

    @cached_property
    def _existing(self) -> dict[tuple[PeriodKind, int], npt.NDArray[np.bool_]]:
        return {}

    @cached_property
    def _groups(self) -> list[npt.NDArray[np.bool_]]:
        """The councils of each region, then all of them, in the order of the areas after them."""
        regions = range(len(self.councils.regions))
        groups = [self.councils.region_of == place for place in regions]
        return [*groups, np.ones(self.council_count, bool)]

    def figures(self, series: str, kind: PeriodKind, year: int) -> Numbers:
        """A series for every area in a period: unrounded sums for regions and England.

        NaN for councils that did not exist, except in printed figures of nothing (0 of 0).
        """
        quantity = self.calibration[series]
        if quantity.kind is QuantityKind.PRINTED:
            top = self._summed(quantity.top, kind, year, 0)
            bottom = self._summed(quantity.bottom, kind, year, quantity.lag)
            with np.errstate(divide="ignore", invalid="ignore"):
                printed = quantity.per * top / bottom
            return np.where(np.isinf(printed), np.nan, printed)  # nobody to divide it by
        values = np.full(len(self.areas), np.nan)
        if quantity.kind is QuantityKind.GRANT:
            there = self.exists(kind, year)[: self.council_count]
            numbers = grants_of_year(self.seed, quantity, self.councils, there, year)
            values[: self.council_count] = numbers
            values[-1] = np.nansum(numbers)
            return values
        at = YEARS.index(year)
        if quantity.kind is QuantityKind.EVERYWHERE:
            values[-1] = self.drawn.numbers[series][0, at]
            return values
        exists = self.exists(kind, year)[: self.council_count]
        numbers = np.where(exists, self.drawn.numbers[series][:, at], np.nan)
        values[: self.council_count] = numbers
        weights = None
        if quantity.kind is QuantityKind.SCORE:
            weights = np.where(exists, self.councils.size_2024, 0.0)
        for place, members in enumerate(self._groups):
            values[self.council_count + place] = _together(numbers[members], weights, members)
        return values

    def _summed(self, series: Iterable[str], kind: PeriodKind, year: int, lag: int) -> Numbers:
        # The population of the year before stands under the councils of this year: where one
        # began in between, its area's people are those of the councils before it.
        if not lag:
            parts = [self.figures(name, kind, year) for name in series]
            return np.asarray(np.sum(parts, axis=0))
        exists = self.exists(kind, year)[: self.council_count]
        total = np.zeros(len(self.areas))
        for name in series:
            numbers = self.drawn.numbers[name][:, YEARS.index(year - lag)]
            total[: self.council_count] += np.where(exists, numbers, np.nan)
            for place in range(len(self.councils.regions)):
                members = exists & (self.councils.region_of == place)
                total[self.council_count + place] += numbers[members].sum()
            total[-1] += numbers[exists].sum()
        return total


def _together(numbers: Numbers, weights: Numbers | None, members: npt.NDArray[np.bool_]) -> float:
    if weights is None:
        return float(np.nansum(numbers))
    return float(np.average(np.nan_to_num(numbers), weights=weights[members]))


def make_world(seed: int, catalogue: Catalogue) -> World:
    """The made-up England of a seed, for the indicators of a catalogue."""
    councils = make_councils(seed)
    calibration = read_calibration()
    # Those of the health-check set come first, where not all parts of a whole can be planted.
    fixed = {indicator.id for indicator in catalogue.health_check_set()}
    ordered = sorted(catalogue.indicators.values(), key=lambda each: each.id not in fixed)
    wanted = {
        indicator.id: node
        for indicator in ordered
        if (node := planted_on(indicator, calibration)) is not None
    }
    tested = that_fit(wanted.values(), calibration, YEARS)
    node_of = {name: node for name, node in wanted.items() if node in tested}
    drawn = draw_everything(seed, calibration, councils, YEARS, tested)
    return World(seed, councils, calibration, drawn, draw_gaps(seed, councils), node_of)


def planted_on(indicator: Indicator, calibration: Mapping[str, Quantity]) -> str | None:
    """The series whose level is the indicator's, on its scale: so equal means equal there too.

    That is its numerator where that is drawn out of its denominator, or is drawn as the odds of
    it; and what is taken away where it is all but that. A denominator that is the same as
    another series counts as that one.
    """
    if len(indicator.numerator) != 1:
        return None
    name = indicator.numerator[0]
    quantity = calibration.get(name)
    if quantity is None:
        return None
    if not indicator.denominator:
        return name if quantity.kind is QuantityKind.SCORE else None
    if indicator.numerator_less:
        less = calibration.get(indicator.numerator_less[0])
        whole = indicator.denominator == indicator.numerator
        only = len(indicator.numerator_less) == 1
        return less.id if less and whole and only and less.of == name else None
    if not quantity.has_level:
        return None
    shared = quantity.kind in SHARES | {QuantityKind.AMOUNT_ODDS}
    tested = indicator.kind in (IndicatorKind.PROPORTION, IndicatorKind.RATE)
    if tested and shared != (indicator.kind is IndicatorKind.PROPORTION):
        return None  # on another scale the mean of similar councils is another
    if quantity.kind is QuantityKind.AMOUNT_ODDS:
        return name if set(indicator.denominator) == {name, quantity.of} else None
    out_of = (_itself(quantity.of, calibration),)
    denominator = tuple(_itself(base, calibration) for base in indicator.denominator)
    return name if denominator == out_of and indicator.denominator_lag == quantity.lag else None


def _itself(name: str | None, calibration: Mapping[str, Quantity]) -> str | None:
    """The series that a series of the same numbers is made of; any other as it is."""
    quantity = calibration.get(name) if name else None
    return quantity.of if quantity and quantity.kind is QuantityKind.SAME else name
