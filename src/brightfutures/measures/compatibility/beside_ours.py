"""Traps that show only beside our own results: a lost reason, an untested arrow, other sides."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from brightfutures.catalogue import GoodDirection, Indicator, Series
from brightfutures.measures.compatibility.lait_bands import HIGH, LOW
from brightfutures.measures.compatibility.results import (
    Colour,
    FingertipsAnswer,
    LaitAnswer,
    Significance,
)
from brightfutures.measures.compatibility.traps import Trap, TrapKind, trap
from brightfutures.measures.results import Level, Movement
from brightfutures.published.readings import Neighbour
from brightfutures.quantities import Missing, Reason, Value

FAR = ("Somewhat close", "Not close")

_GOOD = {HIGH: GoodDirection.HIGHER, LOW: GoodDirection.LOWER}


def neighbour_traps(
    neighbours: Sequence[Neighbour], earlier: Sequence[Neighbour], past_years: int
) -> list[Trap]:
    """How close the neighbours are is not shown, and today's stand for every past year."""
    found: list[Trap] = []
    far = [entry for entry in neighbours if entry.closeness in FAR]
    if far:
        found.append(trap(TrapKind.FAR_NEIGHBOURS, count=len(far), listed=len(neighbours)))
    before = {entry.code for entry in earlier}
    new = [entry for entry in neighbours if entry.code not in before]
    if past_years and before and new:
        found.append(trap(TrapKind.TODAYS_NEIGHBOURS, count=len(new), listed=len(neighbours)))
    return found


def reason_trap(shown: float | None, ours: Value | None, period: str) -> list[Trap]:
    """The tool shows a dash where we know why there is no figure."""
    if shown is not None or not isinstance(ours, Missing):
        return []
    reasons = [reason for reason in ours.reasons if reason is not Reason.UNSTATED]
    return [trap(TrapKind.REASON_LOST, period=period, reason=reasons[0])] if reasons else []


def lait_traps(
    answer: LaitAnswer, indicator: Indicator, polarity: str | None, moved: Movement | None
) -> list[Trap]:
    """A colour where the catalogue names no good direction, an arrow that our test does not see."""
    found: list[Trap] = []
    arrow = answer.arrow_colour in (Colour.GREEN, Colour.RED)
    coloured = arrow or answer.band_colour is not Colour.NONE
    good = _GOOD.get(polarity or "")
    if coloured and good is not None and good is not indicator.good_direction:
        found.append(trap(TrapKind.DIRECTION_CONTESTED, good=good.value))
    if arrow and moved is Movement.NO_CLEAR_CHANGE:
        found.append(
            trap(
                TrapKind.ARROW_WITHIN_WOBBLE,
                colour=answer.arrow_colour,
                before=answer.change_from or "",
                period=answer.latest,
            )
        )
    return found


def fingertips_traps(
    answer: FingertipsAnswer, against_england: Level, series: Collection[Series]
) -> list[Trap]:
    """A verdict that allows for chance alone, and a trend read across a break."""
    found: list[Trap] = []
    clear = (Significance.LOWER, Significance.HIGHER)
    if answer.england.significance in clear and against_england is Level.ABOUT_THE_SAME:
        found.append(trap(TrapKind.CHANCE_ALONE, word=answer.england.word))
    broken = {entry.period for one in series for entry in one.breaks}
    steps = [one.rounded_to for one in series if one.rounded_to]
    if steps:
        found.append(trap(TrapKind.COUNTS_ROUNDED, step=max(steps)))
    inside = sorted(broken.intersection(answer.trend.periods[1:]))
    if inside and answer.trend.chi2 is not None:
        found.append(trap(TrapKind.TREND_ACROSS_BREAK, period=inside[0]))
    return found


def sides_trap(gaps: dict[str, float | None]) -> list[Trap]:
    """The tools' averages put the council on different sides: own figure less each average."""
    above = [name for name, gap in gaps.items() if gap is not None and gap > 0]
    below = [name for name, gap in gaps.items() if gap is not None and gap < 0]
    if not above or not below:
        return []
    return [trap(TrapKind.SIDES_DISAGREE, above=" and ".join(above), below=" and ".join(below))]
