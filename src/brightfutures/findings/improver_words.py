"""Who has improved, in words: what a figure did, never who did it or how well."""

from __future__ import annotations

from brightfutures.catalogue import GoodDirection, Indicator
from brightfutures.findings.figures import (
    between,
    children_words,
    counted,
    difference,
    figure,
    is_percentage,
    number,
)
from brightfutures.findings.notes import why_not_moved
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.two_years import in_two_years
from brightfutures.measures.improving.results import (
    Asking,
    Improvement,
    Improvers,
    Likeness,
    Outcome,
)
from brightfutures.quantities import PeriodKind, round_half_away_from_zero

ASK_THEM = (
    "What they did is not in these figures, nor whether it was their doing: ask them, and ask "
    "what it cost and what else changed."
)
FLATTERED = (
    "The councils named are the clearest of many, and chance usually flatters those a little: the "
    "true gain is more often below the figure given than above it. Tried on made-up councils whose "
    "true level is known, about one name in ten had not truly improved."
)
BACK_BY_ITSELF = (
    "That is a common answer. Figures that begin badly mostly come part of the way back by "
    "themselves, and only what goes clearly beyond that is named."
)
HOW_READ = (
    "Each council is held against the others of the worse half that began where it did, because "
    "figures that begin badly mostly come part of the way back by themselves."
)

A_YEAR = {
    PeriodKind.YEAR_TO_31_MARCH,
    PeriodKind.YEAR_TO_30_SEPTEMBER,
    PeriodKind.ACADEMIC_YEAR,
    PeriodKind.FINANCIAL_YEAR,
    PeriodKind.CALENDAR_YEAR,
}
"""The kinds of period over which a count adds up."""


def years_in_words(found: Improvers) -> str:
    """The years compared: "from 2021 and 2022 to 2024 and 2025"."""
    return (
        f"from {found.began[0]} and {found.began[1]} to {found.ended[0]} and {found.ended[1]}, "
        "two years taken together at each end"
    )


def who_improved(found: Improvers, asks: str | None = None) -> str:
    """How many improved, of how many; `asks` is the name of the council that asks."""
    others = len(found.found)
    own = found.asking is not None and found.asking.improvement is not None
    began = (
        f"Of {found.read} councils whose figures can be read over the five years, {found.half} "
        "began in the worse half."
    )
    if not others and own:
        return f"{began} No other of these improved by clearly more than the rest of them."
    if not others:
        return f"{began} None of these improved by clearly more than the rest of them."
    other = "" if not own else " other" if others == 1 else " others"
    said = f"{began} {counted(others)}{other} of these improved by clearly more than the rest."
    if asks is None:
        return said
    similar = sum(one.likeness is not None and one.likeness.similar for one in found.found)
    if others == 1:
        return (
            f"{said} It is {'' if similar else 'not '}among the councils similar to {placed(asks)}."
        )
    if not similar:
        return f"{said} None is among the councils similar to {placed(asks)}."
    are = "is" if similar == 1 else "are"
    return f"{said} {counted(similar)} {are} among the councils similar to {placed(asks)}."


def improvement_sentence(
    indicator: Indicator,
    counts: tuple[str, PeriodKind],
    found: Improvers,
    one: Improvement,
    who: str,
) -> str:
    """What one council's figure did, with sizes, ranges and dates.

    `counts` is what its numerator counts, and over what stretch of time.
    """
    lower = indicator.good_direction is GoodDirection.LOWER
    further = f"{_size(indicator, one)} {'lower' if lower else 'higher'}"
    began, came = (figure(indicator, end) for end in (one.from_value, one.to_value))
    said = (
        f"{who} went {in_two_years(began, found.began, came, found.ended)}. Others that began "
        f"there came "
        f"to about {figure(indicator, one.expected_value)}: it ended {further}, "
        f"likely between {between(indicator, *_sorted(one.net.low, one.net.high))}."
    )
    return f"{said} {_in_number(counts, one, 'fewer' if lower else 'more')}".rstrip()


def _size(indicator: Indicator, one: Improvement) -> str:
    """The difference as the two figures beside it are shown: 77.0 and 92.6 are 15.6 apart."""
    places = indicator.decimal_places + (is_percentage(indicator) and not indicator.decimal_places)
    ends = (round_half_away_from_zero(end, places) for end in (one.to_value, one.expected_value))
    to, expected = ends
    return difference(indicator, to - expected)


def _in_number(counts: tuple[str, PeriodKind], one: Improvement, more: str) -> str:
    net = one.net
    if net.children is None or net.children_low is None or net.children_high is None:
        return ""
    what, kind = counts
    when = " a year" if kind in A_YEAR else ""
    low, high = _sorted(net.children_low, net.children_high)
    return (
        f"In number that is about {children_words(net.children)} {more} {what}{when}, likely "
        f"between {children_words(low)} and {children_words(high)}."
    )


def _sorted(one: float, other: float) -> tuple[float, float]:
    low, high = sorted((abs(one), abs(other)))
    return low, high


def likeness_words(likeness: Likeness, asks: str) -> str:
    """How like the council that asks one is, without a full stop."""
    if likeness.similar:
        word = f", {likeness.closeness.lower()}" if likeness.closeness else ""
        said = f"Listed as similar to {placed(asks)}{word}"
    else:
        said = f"Not listed as similar to {placed(asks)}"
    if likeness.distance is None:
        return said
    return f"{said}; {number(likeness.distance, 1)} away in context"


def distance_sentence(asking: Asking, asks: str) -> str | None:
    """What a distance in context is to be read beside."""
    if asking.usual_distance is None:
        return None
    return (
        "Distance in context is our own measure of how far apart two councils’ circumstances are: "
        f"the ten nearest to {placed(asks)} are {number(asking.usual_distance, 1)} away on average."
    )


def asking_sentence(
    indicator: Indicator, counts: tuple[str, PeriodKind], found: Improvers, asks: str
) -> str | None:
    """What became of the council that asks; nothing where none does."""
    asking = found.asking
    if asking is None:
        return None
    if asking.improvement is not None:
        own = improvement_sentence(indicator, counts, found, asking.improvement, "it")
        return f"{placed_first(asks)} is itself one that improved: {own}"
    if asking.outcome is Outcome.CANNOT_SAY:
        why = why_not_moved(indicator, asking.reason)
        return f"Whether {placed(asks)} itself has improved cannot be said: {why}."
    if asking.from_value is None or asking.to_value is None:
        return None
    ends = (
        f"from {figure(indicator, asking.from_value)} to {figure(indicator, asking.to_value)} "
        "over the same years"
    )
    if asking.outcome is Outcome.BEGAN_IN_BETTER_HALF:
        return f"{placed_first(asks)} began in the better half, and went {ends}."
    return (
        f"{placed_first(asks)} too began in the worse half, and went {ends}; it did not improve "
        "by clearly more than the others of that half."
    )
