"""Verdicts in words: what `measures` found, said so that a councillor could say it aloud."""

from __future__ import annotations

from brightfutures.catalogue import GoodDirection, Indicator, IndicatorKind
from brightfutures.findings.figures import children_words, difference, missing_sentences
from brightfutures.measures.results import Comparison, Direction, Gap, Level, Verdict, Why
from brightfutures.quantities import Missing

LEVEL_WORDS: dict[Level, str] = {
    Level.UNUSUALLY_LOW: "Unusually low",
    Level.LOWER: "Lower",
    Level.ABOUT_THE_SAME: "About the same",
    Level.HIGHER: "Higher",
    Level.UNUSUALLY_HIGH: "Unusually high",
    Level.CANNOT_SAY: "Cannot say",
}

LEVEL_SHAPES: dict[Level, str] = {
    Level.UNUSUALLY_LOW: "▼",
    Level.LOWER: "▼",
    Level.ABOUT_THE_SAME: "●",
    Level.HIGHER: "▲",
    Level.UNUSUALLY_HIGH: "▲",
    Level.CANNOT_SAY: "–",
}

DIFFERENT = (Level.UNUSUALLY_LOW, Level.LOWER, Level.HIGHER, Level.UNUSUALLY_HIGH)
ABOVE = (Level.HIGHER, Level.UNUSUALLY_HIGH)
UNUSUAL = (Level.UNUSUALLY_LOW, Level.UNUSUALLY_HIGH)


def others(verdict: Verdict) -> str:
    """Whom the council was compared with, as the words after "than in"."""
    return {
        "similar": "similar councils",
        "england": "England as a whole",
        "region": "its region",
        "chosen": "the councils you chose",
    }.get(verdict.against, "similar councils")


def direction_words(verdict: Verdict) -> str:
    """Better or worse, only where the catalogue says which way is good; else nothing."""
    return "" if verdict.direction is Direction.NEITHER else verdict.direction.value


def verdict_sentence(indicator: Indicator, comparison: Comparison) -> str:
    """The verdict with its reason, in one to three sentences."""
    verdict = comparison.verdict
    if verdict.level is Level.CANNOT_SAY:
        return f"Cannot say. {_cannot_say(indicator, comparison)}"
    if verdict.level is Level.ABOUT_THE_SAME:
        return f"About the same as {_in_or_as(verdict)}: {_same_because(verdict)}"
    return _different(indicator, verdict)


def _in_or_as(verdict: Verdict) -> str:
    return others(verdict)


def _same_because(verdict: Verdict) -> str:
    return {
        Why.GAP_TOO_SMALL: "the difference is too small to matter.",
        Why.AVERAGES_DISAGREE: ("whether it lies above or below depends on which average is used."),
        Why.NOT_AFTER_CORRECTION: (
            "with this many measures tested at once, a difference of this size is to be "
            "expected on some of them."
        ),
    }.get(
        verdict.reason or Why.WITHIN_WOBBLE,
        "the difference is no more than this figure ordinarily moves from year to year.",
    )


def _different(indicator: Indicator, verdict: Verdict) -> str:
    side = "Higher" if verdict.level in ABOVE else "Lower"
    said = f"{side} than in {others(verdict)}"
    if verdict.direction is not Direction.NEITHER:
        good = "Higher" if indicator.good_direction is GoodDirection.HIGHER else "Lower"
        said += f" ({good.lower()} is better)"
    sentences = [f"{said}{_by_how_much(indicator, verdict.gap)}."]
    if verdict.level in UNUSUAL:
        sentences.append(
            "That is also outside the usual spread between councils, both in this period and in "
            "the one before. About one council in twenty would be outside of it on any measure, "
            "however alike councils are."
        )
    return " ".join(sentences)


def _by_how_much(indicator: Indicator, gap: Gap | None) -> str:
    if gap is None:
        return ""
    low, high = sorted((abs(gap.low), abs(gap.high)))
    if gap.low < 0 < gap.high:
        text = f", by {difference(indicator, gap.value)}"
    else:
        text = (
            f", by {difference(indicator, gap.value)}, likely between "
            f"{difference(indicator, low)} and {difference(indicator, high)}"
        )
    return text + _in_children(indicator, gap)


def _in_children(indicator: Indicator, gap: Gap) -> str:
    """The gap as a number of children, where the numerator counts children or their plans."""
    if gap.children is None or indicator.kind not in (
        IndicatorKind.RATE,
        IndicatorKind.PROPORTION,
    ):
        return ""
    return f" (about {children_words(gap.children)} in number)"


def _cannot_say(indicator: Indicator, comparison: Comparison) -> str:
    why = comparison.verdict.reason
    here = comparison.here
    if why in (Why.VALUE_MISSING, Why.UNRELIABLE, Why.WITHHELD_ENDS_DISAGREE) and isinstance(
        here.value, Missing
    ):
        return missing_sentences(here.value)
    return {
        Why.NO_COUNTS: "No counts are published, so this cannot be tested.",
        Why.VALUE_MISSING: "There is no figure to compare.",
        Why.TOO_FEW_COMPARATORS: "Fewer than six of the similar councils have a figure.",
        Why.TOO_FEW_CHILDREN: (
            "There are too few children for a difference to be told from chance."
        ),
        Why.BREAK_IN_SERIES: "The way of counting changed, so the figures cannot be compared.",
        Why.AREA_CHANGED: "The council’s area changed, so the figures cannot be compared.",
        Why.NO_HISTORY: (
            "There is too little history to know how much this figure ordinarily moves."
        ),
        Why.NOT_A_COUNCIL: "Verdicts are worked out for councils only.",
        Why.UNRELIABLE: "The publisher marks the figure as unreliable.",
        Why.WITHHELD_ENDS_DISAGREE: (
            "The number is withheld (1 to 5), and the answer depends on which it is."
        ),
    }.get(why or Why.NO_COUNTS, "The data cannot answer this.")
