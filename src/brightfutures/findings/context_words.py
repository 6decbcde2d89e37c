"""Councils nearest in context, in words: who they are, how near, and in what they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.catalogue import ContextVariable
from brightfutures.catalogue.context import PERCENT
from brightfutures.findings.figures import listed, missing_words, number
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.measures.context.results import Context, ContextFigure, ContextNeighbour
from brightfutures.quantities import Missing, Reason, Value, round_half_away_from_zero

FAR = 2.0
"""So many times the usual distance to its nearest, and a council is said to be unlike others."""

NEAR_THE_MIDDLE, FAR_FROM_THE_MIDDLE = 0.5, 1.5
"""Standard deviations from the mean of councils."""

WEIGHED_ALIKE = "Each circumstance weighs the same."


@dataclass(frozen=True, kw_only=True)
class ContextRow:
    """One circumstance as it stands in a table: ours, the nearest councils', all councils'."""

    title: str
    sentence: str
    when: str
    ours: str
    nearest: str
    councils: str
    place: str


def circumstance(variable: ContextVariable, value: Value | None) -> str:
    """A figure as it is read: 32%, 52,489, the words for why there is none, or a dash."""
    if value is None:
        return "–"
    if isinstance(value, Missing):
        return missing_words(value)
    text = number(value, variable.decimal_places)
    return f"{text}%" if variable.unit == PERCENT else text


def context_rows(context: Context) -> tuple[ContextRow, ...]:
    """Every circumstance of a council."""
    return tuple(_row(figure) for figure in context.figures)


def _row(figure: ContextFigure) -> ContextRow:
    variable = figure.variable
    return ContextRow(
        title=variable.title,
        sentence=variable.sentence,
        when=figure.period.in_words() if figure.period else "not loaded",
        ours=circumstance(variable, figure.value),
        nearest=circumstance(variable, figure.nearest_mean),
        councils=circumstance(variable, figure.mean),
        place=place_words(figure.score),
    )


def place_words(score: float | None) -> str:
    """Where a council lies among all councils on one circumstance."""
    if score is None:
        return "–"
    if abs(score) < NEAR_THE_MIDDLE:
        return "near the middle of councils"
    side = "above" if score > 0 else "below"
    far = "far " if abs(score) >= FAR_FROM_THE_MIDDLE else ""
    return f"{far}{side} the middle of councils"


def context_sentences(context: Context, names: Mapping[str, str]) -> tuple[str, ...]:
    """What is to be said of a council's nearest; `names` gives the name of each code."""
    council = names[context.area]
    if not context.nearest:
        return (stands_in_sentence(context, council),)
    said = [nearest_sentence(context, names)]
    said += filter(None, (differ_sentence(context), far_sentence(context, council)))
    said += filter(None, (left_out_sentence(context, council), years_sentence(context)))
    return tuple(said)


def stands_in_sentence(context: Context, council: str) -> str:
    """Why a council has no nearest, and what it is compared with instead."""
    values = [figure.value for figure in context.figures]
    if any(isinstance(each, Missing) and Reason.DID_NOT_EXIST in each.reasons for each in values):
        why = f"{placed_first(council)} has ended, so today’s context holds nothing of it"
    else:
        why = f"Fewer than half of the circumstances compared are known for {placed(council)}"
    return f"{why}: it has no nearest councils, and all England stands in for them."


def nearest_sentence(context: Context, names: Mapping[str, str]) -> str:
    """Who they are, nearest first."""
    others = listed([names[each.area] for each in context.nearest])
    return f"Nearest to {placed(names[context.area])} in our own context measure: {others}."


def differ_sentence(context: Context) -> str | None:
    """The circumstance in which the nearest, taken together, are least like the council."""
    known = [
        (abs(figure.nearest_score - figure.score), figure)
        for figure in context.figures
        if figure.score is not None and figure.nearest_score is not None
    ]
    if not known:
        return None
    figure = max(known, key=lambda pair: pair[0])[1]
    ours = circumstance(figure.variable, figure.value)
    theirs = circumstance(figure.variable, figure.nearest_mean)
    title = figure.variable.title
    if ours == theirs:
        return "They differ from it hardly at all in any of the circumstances compared."
    return (
        f"They differ from it most in one circumstance, {title[0].lower()}{title[1:]}: "
        f"{ours} here, {theirs} on average among them."
    )


def far_sentence(context: Context, council: str) -> str | None:
    """A warning where no council is much like this one."""
    here, usual = context.mean_distance, context.usual_distance
    if here is None or not usual or here < FAR * usual:
        return None
    times = round_half_away_from_zero(here / usual)
    said = "twice" if times == FAR else f"{number(times)} times"
    return (
        f"No council is much like {placed(council)}: its nearest are about {said} as far from it "
        "as is usual, so a comparison with them says less."
    )


def left_out_sentence(context: Context, council: str) -> str | None:
    """The circumstances that are not known for the council itself."""
    titles = [figure.variable.title for figure in context.figures if figure.score is None]
    if not titles:
        return None
    said = listed([f"{title[0].lower()}{title[1:]}" for title in titles])
    return f"Not known for {placed(council)} and left out, so that the rest count for more: {said}."


def years_sentence(context: Context) -> str | None:
    """That one context serves every year."""
    years = sorted({each.period.end_year for each in context.figures if each.period is not None})
    if not years:
        return None
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else f"{years[0]}"
    return f"For earlier years too it is today’s context that is used: figures of {span}."


def neighbour_words(context: Context, neighbour: ContextNeighbour) -> str:
    """How far one of the nearest is, and in what it differs most."""
    titles = {figure.variable.id: figure.variable.title for figure in context.figures}
    title = titles[neighbour.differs_most]
    way = "higher" if neighbour.differs_by > 0 else "lower"
    said = f"{number(neighbour.distance, 2)} away, most of all in {title[0].lower()}{title[1:]}"
    return f"{said} ({way} there)"
