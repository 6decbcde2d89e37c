"""The checks in words: what was told, what was expected, and nothing about anybody."""

import re

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.checks import CheckRule
from brightfutures.findings.check_sentences import SENTENCES
from brightfutures.findings.check_words import (
    how_many,
    look_at_sentence,
    question_sentence,
    question_title,
)
from brightfutures.money.checks.registry import CHECKS
from brightfutures.money.checks.worked_example import asked_of_example

CATALOGUE = load_catalogue()
BLAME = re.compile(r"\b(you|error|wrong|mistake|fail\w*|worse|better|bad|good)\b", re.IGNORECASE)
RULES = [pytest.param(rule, id=rule.id) for rule in CATALOGUE.checks.values()]


def said(rule: str) -> str:
    (question,) = asked_of_example(CATALOGUE, CATALOGUE.checks[rule])
    return question_sentence(CATALOGUE, question)


def test_there_is_a_sentence_for_every_check():
    assert set(SENTENCES) == set(CHECKS)


@pytest.mark.parametrize("rule", RULES)
def test_every_example_is_said_plainly(rule: CheckRule):
    sentence = said(rule.id)

    assert sentence.endswith(".")
    assert sentence[0].isupper() or sentence.startswith("‘")
    assert not BLAME.search(sentence)
    assert not re.search(r"nan|None|_|\{", sentence)
    assert len(sentence) < 330


def test_a_jump_says_what_it_was_what_it_is_and_what_is_ordinary():
    assert said("jump_in_spending") == (
        "The spending before income of ‘Fostering’ is £18.0 million, after £9.0 million in "
        "2023-24. From £7.2 million to £11.7 million would be no more than such lines ordinarily "
        "move."
    )


def test_a_sum_says_both_sides():
    assert said("net_is_not_spending_less_income") == (
        "‘Fostering’ is £9.0 million before income with an income of £1.0 million, which leaves "
        "£8.0 million; the return says £9.0 million."
    )


def test_a_cost_is_told_for_each_child_beside_all_councils():
    assert said("fostering_cost_for_each_child") == (
        "‘Fostering’ is £3.0 million, or £10,000 for each of the 300 children counted. Nearly all "
        "councils are between £18,000 and £60,000."
    )


def test_questions_are_counted_by_how_sure_they_are():
    (one,) = asked_of_example(CATALOGUE, CATALOGUE.checks["jump_in_spending"])
    (other,) = asked_of_example(CATALOGUE, CATALOGUE.checks["parts_do_not_make_total"])

    assert how_many((), whose="this return") == "Nothing to ask of this return."
    assert how_many((one,), whose="this return") == "1 question to ask of this return."
    assert how_many((other, one), whose="this return") == (
        "2 questions to ask of this return: 1 that cannot be and 1 to ask."
    )
    assert question_title(CATALOGUE, one) == "Fostering: a large change in spending"
    assert look_at_sentence(CATALOGUE, one).startswith("Look at: what opened, closed")
