"""The remainder of a gap in words: its lines, largest differences first, put down to nothing."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.booked_elsewhere_words import why_beside_nothing
from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.findings.sentence_case import inside
from brightfutures.money.gap_result import GapSplit, LeftInRemainder, WhyLeft
from brightfutures.money.split_levels import ALL_LINES, IN_CARE, LEVELS, SplitLevel
from brightfutures.quantities import Missing

NAMED_AT_MOST = 3
"""So many lines of the remainder are named; the others are in the table."""

IN_CARE_NOT_APART = (
    "Children in supported accommodation, with their parents, and asylum-seeking children are "
    "counted in the number but not priced apart."
)


def remainder_sentence(
    split: GapSplit, lines: Mapping[str, SpendLine], whom: Whom, level: SplitLevel = ALL_LINES
) -> str:
    """What the remainder holds, the largest differences first; it is put down to nothing."""
    apart = f" {IN_CARE_NOT_APART}" if level == IN_CARE else ""
    whys = [said for one in split.in_remainder if (said := why_beside_nothing(one))]
    apart = "".join(f" {said}" for said in whys) + apart
    told = [(one, said) for one in split.in_remainder if (said := _left(one, lines))]
    told.sort(key=lambda entry: -_apart(entry[0]))
    if not told:
        return f"It holds nothing but rounding.{apart}"
    named = [said for _, said in told[:NAMED_AT_MOST]]
    more = len(told) - len(named)
    if more:
        named.append("one more line" if more == 1 else f"{counted(more).lower()} more lines")
    return (
        "Lines that are not set against a number of children here, so they are put down to "
        f"nothing: {listed(named)} (for each child here, and in {whom.councils}).{apart}"
    )


def _left(one: LeftInRemainder, lines: Mapping[str, SpendLine]) -> str:
    ours, theirs = one.ours_per_child, one.theirs_per_child
    if isinstance(ours, Missing) and isinstance(theirs, Missing):
        return ""
    here = "not told" if isinstance(ours, Missing) else whole_pounds(ours)
    there = "not told" if isinstance(theirs, Missing) else whole_pounds(theirs)
    return f"{remainder_title(one, lines)} {here} and {there}"


def remainder_title(one: LeftInRemainder, lines: Mapping[str, SpendLine]) -> str:
    """A line of the remainder as it stands within a sentence."""
    if one.why is WhyLeft.IN_NO_LINE:
        return "what the lines do not add up to"
    if one.name in lines:
        return lines[one.name].spent_on
    kinds = {kind.id: kind.title for level in LEVELS for kind in level.kinds}
    return inside(kinds.get(one.name, one.name))


def _apart(one: LeftInRemainder) -> float:
    ours, theirs = one.ours_per_child, one.theirs_per_child
    return abs(
        (0.0 if isinstance(ours, Missing) else ours)
        - (0.0 if isinstance(theirs, Missing) else theirs)
    )
