"""Every council beside the comparators of one set, period by period."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.difference_tests import DifferenceTests, ends_of, test_differences
from brightfutures.measures.movement import Moves, moves_of, window_of
from brightfutures.measures.results import Steadiness, Why
from brightfutures.measures.similar import Comparators
from brightfutures.measures.standing import Standing, standing_of
from brightfutures.measures.steadiness import steadiness_of
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import Codes, p_values, what_stops_it
from brightfutures.quantities import Reason

PERIODS_OF_ALIKENESS = 5


@dataclass(frozen=True, eq=False)
class Judged:
    """One indicator and period: tests of every council, what stops them, and p of z₁."""

    tests: DifferenceTests | None
    stopped: Codes
    p: Numbers


class Beside:
    """Comparisons with one set of comparators, each worked out once and when asked for."""

    def __init__(self, comparators: Comparators, studies: Studies) -> None:
        self.comparators = comparators
        self._studies = studies
        self._standings: dict[tuple[str, int], Standing] = {}
        self._judged: dict[tuple[str, int], Judged] = {}
        self._moves: dict[tuple[str, int], Moves] = {}
        self._steadiness: dict[tuple[str, int], Steadiness] = {}

    def standing(self, study: Study, place: int) -> Standing:
        """Every council's gap to its comparators' mean in one period."""
        key = (study.indicator.id, place)
        if key not in self._standings:
            self._standings[key] = standing_of(
                self.comparators, study.column(place), study.indicator.per
            )
        return self._standings[key]

    def alikeness(self, study: Study, place: int) -> float | None:
        """How alike similar councils are: the mean correlation of up to five periods, none later.

        One period's correlation over 150 councils is uncertain by .08 either way; the mean keeps
        the default comparison from changing with every release.
        """
        first = max(0, place - PERIODS_OF_ALIKENESS + 1)
        each = [self.standing(study, column).alike for column in range(first, place + 1)]
        known = [alike for alike in each if np.isfinite(alike)]
        return float(np.mean(known)) if known else None

    def judged(self, study: Study, place: int) -> Judged:
        """The tests of every council in one period."""
        key = (study.indicator.id, place)
        if key not in self._judged:
            self._judged[key] = self._judge(study, place)
        return self._judged[key]

    def _judge(self, study: Study, place: int) -> Judged:
        councils = study.councils
        if not study.counted:
            bars = self._bars(study, place, np.zeros(councils, dtype=bool))
            stopped = what_stops_it(None, bars, councils)
            return Judged(None, stopped, np.full(councils, np.nan))
        wobble = self._studies.wobble(study, place)
        tests = self._tests(study, place, wobble.a if wobble else float("nan"))
        stopped = what_stops_it(tests, self._bars(study, place, tests.withheld), councils)
        return Judged(tests, stopped, p_values(tests, stopped))

    def _tests(self, study: Study, place: int, a: float) -> DifferenceTests:
        rows, column = slice(study.councils), study.column(place)
        material = study.material
        there = material.existed[rows, place]
        ends = ends_of(
            column,
            np.where(there, material.fewest[rows, place], np.nan),
            material.most[rows, place],
            material.panel.denominator[rows, place],
        )
        return test_differences(study.indicator, self.standing(study, place), column, ends, a)

    def _bars(self, study: Study, place: int, withheld: Flags) -> dict[Why, Flags]:
        rows = slice(study.councils)
        missing = study.material.panel.missing[rows, place]
        unreliable = (missing & np.uint16(Reason.UNRELIABLE.bit)) != 0
        no_y = np.isnan(study.y[rows, place]) & ~withheld
        return {
            Why.UNRELIABLE: unreliable,
            Why.VALUE_MISSING: (missing != 0) & ~withheld,
            Why.AREA_CHANGED: ~study.material.existed[rows, place],
            Why.NO_COUNTS: no_y | (not study.counted),
            Why.TOO_FEW_COMPARATORS: ~self.standing(study, place).with_mean,
        }

    def usual_before(self, study: Study, place: int) -> Numbers:
        """z₂ of the period before, NaN where it cannot be read on from there."""
        if place == 0 or not study.counted:
            return np.full(study.councils, np.nan)
        tests = self._tests(study, place - 1, float("nan"))
        fit = study.material.joined[: study.councils, place] & tests.enough
        fit &= self.standing(study, place - 1).with_mean
        return np.where(fit, tests.usual_near, np.nan)

    def moves(self, study: Study, place: int) -> Moves:
        """How every council's figure, and its gap, moved over five periods."""
        key = (study.indicator.id, place)
        if key not in self._moves:
            wobble = self._studies.wobble(study, place)
            window = window_of(place) or range(0)
            self._moves[key] = moves_of(
                study,
                place,
                wobble.transient if wobble else float("nan"),
                [self.standing(study, column) for column in window],
            )
        return self._moves[key]

    def steadiness(self, study: Study, place: int) -> Steadiness:
        """How steadily councils keep their gaps, from the periods up to this one."""

        def gaps(column: int) -> Numbers:
            standing = self.standing(study, column)
            return np.where(standing.with_mean, standing.gap, np.nan)

        key = (study.indicator.id, place)
        if key not in self._steadiness:
            self._steadiness[key] = steadiness_of(study, gaps, place)
        return self._steadiness[key]
