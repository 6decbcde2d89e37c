"""A rule's worked example as a return to check: the figures that ask, or the quiet ones."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.registry import CHECKS
from brightfutures.money.checks.subject import Subject
from brightfutures.money.checks.tree import broken_lines, line_tree
from brightfutures.money.finance_returns import BUDGET, SECTION_251
from brightfutures.quantities import Period, PeriodKind

Lines = Mapping[str, Mapping[str, float]]


def asked_of_example(
    catalogue: Catalogue, rule: CheckRule, *, quiet: bool = False
) -> tuple[ReturnQuestion, ...]:
    """What a rule asks of its own example, or of the same with the quiet figures."""
    return tuple(CHECKS[rule.check](example_subject(catalogue, rule, quiet=quiet), rule))


def example_subject(catalogue: Catalogue, rule: CheckRule, *, quiet: bool = False) -> Subject:
    """The figures of a rule's example, beside those of three like years before."""
    example = rule.example
    period = Period(PeriodKind.FINANCIAL_YEAR, example.period)
    before = [period.shifted(-years).label for years in (1, 2, 3)]
    now = {**example.now, **(example.quiet if quiet else {})}
    children = {**example.children, **(example.quiet_children if quiet else {})}
    other = BUDGET if rule.check == "far_from_budget" else SECTION_251
    account = example.account
    return Subject(
        now=_return(account, example.period, now),
        tree=line_tree(catalogue.spending, account, example.period),
        broken={
            year: broken_lines(catalogue.spending, account, year, example.period) for year in before
        },
        past=tuple(_return(account, year, example.before) for year in before if example.before),
        expected=lambda _rule, line, _before: example.expected.get(line),
        children=dict(children),
        others={other: _return(other, example.period, example.other)} if example.other else {},
    )


def _return(account: str, period: str, lines: Lines) -> CouncilReturn:
    return CouncilReturn(account, period, {line: dict(told) for line, told in lines.items()})
