"""England's own figure now beside what it was so many years before, and whether it lies elsewhere.

The rule is that of `england_change`, from another beginning: with r what the figure ordinarily
moves in one year, by all its yearly changes that can be read since 2013, it is called higher or
lower than it was where it lies more than t·r away. That says where it stands, and no trend.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.nation.england_change import (
    FEWEST_YEARLY,
    first_place,
    furthest_by_ordinary,
    is_in_points,
    ordinary_of,
    yearly_changes_of,
)
from brightfutures.measures.results import Cell, Movement
from brightfutures.measures.study import Study
from brightfutures.quantities import Missing

YEARS_BEFORE = (10, 5)
"""How far back one looks, the longest first."""


@dataclass(frozen=True, kw_only=True)
class EnglandThen:
    """England's figure in an earlier period, and what the newest is beside it.

    `times` is how many times as far away the newest lies as it would have to for being called
    higher or lower (1 is just enough); None, and `moved` cannot say, where no more than four
    yearly changes show what is ordinary.
    """

    years_before: int
    period: str
    value: float
    moved: Movement
    times: float | None


@dataclass(frozen=True, kw_only=True)
class EnglandNow:
    """England's newest figure and those of ten and of five years before, where they can be read.

    `then` holds none of a year that a break in the series or the pandemic stands before.
    """

    indicator: str
    here: Cell
    then: tuple[EnglandThen, ...]


def england_now(study: Study, here: Cell) -> EnglandNow:
    """England's newest figure, `here`, beside those of ten and of five years before."""
    start, row = first_place(study), study.england_row
    if start is None or row is None or isinstance(here.value, Missing):
        return EnglandNow(indicator=study.indicator.id, here=here, then=())
    last = study.material.panel.periods.index(here.period)
    has = study.material.panel.missing[row] == 0
    places = {
        study.years[place]: place
        for place in range(start, last)
        if has[place] and not study.is_pandemic[place]
    }
    if study.is_pandemic[last] or study.indicator.unit.startswith("pounds"):
        places = {}  # pounds of different years never compare
    wanted = [(years, places.get(study.years[last] - years)) for years in YEARS_BEFORE]
    return EnglandNow(
        indicator=study.indicator.id,
        here=here,
        then=tuple(
            _then(study, years, (start, place, last))
            for years, place in wanted
            if place is not None
        ),
    )


def _then(study: Study, years: int, places: tuple[int, int, int]) -> EnglandThen:
    """One earlier period: the first that can be read, this one and the newest, as columns."""
    first, place, last = places
    panel, row = study.material.panel, study.england_row or 0
    value = panel.value[row]
    points = is_in_points(study.indicator)
    figure = value if points else np.log(np.where(value > 0, value, np.nan))
    yearly = yearly_changes_of(figure, study.years, study.is_pandemic, (first, last))
    change = float(figure[last] - figure[place])
    known = len(yearly) >= FEWEST_YEARLY and bool(np.isfinite(change))
    bar = furthest_by_ordinary(yearly) if known and ordinary_of(yearly) > 0 else None
    return EnglandThen(
        years_before=years,
        period=panel.periods[place],
        value=float(value[place]),
        moved=moved_beyond(change, bar),
        times=None if bar is None else abs(change) / bar,
    )


def moved_beyond(change: float, bar: float | None) -> Movement:
    """Whether a change is further than the bar, if there is one."""
    if bar is None:
        return Movement.CANNOT_SAY
    if abs(change) <= bar:
        return Movement.NO_CLEAR_CHANGE
    return Movement.HAS_RISEN if change > 0 else Movement.HAS_FALLEN
