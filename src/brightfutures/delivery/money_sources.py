"""Where the figures of a page about money stand in their files, of a council or of England."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.delivery.edition import Edition
from brightfutures.money.behind_unit_costs import behind_provider, behind_unit_cost
from brightfutures.money.books import CHILDREN
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.council_money import LineOfYear
from brightfutures.money.finance_returns import (
    AFTER_INCOME,
    BEFORE_INCOME,
    BUDGET,
    BUDGET_AFTER_INCOME,
    OUTTURN,
    SECTION_251,
)
from brightfutures.money.financial_years import mid_year_within
from brightfutures.money.grants import GrantOfYear
from brightfutures.money.placement_kinds import PLACEMENT_KINDS, PlacementKind
from brightfutures.money.prevention import TOTAL
from brightfutures.money.unit_cost import UnitCost
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import ENGLAND

KIND_OF = {kind.id: kind for kind in PLACEMENT_KINDS}


@dataclass(frozen=True)
class Telling:
    """A return, and one of the ways in which it tells a line."""

    account: str
    measure: str


SPENT = Telling(OUTTURN, BEFORE_INCOME)
SPENT_BY_THE_OTHER_RETURN = Telling(SECTION_251, BEFORE_INCOME)
SPENT_AFTER_INCOME = Telling(OUTTURN, AFTER_INCOME)
BUDGETED = Telling(BUDGET, BUDGET_AFTER_INCOME)


def rows_told(
    edition: Edition, code: str, telling: Telling, places: Iterable[tuple[str, str]]
) -> tuple[SourceRow, ...]:
    """Where some lines of some years stand in a return; `places` are lines with their years."""
    account = edition.catalogue.spending.accounts[telling.account]
    parts = ((account.series(line, telling.measure), period) for line, period in places)
    return edition.rows_of_series(code, parts)


def rows_of_lines(
    edition: Edition, code: str, period: str | None, lines: Sequence[LineOfYear]
) -> tuple[SourceRow, ...]:
    """Where each line of a year stands: the outturn before income, then the other return's."""
    if period is None:
        return ()
    places = [(one.line, period) for one in lines]
    return (
        *rows_told(edition, code, SPENT, places),
        *rows_told(edition, code, SPENT_BY_THE_OTHER_RETURN, places),
    )


def rows_of_total(edition: Edition, code: str) -> tuple[SourceRow, ...]:
    """Where the total of every year of the outturn stands."""
    places = [(TOTAL, period) for period in edition.books.panel.periods]
    return rows_told(edition, code, SPENT, places)


def rows_of_unit_costs(
    edition: Edition, code: str, kinds: Iterable[PlacementKind], period: str
) -> tuple[SourceRow, ...]:
    """Where the pounds, the children and the printed cost of each kind of placement stand."""
    spending = edition.catalogue.spending
    parts = [part for kind in kinds for part in behind_unit_cost(spending, kind, period)]
    return edition.rows_of_series(code, dict.fromkeys(parts))


def rows_of_providers(
    edition: Edition, by_provider: Sequence[Mapping[str, UnitCost]]
) -> tuple[SourceRow, ...]:
    """Where the pounds and the children of England's placements by who provides them stand."""
    return tuple(
        row
        for costs in by_provider
        for who, cost in costs.items()
        for row in rows_of_provider(edition, cost, who)
    )


def rows_of_provider(edition: Edition, cost: UnitCost, who: str) -> tuple[SourceRow, ...]:
    """The same of one kind, by one of those who provide it."""
    kind = KIND_OF[cost.kind]
    parts = behind_provider(edition.catalogue.spending, kind, cost.period, who)
    return edition.rows_of_series(ENGLAND, parts)


def rows_of_pounds(edition: Edition, code: str, period: str, line: str) -> tuple[SourceRow, ...]:
    """Where a line of the outturn of one year stands, before income."""
    return rows_told(edition, code, SPENT, ((line, period),))


def rows_of_children(
    edition: Edition, code: str, periods: Iterable[str] | None = None
) -> tuple[SourceRow, ...]:
    """Where the children stand over which spending is divided; by default of every year."""
    years = edition.books.panel.periods if periods is None else periods
    parts = [(CHILDREN, mid_year_within(period)) for period in years]
    return edition.rows_of_series(code, parts)


def rows_of_spend(edition: Edition, code: str, period: str, line: str) -> tuple[SourceRow, ...]:
    """Both of one year."""
    pounds = rows_of_pounds(edition, code, period, line)
    return (*pounds, *rows_of_children(edition, code, (period,)))


def rows_of_budgets(edition: Edition, code: str) -> tuple[SourceRow, ...]:
    """Where the budgets that outturn is set beside stand."""
    lines = edition.books.panel_of(BUDGET).lines
    places = [(line, year) for year in edition.books.budgets.years for line in lines]
    return rows_told(edition, code, BUDGETED, places)


def rows_of_grants(edition: Edition) -> tuple[SourceRow, ...]:
    """Where England's named grants for early help stand."""
    grants = edition.books.grants_for_early_help(ENGLAND)
    return tuple(row for one in grants for row in rows_of_grant(edition, one))


def rows_of_grant(edition: Edition, one: GrantOfYear) -> tuple[SourceRow, ...]:
    """Where one grant of one year to England stands."""
    return edition.rows_of_series(ENGLAND, ((one.grant, one.period),))


def rows_of_question(
    edition: Edition, code: str, question: ReturnQuestion
) -> tuple[SourceRow, ...]:
    """Where the figure that a question asks about stands; nothing of one on a whole return."""
    account = edition.catalogue.spending.accounts[question.account]
    if question.line is None or question.measure not in account.measures:
        return ()
    part = account.series(question.line, question.measure), question.period
    return edition.rows_of_series(code, (part,))
