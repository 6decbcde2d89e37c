"""What a council's own prevention comes to: the year told, England beside it, and since when."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.prevention_words import (
    NOT_BEFORE_2014_15,
    england_share_sentence,
    nought_sentence,
    prevention_over_time_sentence,
    prevention_sentence,
)
from brightfutures.money.books import Books
from brightfutures.money.council_money import CouncilMoney
from brightfutures.money.finance_returns import BEFORE_INCOME, SECTION_251
from brightfutures.money.prevention import PreventionYear
from brightfutures.quantities import ENGLAND, Value


def own_prevention_in_words(
    catalogue: Catalogue, books: Books, money: CouncilMoney
) -> tuple[str, ...]:
    """The shares of the year that is told, England's beside them, and how they went since."""
    newest = _prevention_year(money)
    if newest is None:
        return ()
    council = money.area.name
    said = [
        prevention_sentence(council, newest),
        _of_england(books, newest),
        prevention_over_time_sentence(money.prevention),
        _why_not_before(money.prevention),
    ]
    if newest.known:  # a share of 0% is how it is booked: that is said before it
        at_nought = books.prevention.at_nought(money.area.code, newest.period)
        nought = [catalogue.spend_lines[line] for line in at_nought]
        elsewhere = _in_the_other_return(books, money.area.code, newest.period, nought)
        said.insert(0, nought_sentence(council, nought, newest.period, elsewhere))
    return tuple(filter(None, said))


def _why_not_before(years: Sequence[PreventionYear]) -> str:
    """Why the years begin when they do, where there are years to be told."""
    known = [year.period for year in years if year.known]
    return NOT_BEFORE_2014_15 if len(known) > 1 and known[0] == "2014-15" else ""


def _of_england(books: Books, newest: PreventionYear) -> str:
    """England's share of the same year, beside one that is known."""
    if not newest.known:
        return ""
    return england_share_sentence(books.prevention.year(ENGLAND, newest.period))


def _in_the_other_return(
    books: Books, code: str, period: str, lines: Sequence[SpendLine]
) -> tuple[Value, ...]:
    """What the section 251 return tells of the same lines and year, in pounds."""
    other = books.panel_of(SECTION_251)
    if code not in other.places.rows:
        return ()
    return tuple(other.value_at(line.id, BEFORE_INCOME, code, period) for line in lines)


def _prevention_year(money: CouncilMoney) -> PreventionYear | None:
    """The year that the page tells, where prevention can be asked of it."""
    of_year = [one for one in money.prevention if one.period == money.period]
    known = [one for one in money.prevention if one.known]
    return next(iter((*of_year, *known[-1:])), None)
