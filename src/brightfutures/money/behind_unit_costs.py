"""Which series and years a weekly cost is made of: its pounds, its children, and the printed cost.

Each is a series' id with a period, as a store names what it holds; what is not held is named too.
"""

from __future__ import annotations

from brightfutures.catalogue.spending import Spending
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN, SECTION_251
from brightfutures.money.financial_years import end_year
from brightfutures.money.placement_kinds import (
    CHILDREN_BY_PROVIDER,
    WHO_PROVIDES,
    PlacementKind,
)

Behind = tuple[tuple[str, str], ...]
"""Series with their periods."""


def pounds_behind(spending: Spending, kind: PlacementKind, period: str) -> Behind:
    """The line of the outturn, before income."""
    return ((spending.accounts[OUTTURN].series(kind.line, BEFORE_INCOME), period),)


def children_behind(kind: PlacementKind, period: str) -> Behind:
    """The children of 31 March at both ends of the year."""
    return _both_ends(kind.children, period)


def printed_behind(kind: PlacementKind, period: str) -> Behind:
    """The weekly cost that the department prints."""
    return ((kind.printed, period),)


def behind_unit_cost(spending: Spending, kind: PlacementKind, period: str) -> Behind:
    """All three."""
    return (
        *pounds_behind(spending, kind, period),
        *children_behind(kind, period),
        *printed_behind(kind, period),
    )


def behind_provider(spending: Spending, kind: PlacementKind, period: str, who: str) -> Behind:
    """Pounds and children of England's placements that are the councils' own, or bought."""
    account = spending.accounts[SECTION_251]
    providers = WHO_PROVIDES[who]
    pounds = tuple((account.series(kind.line, f"{name}_spend"), period) for name in providers)
    children = (CHILDREN_BY_PROVIDER[kind.id].format(provider=name) for name in providers)
    return (*pounds, *(end for name in children for end in _both_ends(name, period)))


def _both_ends(series: str, period: str) -> Behind:
    end = end_year(period)
    return (series, str(end - 1)), (series, str(end))
