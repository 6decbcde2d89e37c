"""Every council's year, from a spend panel, published counts and need.

Children are the mean of both year-ends where both are known, since money is of the year between
them; else those of the day on which it ended. How much of their chance is of the day follows from
how long help lasts on average in England: children helped over those whose help ended in the year
(Little 1961).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from brightfutures.money.chance_of_the_day import chance_of_the_day, mean_stay_years
from brightfutures.money.council_year import CouncilYear, KindOfHelp, OtherLine
from brightfutures.money.figures_by_area import FiguresByArea
from brightfutures.money.finance_returns import BEFORE_INCOME
from brightfutures.money.financial_years import end_year, mid_year_within, through_the_year
from brightfutures.money.need import Need
from brightfutures.money.panel import SpendPanel
from brightfutures.money.split_levels import DeclaredKind, SplitLevel
from brightfutures.published.readings import Readings
from brightfutures.quantities import ENGLAND, Missing, Reason, Value

CHILDREN = "children_aged_0_to_17"


@dataclass(frozen=True)
class CouncilYears:
    """Years of councils at one level.

    `wobble_variance` is by indicator how much such numbers ordinarily move beyond chance, as the
    variance of their log; nought for one that is not given.
    """

    level: SplitLevel
    panel: SpendPanel
    readings: Callable[[str], Readings]
    wobble_variance: Mapping[str, float] = field(default_factory=dict)
    _series: dict[str, FiguresByArea] = field(default_factory=dict, repr=False)
    _usual: dict[tuple[str, str], float] = field(default_factory=dict, repr=False)

    def of(self, council: str, period: str, need: Need) -> CouncilYear:
        """One council's financial year, with `need` of the day on which it ended."""
        kinds = tuple(self._kind(kind, council, period) for kind in self.level.kinds)
        on_kinds = {leaf for kind in self.level.kinds for leaf in self._leaves(kind, period)}
        return CouncilYear(
            council=council,
            spend_pounds=self._spend(self.level.line, council, period),
            children_living_there=self._figures(CHILDREN).at(council, mid_year_within(period)),
            children_helped=self._children((self.level.helped,), (), council, period),
            children_expected=need.children_expected(council),
            kinds=kinds,
            other_lines=tuple(
                OtherLine(
                    name=leaf,
                    spend_pounds=self._spend(leaf, council, period),
                    children_counted=leaf in self.level.counted_lines,
                )
                for leaf in self.panel.leaves_of(self.level.line, period)
                if leaf not in on_kinds
            ),
        )

    def mean_stay_years(self, kind: DeclaredKind, period: str) -> float | None:
        """How long such help lasts on average in England, in years; None where it is not known."""
        end = end_year(period)
        return mean_stay_years(
            self._figures(kind.helped).at(ENGLAND, str(end)),
            self._figures(kind.ended).at(ENGLAND, str(end)),
        )

    def _kind(self, kind: DeclaredKind, council: str, period: str) -> KindOfHelp:
        stay = self.mean_stay_years(kind, period)
        before = self._on_the_day(kind.children, council, end_year(period) - 1)
        both = not isinstance(before, Missing)
        return KindOfHelp(
            name=kind.id,
            spend_pounds=self._spend_on(kind, council, period),
            children=self._children(kind.children, kind.children_less, council, period),
            wobble_variance=self.wobble_variance.get(kind.wobble_indicator, 0.0),
            chance_of_the_day=chance_of_the_day(stay, both_year_ends=both),
            usual_pounds=self._usual_pounds(kind, period),
        )

    def _spend_on(self, kind: DeclaredKind, council: str, period: str) -> Value:
        """The lines of a kind by their parts; a line's own total where a part is not told."""

        def on_line(line: str) -> Value:
            by_parts = _sum(
                self._spend(leaf, council, period) for leaf in self.panel.leaves_of(line, period)
            )
            if isinstance(by_parts, Missing):
                return self._spend(line, council, period)
            return by_parts

        return _sum(on_line(line) for line in self._lines(kind, period))

    def _usual_pounds(self, kind: DeclaredKind, period: str) -> float:
        """What England spends on one child of the kind in the year; nought if not known."""
        key = kind.id, period
        if key not in self._usual:
            spend = self._spend_on(kind, ENGLAND, period)
            children = self._children(kind.children, kind.children_less, ENGLAND, period)
            each = 0.0
            if not isinstance(spend, Missing) and not isinstance(children, Missing):
                each = spend / children if children > 0 else 0.0
            self._usual[key] = each
        return self._usual[key]

    def _lines(self, kind: DeclaredKind, period: str) -> tuple[str, ...]:
        """The lines of a kind that the return asked for in the year."""
        return tuple(line for line in kind.lines if self.panel.asked_for(line, period))

    def _leaves(self, kind: DeclaredKind, period: str) -> tuple[str, ...]:
        """The lines of a kind without parts, of those that the return asked for in the year."""
        lines = self._lines(kind, period)
        return tuple(leaf for line in lines for leaf in self.panel.leaves_of(line, period))

    def _spend(self, line: str, council: str, period: str) -> Value:
        return self.panel.whole_at(line, BEFORE_INCOME, council, period)

    def _children(
        self, added: tuple[str, ...], less: tuple[str, ...], council: str, period: str
    ) -> Value:
        """The mean of both year-ends, or the last of them."""

        def on_31_march(year: int) -> Value:
            there = self._on_the_day(added, council, year)
            return there - self._on_the_day(less, council, year) if less else there

        end = end_year(period)
        return through_the_year(on_31_march(end - 1), on_31_march(end))

    def _on_the_day(self, names: tuple[str, ...], council: str, year: int) -> Value:
        return _sum(self._figures(name).at(council, str(year)) for name in names)

    def _figures(self, name: str) -> FiguresByArea:
        if name not in self._series:
            self._series[name] = FiguresByArea(self.readings(name))
        return self._series[name]


def _sum(values: Iterable[Value]) -> Value:
    """All of them added up; nothing at all is not known."""
    found = list(values)
    if not found:
        return Missing((Reason.NOT_COLLECTED,))
    total: Value = 0.0
    for value in found:
        total = total + value
    return total
