"""Whether a figure rests on so few that one family tells."""

from __future__ import annotations

from brightfutures.catalogue import Indicator
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
