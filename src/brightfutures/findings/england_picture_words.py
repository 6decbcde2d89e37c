"""England's measures in words: then and now, in children, and how far councils lie apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brightfutures.catalogue import Catalogue
from brightfutures.findings.england_picture import MOVED, EnglandMeasure
from brightfutures.findings.figures import counted, figure, number, shown, unit_words
from brightfutures.findings.measure_words import in_mid_sentence
from brightfutures.findings.national_spread_cells import moved_direction, moved_words
from brightfutures.measures.results import Direction, Movement
from brightfutures.quantities import round_half_away_from_zero

CLAIMS_NO_TREND = "That says where it stands, and is no trend."


def lead_sentence(measures: Sequence[EnglandMeasure]) -> str:
    """On how many measures England's figure is higher, lower, or neither."""
    counts = Counter(one.change.moved for one in measures)
    followed = len(measures) - counts[Movement.CANNOT_SAY]
    if not followed:
        return (
            f"None of the {len(measures)} main measures can be followed for five years, so nothing "
            "can be said of change."
        )
    neither = counts[Movement.NO_CLEAR_CHANGE]
    return (
        f"England’s figure is now clearly higher on {counts[Movement.HAS_RISEN]} and clearly lower "
        f"on {counts[Movement.HAS_FALLEN]} of the {followed} main measures that can be followed, "
        f"from 2013 or later; on {neither} it is neither. {CLAIMS_NO_TREND}"
    )


def spread_sentence(measure: EnglandMeasure) -> str:
    """Where councils lie on one measure; nothing where too few have a figure."""
    spread = measure.spread
    if spread is None:
        return ""
    low, high, least, most = (
        figure(measure.indicator, end)
        for end in (spread.low_quarter, spread.high_quarter, spread.low_tenth, spread.high_tenth)
    )
    nought = least == figure(measure.indicator, 0.0)
    lowest = f"or more are at {least} or near it" if nought else f"are under {least}"
    return (
        f"Half of all councils lie between {low} and {high}; a tenth {lowest} and a tenth over "
        f"{most}."
    )


def spread_of_leading(measure: EnglandMeasure) -> str:
    """The same with what is counted, to stand alone; nothing where too few have a figure."""
    said = spread_sentence(measure)
    if not said:
        return ""
    title, unit = in_mid_sentence(measure.indicator.title), unit_words(measure.indicator)
    return f"On {title}, {unit}, {in_mid_sentence(said)}"


def spread_cell(measure: EnglandMeasure) -> str:
    """The same as it stands in a table: "half from 159 to 246, eight in ten from 119 to 309"."""
    spread = measure.spread
    if spread is None:
        return "too few councils have a figure"
    low, high, least, most = (
        figure(measure.indicator, end)
        for end in (spread.low_quarter, spread.high_quarter, spread.low_tenth, spread.high_tenth)
    )
    return f"half from {low} to {high}, eight in ten from {least} to {most}"


def change_words(measure: EnglandMeasure) -> str:
    """Whether it is higher or lower, with what that means where the catalogue says so."""
    indicator, change = measure.indicator, measure.change
    words = moved_words(indicator, change)
    if change.moved not in MOVED:
        return words
    direction = moved_direction(indicator, change.moved)
    return words if direction is Direction.NEITHER else f"{words}, for the {direction.value}"


def then_words(measure: EnglandMeasure) -> str:
    """England's earlier figure with its year; a dash where there is none to set beside it."""
    change = measure.change
    if change.from_value is None:
        return "–"
    return f"{figure(measure.indicator, change.from_value)} in {change.from_period}"


def in_number(catalogue: Catalogue, measure: EnglandMeasure) -> str:
    """The counts behind both figures: "from 68,060 to 81,770 children, 13,710 more".

    How many more is told of the counts as they are shown: those of the workforce have parts.
    """
    now = measure.here.numerator
    then = measure.then.numerator if measure.then else None
    if now is None:
        return ""
    unit = catalogue.series[measure.indicator.numerator[0]].unit
    if then is None or measure.change.from_value is None:
        return f"{number(now)} {unit}"
    apart = round_half_away_from_zero(now, 0) - round_half_away_from_zero(then, 0)
    if not apart:
        return f"{number(now)} {unit}, as many as then"
    return (
        f"from {number(then)} to {number(now)} {unit}, {number(abs(apart))} "
        f"{'more' if apart > 0 else 'fewer'}"
    )


def not_held(measures: Sequence[EnglandMeasure], all_of_them: int) -> str:
    """How many of the main measures no loaded file tells; nothing where none is wanting."""
    wanting = all_of_them - len(measures)
    if not wanting:
        return ""
    verb = "is" if wanting == 1 else "are"
    return (
        f"{counted(wanting)} of the main measures {verb} not in the files that are loaded, and "
        "left out here."
    )


def now_words(measure: EnglandMeasure) -> str:
    """England's figure now, or why there is none."""
    return shown(measure.indicator, measure.here.value)
