"""Which questions on a return put in doubt what a line costs for each child."""

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.checks import Severity
from brightfutures.money.checks.cost_asked_about import asks_about_cost
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.finance_returns import AFTER_INCOME, BEFORE_INCOME, INCOME

RULES = load_catalogue().checks


def asked(rule: str, line: str = "fostering", also: tuple[str, ...] = (), **changes) -> bool:
    question = ReturnQuestion(
        rule=rule,
        severity=changes.get("severity", Severity.ASK),
        account="revenue_outturn",
        period="2024-25",
        line=line,
        measure=changes.get("measure", BEFORE_INCOME),
        also=also,
    )
    return asks_about_cost([question], RULES, "fostering")


def test_a_rule_about_the_cost_puts_it_in_doubt_also_where_another_is_named_first():
    assert asked("fostering_cost_for_each_child")
    assert asked("far_from_own_past", also=("fostering_cost_for_each_child",))


def test_a_change_from_before_alone_does_not():
    assert not asked("jump_in_spending")
    assert not asked("far_from_own_past", also=("jump_in_spending",))


@pytest.mark.parametrize("severity", [Severity.UNLIKELY, Severity.CANNOT_BE])
def test_what_is_unlikely_or_cannot_be_does(severity: Severity):
    assert asked("jump_in_spending", severity=severity)


@pytest.mark.parametrize("measure", [INCOME, AFTER_INCOME])
def test_income_that_is_unlikely_says_nothing_of_a_cost_before_income(measure: str):
    unlikely = {"severity": Severity.UNLIKELY, "measure": measure}
    assert not asked("line_in_wrong_thousands", **unlikely)
    assert not asked("line_in_wrong_thousands", also=("jump_in_spending",), **unlikely)
    assert asked("line_in_wrong_thousands", also=("fostering_cost_for_each_child",), **unlikely)


def test_a_question_about_another_line_does_not():
    assert not asked("residential_cost_for_each_child", line="residential_care")
    assert not asks_about_cost([], RULES, "fostering")
