"""Verdicts in words: what `measures` found, said so that a councillor could say it aloud."""

from __future__ import annotations

from brightfutures.catalogue import GoodDirection, Indicator, IndicatorKind, Stage
from brightfutures.findings.comparison_words import whom_of
from brightfutures.findings.few import is_few
from brightfutures.findings.figures import (
    between,
    children_words,
    difference,
    figure,
    is_percentage,
    missing_sentences,
)
from brightfutures.measures.results import Comparison, Direction, Gap, Level, Verdict, Why
from brightfutures.quantities import Missing, Value, round_half_away_from_zero

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

NO_CLEAR_DIFFERENCE = "No clear difference"
"""For a gap that would matter if it were sure, and is not. "About the same" is kept for figures
that lie close together: where we cannot tell, two councils are not thereby alike."""

AT_BOTH_ENDS = "same at 1 and at 5"
"""Beside a verdict on a number that is withheld: it was worked out at both ends."""

DIFFERENT = (Level.UNUSUALLY_LOW, Level.LOWER, Level.HIGHER, Level.UNUSUALLY_HIGH)
ABOVE = (Level.HIGHER, Level.UNUSUALLY_HIGH)
BELOW = (Level.LOWER, Level.UNUSUALLY_LOW)
UNUSUAL = (Level.UNUSUALLY_LOW, Level.UNUSUALLY_HIGH)


def others(verdict: Verdict) -> str:
    """Whom the council was compared with, as the words after "than in".

    The verdict against England weighs every council alike, which England's own figure does not.
    """
    return {
        "similar": "similar councils",
        "england": "the average council",
        "region": "the rest of its region",
        "chosen": "the councils you chose",
        "nearest-in-context": "the councils nearest in context",
    }.get(verdict.against, "similar councils")


def others_of(comparison: Comparison) -> str:
    """The same of a figure that may stand beside one council alone, where nothing is tested."""
    of = whom_of(comparison)
    return of.councils if of.one else others(comparison.verdict)


def lies_close(indicator: Indicator, verdict: Verdict) -> bool:
    """Whether the figure itself is so near its comparison that the gap would hardly matter."""
    gap = verdict.gap.value if verdict.gap else None
    return verdict.reason is Why.GAP_TOO_SMALL or is_near(indicator, gap, verdict.average)


def is_near(indicator: Indicator, gap: float | None, average: float | None) -> bool:
    """Whether a gap is known and smaller than the smallest that matters."""
    if gap is None or average is None:
        return False
    return abs(gap) < indicator.smallest_gap * average


def level_words(indicator: Indicator, verdict: Verdict) -> str:
    """The verdict in two or three words."""
    if verdict.level is Level.ABOUT_THE_SAME and not lies_close(indicator, verdict):
        return NO_CLEAR_DIFFERENCE
    return LEVEL_WORDS[verdict.level]


def direction_words(verdict: Verdict) -> str:
    """Better or worse, only where the catalogue says which way is good; else nothing."""
    return "" if verdict.direction is Direction.NEITHER else verdict.direction.value


def both_ends_words(here: Value, level: Level) -> str:
    """That a verdict on a withheld number, 1 to 5, was worked out at both ends; else nothing."""
    return AT_BOTH_ENDS if isinstance(here, Missing) and level is not Level.CANNOT_SAY else ""


def verdict_sentence(indicator: Indicator, comparison: Comparison) -> str:
    """The verdict with its reason, in one to three sentences."""
    verdict = comparison.verdict
    if verdict.level is Level.CANNOT_SAY:
        why = why_it_cannot_be_said(indicator, verdict.reason, comparison.here.value)
        return f"Cannot say. {why}"
    if verdict.level is Level.ABOUT_THE_SAME:
        said = _not_different(indicator, verdict)
    else:
        said = _different(indicator, comparison)
    if isinstance(comparison.here.value, Missing):
        said += " The number is withheld (1 to 5), and the answer is the same whichever it is."
    return said


def _not_different(indicator: Indicator, verdict: Verdict) -> str:
    if verdict.reason is Why.GAP_TOO_SMALL:
        return (
            f"About the same as {others(verdict)}: the difference is smaller than we count as one."
        )
    close = lies_close(indicator, verdict)
    said = (
        f"About the same as {others(verdict)}: the figures lie close together."
        if close
        else f"No clear difference from {others(verdict)}: {_unclear_because(verdict)}"
    )
    gap = verdict.gap
    if gap is None or verdict.average is None or not gap.low < 0 < gap.high:
        return said
    side = "higher" if gap.value > 0 else "lower"
    apart = (
        ""
        if close
        else f" The figure here is {difference(indicator, gap.value)} {side} than their average, "
        f"{figure(indicator, verdict.average)}."
    )
    return (
        f"{said}{apart} Over the years it could ordinarily lie anywhere from "
        f"{difference(indicator, gap.low)} lower to {difference(indicator, gap.high)} higher."
    )


def _unclear_because(verdict: Verdict) -> str:
    return {
        Why.AVERAGES_DISAGREE: ("whether it lies above or below depends on which average is used."),
        Why.NOT_AFTER_CORRECTION: (
            "with this many measures tested at once, a difference of this size is to be "
            "expected on some of them."
        ),
    }.get(
        verdict.reason or Why.WITHIN_WOBBLE,
        "it is no more than this figure ordinarily moves up and down over the years.",
    )


def average_sentence(indicator: Indicator, verdict: Verdict, *, ended: bool = False) -> str | None:
    """What the gap is measured from, where that is not the figure of the area named.

    England's figure and a region's are those of all their children together, in which a large
    council weighs more; the verdict weighs every council alike, and the two can lie far apart.
    """
    where = {"england": "England", "region": "the region"}.get(verdict.against)
    if where is None or verdict.average is None:
        return None
    average, verb = figure(indicator, verdict.average), "averaged" if ended else "average"
    return f"Each counted alike, the other councils of {where} {verb} {average}."


def size_of_gap(indicator: Indicator, comparison: Comparison, gap: Gap) -> str:
    """The gap's size as the two figures beside it are shown: 43 and 153 are 110 apart."""
    here, average = comparison.here.value, comparison.verdict.average
    if isinstance(here, Missing) or average is None:
        return difference(indicator, gap.value)
    places = indicator.decimal_places + (is_percentage(indicator) and not indicator.decimal_places)
    shown = round_half_away_from_zero(here, places) - round_half_away_from_zero(average, places)
    return difference(indicator, shown if abs(shown) > 10.0**-places / 2 else gap.value)


def _different(indicator: Indicator, comparison: Comparison) -> str:
    verdict = comparison.verdict
    side = "Higher" if verdict.level in ABOVE else "Lower"
    said = f"{side} than in {others(verdict)}"
    if verdict.direction is not Direction.NEITHER:
        good = "Higher" if indicator.good_direction is GoodDirection.HIGHER else "Lower"
        said += f" ({good.lower()} is better)"
    average, gap = average_sentence(indicator, verdict), verdict.gap
    if gap is None:
        sentences = [f"{said}."]
    elif average is None:
        sentences = [f"{said}, by {_by_how_much(indicator, comparison, gap)}."]
    else:
        by = _by_how_much(indicator, comparison, gap)
        sentences = [f"{said}.", average, f"The gap to that is {by}."]
    sentences += _in_number(indicator, gap)
    if gap is not None and is_few(indicator, comparison):
        sentences.append("So few are counted here that one or two more could change this.")
    if verdict.level in UNUSUAL:
        sentences.append(
            "That is also outside the usual spread between councils, both in this period and in "
            "the one before. About one council in twenty would be outside of it on any measure, "
            "however alike councils are."
        )
    return " ".join(sentences)


def _by_how_much(indicator: Indicator, comparison: Comparison, gap: Gap) -> str:
    size = size_of_gap(indicator, comparison, gap)
    if gap.low < 0 < gap.high:
        return size
    low, high = sorted((abs(gap.low), abs(gap.high)))
    return f"{size}, likely between {between(indicator, low, high)}"


def _in_number(indicator: Indicator, gap: Gap | None) -> list[str]:
    """The gap as a number, where the numerator counts children or what is done for them."""
    if gap is None or gap.children is None:
        return []
    if indicator.kind not in (IndicatorKind.RATE, IndicatorKind.PROPORTION):
        return []
    more = "more" if gap.children > 0 else "fewer"
    said = f"In number that is about {children_words(gap.children)} {more}"
    if gap.children_low is None or gap.children_high is None or gap.low < 0 < gap.high:
        return [f"{said}."]
    low, high = sorted((abs(gap.children_low), abs(gap.children_high)))
    return [f"{said}, likely between {children_words(low)} and {children_words(high)}."]


def why_it_cannot_be_said(indicator: Indicator, why: Why | None, here: Value) -> str:
    """Why there is no verdict, in a sentence or two; `here` is the council's figure."""
    if why in (Why.VALUE_MISSING, Why.UNRELIABLE, Why.WITHHELD_ENDS_DISAGREE) and isinstance(
        here, Missing
    ):
        return missing_sentences(here)
    return {
        Why.NO_COUNTS: (
            "Spending is not a count of children, so there is no test."
            if indicator.stage is Stage.MONEY
            else "No counts are published, so this cannot be tested."
        ),
        Why.VALUE_MISSING: "There is no figure to compare.",
        Why.TOO_FEW_COMPARATORS: (
            "Fewer than six of the councils it is compared with have a figure."
        ),
        # Not always children: posts, plans and orders are counted too.
        Why.TOO_FEW_CHILDREN: "The numbers here are too small for a fair comparison.",
        Why.BREAK_IN_SERIES: "The way of counting changed, so the figures cannot be compared.",
        Why.AREA_CHANGED: "The council’s area changed, so the figures cannot be compared.",
        Why.NO_HISTORY: (
            "There is too little history to know how much this figure ordinarily moves."
        ),
        Why.NO_CONTEXT: "Not all of the circumstances used are known for it today.",
        Why.NOT_A_COUNCIL: "Verdicts are worked out for councils only.",
        Why.UNRELIABLE: "The publisher marks the figure as unreliable.",
        Why.WITHHELD_ENDS_DISAGREE: (
            "The number is withheld (1 to 5), and the answer depends on which it is."
        ),
    }.get(why or Why.NO_COUNTS, "The data cannot answer this.")
