"""What is left of a figure once chance and the wobble are allowed for: the shrunken estimate.

What lies behind a council's figure is the level it would have but for chance and the ordinary
wobble (`levels_behind`). The chance of a place among all is that of such levels (Goldstein and
Spiegelhalter 1996). One period's figure speaks here, and none before it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.levels.behind import REACH, LevelsBehind
from brightfutures.measures.ranks import law_of_place, range_of_law
from brightfutures.measures.results import RankRange
from brightfutures.measures.scale import from_scale
from brightfutures.measures.study import Study
from brightfutures.quantities import CannotAnswer, Interval

FIFTH = 0.2
LEVEL = 95.0


@dataclass(frozen=True, kw_only=True)
class Shrunken:
    """One council's figure, and what it says of the level behind it.

    `raw` is the figure as it is and `estimate` the level behind it, both in the indicator's
    unit, with its 95% `range`. `average` is the mean of all such levels, to which the estimate
    is drawn, and `reliability` (0 to 1) the weight that the council's own figure has in it. The
    chances (0 to 1) are that its level is truly among the highest and the lowest fifth of
    `rank.of` councils, and `rank` the places from lowest that it probably holds.
    """

    area: str
    period: str
    raw: float
    estimate: float
    average: float
    range: Interval
    reliability: float
    chance_highest_fifth: float
    chance_lowest_fifth: float
    rank: RankRange


def shrunken_of_all(study: Study, place: int) -> tuple[Shrunken, ...]:
    """Every council that has counts in one period, in order of name.

    Raises `CannotAnswer` where `Study.levels_behind` has none.
    """
    found = _levels_behind(study, place)
    known = np.flatnonzero(np.isfinite(found.estimate)).tolist()
    return tuple(_shrunken(study, place, found, row) for row in known)


def shrunken_of_one(study: Study, place: int, area: str) -> Shrunken | None:
    """The same of one council; None where it has no counts of its own in that period."""
    found = _levels_behind(study, place)
    areas = study.material.panel.areas
    if area not in areas:
        return None
    row = areas.index(area)
    return _shrunken(study, place, found, row) if np.isfinite(found.estimate[row]) else None


def _levels_behind(study: Study, place: int) -> LevelsBehind:
    found = study.levels_behind(place)
    if found is None:
        raise CannotAnswer(why_not(study, place))
    return found


def why_not(study: Study, place: int) -> str:
    """Why nothing can be said of what lies behind an indicator's figures."""
    if not study.counted:
        return (
            "No counts are published for this figure, so what chance does to it is not known, "
            "nor what lies behind it."
        )
    if study.own_wobble(place) is None:
        return (
            "This figure has been published for too few years to know how far it ordinarily "
            "moves, so what lies behind it cannot be told yet."
        )
    return "Too few councils have a figure to say what lies behind it."


def _shrunken(study: Study, place: int, found: LevelsBehind, row: int) -> Shrunken:
    middle, reach = found.estimate[row], REACH * np.sqrt(found.variance[row])
    places = np.array([middle - reach, middle, middle + reach, found.mean])
    indicator = study.indicator
    low, level, high, average = from_scale(indicator.kind, places, indicator.per).tolist()
    lowest, highest, rank = chances_of_places(found, row)
    return Shrunken(
        area=study.material.panel.areas[row],
        period=study.material.panel.periods[place],
        raw=float(study.column(place).value[row]),
        estimate=level,
        average=average,
        range=Interval(low, high, LEVEL),
        reliability=float(found.reliability[row]),
        chance_highest_fifth=highest,
        chance_lowest_fifth=lowest,
        rank=rank,
    )


def chances_of_places(found: LevelsBehind, row: int) -> tuple[float, float, RankRange]:
    """The chances of being among the lowest and the highest fifth, and the probable places."""
    up_to = law_of_place(found.estimate, found.variance, row)
    assert up_to is not None
    rank = range_of_law(up_to, found.estimate, found.variance, row)
    fifth = size_of_a_fifth(rank.of)
    return float(up_to[fifth - 1]), float(1.0 - up_to[rank.of - fifth - 1]), rank


def size_of_a_fifth(councils: int) -> int:
    """How many councils the highest or the lowest fifth is made of."""
    return max(1, round(FIFTH * councils))
