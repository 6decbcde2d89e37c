"""The checks on finance returns over one edition's statistics, worked out once."""

from __future__ import annotations

from threading import Lock
from weakref import WeakKeyDictionary

from brightfutures.delivery.edition import Edition
from brightfutures.money.checks.cost_asked_about import asks_about_cost
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.return_checks import ReturnChecks
from brightfutures.money.finance_returns import BUDGET, OUTTURN, SECTION_251
from brightfutures.money.placement_kinds import PlacementKind

ACCOUNTS = (OUTTURN, SECTION_251, BUDGET)
"""The returns that are set beside each other."""

_OF_EDITION: WeakKeyDictionary[Edition, ReturnChecks] = WeakKeyDictionary()
_ASKED: WeakKeyDictionary[Edition, dict[tuple[str, str], tuple[ReturnQuestion, ...]]] = (
    WeakKeyDictionary()
)
_LOCK = Lock()


def return_checks(edition: Edition) -> ReturnChecks:
    """The checks for this edition, made once; what is usual is worked out as it is asked for."""
    with _LOCK:
        found = _OF_EDITION.get(edition)
        if found is None:
            found = _OF_EDITION[edition] = _made_for(edition)
        return found


def questions_on(
    edition: Edition, council: str, period: str | None = None
) -> tuple[ReturnQuestion, ...]:
    """The questions on a published outturn, of the newest year unless said, kept for each edition.

    A council's page asks for them more than once, and England's for those of every council.
    """
    checks = return_checks(edition)
    key = (council, period or next(reversed(checks.periods()), ""))
    with _LOCK:
        kept = _ASKED.setdefault(edition, {})
    if key not in kept:
        kept[key] = checks.questions(council, period)
    return kept[key]


def costs_asked_about(edition: Edition, kind: PlacementKind, period: str) -> frozenset[str]:
    """The councils whose returns of a year raise a question about the weekly cost of a kind."""
    every = edition.books.unit_costs.of_every_council(kind, period)
    rules = edition.catalogue.checks
    return frozenset(
        code
        for code in every
        if asks_about_cost(questions_on(edition, code, period), rules, kind.line)
    )


def _made_for(edition: Edition) -> ReturnChecks:
    books = edition.books
    similar = {
        area.code: edition.measures.comparators.comparison_set(area.code).councils
        for area in edition.geography.councils()
    }
    return ReturnChecks(
        edition.catalogue,
        {account: books.panel_of(account) for account in ACCOUNTS},
        edition.store.readings,
        books.prices.factor,
        similar,
    )
