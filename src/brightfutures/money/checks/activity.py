"""Rules that read money and children together: the one without the other."""

from __future__ import annotations

from collections.abc import Iterator

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject


def spending_without_children(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Money for a kind of help that no child has."""
    if subject.count(rule) != 0:
        return
    for line in subject.lines(rule):
        pounds = subject.now.pounds(line)
        if pounds is not None and pounds >= rule.parameters["smallest_pounds"]:
            yield subject.question(rule, line, value=pounds, facts={"children": 0.0})


def children_without_spending(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Children with a kind of help for which no line holds any money."""
    children = subject.count(rule)
    if children is None or children < rule.parameters["fewest_children"]:
        return
    lines = subject.lines(rule)
    spent = [subject.now.pounds(line) for line in lines]
    if lines and all(pounds == 0 for pounds in spent):
        yield subject.question(
            rule,
            lines[0],
            value=0.0,
            other_lines=lines[1:],
            facts={"children": children},
        )
