"""Figures beside inspections: every council's place in the period before, and in the one after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.agreement.inspections import OVERALL, Inspection
from brightfutures.measures.agreement.periods import NONE, periods_after, periods_before
from brightfutures.measures.agreement.places import (
    percent_below,
    place_at,
    places_of_councils,
    turned_so_that_high_is_good,
)
from brightfutures.measures.agreement.plain_average import has_direction, mean_of_half_or_more
from brightfutures.measures.arrays import Numbers, Rows
from brightfutures.measures.study import Study


@dataclass(frozen=True, eq=False)
class Judged:
    """Inspections, and which row of the panels each one's council has."""

    inspections: tuple[Inspection, ...]
    rows: Rows

    def grades(self, part: str) -> Rows:
        """The code of each one's grade for a part, or `NONE` where that was not judged."""
        return np.array([entry.grades.get(part, NONE) for entry in self.inspections], dtype=np.intp)


def judged_of(inspections: Sequence[Inspection], rows: Mapping[str, int]) -> Judged:
    """Inspections of councils that have a row."""
    known = tuple(entry for entry in inspections if entry.area in rows)
    return Judged(known, np.array([rows[entry.area] for entry in known], dtype=np.intp))


def last_grades(judged: Judged, known: Judged) -> Numbers:
    """The overall grade each one's council had had before, of any framework; NaN for none."""
    graded = sorted(
        (entry for entry in known.inspections if OVERALL in entry.grades),
        key=lambda entry: entry.day,
    )
    found = np.full(len(judged.inspections), np.nan)
    for number, one in enumerate(judged.inspections):
        for entry in graded:
            if entry.area == one.area and entry.day < one.day:
                found[number] = entry.grades[OVERALL]
    return found


@dataclass(frozen=True, eq=False)
class Placed:
    """One figure beside inspections: places (NaN for none) and the columns of their periods."""

    before: Numbers
    after: Numbers
    before_column: Rows
    after_column: Rows
    labels: tuple[str, ...]


def placed_of(study: Study, judged: Judged) -> Placed:
    """An indicator beside inspections."""
    places = places_of_councils(study)
    before = periods_before(study, judged.inspections)
    after = periods_after(study, judged.inspections)
    return Placed(
        before=place_at(places, judged.rows, before),
        after=place_at(places, judged.rows, after),
        before_column=before,
        after_column=after,
        labels=study.material.panel.periods,
    )


def circumstance_placed(circumstance: Numbers, judged: Judged) -> Placed:
    """A fact about each council that hardly changes, beside inspections: one place for all time."""
    known = np.isfinite(circumstance)
    places = np.full(len(circumstance), np.nan)
    places[known] = percent_below(circumstance[known])
    column = np.zeros(len(judged.rows), dtype=np.intp)
    here = places[judged.rows]
    return Placed(here, here, column, column, ("",))


def whole_placed(studies: Sequence[Study], judged: Judged) -> Placed:
    """The plain average beside inspections: the mean place over at least half of the figures."""
    years = sorted({year for study in studies for year in study.years})
    chosen = [study for study in studies if has_direction(study)]
    placed = [placed_of(study, judged) for study in chosen]
    befores = [_in_years(study, one.before_column, years) for study, one in _zip(chosen, placed)]
    afters = [_in_years(study, one.after_column, years) for study, one in _zip(chosen, placed)]
    turned = turned_so_that_high_is_good
    before, before_column = _mean_place(
        [turned(study, one.before) for study, one in _zip(chosen, placed)], befores, judged
    )
    after, after_column = _mean_place(
        [turned(study, one.after) for study, one in _zip(chosen, placed)], afters, judged
    )
    return Placed(before, after, before_column, after_column, tuple(map(str, years)))


def _zip(studies: Sequence[Study], placed: Sequence[Placed]) -> list[tuple[Study, Placed]]:
    return list(zip(studies, placed, strict=True))


def _in_years(study: Study, column: Rows, years: Sequence[int]) -> Rows:
    """Columns of a study's periods as columns of years, `NONE` staying so."""
    year = np.array([*(years.index(year) for year in study.years), NONE], dtype=np.intp)
    return np.asarray(year[column])


def _mean_place(
    places: Sequence[Numbers], columns: Sequence[Rows], judged: Judged
) -> tuple[Numbers, Rows]:
    if not places:
        count = len(judged.rows)
        return np.full(count, np.nan), np.full(count, NONE, dtype=np.intp)
    asked = np.array(columns)
    return mean_of_half_or_more(np.array(places), asked != NONE), asked.max(axis=0)
