"""The finding that heads a council's page about money: its gap, and the largest part of it.

The rule, in order:

1. Of a council that has ended, that these are its last figures.
2. Without a figure of the newest year, that there is none; then what follows is of the newest year
   with a figure. Where the council's other return of the newest year is far from that figure
   (`money/other_return.py`), that is said too; and so where it is far from the newest year's own
   figure: that is then what the council returned, and no gap is headed with it.
3. A gap under a tenth of what the councils compared with spend is "about as much": it is the
   smallest gap that the catalogue says something of.
4. Where the split of the gap has a part that goes its way, is clear (its range leaves out nought)
   and is the largest of the parts that go its way, the part is named. It is never said to be why:
   parts add up, and others may go the other way; where one of those is larger, "that way" says so.
   The remainder is named as what it is.
5. Else the gap alone: that no part is sure enough to be named first, or that it cannot be split.

Each is told in the fullest wording that has no more words than a headline may.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.finding import MOST_WORDS
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.findings.spend_words import gap_as_told, rounded_gap
from brightfutures.money.gap_result import Cause, GapSplit, Part
from brightfutures.money.other_return import OtherReturn
from brightfutures.money.per_child import PerChild
from brightfutures.quantities import Area, Missing, Money, Reason

SMALLEST_GAP = 0.1
"""Of what the others spend: a smaller gap is about as much (the catalogue's `smallest_gap`)."""

MORE: Mapping[Cause, str] = {
    Cause.NEED: "more need, as deprivation and age suggest it",
    Cause.NUMBER: "more children in need than deprivation and age suggest",
    Cause.MIX: "dearer kinds of help",
    Cause.PRICE: "a higher cost for each child in need",
    Cause.REMAINDER: "more spent on lines not set against children",
}
LESS: Mapping[Cause, str] = {
    Cause.NEED: "less need, as deprivation and age suggest it",
    Cause.NUMBER: "fewer children in need than deprivation and age suggest",
    Cause.MIX: "less dear kinds of help",
    Cause.PRICE: "a lower cost for each child in need",
    Cause.REMAINDER: "less spent on lines not set against children",
}
"""What a part of a gap says, where it makes a council spend more and where less."""

SHORTER = (
    ("deprivation and age suggest it", "expected"),
    ("deprivation and age suggest", "expected"),
)
"""What is said instead where a headline would have too many words."""

LARGEST, LARGEST_THAT_WAY = "the largest part is", "the largest part that way is"

IN_NUMBER = "That part also holds need that deprivation and age do not show."
"""What is said beside a number that deprivation and age do not suggest."""

NOT_ALL = "Not all parts go that way"
"""What is said where a clear part that goes the other way is over half the gap."""

NOT_BORNE_OUT = "which its other return contradicts"
"""What is said of a figure from which the other return of the newest year is far."""

NO_PART = "no part of the gap is sure enough to name first"
NOT_SPLIT = "what the gap is made of cannot be told"


def money_headline(
    area: Area,
    asked: PerChild,
    ours: PerChild,
    theirs: PerChild | None,
    split: GapSplit | None = None,
    *,
    whom: Whom = SIMILAR_COUNCILS,
    other: OtherReturn | None = None,
) -> str:
    """One sentence without a full stop, true of this council, by the rule above.

    `asked` is the newest year that there should be a figure of; `ours` and `theirs` are of the
    year that is told, both in pounds of that year. `other` is the section 251 return of the
    year `asked`.
    """
    council = area.name
    if area.last is not None:
        replaced = f"{placed_first(council)} was replaced in {area.last.year}"
        if isinstance(ours.cash, Missing):
            return f"{replaced}; no figures of what it spent are held"
        return f"{replaced}; these are its last figures of what it spent"
    if isinstance(ours.cash, Missing):
        return f"No figure of what {placed(council)} spent for each child in {ours.period} is held"
    apart = other is not None and other.far_apart
    if asked.period != ours.period:
        late = _told_late(council, asked, ours.cash, theirs, whom)
        return _shortest(f"{one}, {NOT_BORNE_OUT}" if apart else one for one in late)
    if apart:
        figure = f"{whole_pounds(ours.cash.pounds)} for each child in {ours.cash.price_year}"
        return f"{placed_first(council)} returned {figure}, {NOT_BORNE_OUT}"
    return _shortest(_told(council, ours.cash, theirs, split, whom))


def _shortest(wordings: Iterator[str]) -> str:
    """The first wording that is short enough; they come from the fullest to the shortest."""
    last = ""
    for last in wordings:
        if len(last.split()) <= MOST_WORDS:
            return last
    return last


def _told(
    council: str, ours: Money, theirs: PerChild | None, split: GapSplit | None, whom: Whom
) -> Iterator[str]:
    here = f"{placed_first(council)} spent"
    when = f" in {ours.price_year}"
    if theirs is None or isinstance(theirs.cash, Missing):
        yield f"{here} {whole_pounds(ours.pounds)} for each child{when}"
        return
    gap = rounded_gap(ours, theirs.cash)
    if is_small(gap, theirs.cash):
        both = f"{whole_pounds(ours.pounds)} against {whole_pounds(theirs.cash.pounds)}"
        yield f"{here} about as much for each child as {whom.councils}{when}: {both}"
        yield f"{here} about as much for each child as {whom.councils}: {both}"
        return
    told = f"{here} {_gap(gap)} for each child than {whom.councils}"
    part = None if split is None else leading_part(split)
    if split is None or part is None:
        why = NOT_SPLIT if split is None else NO_PART
        yield f"{told}{when}; {why}"
        yield f"{told}; {why}"
        return
    clause = _largest(split, part)
    yield f"{told}{when}; {clause}"
    yield f"{told}; {clause}"
    for long, short in SHORTER:
        clause = clause.replace(long, short)
    yield f"{told}{when}; {clause}"
    yield f"{told}; {clause}"
    yield f"{told}{when}"


def _told_late(
    council: str, asked: PerChild, ours: Money, theirs: PerChild | None, whom: Whom
) -> Iterator[str]:
    """Of a council without a figure of the newest year: that, and the newest there is."""
    returned = isinstance(asked.pounds, Missing) and Reason.NOT_RETURNED in asked.pounds.reasons
    missing = "sent no return for" if returned else "has no figure for"
    opening = f"{placed_first(council)} {missing} {asked.period}; in {ours.price_year} it spent"
    if theirs is None or isinstance(theirs.cash, Missing):
        yield f"{opening} {whole_pounds(ours.pounds)} for each child"
        return
    gap = rounded_gap(ours, theirs.cash)
    if is_small(gap, theirs.cash):
        yield f"{opening} about as much for each child as {whom.councils}"
        return
    yield f"{opening} {_gap(gap)} for each child than {whom.councils}"


def gap_clause(split: GapSplit, whom: Whom = SIMILAR_COUNCILS) -> str:
    """What the others spent, the gap to it and what that is made of; nothing where it is not clear.

    Neither of a gap too small to be called one. It stands after the council's own figure.
    """
    theirs = Money(split.theirs_per_child, "cash")
    gap, part = gap_as_told(split), leading_part(split)
    if part is None or is_small(gap, theirs):
        return ""
    together = f"{whom.first} taken together spent {whole_pounds(theirs.pounds)}"
    said = f"{together}. Here it is {_gap(gap)}; {_largest(split, part)}."
    if largest_against(split) is not None:
        said = f"{said} {NOT_ALL}."
    return f"{said} {IN_NUMBER}" if part.cause is Cause.NUMBER else said


def _largest(split: GapSplit, part: Part) -> str:
    """Which part is the largest; of those that go the gap's way only, where one against is."""
    words = (MORE if split.gap > 0 else LESS)[part.cause]
    size = abs(part.pounds_per_child)
    larger = any(abs(one.pounds_per_child) > size for one in split.parts)
    return f"{LARGEST_THAT_WAY if larger else LARGEST} {words}"


def is_small(gap_pounds: float, theirs: Money) -> bool:
    """Whether a gap is too small to be called one."""
    return abs(gap_pounds) < SMALLEST_GAP * theirs.pounds


def _gap(gap: float) -> str:
    return f"{whole_pounds(abs(gap))} {'more' if gap > 0 else 'less'}"


def leading_part(split: GapSplit) -> Part | None:
    """The largest of the parts that go the gap's way, if its range leaves out nought."""
    same_way = [part for part in split.parts if part.pounds_per_child * split.gap > 0]
    if not same_way:
        return None
    largest = max(same_way, key=lambda part: abs(part.pounds_per_child))
    return largest if largest.clear else None


def largest_against(split: GapSplit) -> Part | None:
    """The largest of the clear parts that go the other way, if it is over half the gap."""
    against = [part for part in split.parts if part.clear and part.pounds_per_child * split.gap < 0]
    if not against:
        return None
    largest = max(against, key=lambda part: abs(part.pounds_per_child))
    return largest if abs(largest.pounds_per_child) * 2 > abs(split.gap) else None
