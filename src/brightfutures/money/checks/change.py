"""Rules about change: beyond what such lines ordinarily do from one year to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject
from brightfutures.money.finance_returns import BEFORE_INCOME, INCOME


def jump_in_spending(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Spending on a line that moved further than nine in ten such lines do."""
    yield from _jumps(subject, rule, subject.tree.leaves, BEFORE_INCOME)


def jump_in_total(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """The same of a total, which ordinarily moves less; and which one line made it, if one did."""
    for question in _jumps(subject, rule, tuple(subject.tree.parts_of), BEFORE_INCOME):
        line = _made_by(subject, rule, question)
        made = {} if line is None else {"made_by": line}
        yield replace(question, facts={**question.facts, **made})


def jump_in_income(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """The same of the income on a line."""
    yield from _jumps(subject, rule, subject.tree.leaves, INCOME)


def fell_to_nothing(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Nought on a line that held money in the newest year that tells it."""
    for line in subject.tree.leaves:
        last = subject.last(line)
        if subject.now.pounds(line) == 0 and last and last[1] >= rule.parameters["smallest_pounds"]:
            yield subject.question(
                rule, line, value=0.0, facts={"last_pounds": last[1], "last_year": last[0]}
            )


def appeared_from_nothing(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Money on a line that held nought in the newest year that tells it."""
    for line in subject.tree.leaves:
        last, pounds = subject.last(line), subject.now.pounds(line)
        if last and last[1] == 0 and (pounds or 0.0) >= rule.parameters["smallest_pounds"]:
            yield subject.question(
                rule, line, value=pounds, facts={"last_pounds": 0.0, "last_year": last[0]}
            )


def far_from_own_past(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Spending far from the middle of the council's own earlier years, each brought forward.

    An earlier year is brought forward by the change of the middle council since. One odd year
    before does not hide it, as it hides a jump.
    """
    for line in subject.tree.leaves:
        pounds = subject.now.pounds(line)
        if pounds is None or pounds <= 0:
            continue
        brought = [
            earlier * middle[0]
            for year, earlier in subject.earlier(line)
            if earlier > 0 and (middle := subject.expected(rule, line, year))
        ]
        if len(brought) < rule.parameters["fewest_years"]:
            continue
        usual, times = median(brought), rule.parameters["times"]
        if max(usual, pounds) >= rule.parameters["smallest_pounds"] and not (
            usual / times <= pounds <= usual * times
        ):
            yield subject.question(
                rule,
                line,
                value=pounds,
                low=usual / times,
                high=usual * times,
                facts={"usual": usual, "years": float(len(brought))},
            )


def _made_by(subject: Subject, rule: CheckRule, question: ReturnQuestion) -> str | None:
    """The one line that makes a declared share or more of a total's change, if there is one."""
    last, total = question.facts["last_pounds"], question.value
    if question.line is None or total is None or not isinstance(last, float):
        return None
    for line in subject.tree.leaves:
        if question.line in subject.tree.above(line):
            before, pounds = subject.last(line), subject.now.pounds(line)
            if before and pounds is not None and before[0] == question.facts["last_year"]:
                share = (pounds - before[1]) / (total - last)
                if share >= rule.parameters["share_of_one_line"]:
                    return line
    return None


def _jumps(
    subject: Subject, rule: CheckRule, lines: Sequence[str], measure: str
) -> Iterator[ReturnQuestion]:
    for line in lines:
        pounds, last = subject.now.pounds(line, measure), subject.last(line, measure)
        if pounds is None or last is None or pounds <= 0 or last[1] <= 0:
            continue
        bounds = subject.expected(rule, line, last[0])
        size = max(pounds, last[1])
        if bounds is None or size < rule.parameter("smallest_pounds", subject.now.account):
            continue
        if size < rule.parameters["large_pounds"]:
            bounds = bounds[2:] or bounds
        low, high = last[1] * bounds[0], last[1] * bounds[1]
        if not low <= pounds <= high:
            yield subject.question(
                rule,
                line,
                measure=measure,
                value=pounds,
                low=low,
                high=high,
                facts={"last_pounds": last[1], "last_year": last[0]},
            )
