"""Whether the questions on a return are about what one of its lines costs for each child.

They are where a rule about the cost for each child asks of the line, or where any rule calls a
figure of the line unlikely or says that it cannot be. A change from the year before alone says
nothing of the cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from brightfutures.catalogue.checks import CheckFamily, CheckRule, Severity
from brightfutures.money.checks.question import ReturnQuestion


def asks_about_cost(
    questions: Iterable[ReturnQuestion], rules: Mapping[str, CheckRule], line: str
) -> bool:
    """Whether a question is about the cost of a line, or calls a figure of it less than likely."""
    return any(
        one.severity is not Severity.ASK
        or any(rules[name].family is CheckFamily.COST for name in (one.rule, *one.also))
        for one in questions
        if one.line == line
    )
