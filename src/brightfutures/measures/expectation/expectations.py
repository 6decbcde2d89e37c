"""What is expected of every council given its circumstances, and the verdict against that.

Each indicator and period is fitted once, when first asked for, and kept; so are the verdicts on
all councils. The rules are those of the verdict against other councils (`verdict`): the same
bars, the same words, and false discovery over the same fixed set.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from brightfutures.catalogue import ContextUse
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.beside import Judged, bars_of, ends_in
from brightfutures.measures.context.table import ContextTable, context_table
from brightfutures.measures.expectation.difference import test_against_expectation
from brightfutures.measures.expectation.held_out import HeldOut, hold_out
from brightfutures.measures.expectation.levels import (
    Circumstances,
    ExpectedLevels,
    FittedCouncils,
    circumstances_of,
    expected_levels,
    fit_councils,
    spread_alone,
    without_variable,
)
from brightfutures.measures.fixed_set import Family, family_of_round
from brightfutures.measures.results import Why
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import Levels, levels_of, p_values, what_stops_it


class Asked(NamedTuple):
    """An indicator and the column of a period."""

    indicator: str
    place: int


@dataclass(frozen=True, eq=False)
class WithoutOne:
    """What would be expected of every council without one of the circumstances.

    `level` is on the scale, and `levels` the verdicts against it.
    """

    level: Numbers
    levels: Levels


class Expectations:
    """Expectations of all councils over the studies of a catalogue."""

    def __init__(self, studies: Studies) -> None:
        self.studies = studies
        self._circumstances: dict[str, Circumstances] = {}
        self._fitted: dict[Asked, FittedCouncils | None] = {}
        self._expected: dict[Asked, ExpectedLevels | None] = {}
        self._judged: dict[Asked, Judged] = {}
        self._q: dict[Asked, Numbers] = {}
        self._levels: dict[Asked, Levels] = {}
        self._without: dict[tuple[Asked, int], WithoutOne] = {}
        self._families: dict[int, Family] = {}
        self._held_out: dict[Asked, HeldOut | None] = {}
        self._spread_alone: dict[Asked, float] = {}

    @cached_property
    def context(self) -> ContextTable:
        """The circumstances of every council that lead one to expect something."""
        return context_table(self.studies.ingredients, ContextUse.EXPECTED)

    def circumstances(self, study: Study) -> Circumstances:
        """Those declared for one indicator, of every council. Today's serve every period."""
        name = study.indicator.id
        if name not in self._circumstances:
            self._circumstances[name] = circumstances_of(self.context.expected_for(name))
        return self._circumstances[name]

    def fitted(self, study: Study, place: int) -> FittedCouncils | None:
        """The fit; None where there is none."""
        asked = Asked(study.indicator.id, place)
        if asked not in self._fitted:
            self._fitted[asked] = fit_councils(study, place, self.circumstances(study))
        return self._fitted[asked]

    def expected(self, study: Study, place: int) -> ExpectedLevels | None:
        """What is expected of every council on the scale; None where nothing can be fitted."""
        asked = Asked(study.indicator.id, place)
        if asked not in self._expected:
            self._expected[asked] = self._expect(study, place)
        return self._expected[asked]

    def _expect(
        self, study: Study, place: int, left_out: int | None = None
    ) -> ExpectedLevels | None:
        """The same; without one of the circumstances, by its number, if any is left out."""
        fitted, design = self.fitted(study, place), self.circumstances(study).design
        if fitted is None:
            return None
        if left_out is not None:
            fitted = without_variable(fitted, left_out)
            design = np.delete(design, left_out + 1, axis=1)
        return expected_levels(study, place, design, fitted)

    def judged(self, study: Study, place: int) -> Judged:
        """The tests of every council against what is expected of it, and what stops them."""
        asked = Asked(study.indicator.id, place)
        if asked not in self._judged:
            self._judged[asked] = self._judge(study, place, self.expected(study, place))
        return self._judged[asked]

    def _judge(self, study: Study, place: int, expected: ExpectedLevels | None) -> Judged:
        unknown = np.ones(study.councils, dtype=bool)
        if expected is None or not study.counted:
            if expected is not None:
                unknown = np.isnan(expected.level)
            bars = bars_of(study, place, np.zeros(study.councils, dtype=bool))
            stopped = what_stops_it(None, {**bars, Why.NO_CONTEXT: unknown}, study.councils)
            return Judged(None, stopped, np.full(study.councils, np.nan))
        wobble = self.studies.wobble(study, place)
        long_run = wobble.long_run if wobble else float("nan")
        tests = test_against_expectation(study.indicator, ends_in(study, place), expected, long_run)
        bars = bars_of(study, place, tests.withheld)
        bars[Why.NO_CONTEXT] = np.isnan(expected.level)
        stopped = what_stops_it(tests, bars, study.councils)
        return Judged(tests, stopped, p_values(tests, stopped))

    def usual_before(self, study: Study, place: int) -> Numbers:
        """z₂ of the period before, NaN where it cannot be read on from there."""
        before = self.judged(study, place - 1) if place > 0 else None
        return self._usual(study, place, before)

    def _usual(self, study: Study, place: int, before: Judged | None) -> Numbers:
        nothing = np.full(study.councils, np.nan)
        if before is None or before.tests is None:
            return nothing
        fit = study.material.joined[: study.councils, place] & before.tests.enough
        return np.where(fit, before.tests.usual_near, nothing)

    def _judged_before(self, study: Study, place: int, left_out: int) -> Judged | None:
        if place == 0:
            return None
        return self._judge(study, place - 1, self._expect(study, place - 1, left_out))

    def family(self, year: int) -> Family:
        """The fixed set's tests against expectation in one round, and their q."""
        if year not in self._families:
            self._families[year] = family_of_round(
                self.studies, year, lambda study, place: self.judged(study, place).p
            )
        return self._families[year]

    def q(self, study: Study, place: int) -> Numbers:
        """Q of every council over the fixed set of its round."""
        asked = Asked(study.indicator.id, place)
        if asked not in self._q:
            self._q[asked] = self._q_of(study, place, self.judged(study, place))
        return self._q[asked]

    def _q_of(self, study: Study, place: int, judged: Judged) -> Numbers:
        """The same with these tests of it, the other indicators whole."""
        return self.family(study.years[place]).q_instead(study.indicator.id, judged.p)

    def levels(self, study: Study, place: int) -> Levels:
        """The verdict on every council against what is expected of it."""
        asked = Asked(study.indicator.id, place)
        if asked not in self._levels:
            judged = self.judged(study, place)
            q = self.q(study, place) if judged.tests else judged.p
            before = self.usual_before(study, place) if judged.tests else judged.p
            self._levels[asked] = levels_of(judged.tests, judged.stopped, q, before)
        return self._levels[asked]

    def without(self, study: Study, place: int, left_out: int) -> WithoutOne | None:
        """What is said without one of the circumstances; None where nothing can be fitted.

        Only this is kept of it: the tests behind take ten times the room.
        """
        asked = (Asked(study.indicator.id, place), left_out)
        if asked not in self._without:
            expected = self._expect(study, place, left_out)
            if expected is None:
                return None
            judged = self._judge(study, place, expected)
            q = before = judged.p
            if judged.tests:
                q = self._q_of(study, place, judged)
                before = self._usual(study, place, self._judged_before(study, place, left_out))
            levels = levels_of(judged.tests, judged.stopped, q, before)
            self._without[asked] = WithoutOne(expected.level, levels)
        return self._without[asked]

    def held_out(self, study: Study, place: int) -> HeldOut | None:
        """How well the fit does on councils held out of it; None where there is none."""
        asked = Asked(study.indicator.id, place)
        if asked not in self._held_out:
            fitted = self.fitted(study, place)
            if fitted is None:
                self._held_out[asked] = None
            else:
                codes = [study.material.panel.areas[row] for row in fitted.rows.tolist()]
                self._held_out[asked] = hold_out(study.indicator, fitted, codes)
        return self._held_out[asked]

    def spread_alone(self, study: Study, place: int, fitted: FittedCouncils) -> float:
        """τ of the councils fitted without any circumstance: a fit of its own, so it is kept."""
        asked = Asked(study.indicator.id, place)
        if asked not in self._spread_alone:
            self._spread_alone[asked] = spread_alone(fitted)
        return self._spread_alone[asked]
