"""Which measures differ, where no one of them makes the headline: none of them goes unnamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Indicator
from brightfutures.findings.figures import counted
from brightfutures.findings.measure_words import figures_and_verdict, in_mid_sentence
from brightfutures.findings.verdict_words import DIFFERENT
from brightfutures.measures.results import Comparison


def what_differs(
    indicators: Mapping[str, Indicator],
    comparisons: Sequence[Comparison],
    *,
    ended: bool = False,
) -> str:
    """The measures that differ, each with its figure and its verdict; nothing where none does.

    `comparisons` are those of the fixed set. Of a council that has `ended`, in the past tense.
    """
    apart = [entry for entry in comparisons if entry.verdict.level in DIFFERENT]
    if not apart:
        return ""
    said = "; ".join(
        f"{in_mid_sentence(indicators[entry.indicator].title)} "
        f"({figures_and_verdict(indicators[entry.indicator], entry)})"
        for entry in apart
    )
    many = len(apart) > 1
    differ = "differed" if ended else "differ" if many else "differs"
    are = ("were" if ended else "are") if many else ("was" if ended else "is")
    return f"The {counted(len(apart)).lower()} that {differ} {are}: {said}."
