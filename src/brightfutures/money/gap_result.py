"""A gap in spend per child in its parts: the nouns that findings and pages read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from brightfutures.quantities import Missing, Reason, Value

LEVEL = 95
"""The level of the ranges, per cent."""


class Cause(StrEnum):
    """What a part of the gap is put down to."""

    NEED = "need"  # how many children one would expect to help, given deprivation and age
    NUMBER = "number"  # how many are helped beside how many one would expect
    MIX = "mix"  # which kinds of help they have
    PRICE = "price"  # what one child of each kind costs
    REMAINDER = "remainder"  # spend that is set against no children


class WhyLeft(StrEnum):
    """Why a line is in the remainder."""

    NO_COUNT = "no_count"  # no children are counted for this line anywhere
    NOT_PRICED_APART = "not_priced_apart"  # its children are among those helped, and in no kind
    NOT_KNOWN = "not_known"  # the council's children or spend of this kind are not published
    NO_CHILDREN = "no_children"  # spend, and not one child
    NO_SPEND = "no_spend"  # children, and not one pound on the line
    BOOKED_ELSEWHERE = "booked_elsewhere"  # children, and next to no pounds on the line
    BELOW_NOUGHT = "below_nought"  # spend below nought
    IN_NO_LINE = "in_no_line"  # what the lines do not add up to


WITHOUT_POUNDS = (WhyLeft.NO_SPEND, WhyLeft.BOOKED_ELSEWHERE, WhyLeft.BELOW_NOUGHT)
"""Children are counted, and the pounds on their line are not what they cost."""


@dataclass(frozen=True, kw_only=True)
class NoPrice(Missing):
    """Nothing to say, as children of these kinds of help stand without what they cost."""

    reasons: tuple[Reason, ...] = (Reason.UNAVAILABLE,)
    kinds: tuple[str, ...]
    why: WhyLeft


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Three standard deviations of a part, in pounds per child: where its range comes from."""

    counts: float  # children counted on a day, and how much numbers ordinarily move
    similar_councils: float  # other councils might have been chosen
    need_model: float  # what is expected is itself estimated


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the gap in pounds per child, its 95% range, and the same by kind of help.

    Above nought it makes the council spend more per child than its comparators. `by_kind` adds up
    to the part; it is empty for the remainder.
    """

    cause: Cause
    pounds_per_child: float
    low: float
    high: float
    doubt: Doubt
    by_kind: tuple[tuple[str, float], ...] = ()

    @property
    def clear(self) -> bool:
        """Whether the range leaves out nought: whether it can be told which way the part goes."""
        return not self.low <= 0.0 <= self.high


@dataclass(frozen=True, kw_only=True)
class LeftInRemainder:
    """One line in the remainder: pounds per child on both sides, and why it is there.

    What is not known of a council or its comparators is `Missing`; it is in `in_no_line` then.
    """

    name: str
    why: WhyLeft
    ours_per_child: Value
    theirs_per_child: Value
    missing: Missing | None = None


@dataclass(frozen=True, kw_only=True)
class GapSplit:
    """A council's spend per child against that of its comparators taken together.

    `theirs_per_child` is their pounds over their children; `mean_of_their_rates` gives each of
    them the same weight, and is another comparison: `gap_from_mean_of_rates` is no part of the
    split. `parts` sum to `gap`. `left_out` are comparators whose year cannot be read, with the
    reason, which is `NoPrice` where they book the pounds of a kind elsewhere.
    """

    council: str
    ours_per_child: float
    theirs_per_child: float
    mean_of_their_rates: float
    parts: tuple[Part, ...]
    in_remainder: tuple[LeftInRemainder, ...]
    comparators: tuple[str, ...]
    left_out: tuple[tuple[str, Missing], ...]

    @property
    def gap(self) -> float:
        """Ours less theirs, in pounds per child."""
        return self.ours_per_child - self.theirs_per_child

    @property
    def gap_from_mean_of_rates(self) -> float:
        """Ours less the mean of their rates, in pounds per child."""
        return self.ours_per_child - self.mean_of_their_rates

    def part(self, cause: Cause) -> Part:
        """The part put down to one cause."""
        return next(part for part in self.parts if part.cause is cause)
