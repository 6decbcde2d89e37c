"""What is said of councils that improved: the nouns of "who has improved on this?"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from brightfutures.measures.results import Gap, Why


class Outcome(StrEnum):
    """What became of the council that asks who has improved."""

    IMPROVED = "improved"  # it is itself one of those found
    NOT_BEYOND_OTHERS = "not_beyond_others"  # of the worse half, no clear improvement beyond it
    BEGAN_IN_BETTER_HALF = "began_in_better_half"
    CANNOT_SAY = "cannot_say"


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """How like a council is to the one that asks.

    `similar` says whether the published table lists it as similar, and `closeness` is the
    table's word. `distance` is that in context, `None` where it is not known.
    """

    similar: bool
    closeness: str | None
    distance: float | None


@dataclass(frozen=True, kw_only=True)
class Improvement:
    """One council that improved beyond those that began where it did.

    `from_value` and `to_value` are the first and the last two of the five periods, each two taken
    together; `expected_value` is where it would have come had it moved as the others did, and
    `net` the difference of the last two, in the unit and in number, with 95% ranges. `z` and `q`
    are of that difference, `q` over the councils of the half; `moved_q` is of its own movement,
    as on its page. `likeness` is `None` where no council asks.
    """

    area: str
    from_value: float
    to_value: float
    expected_value: float
    net: Gap
    z: float
    q: float
    moved_q: float
    likeness: Likeness | None = None


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The council that asks, where it began, and what became of it.

    The values are as in `Improvement`, `expected_value` only for one of the worse half;
    `improvement` is its own where it improved itself. `usual_distance` is how far its nearest
    councils lie from it in context on average, beside which another's can be read.
    """

    area: str
    outcome: Outcome
    reason: Why | None
    from_value: float | None
    to_value: float | None
    expected_value: float | None
    improvement: Improvement | None = None
    usual_distance: float | None = None


@dataclass(frozen=True, kw_only=True)
class Improvers:
    """The councils that improved on one indicator over five periods, clearest or likest first.

    `began` and `ended` are the first and the last two periods. Of `read` councils whose five
    periods can be read, `half` began on the worse side of `middle`; the middle one of what
    these began with is `typical_from`, and of what they ended with `typical_to`. These three are
    of the test: means of two periods on its scale.
    """

    indicator: str
    began: tuple[str, str]
    ended: tuple[str, str]
    read: int
    half: int
    middle: float
    typical_from: float
    typical_to: float
    found: tuple[Improvement, ...]
    asking: Asking | None = None
