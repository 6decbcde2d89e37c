"""What the page about England's money is made of, from an edition; made once for each and kept."""

from __future__ import annotations

from collections.abc import Mapping
from threading import RLock
from weakref import WeakKeyDictionary

from brightfutures.delivery.answers import downloads_at
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money_sources import (
    rows_of_budgets,
    rows_of_children,
    rows_of_grants,
    rows_of_lines,
    rows_of_providers,
    rows_of_total,
    rows_of_unit_costs,
)
from brightfutures.delivery.return_checks import questions_on
from brightfutures.findings.england_money import EnglandMoneyFindings, england_money_findings
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.england_money import england_money
from brightfutures.pages.addresses import MONEY
from brightfutures.pages.england_money_page import (
    EnglandMoneyInputs,
    EnglandMoneyPage,
    england_money_page,
)
from brightfutures.pages.money_after_cuts import AfterCutsSection, after_cuts_section
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
    councils = edition.geography.councils()
    return {area.code: questions_on(edition, area.code) for area in councils}


def england_money_view(edition: Edition) -> EnglandMoneyPage:
    """The view model of the page, made once for each edition and kept."""
    with _LOCK:
        if edition not in _KEPT:
            _KEPT[edition] = _view(edition)
        return _KEPT[edition]


def _view(edition: Edition) -> EnglandMoneyPage:
    found = england_money_of(edition)
    kinds = [one.kind for one in found.money.unit_costs]
    inputs = EnglandMoneyInputs(
        rows=rows_of_lines(edition, ENGLAND, found.money.period, found.money.lines),
        history_rows=rows_of_total(edition, ENGLAND),
        cost_rows=(
            *rows_of_unit_costs(edition, ENGLAND, kinds, found.money.period),
            *rows_of_providers(edition, found.money.by_provider),
        ),
        more_rows=(
            *rows_of_children(edition, ENGLAND),
            *rows_of_budgets(edition, ENGLAND),
            *rows_of_grants(edition),
        ),
        source_of_file=edition.source_of_file,
        area_of=lambda code: edition.geography.by_code[code],
        prevention_breaks=edition.books.prevention.breaks(),
        after_cuts=_after_cuts(edition),
        downloads=downloads_at(MONEY),
    )
    return england_money_page(edition.catalogue, found, inputs)


def _after_cuts(edition: Edition) -> AfterCutsSection | None:
    found = edition.books.after_cuts
    return after_cuts_section(edition.catalogue, found) if found.results else None
