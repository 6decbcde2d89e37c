"""What a council's section 251 return tells of a year, for pages on which its spending stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brightfutures.catalogue import Indicator
from brightfutures.findings.spend_words import (
    other_return_sentence,
    returns_apart_sentence,
    whole_return_apart_sentence,
)
from brightfutures.money.council_money import newest_told
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN
from brightfutures.money.other_return import OtherReturn, other_return
from brightfutures.money.prevention import TOTAL
from brightfutures.quantities import Area, AreaKind, Missing

if TYPE_CHECKING:  # an edition asks this of itself
    from brightfutures.delivery.edition import Edition


def other_return_of(edition: Edition, area: Area, period: str | None = None) -> OtherReturn | None:
    """The other return of a year, by default the outturn's newest, beside the year that is told.

    That is the year itself, or the newest before it. None of what is no council of today, and
    where no outturn is loaded.
    """
    books = edition.books
    period = period or books.price_year
    if period is None or area.is_former or area.kind is not AreaKind.COUNCIL:
        return None
    return other_return(books, area.code, period, _told(edition, area, period))


def _told(edition: Edition, area: Area, period: str) -> str | None:
    books = edition.books
    if period not in books.panel.period_index:
        return None
    if not isinstance(books.per_child(area.code, period).cash, Missing):
        return period
    newest = newest_told(books, area)
    return newest if newest is not None and newest < period else None


def notes_on_spending(
    edition: Edition, area: Area, indicator: Indicator, period: str
) -> tuple[str, ...]:
    """What to know of a measure of spending where the council's two returns do not agree.

    That they are far apart and, where there is no figure of spending for each child, what the
    other return tells of it; nothing of a measure that does not rest on the outturn.
    """
    account_of = edition.catalogue.spending.account_of_series
    behind = (*indicator.numerator, *indicator.numerator_less, *indicator.denominator)
    if OUTTURN not in {account_of.get(name) for name in behind}:
        return ()
    other = other_return_of(edition, area, period)
    if other is None:
        return ()
    total = edition.catalogue.spending.accounts[OUTTURN].series(TOTAL, BEFORE_INCOME)
    if indicator.numerator != (total,) or indicator.unit == "%":
        said = whole_return_apart_sentence(other)
    elif isinstance(edition.books.per_child(area.code, period).cash, Missing):
        said = other_return_sentence(other)
    else:
        said = returns_apart_sentence(other)
    return (said,) if said else ()
