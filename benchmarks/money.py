"""Every council's page about money, England's, and every check, from a store just opened."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measured import Measured, seconds

ALL_MONEY_SECONDS = 30.0
"""All pages about money and all checks, for every council, on two cores."""


def money_lines(home: Path) -> Iterator[Measured]:
    """Lines for pages, for checks, and for both together beside the limit.

    One process makes them one after another, so a second core has little to do; a page is packed
    as a reader is sent it. The processor's time is the same on a busy machine.
    """
    from brightfutures.delivery.asked import Asked
    from brightfutures.delivery.shelf import PackedPage, Shelf

    shelf = Shelf(home)
    words = [("money",), *((name, "money") for name in shelf.edition().council_of_slug)]

    def every_page() -> None:
        for each in words:
            assert isinstance(shelf.answer(Asked(words=each)), PackedPage), each

    begun = time.process_time()
    pages = seconds(every_page)
    asked: list[int] = []
    checks = seconds(lambda: asked.append(_questions(home)))
    worked = time.process_time() - begun
    limit = "limit of pages and checks"
    yield Measured(f"{len(words)} pages about money", pages, "s", limit, ALL_MONEY_SECONDS)
    yield Measured(
        f"checks on every council's returns ({asked[0]} questions)", checks, "s", limit,
        ALL_MONEY_SECONDS,
    )  # fmt: skip
    yield Measured("  both together", pages + checks, "s", "limit", ALL_MONEY_SECONDS)
    yield Measured("  processor's time of both", worked, "s", "limit", ALL_MONEY_SECONDS)


def _questions(home: Path) -> int:
    """How many questions the newest returns of all councils raise, of every kind of return."""
    from brightfutures.delivery.edition import Edition
    from brightfutures.delivery.return_checks import ACCOUNTS, return_checks

    edition = Edition.open(home)
    checks = return_checks(edition)
    asked = sum(
        len(checks.questions(area.code, checks.periods(account)[-1], account))
        for account in ACCOUNTS
        if checks.periods(account)
        for area in edition.geography.councils()
    )
    edition.store.close()
    return asked
