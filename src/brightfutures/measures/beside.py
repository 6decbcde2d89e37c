"""Every council beside the comparators of one set, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.averages import Average, Averages, averages_of
from brightfutures.measures.difference_tests import DifferenceTests, Ends, ends_of, test_differences
from brightfutures.measures.movement import Moves, moves_of
from brightfutures.measures.results import Steadiness, Why
from brightfutures.measures.similar import Comparators
from brightfutures.measures.standing import Standing, alikeness_by_period, standing_of
from brightfutures.measures.steadiness import steadiness_of
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import Codes, p_values, what_stops_it
from brightfutures.quantities import Reason

PERIODS_OF_ALIKENESS = 5

KeyOfIndicator = TypeVar("KeyOfIndicator", bound=tuple[Any, ...])


@dataclass(frozen=True, eq=False)
class Judged:
    """One indicator and period: tests of every council, what stops them, and p of z₁."""

    tests: DifferenceTests | None
    stopped: Codes
    p: Numbers


def forget_entries(kept: dict[KeyOfIndicator, Any], indicator_id: str) -> None:
    """Let go of the entries of which the key begins with this indicator."""
    for key in [key for key in kept if key[0] == indicator_id]:
        del kept[key]


def bars_of(study: Study, place: int, withheld: Flags) -> dict[Why, Flags]:
    """What of a council's own figure stops any test, in order of precedence."""
    rows = slice(study.councils)
    missing = study.material.panel.missing[rows, place]
    unreliable = (missing & np.uint16(Reason.UNRELIABLE.bit)) != 0
    no_y = np.isnan(study.y[rows, place]) & ~withheld
    return {
        Why.UNRELIABLE: unreliable,
        Why.VALUE_MISSING: (missing != 0) & ~withheld,
        Why.AREA_CHANGED: ~study.material.existed[rows, place],
        Why.NO_COUNTS: no_y | (not study.counted),
    }


def ends_in(study: Study, place: int) -> Ends:
    """Both ends of every council's count in one period, where it is withheld."""
    rows, material = slice(study.councils), study.material
    return ends_of(
        study.column(place),
        np.where(material.existed[rows, place], material.fewest[rows, place], np.nan),
        material.most[rows, place],
        material.panel.denominator[rows, place],
    )


def _mean_of_known(each: Numbers, end: int) -> float | None:
    """The mean of what is known of the last periods before `end`."""
    last = each[max(0, end - PERIODS_OF_ALIKENESS) : end]
    known = last[np.isfinite(last)]
    return float(known.mean()) if len(known) else None


class Beside:
    """Comparisons with one set of comparators, each worked out once and when asked for."""

    def __init__(self, comparators: Comparators, studies: Studies) -> None:
        self.comparators = comparators
        self._studies = studies
        self._apart: dict[tuple[tuple[int, int], ...], Comparators] = {}
        self._standings: dict[str, Standing] = {}
        self._alike: dict[str, list[float | None]] = {}
        self._averages: dict[tuple[str, int], Averages] = {}
        self._judged: dict[tuple[str, int, Average | None], Judged] = {}
        self._usual_before: dict[tuple[str, int, Average | None], Numbers] = {}
        self._moves: dict[tuple[str, int], Moves] = {}
        self._steadiness: dict[tuple[str, int], Steadiness] = {}

    def forget(self, indicator_id: str) -> None:
        """Let go of what was worked out of one indicator; asked again, it is worked out again."""
        self._standings.pop(indicator_id, None)
        self._alike.pop(indicator_id, None)
        forget_entries(self._averages, indicator_id)
        forget_entries(self._judged, indicator_id)
        forget_entries(self._usual_before, indicator_id)
        forget_entries(self._moves, indicator_id)
        forget_entries(self._steadiness, indicator_id)

    def comparators_of(self, study: Study) -> Comparators:
        """Whom each council is compared with on one indicator: never its own joint return."""
        pairs = study.material.joint
        if pairs not in self._apart:
            self._apart[pairs] = self.comparators.without(pairs) if pairs else self.comparators
        return self._apart[pairs]

    def standing(self, study: Study) -> Standing:
        """Every council's gap to its comparators' mean in every period."""
        key = study.indicator.id
        if key not in self._standings:
            rows = slice(study.councils)
            self._standings[key] = standing_of(
                self.comparators_of(study), study.y[rows], study.s2[rows]
            )
        return self._standings[key]

    def averages(self, study: Study, place: int) -> Averages:
        """The comparators' other averages in one period."""
        key = (study.indicator.id, place)
        if key not in self._averages:
            self._averages[key] = averages_of(
                self.comparators_of(study), study.column(place), study.indicator.per
            )
        return self._averages[key]

    def alikeness(self, study: Study, place: int) -> float | None:
        """How alike similar councils are: the mean correlation of up to five periods, none later.

        One period's correlation over 150 councils is uncertain by .08 either way; the mean keeps
        the default comparison from changing with every release.
        """
        key = study.indicator.id
        if key not in self._alike:
            each = alikeness_by_period(
                self.comparators_of(study), study.y[: study.councils], self.standing(study)
            )
            self._alike[key] = [_mean_of_known(each, end) for end in range(1, len(each) + 1)]
        return self._alike[key][place]

    def judged(self, study: Study, place: int, only: Average | None = None) -> Judged:
        """The tests of every council in one period; with `only` from that average alone."""
        key = (study.indicator.id, place, only)
        if key not in self._judged:
            self._judged[key] = self._judge(study, place, only)
        return self._judged[key]

    def _judge(self, study: Study, place: int, only: Average | None) -> Judged:
        councils = study.councils
        if not study.counted:
            bars = self._bars(study, place, np.zeros(councils, dtype=bool))
            stopped = what_stops_it(None, bars, councils)
            return Judged(None, stopped, np.full(councils, np.nan))
        wobble = self._studies.wobble(study, place)
        tests = self._tests(study, place, wobble.long_run if wobble else float("nan"), only)
        stopped = what_stops_it(tests, self._bars(study, place, tests.withheld), councils)
        return Judged(tests, stopped, p_values(tests, stopped))

    def _tests(
        self, study: Study, place: int, wobble: float, only: Average | None
    ) -> DifferenceTests:
        column, ends = study.column(place), ends_in(study, place)
        beside = self.standing(study).at(place), self.averages(study, place)
        return test_differences(study.indicator, column, ends, beside, wobble, only)

    def _bars(self, study: Study, place: int, withheld: Flags) -> dict[Why, Flags]:
        bars = bars_of(study, place, withheld)
        return {**bars, Why.TOO_FEW_COMPARATORS: ~self.standing(study).with_mean[:, place]}

    def usual_before(self, study: Study, place: int, only: Average | None = None) -> Numbers:
        """z₂ of the period before, NaN where it cannot be read on from there."""
        key = (study.indicator.id, place, only)
        if key not in self._usual_before:
            self._usual_before[key] = self._find_usual_before(study, place, only)
        return self._usual_before[key]

    def _find_usual_before(self, study: Study, place: int, only: Average | None) -> Numbers:
        if place == 0 or not study.counted:
            return np.full(study.councils, np.nan)
        tests = self._tests(study, place - 1, float("nan"), only)
        fit = study.material.joined[: study.councils, place] & tests.enough
        fit &= self.standing(study).with_mean[:, place - 1]
        return np.where(fit, tests.usual_near, np.nan)

    def moves(self, study: Study, place: int) -> Moves:
        """How every council's figure, and its gap, moved over five periods."""
        key = (study.indicator.id, place)
        if key not in self._moves:
            wobble = self._studies.wobble(study, place)
            transient = wobble.transient if wobble else float("nan")
            self._moves[key] = moves_of(study, place, transient, self.standing(study))
        return self._moves[key]

    def steadiness(self, study: Study, place: int) -> Steadiness:
        """How steadily councils keep their gaps, from the periods up to this one."""
        key = (study.indicator.id, place)
        if key not in self._steadiness:
            standing = self.standing(study)
            self._steadiness[key] = steadiness_of(
                np.where(standing.with_mean, standing.gap, np.nan),
                study.material.joined[: study.councils],
                place,
            )
        return self._steadiness[key]
