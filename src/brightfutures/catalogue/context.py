"""A council's circumstances: by which councils are alike, and what they lead one to expect.

Writing rules: a `title` is a short name without its unit; the `sentence` is one sentence that a
councillor understands, and says who is counted. Only circumstances belong here, never what a
council does or spends: a council must not come to look alike because it acts alike, nor a figure
be expected because the council acts so. The list is short, and in "nearest in context" every
variable weighs the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PERCENT = "%"


class ContextUse(StrEnum):
    """What a circumstance is used for."""

    NEAREST = "nearest"  # which councils are nearest in context
    EXPECTED = "expected"  # what circumstances would lead one to expect of an indicator


class Transform(StrEnum):
    """How a figure is laid out before it is standardised."""

    NONE = "none"
    LOG = "log"  # for sizes: twice as many is as far as half as many
    LOG_ONE_PLUS = "log_one_plus"  # for sizes of which many are nought: the log of one more
    LOGIT = "logit"  # for percentages: the log of its odds


@dataclass(frozen=True, kw_only=True)
class ContextVariable:
    """One circumstance: `per` times its numerator series added up, over its denominator's.

    Without a denominator `per` times the numerator stands. The series name the sources.
    `denominator_by_then` takes the newest denominator there was by the numerator's last day,
    which may be of another kind of period: the children of mid-2024 for those in care on 31 March
    2025, or an area that was measured once; without it both are of one period. `only_for` are
    the ids of the indicators of which it leads one to expect something; none named is all of
    them. It limits no other use.
    """

    id: str
    title: str
    sentence: str
    unit: str
    used_for: tuple[ContextUse, ...]
    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    denominator_by_then: bool = False
    per: float = 1.0
    decimal_places: int = 0
    transform: Transform = Transform.NONE
    only_for: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.numerator:
            raise ValueError(f"'{self.id}' counts no series")
        if self.transform is Transform.LOGIT and self.unit != PERCENT:
            raise ValueError(f"'{self.id}' is no percentage, and so has no log of odds")
        if not self.used_for:
            raise ValueError(f"'{self.id}' is used for nothing")
        if self.denominator_by_then and not self.denominator:
            raise ValueError(f"'{self.id}' has no denominator to be there by then")
        for said in (self.used_for, self.only_for):
            if len(set(said)) != len(said):
                raise ValueError(f"'{self.id}' names one use or indicator twice")
        if self.only_for and ContextUse.EXPECTED not in self.used_for:
            raise ValueError(f"'{self.id}' names indicators but is not used for what is expected")

    def leads_to_expect(self, indicator_id: str) -> bool:
        """Whether it is a circumstance of what is expected of that indicator."""
        return ContextUse.EXPECTED in self.used_for and (
            not self.only_for or indicator_id in self.only_for
        )
