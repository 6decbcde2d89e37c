"""What a week of each kind of placement cost: England, by provider, and council by council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_cost_figures import (
    OF_BOTH_ENDS,
    WEEKLY_COSTS,
    figures_of_cost,
    week_of,
)
from brightfutures.delivery.money_figure import A_WEEK, CHILDREN, POUNDS, MoneyFigure, Subject
from brightfutures.delivery.money_sources import KIND_OF, rows_of_provider
from brightfutures.delivery.return_checks import costs_asked_about
from brightfutures.findings.england_money import ENGLAND_NAME
from brightfutures.findings.no_cost_words import why_no_cost
from brightfutures.findings.provider_cost_words import BY_WHOM
from brightfutures.findings.unit_cost_words import ASKED_ABOUT, WHAT_IS_COUNTED, cost_sentence
from brightfutures.money.england_money import EnglandCost, EnglandMoney
from brightfutures.money.placement_kinds import PlacementKind
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import ENGLAND

EACH_COUNCIL = "Weekly costs, council by council"


def costs_of_england(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    """Each kind in England and where councils lie, then each by who provides it."""
    for one in money.unit_costs:
        yield from _cost(edition, one)
    yield from _by_provider(edition, money)


def costs_of_each_council(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    """The weekly cost of every council, kind by kind and by name, with its rows or its reason."""
    for one in money.unit_costs:
        asked = costs_asked_about(edition, one.kind, money.period)
        for code, cost in weekly_costs(edition, one.kind, money.period).items():
            name = edition.name_of(code)
            words = why_no_cost(cost) or (ASKED_ABOUT if code in asked else "")
            for figure in figures_of_cost(edition, one.kind, name, cost, words, code):
                if figure.unit == A_WEEK:
                    yield replace(figure, part=EACH_COUNCIL, code=code)


def weekly_costs(edition: Edition, kind: PlacementKind, period: str) -> Mapping[str, UnitCost]:
    """The weekly cost of every council that there was in a year, by its code, in order of name."""
    books = edition.books
    there = sorted(books.councils_there(period), key=edition.name_of)
    return books.unit_costs.of_each(there, kind, period)


def _cost(edition: Edition, one: EnglandCost) -> Iterator[MoneyFigure]:
    words = f"{cost_sentence(ENGLAND_NAME, one.england)} {WHAT_IS_COUNTED[one.kind.id]}"
    yield from figures_of_cost(edition, one.kind, ENGLAND_NAME, one.england, words, ENGLAND)
    of_councils = Subject(
        part=WEEKLY_COSTS,
        about=one.kind.title,
        id=one.kind.id,
        whose=f"{one.councils} councils",
        period=one.england.period,
    )
    yield of_councils.told("A tenth of councils lie below", A_WEEK, one.low_tenth)
    yield of_councils.told("The council in the middle", A_WEEK, one.middle)
    yield of_councils.told("A tenth of councils lie above", A_WEEK, one.high_tenth)


def _by_provider(edition: Edition, money: EnglandMoney) -> Iterator[MoneyFigure]:
    for costs in money.by_provider:
        for who, cost in costs.items():
            kind = KIND_OF[cost.kind]
            behind = rows_of_provider(edition, cost, who)
            of_kind = Subject(
                part=WEEKLY_COSTS,
                about=f"{kind.title} {BY_WHOM[who]}",
                id=f"{kind.id}_{who}",
                whose=ENGLAND_NAME,
                period=cost.period,
            )
            pounds = "Spending before income, section 251 return"
            yield week_of(of_kind, cost, WHAT_IS_COUNTED[kind.id], behind)
            yield of_kind.told(pounds, POUNDS, cost.pounds, behind)
            yield of_kind.told(OF_BOTH_ENDS, CHILDREN, cost.children, behind)
