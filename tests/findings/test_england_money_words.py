"""England's money in words: which part of councils' gaps is largest, and growth beyond prices."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "money"))

from small_books import SPENDING, prices
from test_gap_counts import split

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.checks import Severity
from brightfutures.findings.england_money_words import (
    NOT_SENT,
    gap_count_sentence,
    growth_sentence,
    questions_sentence,
)
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.england_money import Growth
from brightfutures.money.gap_counts import gap_counts
from brightfutures.money.per_child import SpendOfYear, per_child
from brightfutures.quantities import Missing, Money, Reason

FLAT = prices(y2014=100, y2024=100)


def growth(then: float, now: float, children: float) -> Growth:
    first, last = (
        per_child(
            SpendOfYear(area="E92000001", period=period, pounds=pounds, children=living),
            FLAT,
            "2024-25",
        )
        for period, pounds, living in (("2014-15", then, 100.0), ("2024-25", now, children))
    )
    return Growth(
        line="family_support",
        then=Money(then, "2024-25"),
        now=Money(now, "2024-25"),
        first=first,
        last=last,
        same_prices=True,
    )


def test_each_part_is_told_with_the_councils_in_which_it_is_largest_and_how_sure_that_is():
    splits = {
        "a": split(number=-100.0, price=20.0),
        "b": split(number=100.0, price=95.0),
        "c": split(price=9.0),
        "d": Missing((Reason.SUPPRESSED,)),
    }

    assert gap_count_sentence(gap_counts("all_lines", splits)) == (
        "All children’s social care: the gap of 3 councils can be parted. The largest part, "
        "whichever way it goes: number of children in need in 2 and cost for each child in need in "
        "1. Which way that part goes is clear in 2 of them; that no other can be larger is sure "
        "in 1."
    )


def test_where_no_gap_can_be_parted_that_is_all():
    none = gap_counts("in_care", {"d": Missing((Reason.SUPPRESSED,))})

    assert gap_count_sentence(none) == (
        "Children in care, by where they live: no council’s gap can be parted."
    )


def test_returns_that_were_not_sent_are_told_apart_from_those_that_were():
    def asks(rule: str) -> ReturnQuestion:
        return ReturnQuestion(
            rule=rule,
            severity=Severity.ASK,
            account="revenue_outturn",
            period="2024-25",
            line=None,
        )

    sent = {"a": [asks("far_from_before"), asks("far_from_before")], "b": []}
    silent = {"c": [asks(NOT_SENT)]}

    assert NOT_SENT in load_catalogue().checks
    assert questions_sentence(sent, "2024-25", 1.0) == (
        "The returns of 2 councils for 2024-25 raise 2 questions (2 “ask”); the council in the "
        "middle has 1. Of 1 there is nothing to ask."
    )
    assert questions_sentence(sent | silent, "2024-25", 1.0).startswith(
        "The returns of 2 councils for 2024-25, and one that was not sent, raise 3 questions"
    )


@pytest.mark.parametrize(
    ("now", "children", "words"),
    [
        (1_430.0, 106.0, "rose by 43%, and by 35% for each child"),
        (900.0, 106.0, "fell by 10%, and by 15% for each child"),
        (1_020.0, 106.0, "rose by 2%, and fell by 4% for each child"),
        (1_001.0, 106.0, "hardly moved, and fell by 6% for each child"),
        (1_100.0, 100.0, "rose by 10%, in all and for each child"),
    ],
)
def test_growth_is_told_in_all_and_for_each_child(now: float, children: float, words: str):
    assert growth_sentence(growth(1_000.0, now, children), SPENDING.lines) == (
        f"Beyond prices, between 2014-15 and 2024-25 spending on family support {words}."
    )
