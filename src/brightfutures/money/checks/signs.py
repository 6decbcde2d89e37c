"""Rules about signs and about thousands."""

from __future__ import annotations

from collections.abc import Iterator

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject
from brightfutures.money.finance_returns import BEFORE_INCOME, INCOME


def negative(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Spending below nought that is not simply the year before's with its sign turned."""
    yield from _below_nought(subject, rule, BEFORE_INCOME)


def negative_income(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Income below nought."""
    yield from _below_nought(subject, rule, INCOME)


def sign_turned(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Spending below nought that would be like the year before's without its minus."""
    for line in subject.lines(rule):
        pounds, last = subject.now.pounds(line), subject.last(line)
        if pounds is None or pounds >= 0 or last is None or last[1] <= 0:
            continue
        within = rule.parameters["within"]
        if last[1] / within <= -pounds <= last[1] * within:
            yield subject.question(
                rule,
                line,
                value=pounds,
                low=last[1] / within,
                high=last[1] * within,
                facts={"last_pounds": last[1], "last_year": last[0]},
            )


def income_over_spending(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """More income on a line than was spent on it."""
    for line in subject.lines(rule):
        spend, income = subject.now.pounds(line), subject.now.pounds(line, INCOME)
        if spend is None or income is None or spend < 0:
            continue
        if income - spend >= rule.parameters["smallest_pounds"]:
            yield subject.question(
                rule,
                line,
                measure=INCOME,
                value=income,
                low=0.0,
                high=spend,
                facts={"spend": spend},
            )


def line_in_wrong_thousands(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """A figure about a thousand times the year before's, or a thousandth of it."""
    if _whole(subject, rule):
        return
    for line in subject.lines(rule):
        for measure in (BEFORE_INCOME, INCOME):
            last = subject.last(line, measure)
            pounds = subject.now.pounds(line, measure)
            if last and pounds and _thousands(rule, pounds, last[1]):
                yield subject.question(
                    rule,
                    line,
                    measure=measure,
                    value=pounds,
                    facts={"last_pounds": last[1], "last_year": last[0]},
                )
                break


def return_in_wrong_thousands(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """The total of all is about a thousand times the year before's, or a thousandth."""
    if _whole(subject, rule) and subject.tree.top is not None:
        top = subject.tree.top
        year, last = subject.last(top) or ("", 0.0)
        yield subject.question(
            rule,
            top,
            value=subject.now.pounds(top),
            facts={"last_pounds": last, "last_year": year},
        )


def _whole(subject: Subject, rule: CheckRule) -> bool:
    """Whether most lines, and not one, are out by a thousand."""
    pairs = [
        (pounds, last[1])
        for line in subject.tree.leaves
        if (last := subject.last(line)) and (pounds := subject.now.pounds(line))
    ]
    out = sum(_thousands(rule, *pair) for pair in pairs)
    return len(pairs) > 1 and out * 2 > len(pairs)


def _thousands(rule: CheckRule, pounds: float, last: float) -> bool:
    if min(abs(pounds), abs(last)) <= 0:
        return False
    factor = max(abs(pounds) / abs(last), abs(last) / abs(pounds))
    largest = max(abs(pounds), abs(last))
    return (
        rule.parameters["smallest_factor"] <= factor <= rule.parameters["largest_factor"]
        and largest >= rule.parameters["smallest_pounds"]
    )


def _below_nought(subject: Subject, rule: CheckRule, measure: str) -> Iterator[ReturnQuestion]:
    for line in subject.lines(rule):
        pounds = subject.now.pounds(line, measure)
        if pounds is not None and pounds <= -rule.parameters["smallest_pounds"]:
            yield subject.question(rule, line, measure=measure, value=pounds, low=0.0)
