"""What an indicator's count is made of: the block of breakdowns on a council's page of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from brightfutures.findings.breakdown_words import (
    WITHHELD,
    breakdown_note,
    part_cells,
    whole_words,
)
from brightfutures.measures.breakdowns import BrokenDown


@dataclass(frozen=True, kw_only=True)
class BreakdownOf:
    """One breakdown: its heading, rows of part, number and share, and a note where one is due."""

    heading: str
    rows: tuple[tuple[str, str, str], ...]
    note: str


@dataclass(frozen=True, kw_only=True)
class BreakdownsOf:
    """The first breakdown, which is shown, and the others; `note` is said once of them all."""

    shown: BreakdownOf
    others: tuple[BreakdownOf, ...]
    others_named: str
    note: str


def breakdowns_of(found: Sequence[BrokenDown], when: Callable[[str], str]) -> BreakdownsOf | None:
    """The block; None where nothing is published in parts. `when` says a period in words."""
    if not found:
        return None
    notes = [breakdown_note(one) for one in found]
    first, *others = (
        BreakdownOf(
            heading=whole_words(one, when),
            rows=tuple((part.label, *part_cells(part)) for part in one.parts),
            note="" if note == WITHHELD else note,
        )
        for one, note in zip(found, notes, strict=True)
    )
    named = [one.breakdown.title.lower() for one in found[1:]]
    return BreakdownsOf(
        shown=first,
        others=tuple(others),
        others_named=_listed(named),
        note=WITHHELD if WITHHELD in notes else "",
    )


def _listed(titles: Sequence[str]) -> str:
    if len(titles) < 2:
        return "".join(titles).capitalize()
    said = ", ".join(titles[:-1]) + f" and {titles[-1]}"
    return said.capitalize()
