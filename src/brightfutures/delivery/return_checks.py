"""The checks on finance returns over one edition's statistics, worked out once."""

from __future__ import annotations

from functools import lru_cache

from brightfutures.delivery.edition import Edition
from brightfutures.money.checks.return_checks import OUTTURN, ReturnChecks

ACCOUNTS = (OUTTURN, "section_251", "revenue_budget")
"""The returns that are set beside each other."""

EDITIONS_KEPT = 2


@lru_cache(maxsize=EDITIONS_KEPT)
def return_checks(edition: Edition) -> ReturnChecks:
    """The checks for this edition; what they rest on is worked out at the first question."""
    books = edition.books
    similar = {
        area.code: edition.measures.comparison_set(area.code).councils
        for area in edition.geography.councils()
    }
    return ReturnChecks(
        edition.catalogue,
        {account: books.panel_of(account) for account in ACCOUNTS},
        edition.store.readings,
        books.prices.factor,
        similar,
    )
