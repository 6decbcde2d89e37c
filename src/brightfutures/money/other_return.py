"""What a council's other return tells of all it spent, and whether the two can both be right.

The section 251 return and the revenue outturn treat overheads and grants differently, so that
they seldom agree; of 435 pairs of one year, 2022-23 to 2024-25, 430 told less than one and a half
times the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.money.books import Books
from brightfutures.money.finance_returns import BEFORE_INCOME, SECTION_251
from brightfutures.money.prevention import TOTAL
from brightfutures.quantities import ENGLAND, Missing, Reason, Value

FAR_APART = 1.5
"""Two returns are far apart where one tells so many times the other's total, or more."""


NOT_KNOWN = Missing((Reason.UNAVAILABLE,))


@dataclass(frozen=True, kw_only=True)
class OtherReturn:
    """The section 251 return's total of a year before income, in pounds of that year.

    `children` are those aged 0 to 17 at the mid-year within it.

    `far_apart` says that it and the revenue outturn cannot both be near what was spent; an
    outturn of an older year is first brought forward by the growth of England's.
    """

    period: str
    pounds: Value
    far_apart: bool = False
    children: Value = NOT_KNOWN

    @property
    def pounds_each_child(self) -> Value:
        """The pounds over the children who live there."""
        if not isinstance(self.children, Missing) and self.children <= 0:
            return Missing((Reason.DENOMINATOR_UNAVAILABLE,))
        return self.pounds / self.children


def other_return(books: Books, area: str, period: str, outturn_period: str | None) -> OtherReturn:
    """The other return of `period` beside the revenue outturn of the year that is told."""
    panel, other = books.panel, books.total_of(SECTION_251)
    if area not in other.places.rows:
        return OtherReturn(period=period, pounds=NOT_KNOWN)
    pounds = other.value_at(TOTAL, BEFORE_INCOME, area, period)
    children = books.children(area, period)
    if outturn_period is None:
        return OtherReturn(period=period, pounds=pounds, children=children)
    told = panel.whole_at(TOTAL, BEFORE_INCOME, area, outturn_period)
    then, now = (
        panel.value_at(TOTAL, BEFORE_INCOME, ENGLAND, one) for one in (outturn_period, period)
    )
    grown = told if outturn_period == period else told * now / then
    apart = _far_apart(grown, pounds)
    return OtherReturn(period=period, pounds=pounds, far_apart=apart, children=children)


def _far_apart(pounds: Value, other: Value) -> bool:
    if isinstance(pounds, Missing) or isinstance(other, Missing) or min(pounds, other) <= 0:
        return False
    return max(pounds, other) >= FAR_APART * min(pounds, other)
