"""What makes councils' circumstances alike: the declared variables of "nearest in context".

Writing rules: a `title` is a short name without its unit; the `sentence` is one sentence that a
councillor understands, and says who is counted. Only circumstances belong here, never what a
council does or spends: a council must not come to look alike because it acts alike. The list is
short, and every variable weighs the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PERCENT = "%"


class Transform(StrEnum):
    """How a figure is laid out before it is standardised."""

    NONE = "none"
    LOG = "log"  # for sizes: twice as many is as far as half as many
    LOGIT = "logit"  # for percentages: the log of its odds


@dataclass(frozen=True, kw_only=True)
class ContextVariable:
    """One circumstance: `per` times its numerator series added up, over its denominator's.

    Without a denominator `per` times the numerator stands. The series name the sources.
    """

    id: str
    title: str
    sentence: str
    unit: str
    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    per: float = 1.0
    decimal_places: int = 0
    transform: Transform = Transform.NONE

    def __post_init__(self) -> None:
        if not self.numerator:
            raise ValueError(f"'{self.id}' counts no series")
        if self.transform is Transform.LOGIT and self.unit != PERCENT:
            raise ValueError(f"'{self.id}' is no percentage, and so has no log of odds")
