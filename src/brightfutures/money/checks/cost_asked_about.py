"""Whether the questions on a return are about what one of its lines costs for each child.

They are where a rule about the cost for each child asks of the line, or where any rule calls what
was spent on it unlikely or says that it cannot be. A change from the year before alone says nothing
of the cost, and neither does the line's income: the cost is of spending before income.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from brightfutures.catalogue.checks import CheckFamily, CheckRule, Severity
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.finance_returns import BEFORE_INCOME


def asks_about_cost(
    questions: Iterable[ReturnQuestion], rules: Mapping[str, CheckRule], line: str
) -> bool:
    """Whether a question is about the cost of a line, or calls its spending less than likely."""
    return any(
        (one.severity is not Severity.ASK and one.measure == BEFORE_INCOME)
        or any(rules[name].family is CheckFamily.COST for name in (one.rule, *one.also))
        for one in questions
        if one.line == line
    )
