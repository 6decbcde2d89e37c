"""Why measures cannot be judged: so many for each reason, in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Indicator, Stage
from brightfutures.findings.figures import counted, listed
from brightfutures.measures.results import Comparison, Level, Why
from brightfutures.quantities import Missing, Reason

OF_A_REASON: dict[Why, str] = {
    Why.NO_COUNTS: "no counts of people are published",
    Why.TOO_FEW_CHILDREN: "the numbers here are too small",
    Why.TOO_FEW_COMPARATORS: "fewer than six councils it is compared with have a figure",
    Why.BREAK_IN_SERIES: "the way of counting changed",
    Why.AREA_CHANGED: "the council’s area changed",
    Why.NO_HISTORY: "there is too little history",
    Why.UNRELIABLE: "the publisher marks the figure as unreliable",
    Why.WITHHELD_ENDS_DISAGREE: "the figure is withheld",
    Why.JOINT_RETURN: "two councils return one figure together",
    Why.VALUE_MISSING: "there is no figure",
}
"""As the words after "for two"."""

OF_A_MISSING_VALUE: dict[Reason, str] = {
    Reason.SUPPRESSED: "the figure is withheld",
    Reason.ROUNDS_TO_ZERO: "the figure rounds to nought",
    Reason.UNRELIABLE: "the publisher marks the figure as unreliable",
    Reason.NOT_COLLECTED: "the figure was not collected",
    Reason.NOT_RETURNED: "the council’s return did not arrive in time",
    Reason.DID_NOT_EXIST: "there was no such council in that year",
    Reason.DENOMINATOR_UNAVAILABLE: "the number to divide by is not published",
}
"""The same of a figure that is missing; any other reason is "there is no figure"."""


@dataclass(frozen=True, kw_only=True)
class WhyNot:
    """So many measures that cannot be judged for one reason."""

    words: str
    count: int


def why_not(
    comparisons: Sequence[Comparison], indicators: Mapping[str, Indicator] | None = None
) -> tuple[WhyNot, ...]:
    """The reasons for which some of these cannot be judged, the most frequent first.

    Without the indicators it is not known which of them are money.
    """
    found = Counter(
        reason_words((indicators or {}).get(entry.indicator), entry)
        for entry in comparisons
        if entry.verdict.level is Level.CANNOT_SAY
    )
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(WhyNot(words=words, count=count) for words, count in ordered)


def reason_words(indicator: Indicator | None, comparison: Comparison) -> str:
    """Why one measure cannot be judged: why its figure is missing, if it is, or else the verdict's.

    Of what was never counted it is said first: with every figure there would still be no test.
    """
    why, value = comparison.verdict.reason, comparison.here.value
    if why is Why.NO_COUNTS and indicator is not None and indicator.stage is Stage.MONEY:
        return "spending is not a count of children"
    none = OF_A_REASON[Why.VALUE_MISSING]
    if why is not Why.NO_COUNTS and isinstance(value, Missing):
        gone = Reason.DID_NOT_EXIST in value.reasons
        return OF_A_MISSING_VALUE.get(Reason.DID_NOT_EXIST if gone else value.reasons[0], none)
    return OF_A_REASON.get(why or Why.VALUE_MISSING, none)


def why_not_words(reasons: Sequence[WhyNot]) -> str:
    """The reasons as the words after a colon: "for six no counts are published and for one …"."""
    if len(reasons) == 1:
        return reasons[0].words
    return listed([f"for {counted(entry.count).lower()} {entry.words}" for entry in reasons])
