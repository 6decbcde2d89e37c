"""What a rule is given: the return, what came before it, and what is usual."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.tree import LineTree
from brightfutures.money.finance_returns import BEFORE_INCOME
from brightfutures.quantities import Missing, Reason, Value

_UNKNOWN = Missing((Reason.UNAVAILABLE,))
_NOTHING: frozenset[str] = frozenset()

NOTHING_BEFORE = "nothing before"
"""Stands for the earlier year of a line that has no earlier figure to be set beside."""

Expected = Callable[[CheckRule, str, str | None], tuple[float, ...] | None]
"""By rule, line and earlier year: the lowest and highest usual figure, in the rule's own unit."""


@dataclass(frozen=True, eq=False)
class Subject:
    """One council's return under check. `past` is the council's own, newest first.

    `children` are counts by series; `others` its other accounts of the same year by id; `broken`
    the lines of each earlier year that cannot be compared with this one, and `omitted` those whose
    figures of an earlier year leave out what the publisher says was forgotten. `untold` are lines
    that this year's publication has of nobody.
    """

    now: CouncilReturn
    tree: LineTree
    past: tuple[CouncilReturn, ...]
    expected: Expected
    children: Mapping[str, Value] = field(default_factory=dict)
    others: Mapping[str, CouncilReturn] = field(default_factory=dict)
    broken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    omitted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    untold: frozenset[str] = _NOTHING
    others_returned: bool = True  # whether other councils have returned this year

    def lines(self, rule: CheckRule) -> tuple[str, ...]:
        """The lines that a rule is asked of and that this year's return has."""
        asked = self.tree.parent_of
        return tuple(line for line in (rule.lines or asked) if line in asked)

    def last(self, line: str, measure: str = BEFORE_INCOME) -> tuple[str, float] | None:
        """The newest earlier year that tells a figure and what it was; None behind a break."""
        return next(self.earlier(line, measure), None)

    def earlier(self, line: str, measure: str = BEFORE_INCOME) -> Iterator[tuple[str, float]]:
        """Earlier years and figures, newest first, back to a break in the line.

        A year of which the line, or a part of it, was left out is passed over.
        """
        for one in self.past:
            if line in self.broken.get(one.period, _NOTHING):
                return
            if line in self.omitted.get(one.period, _NOTHING):
                continue
            pounds = one.pounds(line, measure)
            if pounds is not None:
                yield one.period, pounds

    def count(self, rule: CheckRule) -> float | None:
        """The children of a rule's series, added; None where one of them is not known."""
        total: Value = 0.0
        for name in rule.children:
            total = total + self.children[name] if name in self.children else _UNKNOWN
        return None if isinstance(total, Missing) or not rule.children else total

    def question(self, rule: CheckRule, line: str | None, **more: object) -> ReturnQuestion:
        """The question of a rule about a line."""
        return ReturnQuestion(
            rule=rule.id,
            severity=rule.severity,
            account=self.now.account,
            period=self.now.period,
            line=line,
            **more,  # type: ignore[arg-type]
        )
