"""Rules about what was returned at all. What is missing is asked once, here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject
from brightfutures.money.finance_returns import BEFORE_INCOME


def missing_return(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """No figure at all in a year in which other councils returned."""
    if not subject.now.holds_figures and subject.others_returned:
        yield subject.question(rule, None)


def line_left_blank(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """No figure on lines that held money the year before, though the return was sent."""
    if not subject.now.holds_figures:
        return
    blank = [
        line
        for line in subject.tree.leaves
        if subject.now.pounds(line) is None
        and line not in subject.untold
        and not _total_not_broken_down(subject, line)
        and (last := subject.last(line)) is not None
        and last[1] >= rule.parameters["smallest_pounds"]
    ]
    if blank:
        year, pounds = subject.last(blank[0]) or ("", 0.0)
        yield subject.question(
            rule,
            blank[0],
            other_lines=tuple(blank[1:]),
            facts={"last_pounds": pounds, "last_year": year},
        )


def parts_not_told(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """A total with spending, none of which its parts tell."""
    for line, parts in subject.tree.parts_of.items():
        pounds = subject.now.pounds(line)
        if subject.untold.issuperset(parts):
            continue
        if pounds and pounds >= rule.parameters["smallest_pounds"] and _nothing_in(subject, line):
            yield subject.question(rule, line, value=pounds, other_lines=parts)


def _nothing_in(subject: Subject, line: str) -> bool:
    """Whether every part of a total is nought or blank."""
    return not any(subject.now.pounds(part, BEFORE_INCOME) for part in subject.tree.parts_of[line])


def _total_not_broken_down(subject: Subject, line: str) -> bool:
    above = subject.tree.parent_of[line]
    return above is not None and bool(subject.now.pounds(above)) and _nothing_in(subject, above)
