"""Rules that set a return beside the council's other returns of the same year."""

from __future__ import annotations

from collections.abc import Iterator

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject
from brightfutures.money.finance_returns import (
    AFTER_INCOME,
    BEFORE_INCOME,
    BUDGET,
    BUDGET_AFTER_INCOME,
    SECTION_251,
)


def differs_from_section_251(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """The two returns of one year differ by more than nearly all councils' do on the line."""
    yield from _beside(subject, rule, SECTION_251, BEFORE_INCOME, BEFORE_INCOME)


def far_from_budget(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """What was spent is further from the council's own plan than in nearly all councils."""
    yield from _beside(subject, rule, BUDGET, AFTER_INCOME, BUDGET_AFTER_INCOME)


def _beside(
    subject: Subject, rule: CheckRule, account: str, measure: str, other_measure: str
) -> Iterator[ReturnQuestion]:
    other = subject.others.get(account)
    if other is None or account == subject.now.account:
        return
    for line in subject.lines(rule):
        pounds, beside = subject.now.pounds(line, measure), other.pounds(line, other_measure)
        if pounds is None or beside is None or min(pounds, beside) <= 0:
            continue
        bounds = subject.expected(rule, line, None)
        if bounds is None or abs(pounds - beside) < rule.parameters["smallest_pounds"]:
            continue
        low, high = beside * bounds[0], beside * bounds[1]
        if not low <= pounds <= high:
            yield subject.question(
                rule,
                line,
                measure=measure,
                value=pounds,
                low=low,
                high=high,
                facts={"beside": beside},
            )
