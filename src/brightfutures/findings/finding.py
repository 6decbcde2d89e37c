"""A finding: a sentence that is true of one council, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_WORDS = 25
"""A headline holds so many at most: of a council with a long name it is said more shortly."""


class Certainty(StrEnum):
    """How far a sentence can be leaned on."""

    TESTED = "tested"  # a verdict of the engine stands behind it
    AS_PUBLISHED = "as_published"  # a published figure, with no test
    QUESTION = "question"  # something to ask, not something found


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The figure behind a sentence: an indicator in a period."""

    indicator: str
    period: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One sentence with its evidence, how sure it is, and what to ask next."""

    sentence: str
    certainty: Certainty
    evidence: tuple[Evidence, ...] = ()
    question: str | None = None

    def __post_init__(self) -> None:
        if not self.sentence.strip():
            raise ValueError("A finding needs a sentence.")
        if self.certainty is Certainty.TESTED and not self.evidence:
            raise ValueError("A tested finding names its evidence.")
