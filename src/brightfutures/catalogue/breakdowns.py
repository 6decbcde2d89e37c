"""Breakdowns: the parts of a whole that a publication prints, and the indicators they explain.

Writing rules, enforced by tests/catalogue/test_breakdowns.py:
- every part is a series of the same unit and kind of period as the whole, and each unit of the
  whole is in one part and no more, so that the parts add up to it;
- `title` begins with "By"; `of` is what is counted, as it stands after a number; a label is what
  stands before a number in a table.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part: the series that counts it, and its name in a table."""

    series: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Breakdown:
    """A whole (a series), its parts, and the ids of the indicators on whose pages it stands."""

    id: str
    title: str
    of: str
    whole: str
    indicators: tuple[str, ...]
    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        named = [part.series for part in self.parts]
        if len(named) < 2 or len(set(named)) < len(named):
            raise ValueError(f"'{self.id}' needs two parts or more, each once")
