"""The finding that heads a council's page about money: its gap, and what most of it is made of.

The rule, in order:

1. Without a figure of the year, that there is none and why, with the newest there is.
2. A gap under a tenth of what the councils compared with spend is "about as much": it is the
   smallest gap that the catalogue says something of.
3. Where the split of the gap has a part that goes its way, is clear (its range leaves out nought)
   and is the largest of the parts that go its way, the part is named; "most of it" only where it is
   more than half. The remainder is named as what it is.
4. Else the gap alone, and that it has no split or no part that is sure enough to be named.
"""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom
from brightfutures.findings.figures import missing_sentences
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.findings.spend_words import rounded_gap
from brightfutures.money.gap_result import Cause, GapSplit, Part
from brightfutures.money.per_child import PerChild
from brightfutures.quantities import Missing, Money

SMALLEST_GAP = 0.1
"""Of what the others spend: a smaller gap is about as much (the catalogue's `smallest_gap`)."""

MORE: Mapping[Cause, str] = {
    Cause.NEED: "deprivation and age lead one to expect more children to need help there",
    Cause.NUMBER: "it helps more children than deprivation and age lead one to expect",
    Cause.MIX: "more of the children it helps have the dearer kinds of help",
    Cause.PRICE: "help for each child costs more",
    Cause.REMAINDER: "it spends more on lines for which no children are counted",
}
LESS: Mapping[Cause, str] = {
    Cause.NEED: "deprivation and age lead one to expect fewer children to need help there",
    Cause.NUMBER: "it helps fewer children than deprivation and age lead one to expect",
    Cause.MIX: "fewer of the children it helps have the dearer kinds of help",
    Cause.PRICE: "help for each child costs less",
    Cause.REMAINDER: "it spends less on lines for which no children are counted",
}
"""What a part of a gap says, where it makes a council spend more and where less."""


def money_headline(
    council: str,
    ours: PerChild,
    theirs: PerChild | None,
    split: GapSplit | None = None,
    *,
    newest_known: PerChild | None = None,
    whom: Whom = SIMILAR_COUNCILS,
) -> str:
    """One sentence, true of this council, by the rule above.

    `newest_known` is the newest year with a figure, where the year asked for has none.
    """
    if isinstance(ours.real, Missing):
        return _without_figure(council, ours, ours.real, newest_known)
    here, there = ours.real, theirs.real if theirs is not None else None
    if split is not None:  # so that the sentence and the picture of the split are of one gap
        here = Money(split.ours_per_child, ours.period)
        there = Money(split.theirs_per_child, ours.period)
    if there is None or isinstance(there, Missing):
        spent = whole_pounds(here.pounds)
        return f"In {ours.period} {placed(council)} spent {spent} for each child."
    gap = rounded_gap(here, there)
    if abs(gap) < SMALLEST_GAP * there.pounds:
        return (
            f"In {ours.period} {placed(council)} spent about as much for each child as "
            f"{whom.its}: {whole_pounds(here.pounds)} against {whole_pounds(there.pounds)}."
        )
    more = "more" if gap > 0 else "less"
    told = (
        f"{placed_first(council)} spent {whole_pounds(abs(gap))} {more} for each child than "
        f"{whom.its} in {ours.period}"
    )
    if split is None:
        return f"{told}. What the gap is made of cannot be told."
    part = leading_part(split)
    if part is None:
        return f"{told}. No part of the gap is sure enough to be named first."
    words = (MORE if split.gap > 0 else LESS)[part.cause]
    if abs(part.pounds_per_child) * 2 > abs(split.gap):
        return f"{told}, most of it because {words}."
    return f"{told}, the largest part of it because {words}."


def leading_part(split: GapSplit) -> Part | None:
    """The largest of the parts that go the gap's way, if its range leaves out nought."""
    same_way = [part for part in split.parts if part.pounds_per_child * split.gap > 0]
    if not same_way:
        return None
    largest = max(same_way, key=lambda part: abs(part.pounds_per_child))
    return largest if largest.clear else None


def _without_figure(
    council: str, ours: PerChild, missing: Missing, newest_known: PerChild | None
) -> str:
    why = missing_sentences(missing)
    told = f"There is no figure of what {placed(council)} spent in {ours.period}. {why}"
    if newest_known is None or not isinstance(newest_known.cash, Money):
        return told
    return (
        f"{told} In {newest_known.period} it spent {whole_pounds(newest_known.cash.pounds)} for "
        "each child."
    )
