"""What the track record says: counts of how verdicts fared, and of how simpler rules did.

Everything is a count, so that any share can be worked out with its own number behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from brightfutures.measures.intervals import wilson
from brightfutures.measures.results import Level, Movement
from brightfutures.quantities import Interval

CALLED = (Level.UNUSUALLY_LOW, Level.LOWER, Level.HIGHER, Level.UNUSUALLY_HIGH)
"""The levels that say on which side of its comparison a council lies."""


@dataclass(frozen=True)
class Held:
    """So many of so many."""

    held: int = 0
    of: int = 0

    def __add__(self, other: Held) -> Held:
        return Held(self.held + other.held, self.of + other.of)

    @property
    def share(self) -> float | None:
        """The share that held (0 to 1); None of none."""
        return self.held / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95% range of the share, as if each had been counted apart from the others."""
        if not self.of:
            return None
        low, high = wilson(np.array([float(self.held)]), np.array([float(self.of)]), 95.0)
        return Interval(float(low[0]), float(high[0]), 95.0)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What became of verdicts of one kind, a year or two later.

    `flags` counts the verdicts given for which the later period is published at all. Later on
    the council had a figure that could be placed beside the same councils `placed` times, and
    then was `still_there` (on the same side of their mean; for a movement, beyond its start).
    The later verdict was the `same` (on the same side), `opposite`, or `nothing_clear`; else it
    `cannot_say`. Of the verdict *about the same*, `same` counts the later ones that said so too,
    `opposite` those that called a side, and nothing is placed.
    """

    flags: int = 0
    placed: int = 0
    still_there: int = 0
    same: int = 0
    nothing_clear: int = 0
    opposite: int = 0
    cannot_say: int = 0

    def __add__(self, other: Kept) -> Kept:
        return Kept(
            flags=self.flags + other.flags,
            placed=self.placed + other.placed,
            still_there=self.still_there + other.still_there,
            same=self.same + other.same,
            nothing_clear=self.nothing_clear + other.nothing_clear,
            opposite=self.opposite + other.opposite,
            cannot_say=self.cannot_say + other.cannot_say,
        )

    @property
    def answered(self) -> int:
        """How many had a verdict later."""
        return self.same + self.nothing_clear + self.opposite

    @property
    def on_that_side(self) -> Held:
        """Still on that side (or beyond its start), of those that could be placed."""
        return Held(self.still_there, self.placed)

    @property
    def same_verdict(self) -> Held:
        """The same verdict, of those that had one."""
        return Held(self.same, self.answered)

    @property
    def opposite_verdict(self) -> Held:
        """The opposite verdict, of those that had one."""
        return Held(self.opposite, self.answered)


@dataclass(frozen=True, kw_only=True)
class RoundUsed:
    """Which table of similar councils the verdicts of one year rest on.

    `year` is that in which the indicators' periods end. `existed` says whether the table had
    been made by then: where it had not, the record shows what it would have said.
    """

    year: int
    table: str  # dfe-2021, dfe-2025, or england
    existed: bool


@dataclass(frozen=True, kw_only=True)
class LevelRow:
    """The verdicts of one level in one period, so many years later."""

    used: RoundUsed
    period: str
    level: Level
    years_after: int
    kept: Kept


@dataclass(frozen=True, kw_only=True)
class MovementRow:
    """The movements of one kind in one period, so many years later.

    `went_on` counts those whose figure moved further in the same direction in the first of those
    years.
    """

    used: RoundUsed
    period: str
    movement: Movement
    years_after: int
    kept: Kept
    went_on: Held


class Rule(StrEnum):
    """A simpler rule in use, beside which ours is set."""

    QUARTERS = "quartiles"  # in the lowest or the highest quarter of all councils (LAIT)
    FIFTHS = "top_or_bottom_fifth"  # in the lowest or the highest fifth
    ARROW = "arrow"  # the sign of the last change (LAIT)


@dataclass(frozen=True, kw_only=True)
class RuleRow:
    """Ours beside a simpler rule in one period: as many flags of each, the clearest of each.

    `flags` is that equal number, the smaller of `ours_raised` and `theirs_raised`. Each pair
    says how many of them held a year later, of those that could be looked up, on our yardstick
    (on the same side of its similar councils' mean as when flagged; beyond where the movement
    began) and on theirs (in the highest quarter or fifth having been called high, in the lowest
    having been called low; gone on in the same direction). `all_theirs_*` are all of theirs.
    """

    rule: Rule
    used: RoundUsed
    period: str
    flags: int
    ours_raised: int
    theirs_raised: int
    ours_on_ours: Held
    theirs_on_ours: Held
    ours_on_theirs: Held
    theirs_on_theirs: Held
    all_theirs_on_ours: Held
    all_theirs_on_theirs: Held


@dataclass(frozen=True, kw_only=True)
class BesideRule:
    """The same over many periods and indicators."""

    rule: Rule
    flags: int = 0
    ours_raised: int = 0
    theirs_raised: int = 0
    ours_on_ours: Held = Held()
    theirs_on_ours: Held = Held()
    ours_on_theirs: Held = Held()
    theirs_on_theirs: Held = Held()
    all_theirs_on_ours: Held = Held()
    all_theirs_on_theirs: Held = Held()


Rounds = Callable[[RoundUsed], bool]


def every_round(_: RoundUsed) -> bool:
    """All rounds."""
    return True


def table_existed(used: RoundUsed) -> bool:
    """The rounds whose table had been made by then."""
    return used.existed


def table_did_not_exist_yet(used: RoundUsed) -> bool:
    """The rounds whose table was made later."""
    return not used.existed


@dataclass(frozen=True, kw_only=True)
class IndicatorRecord:
    """How the verdicts and movements of one indicator fared, by period, level and rule."""

    indicator: str
    levels: tuple[LevelRow, ...]
    movements: tuple[MovementRow, ...] = ()
    rules: tuple[RuleRow, ...] = ()

    def kept(
        self,
        years_after: int,
        rounds: Rounds = every_round,
        levels: Collection[Level] = CALLED,
    ) -> Kept:
        """What became of the verdicts of these levels and rounds."""
        return _total(
            row.kept
            for row in self.levels
            if row.years_after == years_after and row.level in levels and rounds(row.used)
        )

    def moved(self, years_after: int, rounds: Rounds = every_round) -> Kept:
        """What became of the movements of these rounds."""
        return _total(
            row.kept
            for row in self.movements
            if row.years_after == years_after and rounds(row.used)
        )

    def beside(self, rule: Rule, rounds: Rounds = every_round) -> BesideRule:
        """Ours beside a simpler rule over these rounds."""
        return beside_rule(rule, (row for row in self.rules if rounds(row.used)))


def _total(parts: Iterable[Kept]) -> Kept:
    return sum(parts, Kept())


def beside_rule(rule: Rule, rows: Iterable[RuleRow | BesideRule]) -> BesideRule:
    """The rows of one rule added up."""
    mine = [row for row in rows if row.rule is rule]

    def held(name: str) -> Held:
        return sum((getattr(row, name) for row in mine), Held())

    return BesideRule(
        rule=rule,
        flags=sum(row.flags for row in mine),
        ours_raised=sum(row.ours_raised for row in mine),
        theirs_raised=sum(row.theirs_raised for row in mine),
        ours_on_ours=held("ours_on_ours"),
        theirs_on_ours=held("theirs_on_ours"),
        ours_on_theirs=held("ours_on_theirs"),
        theirs_on_theirs=held("theirs_on_theirs"),
        all_theirs_on_ours=held("all_theirs_on_ours"),
        all_theirs_on_theirs=held("all_theirs_on_theirs"),
    )


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One thing we said our verdicts would do, and whether they did.

    `whole` is over all listed indicators together and `each` by indicator; `beside` and
    `each_beside` hold the rule that ours is set beside, where there is one. `target` is the share
    to reach or, where `at_most`, not to pass. `met` is None where nothing could be counted.
    """

    id: str
    target: float | None
    at_most: bool
    whole: Held
    each: tuple[tuple[str, Held], ...]
    beside: Held | None = None
    each_beside: tuple[tuple[str, Held], ...] = ()
    indicators_that_meet_it: Held = Held()
    met: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ListedTest:
    """The criteria over the listed indicators, in one set of rounds, beside one comparison."""

    against: str  # similar or england
    first_year: int
    last_year: int
    indicators: tuple[str, ...]
    criteria: tuple[Criterion, ...]

    @property
    def not_met(self) -> tuple[Criterion, ...]:
        """What was not met."""
        return tuple(entry for entry in self.criteria if entry.met is False)


@dataclass(frozen=True, kw_only=True)
class TrackRecord:
    """Our own record on the history in the store.

    `indicators` are those of the fixed health-check set that can be tested, beside similar
    councils; `others` the rest; `beside_england` the fixed set beside all of England, a
    comparison that has always existed. `tests` are the criteria of the listed indicators.
    """

    rounds: tuple[RoundUsed, ...]
    indicators: tuple[IndicatorRecord, ...]
    others: tuple[IndicatorRecord, ...]
    beside_england: tuple[IndicatorRecord, ...]
    tests: tuple[ListedTest, ...]

    def kept(
        self,
        years_after: int,
        rounds: Rounds = every_round,
        levels: Collection[Level] = CALLED,
    ) -> Kept:
        """What became of all verdicts on the fixed set."""
        return _total(entry.kept(years_after, rounds, levels) for entry in self.indicators)

    def moved(self, years_after: int, rounds: Rounds = every_round) -> Kept:
        """What became of all movements of the fixed set."""
        return _total(entry.moved(years_after, rounds) for entry in self.indicators)

    def beside(self, rule: Rule, rounds: Rounds = every_round) -> BesideRule:
        """Ours beside a simpler rule, over the fixed set."""
        return beside_rule(rule, (entry.beside(rule, rounds) for entry in self.indicators))

    def of(self, indicator: str) -> IndicatorRecord | None:
        """The record of one indicator beside similar councils."""
        found = (*self.indicators, *self.others)
        return next((entry for entry in found if entry.indicator == indicator), None)
