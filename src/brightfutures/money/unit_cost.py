"""The weekly cost of a placement: a year's pounds over the weeks that children lived in it.

    weeks = children × 365/7, children being the mean of both year-ends, or the last of them
    £ a week = pounds of the year before income / weeks

Several councils together are their pounds over their weeks. Children of two days stand for those of
a year, so a weekly cost has a range: with a share d of a count's chance that is of the day
(`chance_of_the_day`), its log has a variance of d / children. How long children stay is known of
all care and not of each kind of placement, where it is shorter, so for a kind the range is rather
too narrow than too wide.

A council whose pounds for children who live so are told elsewhere (`booked_elsewhere`) has no
weekly cost.

The department prints weekly costs of its own, from the section 251 return and to the nearest £5.
For residential care it divides by the days of care in the year, which it does not publish. Councils
are put together by the weeks that its costs imply: pounds / printed cost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from brightfutures.money.booked_elsewhere import booked_elsewhere
from brightfutures.quantities import Interval, Missing, Money, Reason, Value

WEEKS_OF_YEAR = 365.0 / 7.0
"""The department's own: 365 days."""

LEVEL = 95.0
_Z = 1.959964


@dataclass(frozen=True, kw_only=True)
class PlacementYear:
    """One area's year: pounds before income, children, and the printed weekly cost beside them.

    `children` are the mean of both year-ends where `both_year_ends`, else of the last day.
    `chance_of_the_day` is the share of their chance that the year's spend never saw. `usual_pounds`
    is England's weekly cost, where it is known.
    """

    area: str
    pounds: Value
    children: Value
    both_year_ends: bool
    chance_of_the_day: float
    printed_pounds: Value
    usual_pounds: float = 0.0

    @property
    def booked_elsewhere(self) -> bool:
        """Whether the return tells next to no pounds for children who live so."""
        return booked_elsewhere(self.pounds, self.children, self.usual_pounds * WEEKS_OF_YEAR)

    @property
    def missing(self) -> Missing | None:
        """Why there is no weekly cost by children, if there is none."""
        both = self.pounds + self.children
        if isinstance(both, Missing):
            return both
        if not isinstance(self.children, Missing) and self.children <= 0:
            return Missing((Reason.DENOMINATOR_UNAVAILABLE,))
        if self.booked_elsewhere:
            return Missing((Reason.UNAVAILABLE,))
        return None


@dataclass(frozen=True, kw_only=True)
class UnitCost:
    """What a week of one kind of placement costs in one area, or in several together.

    `weekly` is in pounds of the year, by children, and `likely` its range. `printed` is the
    weekly cost as the department prints it, for several councils by the weeks it implies.
    `left_out` are those without a cost by children.
    """

    kind: str
    period: str
    pounds: Value
    children: Value
    both_year_ends: bool
    weekly: Money | Missing
    likely: Interval | None
    printed: Money | Missing
    councils: int = 1
    booked_elsewhere: bool = False
    left_out: tuple[tuple[str, Missing], ...] = ()

    @property
    def one_placement(self) -> Money | Missing:
        """One placement for a whole year at this average: 365/7 weeks, in pounds of the year."""
        if isinstance(self.weekly, Missing):
            return self.weekly
        return self.weekly.times(WEEKS_OF_YEAR)

    @property
    def one_placement_printed(self) -> Money | Missing:
        """The same at the printed weekly cost."""
        if isinstance(self.printed, Missing):
            return self.printed
        return self.printed.times(WEEKS_OF_YEAR)

    def surely_apart_from(self, other: UnitCost) -> bool:
        """Whether the likely range of the difference from another's leaves out nought.

        The children of the two are not the same, so the square of the reach of the difference of
        the logarithms is the sum of the squares of their reaches. Never where there is no range.
        """
        if isinstance(self.weekly, Missing) or isinstance(other.weekly, Missing):
            return False
        if self.likely is None or other.likely is None:
            return False
        reaches = (np.log(one.high / one.low) / 2.0 for one in (self.likely, other.likely))
        apart = abs(np.log(self.weekly.pounds / other.weekly.pounds))
        return bool(apart > np.hypot(*reaches))

    @property
    def printed_is_more_by(self) -> float | None:
        """By which share of ours the printed cost is above it; None where either is not known."""
        if isinstance(self.weekly, Missing) or isinstance(self.printed, Missing):
            return None
        return self.printed.pounds / self.weekly.pounds - 1.0


def unit_cost(kind: str, period: str, year: PlacementYear) -> UnitCost:
    """One area's weekly cost."""
    return _unit_cost(kind, period, [year], [])


def unit_cost_together(kind: str, period: str, years: Iterable[PlacementYear]) -> UnitCost:
    """Several areas' pounds over their weeks; those without either are left out and named.

    Raises `ValueError` for no area at all.
    """
    handed = list(years)
    if not handed:
        raise ValueError("A weekly cost is of one area or more.")
    told = [year for year in handed if year.missing is None]
    left_out = [(year.area, year.missing) for year in handed if year.missing is not None]
    return _unit_cost(kind, period, told, left_out, handed)


def _unit_cost(
    kind: str,
    period: str,
    told: list[PlacementYear],
    left_out: list[tuple[str, Missing]],
    handed: list[PlacementYear] | None = None,
) -> UnitCost:
    years = told or handed or []
    pounds = added_up(year.pounds for year in years)
    children = added_up(year.children for year in years)
    reasons = tuple(
        r for year in years for r in (year.missing.reasons if year.missing is not None else ())
    )
    weekly: Money | Missing
    likely = None
    if reasons or isinstance(pounds, Missing) or isinstance(children, Missing):
        weekly = Missing(reasons)
    else:
        weekly = Money(pounds / (children * WEEKS_OF_YEAR), period)
        day = sum(year.chance_of_the_day * _number(year.children) for year in years) / children
        reach = _Z * float(np.sqrt(day / children))
        low, high = weekly.pounds * np.exp(-reach), weekly.pounds * np.exp(reach)
        likely = Interval(low=float(low), high=float(high), level=LEVEL)
    return UnitCost(
        kind=kind,
        period=period,
        pounds=pounds,
        children=children,
        both_year_ends=all(year.both_year_ends for year in years),
        weekly=weekly,
        likely=likely,
        printed=_printed_together(period, years),
        councils=len(told),
        booked_elsewhere=all(year.booked_elsewhere for year in years),
        left_out=tuple(left_out),
    )


def _printed_together(period: str, years: list[PlacementYear]) -> Money | Missing:
    """The printed cost of one area; of several their pounds over the weeks that it implies."""
    if len(years) == 1:
        alone = years[0].printed_pounds
        return alone if isinstance(alone, Missing) else Money(alone, period)
    pounds = weeks = 0.0
    reasons: list[Reason] = []
    for year in years:
        spent, printed = year.pounds, year.printed_pounds
        if isinstance(spent, Missing) or isinstance(printed, Missing):
            reasons += [r for v in (spent, printed) if isinstance(v, Missing) for r in v.reasons]
        elif spent > 0 and printed > 0:
            pounds, weeks = pounds + spent, weeks + spent / printed
    if weeks > 0:
        return Money(pounds / weeks, period)
    return Missing(tuple(reasons) or (Reason.UNAVAILABLE,))


def added_up(values: Iterable[Value]) -> Value:
    """All of them; where one is missing, so is the sum, with every reason."""
    total: Value = 0.0
    for value in values:
        total = total + value
    return total


def _number(value: Value) -> float:
    return 0.0 if isinstance(value, Missing) else value
