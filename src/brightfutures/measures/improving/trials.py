"""Who has improved: councils that began in the worse half and came further than the others of it.

Of all councils whose five periods can be read as for "has it moved?" (none across a break, a gap,
the pandemic or a change of area) and are large enough, those are taken whose first two periods
lie on the worse side of the middle. Whoever is chosen so will seem to improve, whatever is done:
each is therefore held against every other council chosen in the same way, by where it began
(`placebo`). A council has improved where

- its own figure has moved in the good direction, by the very test and q of its page;
- its improvement exceeds what others that began there did by more than noise: its own chance,
  and what councils ordinarily drift in that time beyond chance. (The transient wobble is too
  little noise here: a wobble that lasts some years makes many seem to have improved. Measured
  on the made-up England, that names seven falsely for each truly.) p is one-sided, since only an
  improvement is asked for, and q, over the councils of the half, is at most 0.05;
- what it gained beyond the others is at least the smallest gap that matters.

It says that a figure improved. It does not say why, nor that anybody did it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.arrays import Flags, Numbers, Rows
from brightfutures.measures.comparison import back
from brightfutures.measures.difference_tests import FEWEST_EXPECTED, FEWEST_OUT_OF
from brightfutures.measures.false_discovery import q_values, two_sided_p
from brightfutures.measures.judge import Judge, p_of_move
from brightfutures.measures.movement import ENDS, readable, window_of
from brightfutures.measures.similar import SIMILAR
from brightfutures.measures.study import Study
from brightfutures.measures.track_record.placebo import Beyond, beyond_others
from brightfutures.measures.verdict import FALSE_DISCOVERY

FEWEST_IN_HALF = 21
"""A council and the twenty others from whom a spread can be estimated."""


@dataclass(frozen=True, eq=False)
class Trial:
    """One indicator over five periods, for the councils of the worse half.

    place      the column in which the five periods end
    rows       the councils, by their rows
    first, last, chance   of every council: means of the first and last two periods on the
               scale, and the variance chance gives their difference; NaN where not read
    read       of every council: whether its five periods can be read and are large enough
    middle     the middle of `first`
    sign       1 where higher is better, −1 where lower is
    beyond     of the half, improvements counted as positive
    q, moved_q   of the half
    improved   of the half: whether the council has improved
    """

    place: int
    rows: Rows
    read: Flags
    first: Numbers
    last: Numbers
    chance: Numbers
    middle: float
    sign: float
    beyond: Beyond
    q: Numbers
    moved_q: Numbers
    improved: Flags

    @property
    def expected(self) -> Numbers:
        """Where each council of the half would have come had it moved as the others did."""
        return np.asarray(self.first[self.rows] + self.sign * self.beyond.typical)


class Trials:
    """The trial of each indicator and period, made once and when asked for."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._made: dict[tuple[str, int], Trial | None] = {}

    def trial(self, study: Study, place: int) -> Trial | None:
        """That of the five periods that end in `place`."""
        key = (study.indicator.id, place)
        if key not in self._made:
            self._made[key] = trial_of(study, self._judge, place)
        return self._made[key]


def can_be_tried(study: Study, place: int) -> bool:
    """Whether enough councils can be read over the five periods that end in `place`."""
    return int(_read(study, place)[0].sum()) >= 2 * FEWEST_IN_HALF


def newest_that_can_be_tried(study: Study, before: int) -> int | None:
    """The newest earlier place at which enough councils can be read."""
    return next((place for place in range(before - 1, -1, -1) if can_be_tried(study, place)), None)


def trial_of(study: Study, judge: Judge, place: int) -> Trial | None:
    """The test of every council of the worse half; none where too few councils can be read."""
    read, first, last, chance = _read(study, place)
    if read.sum() < 2 * FEWEST_IN_HALF:
        return None
    sign = 1.0 if study.indicator.good_direction is GoodDirection.HIGHER else -1.0
    middle = float(np.median(first[read]))
    rows = np.flatnonzero(read & (sign * (first - middle) < 0.0))
    if len(rows) < FEWEST_IN_HALF:  # where many began exactly in the middle
        return None
    start, improved = sign * first[rows], sign * (last - first)[rows]
    beyond = beyond_others(start, improved, chance[rows], _others(study, rows))
    q = q_values(one_sided_p(beyond.z))
    moved_q = judge.q(study, SIMILAR, place, p_of_move)[rows]
    expected = back(study, first[rows] + sign * beyond.typical)
    matters = np.abs(back(study, last[rows]) - expected) >= study.indicator.smallest_gap * expected
    return Trial(
        place=place,
        rows=rows,
        read=read,
        first=first,
        last=last,
        chance=chance,
        middle=middle,
        sign=sign,
        beyond=beyond,
        q=q,
        moved_q=moved_q,
        improved=(q <= FALSE_DISCOVERY) & (moved_q <= FALSE_DISCOVERY) & (improved > 0.0) & matters,
    )


def one_sided_p(z: Numbers) -> Numbers:
    """How often chance would give a z so large; NaN stays NaN."""
    both = two_sided_p(z)
    return np.where(z > 0.0, 0.5 * both, 1.0 - 0.5 * both)


def _read(study: Study, place: int) -> tuple[Flags, Numbers, Numbers, Numbers]:
    """Which councils can be read, and their first, last and chance (NaN for the rest)."""
    window = window_of(place)
    nothing = np.full(study.councils, np.nan)
    read = readable(study, place)
    if window is None or not study.counted or not read.any():
        return np.zeros(study.councils, dtype=bool), nothing, nothing, nothing
    columns = [window[end] for end in ENDS]
    base = study.material.panel.denominator[: study.councils, columns].min(axis=1)
    y = np.where(read[:, np.newaxis], study.y[: study.councils, columns], np.nan)
    usual = float(back(study, np.nanmedian(y[:, :2].mean(axis=1)))) / study.indicator.per
    read &= (base >= FEWEST_OUT_OF) & (base * usual >= FEWEST_EXPECTED)
    y[~read] = np.nan
    chance = np.where(read, study.s2[: study.councils, columns].sum(axis=1) / 4.0, np.nan)
    return read, y[:, :2].mean(axis=1), y[:, 2:].mean(axis=1), chance


def _others(study: Study, rows: Rows) -> Flags:
    """Who may be in whose placebo group: never a council itself, nor one of its joint return."""
    others = ~np.eye(len(rows), dtype=bool)
    where = {int(row): place for place, row in enumerate(rows)}
    for one, other in study.material.joint:
        if one in where and other in where:
            others[where[one], where[other]] = False
    return others
