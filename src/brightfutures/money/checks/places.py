"""Rules about money on the wrong line: lines exchanged, and money that moved between two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from brightfutures.catalogue.checks import CheckRule
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.subject import Subject


def swapped_lines(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """Two lines each of which is far from its own last figure and near the other's."""
    within, apart = rule.parameters["within"], rule.parameters["apart"]
    for (one, now_one, last_one), (other, now_other, last_other) in combinations(
        _pairs(subject, rule.parameters["smallest_pounds"]), 2
    ):
        if (
            _ratio(now_one, last_other) <= within
            and _ratio(now_other, last_one) <= within
            and _ratio(now_one, last_one) >= apart
            and _ratio(now_other, last_other) >= apart
        ):
            yield subject.question(
                rule,
                one,
                value=now_one,
                low=last_one / within,
                high=last_one * within,
                other_lines=(other,),
                facts={
                    "last_pounds": last_one,
                    "other_pounds": now_other,
                    "other_last": last_other,
                    "last_year": (subject.last(one) or ("", 0.0))[0],
                },
            )


def moved_between_lines(subject: Subject, rule: CheckRule) -> Iterator[ReturnQuestion]:
    """One line rose by nearly what another fell by, both by more than the ordinary."""
    changes = [
        (line, now, last, now - last)
        for line, now, last in _pairs(subject, 0.0)
        if abs(now - last) >= rule.parameters["smallest_pounds"]
        and abs(now - last) >= rule.parameters["share_of_line"] * max(now, last)
    ]
    fallen = sorted((one for one in changes if one[3] < 0), key=lambda one: one[3])
    risen = [one for one in changes if one[3] > 0]
    for line, now, last, change in fallen:
        alike = rule.parameters["alike"]
        near = [one for one in risen if abs(one[3] + change) <= alike * max(one[3], -change)]
        if not near:
            continue
        match = min(near, key=lambda one: abs(one[3] + change))
        risen.remove(match)
        yield subject.question(
            rule,
            line,
            value=now,
            low=last,
            high=last,
            other_lines=(match[0],),
            facts={
                "fell": -change,
                "rose": match[3],
                "last_pounds": last,
                "last_year": (subject.last(line) or ("", 0.0))[0],
            },
        )


def _pairs(subject: Subject, smallest: float) -> list[tuple[str, float, float]]:
    """Leaves with this year's and the last figure, where both are told and one is large enough."""
    return [
        (line, pounds, last[1])
        for line in subject.tree.leaves
        if (last := subject.last(line)) is not None
        and (pounds := subject.now.pounds(line)) is not None
        and max(pounds, last[1]) >= smallest
        and min(pounds, last[1]) >= 0
    ]


def _ratio(one: float, other: float) -> float:
    """How many times the smaller of two figures the larger is."""
    low, high = sorted((one, other))
    return high / low if low > 0 else float("inf")
