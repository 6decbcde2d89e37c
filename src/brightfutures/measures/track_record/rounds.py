"""Which table of similar councils a past verdict rests on, and whom a verdict is followed beside.

The verdicts of a year are those the engine gives with the table of that time: the one of 2025
from the rounds of 2025, that of 2021 before. For the rounds before 2021 there was no table that
we hold: they are worked out with that of 2021 and counted apart. A verdict beside England, where
similar councils are hardly alike, could always have been given. All else a verdict rests on
(wobble, spread, alikeness, false discovery) uses no later period. Figures are the newest
published for their period, not those first published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.beside import Beside
from brightfutures.measures.judge import Against, Judge
from brightfutures.measures.results import Level
from brightfutures.measures.similar import DEFAULT, EARLIER, ENGLAND_SET, SIMILAR, SIMILAR_2021
from brightfutures.measures.study import Study
from brightfutures.measures.track_record.results import RoundUsed
from brightfutures.measures.verdict import LEVELS, Codes

YEARS_AFTER = (1, 2)

OWN_PAST = "own_past"
"""What a movement is judged by: a council's own earlier figures, which always existed."""

TABLE_BEGAN = {EARLIER: 2021, DEFAULT: 2025}
"""The first rounds whose figures came out after a table had been made (April 2021, May 2025)."""


CANNOT_SAY = LEVELS.index(Level.CANNOT_SAY)


@dataclass(frozen=True, eq=False)
class Call:
    """The verdicts of one indicator and period, as the engine gives them.

    `sets` holds every set that was used and the councils it was used for; `z` is z₁ of each.
    """

    used: RoundUsed
    against: Against
    place: int
    level: Codes
    z: Numbers
    sets: tuple[tuple[Beside, Flags], ...]


def round_used(against: str, year: int) -> tuple[Against, RoundUsed]:
    """What a past verdict is asked against, and the table that is: `against` similar or england."""
    if against == ENGLAND_SET:
        return ENGLAND_SET, RoundUsed(year=year, table=ENGLAND_SET, existed=True)
    table = DEFAULT if year >= TABLE_BEGAN[DEFAULT] else EARLIER
    name = SIMILAR if table == DEFAULT else SIMILAR_2021
    return name, RoundUsed(year=year, table=table, existed=year >= TABLE_BEGAN[table])


def call_of(study: Study, judge: Judge, against: str, place: int) -> Call:
    """The verdicts of one period."""
    name, used = round_used(against, study.years[place])
    switched = judge.switched(study, name, place)
    if switched.comparators.name == ENGLAND_SET:
        used = RoundUsed(year=used.year, table=ENGLAND_SET, existed=True)
    stand_in = switched.comparators.not_held
    sets = [(switched, ~stand_in)]
    if stand_in.any():
        sets.append((judge.beside(ENGLAND_SET), stand_in))
    z = np.full(study.councils, np.nan)
    for beside, rows in sets:
        tests = beside.judged(study, place).tests
        if tests is not None:
            z[rows] = tests.near[rows]
    level = judge.levels_of_all(study, name, place).level
    return Call(used, name, place, level, z, tuple(sets))


def later_places(study: Study, place: int) -> Iterator[tuple[int, int]]:
    """How many years after, and the column of that period, where it is published."""
    for years_after in YEARS_AFTER:
        year = study.years[place] + years_after
        if year in study.years:
            later = study.years.index(year)
            if study.newest is not None and later <= study.newest:
                yield years_after, later


def sides_later(study: Study, call: Call, later: int) -> Numbers:
    """The side of each council beside the same set in a later period: 1, −1, or NaN if unknown.

    A withheld count has a side where both its ends lie on it.
    """
    side = np.full(study.councils, np.nan)
    for beside, rows in call.sets:
        tests = beside.judged(study, later).tests
        if tests is None:
            continue
        known = rows & beside.standing(study).with_mean[:, later] & (tests.near != 0)
        side[known] = np.sign(tests.near[known])
    return np.where(same_area(study, call.place, later), side, np.nan)


def levels_later(study: Study, judge: Judge, call: Call, later: int) -> Codes:
    """The verdicts of a later period beside the same sets; cannot say of a changed area."""
    level = np.full(study.councils, CANNOT_SAY, dtype=np.int8)
    for beside, rows in call.sets:
        level[rows] = judge.levels(study, call.against, later, beside).level[rows]
    level[~same_area(study, call.place, later)] = CANNOT_SAY
    return level


def same_area(study: Study, place: int, later: int) -> Flags:
    """The councils that existed in both periods, with no change of area that shows between them.

    A break in a series is no change of area: within any one period everyone is counted alike.
    """
    rows, years = slice(study.councils), study.years
    there = study.material.existed[rows]
    same = there[:, place] & there[:, later]
    for column in range(place + 1, later + 1):
        adjoin = years[column] - years[column - 1] == 1
        if adjoin and not study.material.broken[column]:
            same &= study.material.joined[rows, column]
    return np.asarray(same)


def agree(one: Numbers, other: Numbers) -> Numbers:
    """1 where two sides are the same, 0 where not, NaN where either is not known."""
    return np.where(np.isnan(one) | np.isnan(other), np.nan, one == other)
