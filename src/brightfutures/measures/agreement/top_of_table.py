"""The six councils at the top of a plain average of figures: how Ofsted had judged them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.agreement.inspections import GOOD, INADEQUATE, NOW, OVERALL, Inspection
from brightfutures.measures.agreement.plain_average import (
    FEWEST_MEASURES,
    PlainAverage,
    agreement_apart,
    agreement_of_averages,
    agreement_of_figures,
)
from brightfutures.measures.agreement.top_of_table_chance import (
    chance_of_as_few,
    chance_of_as_many,
    steadiness_that_puts,
    truly_low,
)
from brightfutures.measures.agreement.top_of_table_dealt import dealt
from brightfutures.measures.agreement.top_of_table_results import (
    TOP,
    Dealt,
    TopCount,
    TopOfTable,
    TopRound,
    TruthKnown,
)
from brightfutures.measures.arrays import Rows

DAYS_IN_A_YEAR = 365.25

FEWEST_JUDGED = 100
"""A year in which fewer councils of the table had been judged is left out."""


def top_of_table(
    table: PlainAverage, inspections: Sequence[Inspection], rows: Mapping[str, int]
) -> TopOfTable:
    """Every year's six, and what wobble alone would do at the table's own steadiness.

    `inspections` are of every framework; `rows` says which row of the table each council has.
    """
    judged = [entry for entry in inspections if OVERALL in entry.grades and entry.area in rows]
    tables = [
        _table(table, column, judged, rows)
        for column in range(len(table.years))
        if table.measures[column] >= FEWEST_MEASURES
    ]
    asked = [(found, made) for found in tables if (made := _round(table, found)) is not None]
    rounds = [made for _, made in asked]
    one, three = (agreement_of_averages(table.places, table.years, apart) for apart in (1, 3))
    singles = [
        each
        for number in range(len(table.indicators))
        if (each := agreement_apart(table.places[number], table.years, 1)) is not None
    ]
    low, single, high = (
        (float(part) for part in np.quantile(singles, (0.25, 0.5, 0.75)))
        if singles
        else (None, None, None)
    )
    newest = table.years.index(rounds[-1].year) if rounds else None
    alpha = agreement_of_figures(table.places[:, :, newest]) if newest is not None else None
    standing = rounds[-1].standing if rounds else None
    share = standing.all_less_than_good / standing.all if standing else None
    named = (
        ("one_year", one),
        ("three_years", three),
        ("agreement_of_measures", alpha),
        ("single", single),
    )
    return TopOfTable(
        rounds=tuple(rounds),
        dealt=_dealt([found for found, _ in asked], len(table.average)),
        one_year=one,
        three_years=three,
        agreement_of_measures=alpha,
        single=single,
        single_low=low,
        single_high=high,
        share_less_than_good=share,
        steadiness_needed=_needed(rounds),
        known=tuple(
            truth_known(name, steadiness, share, rounds[-1].councils)
            for name, steadiness in named
            if steadiness is not None and share is not None
        ),
    )


def _needed(rounds: Sequence[TopRound]) -> float | None:
    """At the mean over all years of what was found and of the share judged less than good."""
    places = sum(entry.standing.top for entry in rounds)
    if not places:
        return None
    share = sum(entry.standing.expected for entry in rounds) / places
    found = sum(entry.standing.less_than_good for entry in rounds) / places
    return steadiness_that_puts(TOP * found, share, rounds[-1].councils, TOP)


def truth_known(name: str, steadiness: float, share: float, councils: int) -> TruthKnown:
    """What wobble alone would do at one steadiness, if grades followed the truth exactly."""
    middle = truly_low(steadiness, 0.5, councils, TOP)
    less = truly_low(steadiness, share, councils, TOP)
    return TruthKnown(
        name=name,
        steadiness=steadiness,
        below_middle=middle.expected,
        two_below_middle=middle.two_or_more,
        less_than_good=less.expected,
        two_less_than_good=less.two_or_more,
    )


@dataclass(frozen=True, eq=False)
class _Table:
    """One year's table from its top, how each row stood judged at the end, and was next."""

    column: int
    day: datetime.date
    order: Rows
    standing: Mapping[int, Inspection]
    following: Mapping[int, Inspection]

    @property
    def graded(self) -> list[int]:
        """Those in the table that stood judged."""
        return [row for row in self.order.tolist() if row in self.standing]


def _table(
    table: PlainAverage, column: int, judged: Sequence[Inspection], rows: Mapping[str, int]
) -> _Table:
    average = table.average[:, column]
    there = np.flatnonzero(np.isfinite(average))
    order = there[np.argsort(-average[there], kind="stable")]
    day = datetime.date(table.years[column], 12, 31)
    standing: dict[int, Inspection] = {}
    following: dict[int, Inspection] = {}
    for entry in sorted(judged, key=lambda entry: entry.known_on):
        if entry.known_on <= day:
            standing[rows[entry.area]] = entry
        else:
            following.setdefault(rows[entry.area], entry)
    return _Table(column, day, order, standing, following)


def _round(table: PlainAverage, found: _Table) -> TopRound | None:
    order, standing = found.order, found.standing
    if len(found.graded) < FEWEST_JUDGED:
        return None
    now = _count(order, standing)
    if now is None:
        return None
    ages = [(found.day - standing[row].day).days / DAYS_IN_A_YEAR for row in found.graded]
    return TopRound(
        year=found.day.year,
        measures=table.measures[found.column],
        councils=len(order),
        standing=now,
        age=float(np.median(ages)),
        earlier=sum(
            row in standing and standing[row].framework != NOW for row in order[:TOP].tolist()
        ),
        next=_count(order, found.following),
    )


def _dealt(tables: Sequence[_Table], councils: int) -> Dealt | None:
    """Over the councils that were ever in a table; None where no year can be asked."""
    if not tables:
        return None
    at_top, less = np.zeros((councils, len(tables))), np.full((councils, len(tables)), np.nan)
    ever = np.zeros(councils, dtype=bool)
    for year, found in enumerate(tables):
        at_top[found.order[:TOP], year] = 1.0
        less[found.graded, year] = [
            found.standing[row].grades[OVERALL] < GOOD for row in found.graded
        ]
        ever[found.order] = True
    return dealt(at_top[ever], less[ever])


def _count(order: Rows, judged: Mapping[int, Inspection]) -> TopCount | None:
    graded = [row for row in order.tolist() if row in judged]
    top = [row for row in order[:TOP].tolist() if row in judged]
    if not top:
        return None
    less, all_less = (
        sum(judged[row].grades[OVERALL] < GOOD for row in group) for group in (top, graded)
    )
    inadequate, all_inadequate = (
        sum(judged[row].grades[OVERALL] == INADEQUATE for row in group) for group in (top, graded)
    )
    return TopCount(
        top=len(top),
        less_than_good=less,
        inadequate=inadequate,
        all=len(graded),
        all_less_than_good=all_less,
        all_inadequate=all_inadequate,
        expected=len(top) * all_less / len(graded),
        expected_inadequate=len(top) * all_inadequate / len(graded),
        chance_of_as_few=chance_of_as_few(less, len(top), all_less, len(graded)),
        chance_of_as_many=chance_of_as_many(less, len(top), all_less, len(graded)),
        chance_of_two=chance_of_as_many(2, len(top), all_less, len(graded)),
    )
