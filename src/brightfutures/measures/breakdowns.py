"""What a whole is made of, as published: each part, and its share of the whole.

share = part / whole, both as printed. What is left over is told only where every part is known:
a withheld part must not be found by taking the others away from the whole. Where a publication
withholds one part alone and prints all others, the smallest of those is withheld here with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue.breakdowns import Breakdown
from brightfutures.published.readings import Readings
from brightfutures.quantities import Missing, Reason, Value

FEWEST_OF_WHICH_A_SHARE = 30
"""Of fewer than this no share is given, as no verdict is given on them."""


@dataclass(frozen=True, kw_only=True)
class PartFound:
    """One part: its number or why there is none, and its share of the whole (0 to 1)."""

    label: str
    value: Value
    share: float | None


@dataclass(frozen=True, kw_only=True)
class BrokenDown:
    """One whole and its parts; `left_over` is the whole less its parts, None where one is missing.

    The unit is that of the whole's series: children, or pounds. `period` is that of the figures,
    `is_older` whether they are of before the period asked for.
    """

    breakdown: Breakdown
    period: str
    is_older: bool
    whole: float
    parts: tuple[PartFound, ...]
    left_over: float | None


def broken_down(
    breakdowns: Iterable[Breakdown],
    readings: Callable[[str], Readings],
    area: str,
    period: str,
) -> tuple[BrokenDown, ...]:
    """Those of which the whole and some part are known for one area in one period.

    Of a breakdown that is no longer published for anybody, those of the last period it was.
    """
    found = (_broken_down(one, readings, area, period) for one in breakdowns)
    return tuple(one for one in found if one is not None)


def _broken_down(
    breakdown: Breakdown, readings: Callable[[str], Readings], area: str, period: str
) -> BrokenDown | None:
    wholes = readings(breakdown.whole)
    asked, period = period, _published_until(wholes, period)
    whole = _value(wholes, area, period)
    printed = [_value(readings(part.series), area, period) for part in breakdown.parts]
    values = _withheld_with_another(printed)
    known = [value for value in values if value is not None and not isinstance(value, Missing)]
    if whole is None or isinstance(whole, Missing) or whole <= 0 or not known:
        return None
    shared = whole >= FEWEST_OF_WHICH_A_SHARE
    unknown = Missing((Reason.UNAVAILABLE,))
    parts = tuple(
        PartFound(
            label=part.label,
            value=unknown if value is None else value,
            share=value / whole
            if shared and value is not None and not isinstance(value, Missing)
            else None,
        )
        for part, value in zip(breakdown.parts, values, strict=True)
    )
    return BrokenDown(
        breakdown=breakdown,
        period=period,
        is_older=period != asked,
        whole=whole,
        parts=parts,
        left_over=whole - sum(known) if len(known) == len(values) else None,
    )


def _published_until(wholes: Readings, period: str) -> str:
    """The period asked for, or the last that was published where that was before it."""
    last = wholes.periods[-1] if wholes.periods else period
    return last if period not in wholes.periods and last < period else period


def _withheld_with_another(printed: Sequence[Value | None]) -> list[Value | None]:
    """The parts, with the smallest withheld too where one alone is and all others are known."""
    withheld = [
        value
        for value in printed
        if isinstance(value, Missing) and Reason.SUPPRESSED in value.reasons
    ]
    known = {
        place: value
        for place, value in enumerate(printed)
        if isinstance(value, float) and value > 0
    }
    told = sum(isinstance(value, float) for value in printed)
    if len(withheld) != 1 or told != len(printed) - 1 or not known:
        return list(printed)
    smallest = min(known, key=known.__getitem__)
    return [withheld[0] if place == smallest else value for place, value in enumerate(printed)]


def _value(readings: Readings, area: str, period: str) -> Value | None:
    """The figure of one area and period; None where no file speaks of it."""
    if area not in readings.areas or period not in readings.periods:
        return None
    here = (readings.area_index == readings.areas.index(area)) & (
        readings.period_index == readings.periods.index(period)
    )
    places = np.flatnonzero(here)
    if not len(places):
        return None
    bits = int(readings.missing[places[0]])
    if bits:
        return Missing(tuple(reason for reason in Reason if bits & reason.bit))
    return float(readings.value[places[0]])
