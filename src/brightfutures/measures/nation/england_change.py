"""Whether England's own figure lies further from where it was than it ordinarily moves in a year.

England's figure counts everybody, so no chance of counting stands between it and the truth; but
it goes up and down. With d the changes from year to year that can be read, and r = √(mean d²) what
it ordinarily moves in one, the level is called higher or lower than it was where the whole change
is more than t·r, t being the point that Student's t with as many degrees of freedom as there are
changes exceeds once in forty. Percentages are compared in points, all else as logarithms.

That says where the level lies, and claims no trend. Were each year's figure a draw about one
level, one in twenty would be called moved; but where every year adds to the last at random, as
England's figures mostly do, 29 in 100 would be after five years and 55 after twelve: they truly
lie elsewhere, and nothing need have driven them there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from brightfutures.catalogue import Indicator
from brightfutures.catalogue.series import Break, Series
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.nation.spread_results import EnglandChange, WhyNoMove
from brightfutures.measures.results import Movement
from brightfutures.measures.student_t import student_t_quantile
from brightfutures.measures.study import Study
from brightfutures.quantities import Period

FIRST_YEAR = 2013
FEWEST_YEARLY = 5
"""With fewer changes from year to year it cannot be told what is ordinary."""

ONCE_IN = 40


def is_in_points(indicator: Indicator) -> bool:
    """Whether a change is said in percentage points; otherwise in per cent."""
    return indicator.unit == "%"


def first_place(study: Study) -> int | None:
    """The first column from 2013 on from which the newest can be read: after the last break."""
    broken = np.flatnonzero(study.material.broken)
    after = int(broken[-1]) if len(broken) else 0
    places = [
        place
        for place, year in enumerate(study.years)
        if year >= FIRST_YEAR and place >= after and not study.is_pandemic[place]
    ]
    return places[0] if places else None


def england_change(study: Study, series: Mapping[str, Series]) -> EnglandChange:
    """England's figure then and now, and whether it has moved."""
    start, row = first_place(study), study.england_row
    known: list[int] = []
    if start is not None and row is not None:
        has = study.material.panel.missing[row] == 0
        known = [place for place in np.flatnonzero(has).tolist() if place >= start]
    while known and study.is_pandemic[known[0]]:
        known = known[1:]
    since = _break_at(study, series, start)
    if start is None or row is None or len(known) < 2:
        return _nothing(study, known, since)
    value = study.material.panel.value[row]
    first, last = known[0], known[-1]
    if study.indicator.unit.startswith("pounds"):
        return _change(study, first, last, since, np.empty(0), WhyNoMove.PRICES)
    figure = value if is_in_points(study.indicator) else np.log(np.where(value > 0, value, np.nan))
    yearly = yearly_changes_of(figure, study.years, study.is_pandemic, (first, last))
    return _change(study, first, last, since, yearly, None, float(figure[last] - figure[first]))


def yearly_changes_of(
    figure: Numbers, years: Sequence[int], distorted: Sequence[bool], ends: tuple[int, int]
) -> Numbers:
    """The changes over one year between two columns, none into or out of a distorted one."""
    found = []
    for place in range(ends[0] + 1, ends[1] + 1):
        change = figure[place] - figure[place - 1]
        adjoin = years[place] - years[place - 1] == 1
        if adjoin and not distorted[place] and not distorted[place - 1] and np.isfinite(change):
            found.append(float(change))
    return np.array(found)


def ordinary_of(yearly: Numbers) -> float:
    """R: what the figure ordinarily moves in one year."""
    return float(np.sqrt(np.mean(yearly**2)))


def furthest_by_ordinary(yearly: Numbers) -> float:
    """t·r: how far from where it was a figure may lie before it is called higher or lower."""
    t = student_t_quantile(np.array(len(yearly)), 1.0 - 1.0 / ONCE_IN)
    return float(t) * ordinary_of(yearly)


def has_moved(change: float, yearly: Numbers) -> Movement:
    """Whether the whole change is clearly more than what is ordinary in one year."""
    if len(yearly) < FEWEST_YEARLY or not np.isfinite(change):
        return Movement.CANNOT_SAY
    if abs(change) <= furthest_by_ordinary(yearly):
        return Movement.NO_CLEAR_CHANGE
    return Movement.HAS_RISEN if change > 0 else Movement.HAS_FALLEN


def _change(
    study: Study,
    first: int,
    last: int,
    since: Break | None,
    yearly: Numbers,
    reason: WhyNoMove | None,
    change: float = float("nan"),
) -> EnglandChange:
    points = is_in_points(study.indicator)
    moved = has_moved(change, yearly)
    if moved is Movement.CANNOT_SAY and reason is None:
        reason = WhyNoMove.TOO_FEW_YEARS
    ordinary = ordinary_of(yearly) if len(yearly) >= FEWEST_YEARLY else None
    panel, row = study.material.panel, study.england_row or 0
    said = change if points else float(np.expm1(change))
    return EnglandChange(
        from_period=panel.periods[first],
        to_period=panel.periods[last],
        from_value=float(panel.value[row, first]),
        to_value=float(panel.value[row, last]),
        change=said if np.isfinite(said) else None,
        ordinary=ordinary if ordinary is None or points else float(np.expm1(ordinary)),
        yearly=len(yearly),
        moved=moved,
        reason=reason,
        since_break=since,
    )


def _nothing(study: Study, known: list[int], since: Break | None) -> EnglandChange:
    """Where England has one readable figure, or none."""
    panel, row = study.material.panel, study.england_row or 0
    return EnglandChange(
        from_period=None,
        to_period=panel.periods[known[0]] if known else None,
        from_value=None,
        to_value=float(panel.value[row, known[0]]) if known else None,
        change=None,
        ordinary=None,
        yearly=0,
        moved=Movement.CANNOT_SAY,
        reason=WhyNoMove.TOO_FEW_YEARS if known else WhyNoMove.NO_FIGURE,
        since_break=since,
    )


def _break_at(study: Study, series: Mapping[str, Series], start: int | None) -> Break | None:
    """The break after which the figure is read, where that is later than the first year."""
    indicator = study.indicator
    after = np.flatnonzero(study.material.broken)
    if start is None or not len(after) or study.years[after[-1]] <= FIRST_YEAR:
        return None
    year = study.years[int(after[-1])]
    parts = [(name, 0) for name in (*indicator.numerator, *indicator.numerator_less)]
    parts += [(name, indicator.denominator_lag) for name in indicator.denominator]
    for name, lag in parts:
        for entry in series[name].breaks:
            if Period(series[name].period_kind, entry.period).end_year + lag == year:
                return entry
    return None
