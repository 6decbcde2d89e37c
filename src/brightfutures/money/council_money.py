"""One council's money in one year, gathered: what its page, its files and its command tell.

The year is the newest that the council has returned, unless another is asked for. What stands
beside it is the councils of a set taken together: those of the split of its gap where there is
one, so that every figure beside it is of the same councils.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brightfutures.catalogue import Break
from brightfutures.measures.judge import Against
from brightfutures.measures.similar import SIMILAR
from brightfutures.money.books import Books
from brightfutures.money.finance_returns import AFTER_INCOME, BEFORE_INCOME, INCOME, SECTION_251
from brightfutures.money.gap_behind import GapBehind
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.overspend import Overspend
from brightfutures.money.per_child import PerChild, per_child, per_child_together
from brightfutures.money.placement_kinds import PLACEMENT_KINDS, PlacementKind
from brightfutures.money.prevention import TOTAL, PreventionYear
from brightfutures.money.split_levels import ALL_LINES, LEVELS, SplitLevel
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import Area, Missing, Reason, Value


@dataclass(frozen=True, kw_only=True)
class LevelGap:
    """The gap at one level: its parts and what lies behind them, or why there are none."""

    level: SplitLevel
    split: GapSplit | Missing
    behind: GapBehind | None = None


@dataclass(frozen=True, kw_only=True)
class LineOfYear:
    """One line in one year, in pounds of it; `depth` is 0 for the total, 1 for its parts.

    `ours` and `theirs` are before income for each child, in cash; `theirs` is of the councils
    beside together, None with none. `section_251_pounds` is the other return's figure.
    """

    line: str
    depth: int
    spend_pounds: Value
    income_pounds: Value
    net_pounds: Value
    section_251_pounds: Value
    ours: PerChild
    theirs: PerChild | None


@dataclass(frozen=True, kw_only=True)
class UnitCostBeside:
    """What a week of one kind of placement costs here, and in the councils beside together."""

    kind: PlacementKind
    ours: UnitCost
    theirs: UnitCost | None
    beside: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CouncilMoney:
    """All of one council in one year.

    `newest` is the newest year of the return, `asked` the council's figure in the year that was
    asked for, which has none where `period` is an earlier one; `period` is None where there is
    no figure of any year. `ours` and `theirs` are in cash, the histories in real terms.
    """

    area: Area
    newest: str
    asked: PerChild
    period: str | None
    ours: PerChild
    theirs: PerChild | None
    beside: tuple[str, ...]
    gaps: tuple[LevelGap, ...]
    lines: tuple[LineOfYear, ...]
    history: tuple[PerChild, ...]
    history_beside: tuple[PerChild, ...]
    breaks: tuple[Break, ...]
    prevention: tuple[PreventionYear, ...]
    overspends: Mapping[str, tuple[Overspend, ...]]
    unit_costs: tuple[UnitCostBeside, ...]

    @property
    def checked_years(self) -> tuple[str, ...]:
        """The years whose return is checked: the one asked for, and then the one told if another.

        They differ where the council has no figure of the newest year, and an earlier is told.
        """
        if self.period is None or self.period == self.asked.period:
            return (self.asked.period,)
        return (self.asked.period, self.period)

    def gap(self, level: SplitLevel = ALL_LINES) -> LevelGap:
        """The gap at one level."""
        return next(one for one in self.gaps if one.level == level)

    @property
    def split(self) -> GapSplit | None:
        """The split of the whole gap, where there is one."""
        return next(
            (
                one.split
                for one in self.gaps
                if one.level == ALL_LINES and isinstance(one.split, GapSplit)
            ),
            None,
        )


def council_money(
    books: Books, area: Area, against: Against = SIMILAR, period: str | None = None
) -> CouncilMoney | None:
    """One council's money; None where no return is loaded.

    Raises `WrongUse` for an unknown set. `period` must be one of the return's.
    """
    newest = books.price_year
    if newest is None:
        return None
    asked_for = period or _last_year_of(books, area)
    found = period or newest_told(books, area)
    gaps = () if found is None or area.is_former else tuple(_gaps(books, area, against, found))
    beside = _beside(books, area, against, found, gaps)
    return CouncilMoney(
        area=area,
        newest=newest,
        asked=_cash(books, area.code, asked_for),
        period=found,
        ours=_cash(books, area.code, found or asked_for),
        theirs=_together(books, beside, found, TOTAL) if found and beside else None,
        beside=beside,
        gaps=gaps,
        lines=() if found is None else lines_of_area(books, area.code, beside, found),
        history=books.per_child_history(area.code),
        history_beside=tuple(books.per_child_together(beside, one) for one in books.panel.periods)
        if beside
        else (),
        breaks=books.panel.breaks_between(TOTAL, books.panel.periods[0], books.panel.periods[-1]),
        prevention=books.prevention.history(area.code),
        overspends={
            year: books.budgets.overspends(area.code, year) for year in books.budgets.years
        },
        unit_costs=tuple(_unit_costs(books, area, beside, found)) if found else (),
    )


def _last_year_of(books: Books, area: Area) -> str:
    """The newest year of the return in which the council existed."""
    there = [
        period
        for period in books.panel.periods
        if books.panel.there[books.panel.places.rows[area.code], books.panel.period_index[period]]
    ]
    return there[-1] if there else books.panel.periods[-1]


def newest_told(books: Books, area: Area) -> str | None:
    """The newest year of the revenue outturn with a figure for each child; None without one."""
    for period in reversed(books.panel.periods):
        if books.per_child(area.code, period).missing is None:
            return period
    return None


def _gaps(books: Books, area: Area, against: Against, period: str) -> Iterator[LevelGap]:
    for level in LEVELS:
        gaps = books.gaps(period)[level.id]
        split = gaps.gap(area.code, against)
        behind = gaps.behind(split) if isinstance(split, GapSplit) else None
        yield LevelGap(level=level, split=split, behind=behind)


def _beside(
    books: Books, area: Area, against: Against, period: str | None, gaps: tuple[LevelGap, ...]
) -> tuple[str, ...]:
    """The councils of the split, else those of the set that existed; none beside a former one."""
    if period is None or area.is_former:
        return ()
    for one in gaps:
        if one.level == ALL_LINES and isinstance(one.split, GapSplit):
            return one.split.comparators
    used = books.measures.comparators.comparison_set(area.code, against).councils
    there = set(books.councils_there(period))
    return tuple(code for code in used if code in there)


def _cash(books: Books, area: str, period: str, line: str = TOTAL) -> PerChild:
    """Spend for each child in pounds of the year itself."""
    spend = books.spend_of_year(area, period, line, BEFORE_INCOME)
    return per_child(spend, books.prices, period)


def _together(books: Books, beside: tuple[str, ...], period: str, line: str) -> PerChild:
    spends = [books.spend_of_year(area, period, line, BEFORE_INCOME) for area in beside]
    return per_child_together(spends, books.prices, period)


def lines_of_area(
    books: Books, area: str, beside: tuple[str, ...], period: str
) -> tuple[LineOfYear, ...]:
    """Every line that the return asks for in a year, of a council or of England."""
    return tuple(_lines(books, area, beside, period))


def _lines(books: Books, area: str, beside: tuple[str, ...], period: str) -> Iterator[LineOfYear]:
    for line, depth in lines_in_order(books, period):
        other = books.panel_of(SECTION_251)
        panel = books.panel
        yield LineOfYear(
            line=line,
            depth=depth,
            spend_pounds=panel.value_at(line, BEFORE_INCOME, area, period),
            income_pounds=panel.value_at(line, INCOME, area, period),
            net_pounds=panel.value_at(line, AFTER_INCOME, area, period),
            section_251_pounds=other.value_at(line, BEFORE_INCOME, area, period)
            if area in other.places.rows
            else Missing((Reason.UNAVAILABLE,)),
            ours=_cash(books, area, period, line),
            theirs=_together(books, beside, period, line) if beside else None,
        )


def _unit_costs(
    books: Books, area: Area, beside: tuple[str, ...], period: str
) -> Iterator[UnitCostBeside]:
    """Each kind of placement, where the return of the year tells it."""
    costs = books.unit_costs
    for kind in PLACEMENT_KINDS:
        if period in costs.periods(kind):
            yield UnitCostBeside(
                kind=kind,
                ours=costs.of(area.code, kind, period),
                theirs=costs.together(beside, kind, period) if beside else None,
                beside=beside,
            )


def lines_in_order(books: Books, period: str) -> tuple[tuple[str, int], ...]:
    """The lines that the return asks for in a year, parts under their total, with their depth."""
    return tuple(_under(books, TOTAL, period, 0))


def _under(books: Books, line: str, period: str, depth: int) -> Iterator[tuple[str, int]]:
    yield line, depth
    for part in books.panel.parts_of(line, period):
        yield from _under(books, part, period, depth + 1)
