"""How many councils stood at each of Ofsted's overall grades on the last day of March, by year.

A council's grade on a day is that of its newest inspection by then with an overall grade, under
whichever framework; a report may follow for three months, as in Ofsted's own lists. How many rest
on each framework is counted beside it, for a grade under one is not a grade under the other.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brightfutures.measures.agreement.inspections import GRADES, OVERALL, Inspection
from brightfutures.quantities import Area

REPORT_WITHIN = datetime.timedelta(days=91)
"""From 31 March to 30 June."""

LEAST_SHARE = 0.9
"""A year is left out in which a smaller share of councils had a grade: it is not of all England."""


@dataclass(frozen=True, kw_only=True)
class GradesOfYear:
    """One 31 March: how many councils at each grade, lowest first as in `GRADES`, and under what.

    `councils` existed that day; `without` of them had no overall grade in the files.
    """

    year: int
    councils: int
    grades: tuple[int, ...]
    without: int
    frameworks: tuple[tuple[str, int], ...]


def grades_over_time(
    inspections: Iterable[Inspection], councils: Sequence[Area]
) -> tuple[GradesOfYear, ...]:
    """Every year in which nearly all councils had a grade, in order.

    To the last 31 March by which any report was made public.
    """
    by_area: dict[str, list[Inspection]] = {}
    every = tuple(inspections)
    for one in every:
        if OVERALL in one.grades:
            by_area.setdefault(one.area, []).append(one)
    if not by_area:
        return ()
    until = max(one.known_on for one in every)
    years = range(min(one.day for one in every).year, until.year + 1)
    told = [grades_at(by_area, councils, year) for year in years if _last_of_march(year) <= until]
    return tuple(
        one for one in told if one.councils and one.without <= (1 - LEAST_SHARE) * one.councils
    )


def grades_at(
    by_area: dict[str, list[Inspection]], councils: Sequence[Area], year: int
) -> GradesOfYear:
    """How councils stood on one 31 March, from each one's inspections with an overall grade."""
    day = _last_of_march(year)
    there = [area for area in councils if area.existed_on(day)]
    newest = [_newest_by(by_area.get(area.code, ()), day) for area in there]
    graded = [one for one in newest if one is not None]
    grades = Counter(one.grades[OVERALL] for one in graded)
    return GradesOfYear(
        year=year,
        councils=len(there),
        grades=tuple(grades[place] for place in range(len(GRADES))),
        without=len(there) - len(graded),
        frameworks=tuple(sorted(Counter(one.framework for one in graded).items())),
    )


def _newest_by(inspections: Iterable[Inspection], day: datetime.date) -> Inspection | None:
    by_then = [one for one in inspections if one.day <= day and one.known_on <= day + REPORT_WITHIN]
    return max(by_then, key=lambda one: (one.day, one.framework), default=None)


def _last_of_march(year: int) -> datetime.date:
    return datetime.date(year, 3, 31)
