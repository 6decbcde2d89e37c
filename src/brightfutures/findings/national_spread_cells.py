"""The words of one measure's row: how far councils differ and what has moved, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue import GoodDirection, Indicator
from brightfutures.findings.figures import figure, is_percentage, number
from brightfutures.findings.national_spread_words import percent
from brightfutures.measures.nation.spread_results import (
    Apart,
    Circumstances,
    EnglandChange,
    NationalSpread,
    Part,
    Split,
    SpreadThen,
    WhyNoMove,
    WhyNoSplit,
)
from brightfutures.measures.results import Direction, Movement
from brightfutures.quantities import round_half_away_from_zero

NOTHING = "–"

WHY_NO_SPLIT: Mapping[WhyNoSplit, str] = {
    WhyNoSplit.NO_COUNTS: "no counts are published",
    WhyNoSplit.NO_PERIOD_BEFORE: "no year far enough back",
    WhyNoSplit.TOO_FEW_COUNCILS: "too few councils",
}
"""Why there are no parts, as it stands in a table."""

WHY_NO_MOVE: Mapping[WhyNoMove, str] = {
    WhyNoMove.NO_FIGURE: "no figure for England",
    WhyNoMove.TOO_FEW_YEARS: "too few years",
    WhyNoMove.PRICES: "prices have risen too",
}
"""Why it cannot be told whether England's figure has moved."""

_MOVED = {Movement.HAS_RISEN: "higher", Movement.HAS_FALLEN: "lower"}


def england_figures(indicator: Indicator, change: EnglandChange) -> str:
    """England's figure then and now: "60 in 2013, 67 in 2025"."""
    if change.to_value is None:
        return NOTHING
    now = f"{figure(indicator, change.to_value)} in {change.to_period}"
    if change.from_value is None:
        return now
    return f"{figure(indicator, change.from_value)} in {change.from_period}, {now}"


def moved_words(indicator: Indicator, change: EnglandChange) -> str:
    """Whether England's figure lies higher or lower, and by how much: "higher by 12%"."""
    if change.moved is Movement.CANNOT_SAY:
        why = WHY_NO_MOVE[change.reason] if change.reason else ""
        return f"cannot tell: {why}" if why else "cannot tell"
    if change.moved is Movement.NO_CLEAR_CHANGE:
        return "no clear change"
    return f"{_MOVED[change.moved]} by {size_of_change(indicator, change)}"


def size_of_change(indicator: Indicator, change: EnglandChange) -> str:
    """How much a figure changed: 1.2 points for a percentage, and otherwise 12%.

    Points are those between the two figures as they are shown, so that a reader's own sum agrees;
    where they are shown alike, those of the figures before rounding.
    """
    size, then, now = change.change or 0.0, change.from_value, change.to_value
    if not is_percentage(indicator):
        return f"{number(abs(100 * size))}%"
    places = indicator.decimal_places
    apart = 0.0
    if then is not None and now is not None:
        apart = round_half_away_from_zero(now, places) - round_half_away_from_zero(then, places)
    if abs(apart) < 10.0**-places / 2:
        apart, places = size, max(places, 1)
    text = number(abs(apart), places)
    return f"{text} point{'' if float(text) == 1.0 else 's'}"


def moved_direction(indicator: Indicator, moved: Movement) -> Direction:
    """Whether a move is for the better, only where the catalogue says which way is good."""
    if moved not in _MOVED or indicator.good_direction is GoodDirection.NEITHER:
        return Direction.NEITHER
    up = indicator.good_direction is GoodDirection.HIGHER
    return Direction.BETTER if (moved is Movement.HAS_RISEN) is up else Direction.WORSE


def parts_words(split: Split) -> str:
    """The three parts in a line: "lasts 96%, comes and goes 3%, chance 2%"."""
    return (
        f"lasts {percent(split.lasting.share)}, comes and goes {percent(split.wobble.share)}, "
        f"chance {percent(split.chance.share)}"
    )


def range_of_part(part: Part) -> str:
    """The range of a part: "likely 94 to 97%"."""
    return f"likely {number(100 * part.low)} to {percent(part.high)}"


def low_and_high(indicator: Indicator, split: Split) -> str:
    """A low and a high council as they lie: "40 to 117"."""
    return f"{figure(indicator, split.width.low)} to {figure(indicator, split.width.high)}"


def low_and_high_that_lasts(indicator: Indicator, split: Split) -> str:
    """The same of what lasts alone."""
    width = split.width
    return f"{figure(indicator, width.lasting_low)} to {figure(indicator, width.lasting_high)}"


def circumstances_cell(found: Circumstances | None) -> str:
    """How much of what lasts circumstances account for: a share, "none", or a dash."""
    if found is None:
        return NOTHING
    if found.explained <= 0:
        return "none"
    return percent(found.of_lasting) if found.of_lasting is not None else NOTHING


def different_cell(found: NationalSpread) -> str:
    """How many councils are clearly different, of how many tested."""
    return f"{found.different} of {found.tested}" if found.tested else NOTHING


def councils_moved_cell(found: NationalSpread) -> str:
    """How many councils' own figures rose and fell over five periods, of how many."""
    moved = found.councils_moved
    if not moved.readable:
        return NOTHING
    return f"{moved.risen} rose, {moved.fallen} fell, of {moved.readable}"


def apart_words(then: SpreadThen | None) -> str:
    """Whether councils lie closer together than they did; nothing where it cannot be told."""
    if then is None or then.apart is Apart.CANNOT_TELL:
        return ""
    words = "closer together" if then.apart is Apart.CLOSER else "further apart"
    return f"{words} than in {then.from_period}"
