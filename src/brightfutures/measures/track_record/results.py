"""What the track record says: counts of how verdicts fared, and of how simpler rules did.

Everything is a count, so that any share can be worked out with its own number behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from brightfutures.measures.results import Level, Movement
from brightfutures.measures.track_record.counts import Held, Kept
from brightfutures.measures.track_record.criterion import ListedTest

CALLED = (Level.UNUSUALLY_LOW, Level.LOWER, Level.HIGHER, Level.UNUSUALLY_HIGH)
"""The levels that say on which side of its comparison a council lies."""


@dataclass(frozen=True, kw_only=True)
class RoundUsed:
    """What the verdicts of one year rest on.

    `year` is that in which the indicators' periods end. `table` is a table of similar councils,
    England where those are hardly alike, or for a movement the council's own past. `existed`
    says whether it could be had by then: where it could not, the record shows what the verdicts
    would have been.
    """

    year: int
    table: str  # dfe-2021, dfe-2025, england, or own_past
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
class AnyRow:
    """How often the same holds of any council at all, called or not, so many years later.

    Of sides: a council with a figure in both periods is on the side of the same councils' mean
    that it was on. Of movements: a figure is still beyond where its movement began, clear or not.
    """

    used: RoundUsed
    period: str
    years_after: int
    held: Held


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
class BesideRule:
    """Ours beside a simpler rule: as many flags of each, the clearest of each.

    `flags` is that equal number, the smaller of `ours_raised` and `theirs_raised`. Each pair
    says how many of them held a year later, of those that could be looked up, both asked the same:
    on our yardstick (on the same side of its similar councils' mean as when flagged; beyond the
    mean of the first two of five periods, where our movement began) and on theirs (in the highest
    quarter or fifth having been called high, in the lowest having been called low; beyond the
    value of the year before, where the arrow began). `all_theirs_*` are all of theirs.

    Beside the arrow only: `*_went_on` moved on in the same direction the next year, and
    `largest_on_ours` are as many of the largest movements over five periods, by size alone.
    """

    rule: Rule
    flags: int
    ours_raised: int
    theirs_raised: int
    ours_on_ours: Held
    theirs_on_ours: Held
    ours_on_theirs: Held
    theirs_on_theirs: Held
    all_theirs_on_ours: Held
    all_theirs_on_theirs: Held
    ours_went_on: Held = field(default_factory=Held)
    theirs_went_on: Held = field(default_factory=Held)
    largest_on_ours: Held = field(default_factory=Held)


@dataclass(frozen=True, kw_only=True)
class RuleRow(BesideRule):
    """The same in one period."""

    used: RoundUsed
    period: str


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
    any_sides: tuple[AnyRow, ...] = ()
    any_movements: tuple[AnyRow, ...] = ()

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

    def any_side(self, years_after: int, rounds: Rounds = every_round) -> Held:
        """How often any council at all stays on its side."""
        return _held(self.any_sides, years_after, rounds)

    def any_movement(self, years_after: int, rounds: Rounds = every_round) -> Held:
        """How often any movement at all, clear or not, is still beyond its start."""
        return _held(self.any_movements, years_after, rounds)

    def beside(self, rule: Rule, rounds: Rounds = every_round) -> BesideRule:
        """Ours beside a simpler rule over these rounds."""
        return beside_rule(rule, (row for row in self.rules if rounds(row.used)))


def _total(parts: Iterable[Kept]) -> Kept:
    return sum(parts, Kept())


def _held(rows: Iterable[AnyRow], years_after: int, rounds: Rounds) -> Held:
    mine = (row.held for row in rows if row.years_after == years_after and rounds(row.used))
    return sum(mine, Held())


def beside_rule(rule: Rule, rows: Iterable[BesideRule]) -> BesideRule:
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
        ours_went_on=held("ours_went_on"),
        theirs_went_on=held("theirs_went_on"),
        largest_on_ours=held("largest_on_ours"),
    )


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

    def any_side(self, years_after: int) -> Held:
        """How often any council at all stays on its side, over the fixed set."""
        return sum((entry.any_side(years_after) for entry in self.indicators), Held())

    def any_movement(self, years_after: int) -> Held:
        """How often any movement at all is still beyond its start, over the fixed set."""
        return sum((entry.any_movement(years_after) for entry in self.indicators), Held())

    def beside(self, rule: Rule, rounds: Rounds = every_round) -> BesideRule:
        """Ours beside a simpler rule, over the fixed set."""
        return beside_rule(rule, (entry.beside(rule, rounds) for entry in self.indicators))

    def of(self, indicator: str) -> IndicatorRecord | None:
        """The record of one indicator beside similar councils."""
        found = (*self.indicators, *self.others)
        return next((entry for entry in found if entry.indicator == indicator), None)
