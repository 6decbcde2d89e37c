"""Two councils side by side: whether they differ by more than such figures ordinarily stray.

z = (y − y′) / √(s² + s′² + 2A), with A as in the verdict: how far a figure strays from its own
council's long run. Told to be different where q ≤ 0.05, false discovery controlled over the
fixed health-check set of that pair, and where the gap is at least the smallest that matters,
as a share of the middle of the two figures. Nothing here depends on which of the two is named
first, but for the sign.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.averages import Column
from brightfutures.measures.comparison import direction_of
from brightfutures.measures.difference_tests import FEWEST_EXPECTED, FEWEST_OUT_OF
from brightfutures.measures.false_discovery import q_beside, q_values, two_sided_p
from brightfutures.measures.results import Direction, Level, Pair, Why
from brightfutures.measures.studies import Studies
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import FALSE_DISCOVERY

PAIRED_KEPT = 16
"""For how many councils and rounds the fixed set's tests are kept."""


@dataclass(frozen=True, eq=False)
class PairTests:
    """One council beside every council on one indicator: NaN where there is no test."""

    z: Numbers
    p: Numbers
    too_small: Flags


@dataclass(frozen=True, eq=False)
class PairFamily:
    """The fixed set's p and q of one council and round: indicators × councils."""

    row: Mapping[str, int]
    p: Numbers
    q: Numbers


def z_of_pair(y: Numbers, s2: Numbers, row: int, long_run: float) -> Numbers:
    """How far one council lies from each other one, in standard deviations of both."""
    return np.asarray((y[row] - y) / np.sqrt(s2[row] + s2 + 2.0 * long_run))


def enough_in_both(column: Column, row: int) -> Flags:
    """Out of 30 or more in both, and 5 or more expected in each at the two taken together."""
    top, base = column.numerator, column.denominator
    together = (top[row] + top) / (base[row] + base)
    fewest = np.minimum(base[row], base)
    return np.asarray((fewest >= FEWEST_OUT_OF) & (fewest * together >= FEWEST_EXPECTED))


def too_small_apart(smallest_gap: float, value: Numbers, row: int) -> Flags:
    """Where two figures are nearer than the smallest gap that matters, a share of their middle."""
    middle = (value[row] + value) / 2.0
    return np.asarray(np.abs(value[row] - value) < smallest_gap * middle)


class Pairs:
    """Councils beside one another, each beside all others at once."""

    def __init__(self, studies: Studies) -> None:
        self._studies = studies
        self._families: dict[tuple[int, int], PairFamily] = {}

    def pairs(self, study: Study, row: int, others: Sequence[int], place: int) -> tuple[Pair, ...]:
        """One council beside each of some others on one indicator in one period."""
        wobble = self._studies.wobble(study, place)
        tests = self._test(study, row, place)
        q = self._q(study, row, place, tests)
        found = []
        for other in others:
            why = Why.NO_HISTORY if study.counted and wobble is None else None
            why = why_not(study, row, other, place) or why
            if why is None and not np.isfinite(tests.z[other]):
                why = Why.TOO_FEW_CHILDREN
            found.append(_pair(study, other, tests, q, why))
        return tuple(found)

    def _test(self, study: Study, row: int, place: int) -> PairTests:
        wobble, column = self._studies.wobble(study, place), study.column(place)
        long_run = wobble.long_run if wobble else float("nan")
        apart = enough_in_both(column, row)
        apart[row] = False
        for one, other in study.material.joint:
            if one == row:
                apart[other] = False
        z = np.where(apart, z_of_pair(column.y, column.s2, row, long_run), np.nan)
        small = too_small_apart(study.indicator.smallest_gap, column.value, row)
        return PairTests(z=z, p=two_sided_p(z), too_small=small)

    def _q(self, study: Study, row: int, place: int, tests: PairTests) -> Numbers:
        family = self._family(row, study.years[place])
        own = family.row.get(study.indicator.id)
        return q_beside(tests.p, family.p) if own is None else np.asarray(family.q[own])

    def _family(self, row: int, year: int) -> PairFamily:
        """The fixed set's tests of one round: the periods that end in one year."""
        key = (row, year)
        if key not in self._families:
            while len(self._families) >= PAIRED_KEPT:
                del self._families[next(iter(self._families))]
            fixed = self._studies.ingredients.catalogue.health_check_set()
            p = np.full((len(fixed), self._studies.ingredients.places.councils), np.nan)
            for number, indicator in enumerate(fixed):
                study = self._studies.study(indicator.id)
                place = study.column_of_round(year)
                if place is not None:
                    p[number] = self._test(study, row, place).p
            rows = {indicator.id: number for number, indicator in enumerate(fixed)}
            self._families[key] = PairFamily(row=rows, p=p, q=q_values(p))
        return self._families[key]


def why_not(study: Study, row: int, other: int, place: int) -> Why | None:
    """Why two councils cannot be tested beside one another, as far as their figures say."""
    both = [row, other]
    if not study.counted:
        return Why.NO_COUNTS
    if not study.material.existed[both, place].all():
        return Why.AREA_CHANGED
    if study.material.panel.missing[both, place].any():
        return Why.VALUE_MISSING
    if not np.isfinite(study.y[both, place]).all():
        return Why.NO_COUNTS
    if (row, other) in study.material.joint:
        return Why.JOINT_RETURN
    return None


def _pair(study: Study, other: int, tests: PairTests, q: Numbers, why: Why | None) -> Pair:
    code = study.material.panel.areas[other]
    if why is not None:
        return Pair(other=code, level=Level.CANNOT_SAY, reason=why, direction=Direction.NEITHER)
    reason = None
    if not tests.p[other] <= FALSE_DISCOVERY:
        reason = Why.WITHIN_WOBBLE
    elif tests.too_small[other]:
        reason = Why.GAP_TOO_SMALL
    elif not q[other] <= FALSE_DISCOVERY:
        reason = Why.NOT_AFTER_CORRECTION
    level = Level.HIGHER if tests.z[other] > 0 else Level.LOWER
    if reason is not None:
        level = Level.ABOUT_THE_SAME
    return Pair(
        other=code,
        level=level,
        reason=reason,
        direction=direction_of(study.indicator, level),
        z_wobble=float(tests.z[other]),
        p=float(tests.p[other]),
        q=float(q[other]),
    )
