"""What a whole is made of, in words: the number of each part, its share, and what is left over."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.findings.figures import missing_words, number
from brightfutures.measures.breakdowns import BrokenDown, PartFound
from brightfutures.quantities import Missing, Reason

ROUNDED_TO = 1_000
"""Pounds are returned to the nearest thousand, so that parts may miss the whole by so many each."""

WITHHELD = (
    "Small numbers are withheld to protect children, and with them others from which they could "
    "be worked out."
)


def whole_words(found: BrokenDown, when: Callable[[str], str]) -> str:
    """The whole that is broken down: "By age: 240 children in care"; older ones say of when.

    `when` says a period in words: "in the year ending 31 March 2022".
    """
    old = f" {when(found.period)}, the last published" if found.is_older else ""
    return f"{found.breakdown.title}{old}: {number(found.whole)} {found.breakdown.of}"


def part_cells(part: PartFound) -> tuple[str, str]:
    """A part's number, or why there is none, and its share in whole hundredths."""
    value = part.value
    if isinstance(value, Missing):
        return missing_words(value), "–"
    if part.share is None:
        return number(value), "–"
    hundredths = 100 * part.share
    return number(value), "under 1%" if 0 < hundredths < 0.5 else f"{number(hundredths)}%"


def breakdown_note(found: BrokenDown) -> str:
    """That parts are withheld, or do not add up to the whole; empty where all is as it should be.

    Nothing is said of what is left over while a part is missing.
    """
    missing = [part.value for part in found.parts if isinstance(part.value, Missing)]
    if any(Reason.SUPPRESSED in value.reasons for value in missing):
        return WITHHELD
    if missing or found.left_over is None:
        return "Not every part was published, so they need not add up to the whole."
    pounds = found.breakdown.of.startswith("pounds")
    if abs(found.left_over) <= (ROUNDED_TO * len(found.parts) if pounds else 0):
        return ""
    return "As published, these do not add up exactly to the whole."
