"""What the page about England's money is made of, from an edition; made once for each and kept."""

from __future__ import annotations

from collections.abc import Mapping
from threading import RLock
from weakref import WeakKeyDictionary

from brightfutures.delivery.answers import downloads_at
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.return_checks import return_checks
from brightfutures.findings.england_money import EnglandMoneyFindings, england_money_findings
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.england_money import EnglandMoney, england_money
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN, SECTION_251
from brightfutures.money.prevention import TOTAL
from brightfutures.pages.addresses import MONEY
from brightfutures.pages.england_money_page import (
    EnglandMoneyInputs,
    EnglandMoneyPage,
    england_money_page,
)
from brightfutures.pages.money_after_cuts import AfterCutsSection, after_cuts_section
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import ENGLAND

Asked = Mapping[str, tuple[ReturnQuestion, ...]]

_FOUND: WeakKeyDictionary[Edition, EnglandMoneyFindings] = WeakKeyDictionary()
_KEPT: WeakKeyDictionary[Edition, EnglandMoneyPage] = WeakKeyDictionary()
_LOCK = RLock()


def england_money_of(edition: Edition) -> EnglandMoneyFindings:
    """England's money in figures and sentences, worked out once for each edition and kept.

    Raises `CannotAnswer` where no return is loaded.
    """
    with _LOCK:
        if edition not in _FOUND:
            money = england_money(edition.books)
            _FOUND[edition] = england_money_findings(
                edition.catalogue,
                edition.geography,
                edition.books,
                money,
                questions_of_all(edition) if money is not None else {},
            )
        return _FOUND[edition]


def questions_of_all(edition: Edition) -> Asked:
    """The questions on every council's newest return, by code."""
    checks = return_checks(edition)
    return {area.code: checks.questions(area.code) for area in edition.geography.councils()}


def england_money_view(edition: Edition) -> EnglandMoneyPage:
    """The view model of the page, made once for each edition and kept."""
    with _LOCK:
        if edition not in _KEPT:
            _KEPT[edition] = _view(edition)
        return _KEPT[edition]


def _view(edition: Edition) -> EnglandMoneyPage:
    found = england_money_of(edition)
    inputs = EnglandMoneyInputs(
        rows=england_rows(edition, found.money),
        history_rows=_history_rows(edition),
        source_of_file=edition.source_of_file,
        area_of=lambda code: edition.geography.by_code[code],
        after_cuts=_after_cuts(edition),
        downloads=downloads_at(MONEY),
    )
    return england_money_page(edition.catalogue, found, inputs)


def _after_cuts(edition: Edition) -> AfterCutsSection | None:
    found = edition.books.after_cuts
    return after_cuts_section(edition.catalogue, found) if found.results else None


def england_rows(edition: Edition, money: EnglandMoney) -> tuple[SourceRow, ...]:
    """Where each line of the year stands: the outturn before income, then the other return's."""
    accounts = edition.catalogue.spending.accounts
    parts = [
        (accounts[account].series(one.line, BEFORE_INCOME), money.period)
        for account in (OUTTURN, SECTION_251)
        for one in money.lines
    ]
    return edition.rows_of_series(ENGLAND, parts)


def _history_rows(edition: Edition) -> tuple[SourceRow, ...]:
    series = edition.catalogue.spending.accounts[OUTTURN].series(TOTAL, BEFORE_INCOME)
    parts = [(series, period) for period in edition.books.panel.periods]
    return edition.rows_of_series(ENGLAND, parts)
