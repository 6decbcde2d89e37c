"""What the track record says: counts of how verdicts fared, and of how simpler rules did.

Everything is a count, so that any share can be worked out with its own number behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from brightfutures.measures.results import Level, Movement
from brightfutures.measures.track_record_counts import Held, Kept

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
    flags: int
    ours_raised: int
    theirs_raised: int
    ours_on_ours: Held
    theirs_on_ours: Held
    ours_on_theirs: Held
    theirs_on_theirs: Held
    all_theirs_on_ours: Held
    all_theirs_on_theirs: Held


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
    to reach or, where `at_most`, not to pass. `meets_it` names the indicators that meet it taken
    alone. `met` is None where nothing could be counted.
    """

    id: str
    target: float | None
    at_most: bool
    whole: Held
    each: tuple[tuple[str, Held], ...]
    beside: Held | None = None
    each_beside: tuple[tuple[str, Held], ...] = ()
    meets_it: tuple[str, ...] = ()
    met: bool | None = None

    def holds(self, indicator: str) -> bool:
        """Whether one indicator taken alone meets it."""
        return indicator in self.meets_it

    @property
    def indicators_that_meet_it(self) -> Held:
        """How many indicators taken alone meet it, of those that can be counted."""
        beside = dict(self.each_beside)
        counted = [name for name, held in self.each if held.of and beside.get(name, held).of]
        return Held(len(self.meets_it), len(counted))


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
