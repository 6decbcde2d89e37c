"""Some councils' money side by side: spend for each child, prevention, and weekly costs.

All of the newest year of the revenue outturn, before income. Full counts of pounds, of which no
test is made: nothing here says that one council's is higher than another's by more than chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.money.books import Books
from brightfutures.money.other_return import OtherReturn, other_return
from brightfutures.money.per_child import PerChild
from brightfutures.money.placement_kinds import FOSTERING, RESIDENTIAL, PlacementKind
from brightfutures.money.prevention import RULES, PreventionYear
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import ENGLAND, Missing, Money

KINDS = (RESIDENTIAL, FOSTERING)
"""The kinds of placement whose weekly costs stand side by side."""


@dataclass(frozen=True, kw_only=True)
class CouncilBeside:
    """One council, or England: its spend for each child, prevention, and weekly costs by kind.

    `nought` are the lines that the middle rule counts and that it tells at nought. `other` is the
    section 251 return of the same year.
    """

    code: str
    spend: PerChild
    prevention: PreventionYear
    nought: tuple[str, ...]
    costs: Mapping[str, UnitCost]
    other: OtherReturn


@dataclass(frozen=True, kw_only=True)
class MoneyBeside:
    """The councils asked for in one year, England, and every council that has a figure.

    `spend_of_all` in pounds for each child, `prevention_of_all` as shares by the middle rule, and
    `costs_of_all` in pounds a week by kind: what a strip is made of.
    """

    period: str
    councils: tuple[CouncilBeside, ...]
    england: CouncilBeside
    spend_of_all: tuple[float, ...]
    prevention_of_all: tuple[float, ...]
    costs_of_all: Mapping[str, tuple[float, ...]]
    kinds: tuple[PlacementKind, ...]


def money_beside(books: Books, codes: Sequence[str]) -> MoneyBeside | None:
    """The money of some councils in the newest year; None where no return is loaded."""
    period = books.price_year
    if period is None:
        return None
    kinds = tuple(kind for kind in KINDS if period in books.unit_costs.periods(kind))
    there = books.councils_there(period)
    spends = (books.per_child(code, period).cash for code in there)
    shares = (books.prevention.year(code, period).share(RULES[1]) for code in there)
    return MoneyBeside(
        period=period,
        councils=tuple(_beside(books, code, period, kinds) for code in codes),
        england=_beside(books, ENGLAND, period, kinds),
        spend_of_all=tuple(cash.pounds for cash in spends if isinstance(cash, Money)),
        prevention_of_all=tuple(share for share in shares if not isinstance(share, Missing)),
        costs_of_all={kind.id: _costs_of_all(books, kind, period) for kind in kinds},
        kinds=kinds,
    )


def _beside(books: Books, code: str, period: str, kinds: Sequence[PlacementKind]) -> CouncilBeside:
    counted = books.prevention.lines(period).lines[RULES[1]]
    nought = books.prevention.at_nought(code, period)
    return CouncilBeside(
        code=code,
        spend=books.per_child(code, period),
        prevention=books.prevention.year(code, period),
        nought=tuple(line for line in counted if line in nought),
        costs={kind.id: books.unit_costs.of(code, kind, period) for kind in kinds},
        other=other_return(books, code, period, period),
    )


def _costs_of_all(books: Books, kind: PlacementKind, period: str) -> tuple[float, ...]:
    every = books.unit_costs.of_every_council(kind, period).values()
    return tuple(cost.weekly.pounds for cost in every if isinstance(cost.weekly, Money))
