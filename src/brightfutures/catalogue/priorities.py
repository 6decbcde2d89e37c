"""The seven priorities of the sector: what published figures can and cannot say of each.

Writing rules, enforced by tests/catalogue/test_priorities.py:
- `name` is the priority's own name and `short` what it is called within a sentence, after "on".
- `means` is one plain sentence of ours.
- `about` names at most eight indicators that say something of it, chosen and not searched for. One
  that merely goes with a priority (workers who leave, of those who lead) touches it and no more.
- `cannot` is one to three sentences, true of every council, on what the figures that are read
  here do not tell.
- `questions` names two or three, by code.
- `next` says where to go next: pages of this site by their kind, or a named public source.
- no word of praise or blame, no abbreviation, "children in care".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_INDICATORS = 8
"""A priority is read from no more indicators than a person can hold in view."""


class Reading(StrEnum):
    """From what a priority is read."""

    STANDING = "standing"  # where the council stands on the indicators named
    MOVEMENT = "movement"  # how the health check has moved where it is agreed which way is good
    SPENDING = "spending"  # what is spent, which no count can test
    JUDGEMENT = "judgement"  # no figure measures it; an inspector's judgement stands beside
    NOTHING = "nothing"  # no figure can say


class StepKind(StrEnum):
    """What kind of page a step leads to."""

    COUNCIL = "council"  # the council's health check
    COUNCIL_PAGE = "council_page"  # another of its pages; `name` is the last word of its address
    INDICATOR = "indicator"  # one indicator of the council
    ALL_COUNCILS = "all_councils"  # one indicator over all England
    ENGLAND_PAGE = "england_page"  # `name` is the last word of its address
    METHOD = "method"  # a topic of the Methods pages
    TRACK_RECORD = "track_record"
    SOURCE = "source"  # the page of a publication that is read
    PUBLIC = "public"  # `name` is the address of a public source


UNNAMED = (StepKind.COUNCIL, StepKind.TRACK_RECORD)
"""The kinds of page of which there is one."""


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """Where to go next: the words of the link and the page, by kind and name."""

    words: str
    to: StepKind
    name: str | None = None

    def __post_init__(self) -> None:
        if (self.name is None) is not (self.to in UNNAMED):
            raise ValueError(f"the step '{self.words}' to a page of kind '{self.to}' names it")
        if self.to is StepKind.PUBLIC and not (self.name or "").startswith("https://"):
            raise ValueError(f"the step '{self.words}' needs a whole address")


@dataclass(frozen=True, kw_only=True)
class Priority:
    """One priority, complete. `about` is empty where it is read from no chosen indicators."""

    id: str
    name: str
    short: str
    means: str
    reading: Reading
    about: tuple[str, ...] = ()
    cannot: tuple[str, ...]
    questions: tuple[str, ...]
    next: tuple[NextStep, ...]

    def __post_init__(self) -> None:
        chosen = self.reading not in (Reading.MOVEMENT, Reading.NOTHING)
        if chosen is not bool(self.about):
            raise ValueError(f"read as '{self.reading}' it names indicators or does not")
        if len(self.about) > MOST_INDICATORS or len(set(self.about)) < len(self.about):
            raise ValueError(f"it names more than {MOST_INDICATORS} indicators or one twice")
