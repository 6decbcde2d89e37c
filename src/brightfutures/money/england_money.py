"""England's money gathered: growth line by line, how far councils lie apart, budgets, prevention.

England's row is the publisher's: it holds estimates for the councils that sent no return.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import Break
from brightfutures.money.books import Books
from brightfutures.money.council_money import LineOfYear, lines_of_area
from brightfutures.money.finance_returns import BEFORE_INCOME, SECTION_251
from brightfutures.money.financial_years import end_year
from brightfutures.money.gap_counts import GapCounts, gap_counts
from brightfutures.money.grants import GrantOfYear
from brightfutures.money.judged import Judged
from brightfutures.money.other_return import other_return
from brightfutures.money.overspend import HowUsual, Overspend
from brightfutures.money.panel_sums import EnglandBesideCouncils, england_beside_councils
from brightfutures.money.per_child import PerChild
from brightfutures.money.placement_kinds import PLACEMENT_KINDS, PlacementKind
from brightfutures.money.prevention import TOTAL, PreventionYear
from brightfutures.money.prevention_fifths import PreventionFifth
from brightfutures.money.split_levels import LEVELS
from brightfutures.money.spread import Spread
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import ENGLAND, Missing, Money

TENTHS = (0.1, 0.5, 0.9)

DEEPEST = 1
"""Growth is told of the total and of its parts."""


@dataclass(frozen=True, kw_only=True)
class Growth:
    """One line between two years with no break between them: all of it, and for each child.

    `then` and `now` are the year's pounds in real terms where prices are known (their price year
    says); the two `PerChild` are the same for each child.
    """

    line: str
    then: Money
    now: Money
    first: PerChild
    last: PerChild
    same_prices: bool

    @property
    def share(self) -> float | None:
        """By which share it grew beyond prices; None without prices, or from nought."""
        if not self.same_prices or self.then.pounds <= 0:
            return None
        return self.now.pounds / self.then.pounds - 1.0

    @property
    def share_per_child(self) -> float | None:
        """The same for each child."""
        first, last = self.first.real, self.last.real
        if isinstance(first, Missing) or isinstance(last, Missing) or not self.same_prices:
            return None
        return last.pounds / first.pounds - 1.0 if first.pounds > 0 else None


@dataclass(frozen=True, kw_only=True)
class SpreadOfYear:
    """How far councils lay apart in one year, all of them and those judged good or outstanding."""

    period: str
    every: Spread
    judged: Judged
    among_judged: Spread


@dataclass(frozen=True, kw_only=True)
class EnglandCost:
    """A week of one kind of placement in England, and where councils with a figure lie.

    A tenth of them lie below `low_tenth` pounds a week, half below `middle`; None without any.
    """

    kind: PlacementKind
    england: UnitCost
    councils: int
    low_tenth: float | None
    middle: float | None
    high_tenth: float | None


@dataclass(frozen=True, kw_only=True)
class EnglandMoney:
    """All of England in one year; histories are in prices of `period`.

    `by_provider` holds for each kind of placement a week's cost by who provides it, in the newest
    year that tells one. `contradicted` are the councils whose section 251 return of the year is
    so far from their outturn that both cannot be right.
    """

    period: str
    beside_councils: EnglandBesideCouncils
    ours: PerChild
    lines: tuple[LineOfYear, ...]
    history: tuple[PerChild, ...]
    breaks: tuple[Break, ...]
    growth: tuple[Growth, ...]
    before_the_break: Growth | None
    spreads: tuple[SpreadOfYear, ...]
    sector: Spread
    overspends: Mapping[str, tuple[Overspend, ...]]
    usual: Mapping[str, HowUsual]
    prevention: tuple[PreventionYear, ...]
    fifths: tuple[PreventionFifth, ...]
    first_fifths: tuple[PreventionFifth, ...]
    grants: tuple[GrantOfYear, ...]
    gaps: tuple[GapCounts, ...]
    unit_costs: tuple[EnglandCost, ...]
    by_provider: tuple[Mapping[str, UnitCost], ...]
    contradicted: frozenset[str] = frozenset()


def england_money(books: Books) -> EnglandMoney | None:
    """England's money in the newest year; None where no return is loaded.

    Some seconds when it is first asked for: every council's gap is parted.
    """
    period = books.price_year
    if period is None:
        return None
    panel = books.panel
    years = books.prevention.periods()
    return EnglandMoney(
        period=period,
        beside_councils=england_beside_councils(panel, TOTAL, BEFORE_INCOME, period),
        ours=books.per_child(ENGLAND, period),
        lines=lines_of_area(books, ENGLAND, (), period),
        history=books.per_child_history(ENGLAND),
        breaks=panel.breaks_between(TOTAL, panel.periods[0], period),
        growth=tuple(_growth(books, period)),
        before_the_break=_before_the_break(books),
        spreads=tuple(_spreads(books)),
        sector=books.spreads.sector_figure(),
        overspends={year: books.budgets.overspends(ENGLAND, year) for year in books.budgets.years},
        usual={year: books.budgets.how_usual(year) for year in books.budgets.years},
        prevention=books.prevention.history(ENGLAND),
        fifths=books.prevention.fifths(years[-1]) if years else (),
        first_fifths=books.prevention.fifths(years[0]) if len(years) > 1 else (),
        grants=books.grants_for_early_help(ENGLAND),
        gaps=tuple(_gap_counts(books, period)),
        unit_costs=tuple(_unit_costs(books, period)),
        by_provider=tuple(_by_provider(books)),
        contradicted=frozenset(
            code
            for code in books.councils_there(period)
            if other_return(books, code, period, period).far_apart
        ),
    )


def _growth(books: Books, period: str) -> Iterator[Growth]:
    """Each line since its own last break or the total's, or since it was first told.

    From the total's on, so that what grew most is asked of the same years.
    """
    panel = books.panel
    breaks = panel.breaks_between(TOTAL, panel.periods[0], period)
    of_total = max((one.period for one in breaks), default=panel.periods[0])
    for one in lines_of_area(books, ENGLAND, (), period):
        if one.depth > DEEPEST:
            continue
        breaks = panel.breaks_between(one.line, panel.periods[0], period)
        since = max((of_total, *(each.period for each in breaks)))
        years = [year for year in panel.periods if since <= year <= period]
        found = _between(books, one.line, years)
        if found is not None:
            yield found


def _before_the_break(books: Books) -> Growth | None:
    """The total from its first year to the last before its last break."""
    panel = books.panel
    breaks = panel.breaks_between(TOTAL, panel.periods[0], panel.periods[-1])
    if not breaks:
        return None
    periods = sorted(one.period for one in breaks)
    earlier = periods[-2] if len(periods) > 1 else panel.periods[0]
    return _between(books, TOTAL, [year for year in panel.periods if earlier <= year < periods[-1]])


def _between(books: Books, line: str, years: list[str]) -> Growth | None:
    """The growth of a line from the first of these years with a figure to the last."""
    known = [year for year in years if books.per_child(ENGLAND, year, line).missing is None]
    if len(known) < 2:
        return None
    first, last = (books.per_child(ENGLAND, year, line) for year in (known[0], known[-1]))
    then, now = _real(books, first), _real(books, last)
    return Growth(
        line=line,
        then=then,
        now=now,
        first=first,
        last=last,
        same_prices=then.price_year == now.price_year,
    )


def _real(books: Books, one: PerChild) -> Money:
    assert not isinstance(one.pounds, Missing)
    money = Money(one.pounds, one.period)
    return books.prices.in_prices_of(money, books.price_year or one.period)


def _spreads(books: Books) -> Iterator[SpreadOfYear]:
    for period in books.panel.periods:
        day = datetime.date(end_year(period), 3, 31)
        every = books.spreads.spread(period)
        if every.councils:
            yield SpreadOfYear(
                period=period,
                every=every,
                judged=books.spreads.judged(day),
                among_judged=books.spreads.spread(period, judged=day),
            )


def _gap_counts(books: Books, period: str) -> Iterator[GapCounts]:
    gaps = books.gaps(period)
    today = [area.code for area in books.geography.councils()]
    for level in LEVELS:
        yield gap_counts(level.id, {code: gaps[level.id].gap(code) for code in today})


def _unit_costs(books: Books, period: str) -> Iterator[EnglandCost]:
    costs = books.unit_costs
    for kind in PLACEMENT_KINDS:
        if period in costs.periods(kind):
            every = costs.of_every_council(kind, period)
            known = [one.weekly.pounds for one in every.values() if isinstance(one.weekly, Money)]
            ends = np.quantile(known, TENTHS).tolist() if known else [None] * len(TENTHS)
            yield EnglandCost(
                kind=kind,
                england=costs.of(ENGLAND, kind, period),
                councils=len(known),
                low_tenth=ends[0],
                middle=ends[1],
                high_tenth=ends[2],
            )


def _by_provider(books: Books) -> Iterator[Mapping[str, UnitCost]]:
    costs = books.unit_costs
    for kind in PLACEMENT_KINDS:
        for period in reversed(costs.periods(kind, SECTION_251)):
            found = costs.in_england_by_provider(kind, period)
            if any(isinstance(one.weekly, Money) for one in found.values()):
                yield found
                break
