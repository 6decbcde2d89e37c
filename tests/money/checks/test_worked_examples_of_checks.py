"""Every rule asks of its own example what it says, and nothing of the quiet figures."""

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.checks import CheckRule, Severity
from brightfutures.money.checks.registry import CHECKS
from brightfutures.money.checks.worked_example import asked_of_example

CATALOGUE = load_catalogue()
RULES = [pytest.param(rule, id=rule.id) for rule in CATALOGUE.checks.values()]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_asks_of_its_example(rule: CheckRule):
    (question,) = asked_of_example(CATALOGUE, rule)

    assert (question.line or "") == rule.example.asks
    assert question.rule == rule.id
    assert question.severity is rule.severity
    if question.low is not None and question.high is not None and question.value is not None:
        assert not question.low <= question.value <= question.high


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_asks_nothing_of_the_quiet_figures(rule: CheckRule):
    assert asked_of_example(CATALOGUE, rule, quiet=True) == ()


def test_there_are_at_least_25_rules_and_a_rule_for_every_check():
    assert len(CATALOGUE.checks) >= 25
    assert {rule.check for rule in CATALOGUE.checks.values()} == set(CHECKS)


def test_only_arithmetic_is_called_impossible():
    for rule in CATALOGUE.checks.values():
        assert (rule.severity is Severity.CANNOT_BE) == (rule.family == "sums"), rule.id


def test_a_rule_says_what_why_whence_and_where_to_look():
    for rule in CATALOGUE.checks.values():
        assert rule.looks_at.endswith("."), rule.id
        assert rule.reason.endswith("."), rule.id
        assert rule.parameters_from.endswith("."), rule.id
        assert rule.look_at, rule.id
        assert not rule.title.endswith("."), rule.id
