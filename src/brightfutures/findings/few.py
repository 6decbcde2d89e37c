"""Whether a figure, or a council, rests on so few that one family tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import children_words
from brightfutures.findings.place_names import placed
from brightfutures.measures.results import Comparison

FEW = 10
"""A headline rests on at least so many counted here, and so many expected."""


def is_few(indicator: Indicator, comparison: Comparison) -> bool:
    """Whether so few are counted, or would be at the comparison's level, that one family tells.

    A withheld count is few.
    """
    here, average = comparison.here, comparison.verdict.average
    if here.numerator is None or here.denominator is None or average is None:
        return True
    expected = average * here.denominator / indicator.per
    return min(here.numerator, expected) < FEW


FEW_CHILDREN = 10_000
"""At England's rate, a council with fewer has under seventy children in care."""


def few_children_note(
    indicators: Mapping[str, Indicator], comparisons: Sequence[Comparison], council: str
) -> tuple[str, ...]:
    """A sentence for a council with few children; nothing for any other.

    How many there are is read from the newest rate that is worked out per 10,000 children.
    """
    known = [
        entry.here.denominator
        for entry in comparisons
        if entry.here.denominator is not None
        and indicators[entry.indicator].unit == "per 10,000 children"
    ]
    if not known or known[-1] >= FEW_CHILDREN:
        return ()
    return (
        f"About {children_words(known[-1])} children live in {placed(council)}, so a few families "
        "can move its figures a long way: read every rate beside the number it stands for.",
    )
