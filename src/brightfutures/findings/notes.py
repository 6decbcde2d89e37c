"""The notes beside a figure: how far it ordinarily moves, how alike, how steady, which place."""

from __future__ import annotations

from brightfutures.catalogue import Indicator, Stage
from brightfutures.findings.figures import figure, number
from brightfutures.findings.two_years import from_and_to, lies_the_other_way
from brightfutures.findings.verdict_words import others_of
from brightfutures.measures import LEAST_ALIKE
from brightfutures.measures.results import (
    Approach,
    Comparison,
    Level,
    Moved,
    Movement,
    RankRange,
    SimilarCouncils,
    Steadiness,
    Verdict,
    Why,
    Wobble,
)
from brightfutures.quantities import Interval

BY_THE_TEST = "by the average that its test takes, though two years together went the other way"
"""Of a move that the test tells, while counts over wholes of two years lie the other way."""

WIDE_SETS = ("england", "region", "chosen")
"""Sets of councils that nobody says are alike."""


def wobble_sentence(wobble: Wobble | None) -> str | None:
    """How much the figure ordinarily moves in a year."""
    if wobble is None or wobble.ordinary_move_share is None:
        return None
    percent = number(100 * wobble.ordinary_move_share)
    sentence = (
        f"In a council of middling size this figure ordinarily moves by about {percent}% of its "
        f"own size, up or down, from one year to the next, besides moving with England."
    )
    if wobble.borrowed:
        sentence += " There is too little history to tell, so this is taken from measures like it."
    return sentence


def likely_range_sentence(indicator: Indicator, interval: Interval | None) -> str | None:
    """The range that chance alone would allow around the figure."""
    if interval is None:
        return None
    return (
        f"Counting chance alone, the underlying figure is likely between "
        f"{figure(indicator, interval.low)} and {figure(indicator, interval.high)}."
    )


def alikeness_sentence(similar: SimilarCouncils | None, against: str = "england") -> str | None:
    """How much a council's similar councils tell of it on this indicator.

    `against` is what the verdict rests on.
    """
    if similar is None or similar.alikeness is None or similar.set in WIDE_SETS:
        return None
    strength = number(similar.alikeness, 2)
    nearest = similar.set == "nearest-in-context"
    if similar.alikeness < LEAST_ALIKE:
        whom = "the councils nearest in context" if nearest else "similar councils"
        said = f"On this measure {whom} are hardly more alike than any others"
        gave_way = ", so the comparison is with England" if against == "england" else ""
        return f"{said} (correlation {strength}){gave_way}."
    whom = "the councils nearest to them in context" if nearest else "their similar councils"
    said = "closely" if similar.alikeness >= 0.5 else "only loosely"
    return f"On this measure councils resemble {whom} {said} (correlation {strength})."


def steadiness_sentence(steadiness: Steadiness | None) -> str | None:
    """How strongly gaps agree one and three years apart."""
    if steadiness is None or steadiness.one_year is None:
        return None
    sentence = (
        f"Councils that stand apart on this measure in one year tend to do so the next "
        f"(correlation {number(steadiness.one_year, 2)}"
    )
    if steadiness.one_year < 0.4:
        sentence = (
            f"Standing apart on this measure in one year says little about the next "
            f"(correlation {number(steadiness.one_year, 2)}"
        )
    if steadiness.three_years is not None:
        sentence += f"; {number(steadiness.three_years, 2)} three years apart"
    return sentence + ")."


def rank_sentence(rank: RankRange | None, verdict: Verdict | None = None) -> str | None:
    """The places from lowest that the data allow; none where the figure cannot be judged at all."""
    if rank is None or (verdict is not None and verdict.level is Level.CANNOT_SAY):
        return None
    if rank.low == rank.high:
        place = {1: "the lowest", rank.of: "the highest"}.get(rank.low)
        if place:
            return f"Its true place is probably {place} of {rank.of} councils."
        return f"Counted from the lowest, it is probably number {rank.low} of {rank.of} councils."
    return (
        f"Counted from the lowest, its true place is probably somewhere from number {rank.low} to "
        f"number {rank.high} of {rank.of} councils."
    )


def moved_sentence(indicator: Indicator, moved: Moved | None, *, ended: bool = False) -> str | None:
    """Whether the council's own figure has moved, never that it is moving."""
    if moved is None:
        return None
    if moved.level is Movement.CANNOT_SAY:
        return f"Whether it has moved cannot be said: {why_not_moved(indicator, moved.reason)}."
    if moved.from_value is None or moved.to_value is None:
        return None
    began, came = (figure(indicator, end) for end in (moved.from_value, moved.to_value))
    ends = from_and_to(moved, began, came)
    if moved.level is Movement.NO_CLEAR_CHANGE:
        return f"No clear change here over five years ({ends})."
    rose = moved.level is Movement.HAS_RISEN
    word = ("rose" if rose else "fell") if ended else f"has {'risen' if rose else 'fallen'}"
    if lies_the_other_way(moved):
        return f"It {word} here over five years {BY_THE_TEST}, {ends}."
    return f"It {word} here over five years, {ends}."


def approach_sentence(comparison: Comparison) -> str | None:
    """Whether the council has moved further from those it is compared with, or nearer to them."""
    moved = comparison.moved
    if moved is None or moved.level is Movement.CANNOT_SAY:
        return None
    whom = others_of(comparison)
    return {
        Approach.FURTHER: f"Over the same years it has moved further from {whom}.",
        Approach.NEARER: f"Over the same years it has come nearer to {whom}.",
        Approach.CROSSED: (
            f"Over the same years it has passed from one side of {whom} to the other."
        ),
        Approach.NO_CLEAR_CHANGE: (
            f"Over the same years its distance from {whom} has not clearly changed."
        ),
    }.get(moved.against_similar)


def why_not_moved(indicator: Indicator, reason: Why | None) -> str:
    """Why no movement can be read, as the words after "cannot be said"."""
    return {
        Why.BREAK_IN_SERIES: "the way of counting changed",
        Why.NO_COUNTS: (
            "spending is not a count of children"
            if indicator.stage is Stage.MONEY
            else "no counts are published"
        ),
        Why.PANDEMIC: "the five years include those that the pandemic distorted",
        Why.AREA_CHANGED: "the council’s area changed",
        Why.TOO_FEW_PERIODS: "that takes figures for five years in a row",
        Why.TOO_FEW_CHILDREN: "the numbers are too small",
        Why.VALUE_MISSING: "the newest figure is missing",
        Why.NO_HISTORY: "there is too little history",
    }.get(reason or Why.TOO_FEW_PERIODS, "that takes figures for five years in a row")
