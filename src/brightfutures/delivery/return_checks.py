"""The checks on finance returns over one edition's statistics, worked out once."""

from __future__ import annotations

from threading import Lock
from weakref import WeakKeyDictionary

from brightfutures.delivery.edition import Edition
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.return_checks import ReturnChecks
from brightfutures.money.finance_returns import BUDGET, OUTTURN, SECTION_251

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
