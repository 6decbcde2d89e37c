"""What is expected of every council given its circumstances, and the verdict against that.

Each indicator and period is fitted once, when first asked for, and kept; so are the verdicts on
all councils. The rules are those of the verdict against other councils (`verdict`): the same
bars, the same words, and false discovery over the same fixed set.
"""

from __future__ import annotations

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
    """An indicator, the column of a period, and the circumstance left out (by number) if any."""

    indicator: str
    place: int
    left_out: int | None = None


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

    def fitted(
        self, study: Study, place: int, left_out: int | None = None
    ) -> FittedCouncils | None:
        """The fit, without one of the circumstances if asked; None where there is none.

        Only the whole fit is kept: what is expected by the others is kept, and they hold a design
        each.
        """
        if left_out is not None:
            whole = self.fitted(study, place)
            return without_variable(whole, left_out) if whole else None
        asked = Asked(study.indicator.id, place)
        if asked not in self._fitted:
            self._fitted[asked] = fit_councils(study, place, self.circumstances(study))
        return self._fitted[asked]

    def expected(
        self, study: Study, place: int, left_out: int | None = None
    ) -> ExpectedLevels | None:
        """What is expected of every council on the scale; None where nothing can be fitted."""
        asked = Asked(study.indicator.id, place, left_out)
        if asked not in self._expected:
            fitted, design = self.fitted(study, place, left_out), self.circumstances(study).design
            if left_out is not None:
                design = np.delete(design, left_out + 1, axis=1)
            self._expected[asked] = (
                expected_levels(study, place, design, fitted) if fitted else None
            )
        return self._expected[asked]

    def judged(self, study: Study, place: int, left_out: int | None = None) -> Judged:
        """The tests of every council against what is expected of it, and what stops them."""
        asked = Asked(study.indicator.id, place, left_out)
        if asked not in self._judged:
            self._judged[asked] = self._judge(study, place, left_out)
        return self._judged[asked]

    def _judge(self, study: Study, place: int, left_out: int | None) -> Judged:
        expected = self.expected(study, place, left_out)
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

    def usual_before(self, study: Study, place: int, left_out: int | None = None) -> Numbers:
        """z₂ of the period before, NaN where it cannot be read on from there."""
        nothing = np.full(study.councils, np.nan)
        tests = self.judged(study, place - 1, left_out).tests if place > 0 else None
        if tests is None:
            return nothing
        fit = study.material.joined[: study.councils, place] & tests.enough
        return np.where(fit, tests.usual_near, np.nan)

    def family(self, year: int) -> Family:
        """The fixed set's tests against expectation in one round, and their q."""
        if year not in self._families:
            self._families[year] = family_of_round(
                self.studies, year, lambda study, place: self.judged(study, place).p
            )
        return self._families[year]

    def q(self, study: Study, place: int, left_out: int | None = None) -> Numbers:
        """Q of every council over the fixed set of its round, the other indicators whole."""
        asked = Asked(study.indicator.id, place, left_out)
        if asked not in self._q:
            p = self.judged(study, place, left_out).p
            self._q[asked] = self.family(study.years[place]).q_instead(study.indicator.id, p)
        return self._q[asked]

    def levels(self, study: Study, place: int, left_out: int | None = None) -> Levels:
        """The verdict on every council against what is expected of it."""
        asked = Asked(study.indicator.id, place, left_out)
        if asked not in self._levels:
            judged = self.judged(study, place, left_out)
            q = before = np.full(study.councils, np.nan)
            if judged.tests is not None:
                q = self.q(study, place, left_out)
                before = self.usual_before(study, place, left_out)
            self._levels[asked] = levels_of(judged.tests, judged.stopped, q, before)
        return self._levels[asked]

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
