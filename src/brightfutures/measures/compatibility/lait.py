"""LAIT: the Local Authority Interactive Tool's numbers for one council, from its own file.

Rules as in its public source (https://github.com/dfe-analytical-services, MIT licence):
- the newest year is the greatest of the years *as text*, among all councils, whether or not this
  council has a figure in it;
- the neighbours' average is the plain mean of those of the ten that have a figure, however few,
  and today's ten stand for every past year;
- the change is the newest row less the row before it, though years may lie between;
- the arrow is the sign of that change before rounding, green or red by the dictionary's polarity;
- rank and quartile band: see `lait_bands`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from brightfutures.measures.compatibility.lait_bands import (
    HIGH,
    LOW,
    band_colour,
    band_labels,
    band_of,
    bands_holding,
    quartiles_of,
    rank_of,
)
from brightfutures.measures.compatibility.results import (
    Arrow,
    Colour,
    LaitAnswer,
    LaitYear,
    Shown,
)
from brightfutures.measures.compatibility.rounding import half_away_with_a_hair, lait_text
from brightfutures.measures.compatibility.traps import Trap, TrapKind, trap

Rows = Mapping[str, float | None]
"""One area's rows: the year as LAIT writes it, and the figure, `None` for a dash."""


@dataclass(frozen=True, kw_only=True)
class LaitMeasure:
    """One measure of LAIT's file as it and its dictionary give it."""

    polarity: str | None  # High or Low; anything else is no direction
    decimal_places: int
    quartiles_shown: bool
    councils: Mapping[str, Rows]
    england: Rows


def year_number(year: str) -> float:
    """The first four characters as a number; what is none comes last."""
    try:
        return int(year[:4])
    except ValueError:
        return -math.inf


def newest_first(rows: Rows) -> list[str]:
    """The years of one area's rows, newest first by number."""
    return sorted(rows, key=year_number, reverse=True)


def neighbour_mean(values: Sequence[float | None]) -> tuple[float | None, int]:
    """The plain mean of what is there, and how many that is: one is enough."""
    there = [value for value in values if value is not None]
    return (math.fsum(there) / len(there) if there else None), len(there)


def change_between(latest: float | None, before: float | None) -> float | None:
    """The latest less the one before; none where either is missing."""
    return None if latest is None or before is None else latest - before


def arrow_of(change: float | None) -> Arrow:
    """Which way the arrow points, by the change before rounding."""
    if change is None:
        return Arrow.NONE
    return Arrow.UP if change > 0 else Arrow.DOWN if change < 0 else Arrow.LEVEL


def arrow_colour(change: float | None, polarity: str | None) -> Colour:
    """Green where the change is the way the polarity calls good, red the other way, else black."""
    if not change or polarity not in (HIGH, LOW):
        return Colour.BLACK
    return Colour.GREEN if (change > 0) == (polarity == HIGH) else Colour.RED


def lait_answer(measure: LaitMeasure, council: str, neighbours: Sequence[str]) -> LaitAnswer:
    """Everything LAIT shows of one council; its rows must be among the measure's."""
    latest = max(year for rows in measure.councils.values() for year in rows)
    own = measure.councils[council]
    history = tuple(_year(measure, own, neighbours, year) for year in sorted(own, key=year_number))
    by_year = {entry.year: entry for entry in history}
    now = by_year.get(latest) or _year(measure, own, neighbours, latest)
    order = newest_first(own)
    newest, before = by_year[order[0]], by_year[order[1]] if len(order) > 1 else None
    change = change_between(newest.value, before.value) if before else None
    mean_change = change_between(newest.comparison, before.comparison) if before else None
    figures = [
        figure for rows in measure.councils.values() if (figure := rows.get(latest)) is not None
    ]
    quartiles = quartiles_of(figures)
    band = band_of(now.value, quartiles, measure.polarity, shown=measure.quartiles_shown)

    def shown(number: float | None) -> Shown:
        return Shown(value=number, text=lait_text(number, measure.decimal_places))

    answer = LaitAnswer(
        latest=latest,
        polarity=measure.polarity if measure.polarity in (HIGH, LOW) else None,
        value=shown(now.value),
        comparison=shown(now.comparison),
        with_value=now.with_value,
        listed=len(neighbours),
        england=shown(measure.england.get(latest)),
        change=shown(change),
        change_from=before.year if before else None,
        comparison_change=shown(mean_change),
        arrow=arrow_of(change),
        arrow_colour=arrow_colour(change, measure.polarity),
        rank=rank_of(now.value, figures, measure.polarity),
        of=len(figures),
        band=band,
        band_colour=band_colour(band),
        bounds=band_labels(
            quartiles,
            measure.polarity,
            measure.decimal_places,
            shown=measure.quartiles_shown,
        ),
        quartiles=quartiles,
        history=history,
        traps=(),
    )
    return replace(answer, traps=tuple(_traps(answer, measure)))


def _year(measure: LaitMeasure, own: Rows, neighbours: Sequence[str], year: str) -> LaitYear:
    nothing: Rows = {}
    mean, with_value = neighbour_mean(
        [measure.councils.get(code, nothing).get(year) for code in neighbours]
    )
    return LaitYear(year=year, value=own.get(year), comparison=mean, with_value=with_value)


def _traps(answer: LaitAnswer, measure: LaitMeasure) -> list[Trap]:
    found: list[Trap] = []
    if answer.with_value < answer.listed or not answer.listed:
        found.append(few_neighbours(answer.with_value, answer.listed, answer.latest))
    if answer.value.value is None:
        newest = [entry.year for entry in answer.history if entry.value is not None]
        if newest:
            found.append(trap(TrapKind.NO_VALUE_IN_LATEST, period=answer.latest, newest=newest[-1]))
    if answer.change.value is not None and answer.change_from is not None:
        gap = year_number(answer.latest) - year_number(answer.change_from)
        if gap > 1:
            found.append(
                trap(TrapKind.CHANGE_ACROSS_GAP, period=answer.latest, before=answer.change_from)
            )
        rounded = half_away_with_a_hair(answer.change.value, measure.decimal_places)
        if rounded == 0 and answer.change.value:
            found.append(
                trap(
                    TrapKind.ARROW_OF_NO_CHANGE,
                    change=answer.change.text,
                    arrow=answer.arrow.value,
                )
            )
    if answer.value.value is not None and answer.bounds:
        found += _traps_of_labels(answer, measure)
    return found


def _traps_of_labels(answer: LaitAnswer, measure: LaitMeasure) -> list[Trap]:
    found: list[Trap] = []
    assert answer.value.value is not None
    rounded = half_away_with_a_hair(answer.value.value, measure.decimal_places)
    held = bands_holding(rounded, answer.bounds)
    if answer.band not in held:
        found.append(
            trap(
                TrapKind.LABEL_CONTRADICTS_BAND,
                value=answer.value.text,
                band=answer.band,
                held=held or "-",
            )
        )
    elif len(held) > 1:
        found.append(
            trap(TrapKind.BANDS_OVERLAP, value=answer.value.text, bands=" and ".join(held))
        )
    return found


def few_neighbours(with_value: int, listed: int, period: str) -> Trap:
    """Fewer of the neighbours have a figure than are listed, perhaps none."""
    kind = TrapKind.FEW_NEIGHBOURS if with_value else TrapKind.NO_NEIGHBOURS
    return trap(kind, count=with_value, listed=listed, period=period)
