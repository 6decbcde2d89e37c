"""Figures of what a week of a kind of placement cost: an area's, or several councils' together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_figure import (
    A_WEEK,
    A_YEAR,
    CHILDREN,
    POUNDS,
    MoneyFigure,
    Subject,
)
from brightfutures.money.behind_unit_costs import (
    children_behind,
    pounds_behind,
    printed_behind,
)
from brightfutures.money.placement_kinds import PlacementKind
from brightfutures.money.unit_cost import UnitCost
from brightfutures.published.readings import SourceRow

WEEKLY_COSTS = "Weekly costs"
"""The part of a page that these are of."""

OF_BOTH_ENDS = "Children, mean of 31 March at both ends of the year"
OF_ONE_END = "Children on 31 March at the end of the year"


def figures_of_cost(
    edition: Edition,
    kind: PlacementKind,
    whose: str,
    cost: UnitCost,
    words: str,
    code: str | None = None,
) -> Iterator[MoneyFigure]:
    """One kind's weekly cost with its range, the printed one, a year of one, pounds and children.

    `code` is of the one area, None of several together.
    """
    spending = edition.catalogue.spending

    def rows(*parts: tuple[str, str]) -> tuple[SourceRow, ...]:
        return () if code is None else edition.rows_of_series(code, parts)

    pounds = rows(*pounds_behind(spending, kind, cost.period))
    children = rows(*children_behind(kind, cost.period))
    printed = rows(*printed_behind(kind, cost.period))
    both = (*pounds, *children)
    of_kind = Subject(
        part=WEEKLY_COSTS, about=kind.title, id=kind.id, whose=whose, period=cost.period
    )
    counted = OF_BOTH_ENDS if cost.both_year_ends else OF_ONE_END
    yield week_of(of_kind, cost, words, both)
    yield of_kind.told("The same as the department prints it", A_WEEK, cost.printed, printed)
    yield of_kind.told("One placement for a year", A_YEAR, cost.one_placement, both)
    yield of_kind.told("Spending before income", POUNDS, cost.pounds, pounds)
    yield of_kind.told(counted, CHILDREN, cost.children, children)


def week_of(
    of_kind: Subject, cost: UnitCost, words: str, behind: tuple[SourceRow, ...]
) -> MoneyFigure:
    """What a week cost, with its range and what is said of it."""
    week = of_kind.told("A week of one placement", A_WEEK, cost.weekly, behind)
    if cost.likely is None:
        return replace(week, words=words)
    return replace(week, words=words, low=cost.likely.low, high=cost.likely.high)
