"""Known errors planted in a return, so that it can be counted how many the checks find.

Each kind says what it does to the spending of one line. The line's net follows; where the error is
`carried` so do what each provider had of the line, in proportion, and the totals above it, as in a
form with formulas, so that no sum shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from brightfutures.money.checks.council_return import PROVIDERS, CouncilReturn
from brightfutures.money.checks.tree import LineTree
from brightfutures.money.finance_returns import AFTER_INCOME, BEFORE_INCOME, INCOME
from brightfutures.quantities import Missing, Value

Changed = Mapping[tuple[str, str], float]
"""Pounds by line and measure that take the place of what was returned."""


@dataclass(frozen=True)
class Kind:
    """One kind of error in the spending of a line: what it makes of the pounds."""

    name: str
    becomes: Callable[[float], float]


KINDS = (
    Kind("doubled", lambda pounds: pounds * 2.0),
    Kind("halved", lambda pounds: pounds / 2.0),
    Kind("sign turned", lambda pounds: -pounds),
    Kind("a thousand times too large", lambda pounds: pounds * 1_000.0),
    Kind("a thousand times too small", lambda pounds: pounds / 1_000.0),
    Kind("left at nought", lambda _pounds: 0.0),
)


def with_line_changed(
    told: CouncilReturn, tree: LineTree, line: str, pounds: float, *, carried: bool
) -> CouncilReturn:
    """The return with other spending on a line, and its net; sums follow where `carried`."""
    before = told.pounds(line)
    if before is None:
        return told
    changed = {}
    more = {BEFORE_INCOME: pounds - before, AFTER_INCOME: pounds - before}
    if carried and before:
        shares = {one: (told.pounds(line, one) or 0.0) / before for one in PROVIDERS}
        more |= {one: share * (pounds - before) for one, share in shares.items()}
    for one in (line, *(tree.above(line) if carried else ())):
        for measure, pounds_more in more.items():
            figure = told.pounds(one, measure)
            if figure is not None:
                changed[one, measure] = figure + pounds_more
    return changed_return(told, changed)


def with_lines_swapped(told: CouncilReturn, tree: LineTree, one: str, other: str) -> CouncilReturn:
    """The return with two lines exchanged in all three columns, and totals that still add up."""
    lines = dict(told.lines)
    lines[one], lines[other] = lines[other], lines[one]
    changed: dict[tuple[str, str], float] = {}
    for measure in (BEFORE_INCOME, INCOME, AFTER_INCOME):
        first, second = told.pounds(one, measure), told.pounds(other, measure)
        if first is None or second is None:
            continue
        for line, more in ((one, second - first), (other, first - second)):
            for above in tree.above(line):
                figure = changed.get((above, measure), told.pounds(above, measure))
                if figure is not None:
                    changed[above, measure] = figure + more
    return changed_return(replace(told, lines=lines), changed)


def in_other_units(told: CouncilReturn, times: float) -> CouncilReturn:
    """The whole return multiplied: pounds where thousands were asked for."""
    return changed_return(
        told,
        {
            (line, measure): value * times
            for line, figures in told.lines.items()
            for measure, value in figures.items()
            if not isinstance(value, Missing)
        },
    )


def sent_again(told: CouncilReturn, last_year: CouncilReturn) -> CouncilReturn:
    """Last year's figures in place of this year's."""
    return replace(told, lines=last_year.lines)


def not_sent(told: CouncilReturn) -> CouncilReturn:
    """No figure at all."""
    return replace(told, lines={line: {} for line in told.lines})


def changed_return(told: CouncilReturn, changed: Changed) -> CouncilReturn:
    """The return with some figures replaced, rounded to the thousand as the form holds them."""
    lines: dict[str, dict[str, Value]] = {line: dict(one) for line, one in told.lines.items()}
    for (line, measure), pounds in changed.items():
        lines[line][measure] = 1_000.0 * round(pounds / 1_000.0)
    return replace(told, lines=lines)
