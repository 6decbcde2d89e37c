"""What is true of England as a whole: its change, the spread of councils, growth and gradient."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from brightfutures.catalogue import ContextVariable
from brightfutures.measures.arrays import Rows
from brightfutures.measures.cells import cell_at
from brightfutures.measures.judge import Judge
from brightfutures.measures.lookup import Lookup
from brightfutures.measures.nation.england_change import england_change
from brightfutures.measures.nation.england_now import EnglandNow, england_now
from brightfutures.measures.nation.gradient import GROUPS, Gradient, fifths_by, gradient_of
from brightfutures.measures.nation.growth import Growth, growth
from brightfutures.measures.nation.spread_of_councils import SpreadOfCouncils, spreads_of_councils
from brightfutures.measures.nation.spread_results import EnglandChange
from brightfutures.quantities import Period

DEPRIVATION: tuple[str, ...] = (
    "children_in_income_deprived_families",
    "children_in_low_income_families",
)
"""The circumstances by which councils can be parted in fifths, the first that is loaded by rule."""


@dataclass(frozen=True, kw_only=True)
class Deprivation:
    """By which circumstance and of which period today's councils are parted in fifths.

    `most` and `least` are the middle council's figure in the most and the least deprived fifth,
    in the circumstance's unit.
    """

    variable: ContextVariable
    period: Period
    most: float
    least: float


class NationalPicture:
    """England from the studies that comparisons rest on; each thing worked out once and kept."""

    def __init__(self, lookup: Lookup, judge: Judge) -> None:
        self._judge = judge
        self._lookup = lookup
        self._gradients: dict[tuple[str, str], tuple[Gradient, ...]] = {}
        self._spreads: dict[str, tuple[SpreadOfCouncils, ...]] = {}

    def change(self, indicator_id: str) -> EnglandChange:
        """England's figure then and now, and whether it has moved; `WrongUse` for no such name."""
        with self._lookup.lock:
            series = self._lookup.studies.ingredients.catalogue.series
            return england_change(self._lookup.study(indicator_id), series)

    def spreads(self, indicator_id: str) -> tuple[SpreadOfCouncils, ...]:
        """Where councils lie in each period; `WrongUse` for no such name."""
        with self._lookup.lock:
            if indicator_id not in self._spreads:
                study = self._lookup.study(indicator_id)
                self._spreads[indicator_id] = spreads_of_councils(study)
            return self._spreads[indicator_id]

    def now(self, indicator_id: str) -> EnglandNow:
        """England's newest figure beside those of ten and of five years before."""
        study, row = self._lookup.study(indicator_id), self._lookup.places.england or 0
        return england_now(study, cell_at(study, row, self._lookup.place(study, row, None)))

    def growth(self, series_id: str, since: str, indicator_id: str | None = None) -> Growth | None:
        """One of England's published counts since a period, with an indicator's rate beside it.

        None where fewer than two counts are loaded.
        """
        with self._lookup.lock:
            series = self._lookup.studies.ingredients.catalogue.series[series_id]
            rates = self._rates_of_england(indicator_id) if indicator_id else None
            return growth(series, self._counts_of_england(series_id), since, rates)

    def deprivations(self) -> tuple[Deprivation, ...]:
        """By what today's councils can be parted in fifths, the rule's first; none if none is."""
        with self._lookup.lock:
            return tuple(deprivation for deprivation, _ in self._parted.values())

    def gradients(self, indicator_id: str, by: str | None = None) -> tuple[Gradient, ...]:
        """The fifths of councils in every period that has them, in order; none where none has.

        Today's councils stay in the fifth in which the newest figures of the circumstance `by`
        (the rule's first) put them. An indicator without counts has no gradient. Raises
        `WrongUse` for an indicator that is not known.
        """
        with self._lookup.lock:
            wanted = by or next(iter(self._parted), "")
            key = (indicator_id, wanted)
            if key not in self._gradients:
                self._gradients[key] = tuple(self._gradients_of(*key))
            return self._gradients[key]

    def _gradients_of(self, indicator_id: str, by: str) -> Iterable[Gradient]:
        study = self._lookup.study(indicator_id)
        if not study.counted or by not in self._parted:
            return
        _, fifth = self._parted[by]
        for place, period in enumerate(study.material.panel.periods):
            column = study.column(place)
            found = gradient_of(
                period, column.numerator, column.denominator, fifth, study.indicator.per
            )
            if found is not None:
                yield found

    @cached_property
    def _parted(self) -> dict[str, tuple[Deprivation, Rows]]:
        """Each circumstance that is loaded, with the fifth of every council."""
        table, found = self._judge.context, {}
        places = {variable.id: place for place, variable in enumerate(table.variables)}
        for name in (one for one in DEPRIVATION if one in places):
            place = places[name]
            period, value = table.periods[place], table.value[:, place]
            value = np.where(table.today, value, np.nan)
            fifth = fifths_by(value, table.codes)
            if period is None or fifth.max(initial=0) < GROUPS:
                continue
            found[name] = (
                Deprivation(
                    variable=table.variables[place],
                    period=period,
                    most=float(np.median(value[fifth == 1])),
                    least=float(np.median(value[fifth == GROUPS])),
                ),
                fifth,
            )
        return found

    def _counts_of_england(self, series_id: str) -> Mapping[str, float]:
        """England's published counts of a series by period, those that are missing left out."""
        ingredients = self._lookup.studies.ingredients
        readings, england = ingredients.readings(series_id), ingredients.places.england
        if england is None or ingredients.places.codes[england] not in readings.areas:
            return {}
        area = readings.areas.index(ingredients.places.codes[england])
        rows = np.flatnonzero((readings.area_index == area) & (readings.missing == 0))
        return {
            readings.periods[readings.period_index[row]]: float(readings.value[row])
            for row in rows.tolist()
        }

    def _rates_of_england(self, indicator_id: str) -> Mapping[str, float]:
        study = self._lookup.study(indicator_id)
        panel, row = study.material.panel, study.england_row
        if row is None:
            return {}
        return {
            period: float(panel.value[row, place])
            for place, period in enumerate(panel.periods)
            if panel.missing[row, place] == 0
        }
