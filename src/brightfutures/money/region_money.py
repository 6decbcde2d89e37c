"""A region's councils taken together: spend for each child now and then, and prevention.

The returns have no row of a region, so it is its councils' pounds over their children. What is set
beside an earlier year is of the councils with a figure of both years: a council without a return in
one of them would else look like a change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue.spending import Prevention
from brightfutures.money.books import Books
from brightfutures.money.other_return import OtherReturn, other_return
from brightfutures.money.per_child import PerChild
from brightfutures.money.prevention import RULES, TOTAL, Unread
from brightfutures.money.spread import FEWEST_CHILDREN
from brightfutures.quantities import ENGLAND, Missing, Money, Reason


@dataclass(frozen=True, kw_only=True)
class CouncilOfRegionMoney:
    """One council: spend for each child now and in the first year, and prevention's middle share.

    In prices of the newest year where an index is known. `None` where a figure is not known, and
    `prevention_missing` says why the share is not, `prevention_unread` where that is our own rule.
    `lines_at_nought` are those that the middle rule counts and that the council tells at nought,
    so that its share may not hold all of it. `other` is the section 251 return of the newest year.
    """

    code: str
    now: PerChild
    then: PerChild | None
    prevention_share: float | None
    prevention_missing: Missing | None = None
    prevention_unread: Unread | None = None
    lines_at_nought: tuple[str, ...] = ()
    other: OtherReturn | None = None

    @property
    def contradicted(self) -> bool:
        """Whether the other return of the year is so far off that both cannot be right."""
        return self.other is not None and self.other.far_apart

    @property
    def prevention_at_nought(self) -> bool:
        """Whether a share is told that may not hold all prevention."""
        return self.prevention_share is not None and bool(self.lines_at_nought)

    @property
    def change_missing(self) -> Missing | None:
        """Why no change can be told: a year without a figure, or without an index of prices."""
        if self.change_share is not None:
            return None
        years = (self.now, self.then) if self.then else (self.now,)
        missing = [one.missing for one in years if one.missing is not None]
        reasons = tuple(reason for one in missing for reason in one.reasons)
        return Missing(reasons or (Reason.UNAVAILABLE,))

    @property
    def change_share(self) -> float | None:
        """The change beyond prices since the first year; None where it cannot be told."""
        if self.then is None or isinstance(self.now.real, Missing):
            return None
        before = self.then.real
        if isinstance(before, Missing) or before.price_year != self.now.real.price_year:
            return None
        return self.now.real.pounds / before.pounds - 1.0 if before.pounds > 0 else None


@dataclass(frozen=True, kw_only=True)
class RegionMoney:
    """A region's councils together in the newest year of the return.

    `now` is of all its councils with a figure, and names the others. `both_then` and `both_now`
    are of those with a figure of both years, None without an earlier year that can be set beside
    this one. `prevention` has the share under each rule of the councils whose share is known, and
    `prevention_not_known` the others.
    """

    period: str
    now: PerChild
    england: PerChild
    councils: tuple[CouncilOfRegionMoney, ...]
    both_then: PerChild | None
    both_now: PerChild | None
    not_both: tuple[str, ...]
    prevention: Mapping[Prevention, float]
    prevention_of_england: Mapping[Prevention, float]
    prevention_not_known: tuple[str, ...]


def region_money(books: Books, codes: Sequence[str]) -> RegionMoney | None:
    """The money of the councils of a region by their codes; None where no return is loaded."""
    period = books.price_year
    if period is None or not codes:
        return None
    first = first_year(books, period)
    councils = tuple(_council(books, code, period, first) for code in codes)
    both = [one.code for one in councils if one.change_share is not None]
    shares, unknown = _prevention(books, codes, period)
    return RegionMoney(
        period=period,
        now=books.per_child_together(codes, period),
        england=books.per_child(ENGLAND, period),
        councils=councils,
        both_then=books.per_child_together(both, first) if both and first else None,
        both_now=books.per_child_together(both, period) if both and first else None,
        not_both=tuple(one.code for one in councils if one.change_share is None),
        prevention=shares,
        prevention_of_england=_prevention(books, (ENGLAND,), period)[0],
        prevention_not_known=unknown,
    )


def first_year(books: Books, period: str) -> str | None:
    """The first year that a later one may be set beside: that of the total's last break, if any."""
    panel = books.panel
    breaks = panel.breaks_between(TOTAL, panel.periods[0], period)
    first = max((one.period for one in breaks), default=panel.periods[0])
    return first if first < period else None


def _council(books: Books, code: str, period: str, first: str | None) -> CouncilOfRegionMoney:
    shares, _ = _prevention(books, (code,), period)
    counted = books.prevention.lines(period).lines[RULES[1]]
    year = books.prevention.year(code, period)
    share = year.share(RULES[1])
    nought = books.prevention.at_nought(code, period)
    return CouncilOfRegionMoney(
        code=code,
        now=books.per_child(code, period),
        then=books.per_child(code, first) if first else None,
        prevention_share=shares.get(RULES[1]),
        prevention_missing=share if isinstance(share, Missing) else None,
        prevention_unread=year.unread,
        lines_at_nought=tuple(line for line in counted if line in nought),
        other=other_return(books, code, period, period),
    )


def _prevention(
    books: Books, codes: Sequence[str], period: str
) -> tuple[dict[Prevention, float], tuple[str, ...]]:
    """The shares of councils together by rule, and those whose share is not known."""
    if period not in books.prevention.periods():
        return {}, tuple(codes)
    years = [books.prevention.year(code, period) for code in codes]
    known = [year for year in years if year.known]
    total = sum(_number(year.total_pounds) for year in known)
    if total <= 0:
        return {}, tuple(codes)
    shares = {rule: sum(_number(year.pounds[rule]) for year in known) / total for rule in RULES}
    return shares, tuple(year.area for year in years if not year.known)


def _number(value: float | Missing) -> float:
    assert not isinstance(value, Missing)  # of a year that is known
    return value


def ends_pounds(money: RegionMoney) -> tuple[float, float] | None:
    """The lowest and the highest council's spend for each child; None with fewer than two.

    Councils of few children are left out: one placement moves their figure.
    """
    few = few_children(money)
    known = [
        one.now.cash.pounds
        for one in money.councils
        if isinstance(one.now.cash, Money) and one.code not in few
    ]
    return (min(known), max(known)) if len(known) > 1 else None


def few_children(money: RegionMoney) -> tuple[str, ...]:
    """The councils with a figure in which fewer than `FEWEST_CHILDREN` children live."""
    return tuple(
        one.code
        for one in money.councils
        if not isinstance(one.now.children, Missing) and one.now.children < FEWEST_CHILDREN
    )
