"""Rules about what a line costs for each child, beside all councils and the similar ones."""

from __future__ import annotations

from collections.abc import Iterator

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import NOTHING_BEFORE, Subject


def cost_per_child(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Pounds for each child outside the range in which nearly all councils are."""
    yield from _outside(subject, rule)


def far_from_similar(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """The same beside the council's similar councils, their pounds over their children."""
    yield from _outside(subject, rule)


def _outside(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    children = subject.count(rule)
    if children is None or children < rule.parameters["fewest_children"]:
        return
    for line in subject.lines(rule):
        pounds = subject.now.pounds(line)
        bounds = subject.expected(rule, line, None if subject.last(line) else NOTHING_BEFORE)
        if pounds is None or pounds <= 0 or bounds is None:
            continue
        each = pounds / children
        if bounds[0] <= each <= bounds[1]:
            continue
        # A small sum is asked about only where much was to be expected.
        if max(pounds, bounds[0] * children) < rule.parameters["smallest_pounds"]:
            continue
        yield subject.question(
            rule,
            line,
            unit="pounds_per_child",
            value=each,
            low=bounds[0],
            high=bounds[1],
            facts={"pounds": pounds, "children": children},
        )
