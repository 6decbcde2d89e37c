"""What is asked of every council at once, on one indicator."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from brightfutures.measures.cells import cell_at
from brightfutures.measures.judge import Against, Judge
from brightfutures.measures.lookup import Lookup
from brightfutures.measures.moved import movements_of_all
from brightfutures.measures.results import Cell, Level, Movement, National, SimilarPeriod, Why
from brightfutures.measures.similar import SIMILAR
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS

if TYPE_CHECKING:  # a council's first page asks for the strip alone
    from brightfutures.measures.expectation.expectations import Expectations
    from brightfutures.measures.nation.councils import Nation
    from brightfutures.measures.nation.spread_results import NationalSpread


class AllCouncils:
    """Every council's verdict, place and figure, and how far councils lie apart.

    Each raises `WrongUse` for an unknown name and `CannotAnswer` for a period without data.
    """

    def __init__(
        self, lookup: Lookup, judge: Judge, expectations: Callable[[], Expectations]
    ) -> None:
        self._lookup = lookup
        self._judge = judge
        self._expectations = expectations
        # What every council's page shows alike is made once.
        self._strips: dict[tuple[str, int], tuple[Cell, ...]] = {}
        self._spreads: dict[str, NationalSpread] = {}

    def levels(
        self, indicator_id: str, period: str | None = None, *, against: Against = SIMILAR
    ) -> dict[str, tuple[Level, Why | None]]:
        """The verdict on every council that existed in one period (by default the newest)."""
        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            place = self._lookup.place_of_all(study, period)
            levels = self._judge.levels_of_all(study, against, place)
        return {
            self._lookup.places.codes[row]: (
                LEVELS[levels.level[row]],
                WHYS[levels.reason[row]] if levels.reason[row] != NO_REASON else None,
            )
            for row in study.rows_there(place)
        }

    def movements(
        self, indicator_id: str, period: str | None = None, *, against: Against = SIMILAR
    ) -> dict[str, Movement]:
        """Whether the figure of every council that existed has moved, as `compare` says."""
        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            place = self._lookup.place_of_all(study, period)
            found = movements_of_all(study, self._judge, against, place)
        return {self._lookup.places.codes[row]: found[row] for row in study.rows_there(place)}

    def across_england(self, indicator_id: str, period: str | None = None) -> tuple[National, ...]:
        """Every council beside all others in one period (by default the newest)."""
        from brightfutures.measures.nation.councils import across_england

        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            place = self._lookup.place_of_all(study, period)
            return across_england(study, self._judge, place)

    def levels_across_england(
        self, indicator_id: str, period: str | None = None
    ) -> tuple[Level, ...]:
        """The levels alone of `across_england`, where only their number is asked for."""
        from brightfutures.measures.nation.councils import levels_across_england

        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            place = self._lookup.place_of_all(study, period)
            return levels_across_england(study, self._judge, place)

    def nation(self, indicator_id: str, period: str | None = None) -> Nation:
        """One indicator over all England in one period (by default the newest)."""
        from brightfutures.measures.nation.councils import nation_of

        study, england = self._lookup.study(indicator_id), self._lookup.places.england
        with self._lookup.lock:
            place = self._lookup.place(study, england or 0, period)
            return nation_of(study, self._judge, england, place)

    def national_spread(self, indicator_id: str) -> NationalSpread:
        """How far councils really differ on one indicator, and what has moved since 2013.

        In the newest period.
        """
        from brightfutures.measures.nation.spread import national_spread_of

        study = self._lookup.study(indicator_id)
        with self._lookup.lock:
            if indicator_id not in self._spreads:
                place = self._lookup.place_of_all(study, None)
                self._spreads[indicator_id] = national_spread_of(
                    study,
                    self._judge,
                    self._lookup.studies.ingredients.catalogue.series,
                    place,
                    self._expectations().held_out(study, place),
                )
            return self._spreads[indicator_id]

    def region_history(self, indicator_id: str, region: str) -> tuple[SimilarPeriod, ...]:
        """The councils of a region in every period: their average and their middle half."""
        from brightfutures.measures.nation.region_history import region_history

        study, first = self._lookup.study(indicator_id), self._lookup.places.councils
        with self._lookup.lock:
            lie_in = self._lookup.places.members[self._lookup.row(region) - first]
            return region_history(study, np.flatnonzero(lie_in).tolist())

    def strip(self, indicator_id: str, period: str) -> tuple[Cell, ...]:
        """Every council that existed at the end of the period, in order of name."""
        study = self._lookup.study(indicator_id)
        place = self._lookup.place(study, 0, period)
        key = (indicator_id, place)
        if key not in self._strips:
            self._strips[key] = tuple(cell_at(study, row, place) for row in study.rows_there(place))
        return self._strips[key]
