"""From which of the others the first council differs, said plainly in every case."""

from itertools import product

import pytest
from hand_made import indicator

from brightfutures.catalogue import Stage
from brightfutures.findings.pair_words import pairs_sentence
from brightfutures.measures.results import Direction, Level, Pair, Why

HIGHER, LOWER, SAME, CANNOT = Level.HIGHER, Level.LOWER, Level.ABOUT_THE_SAME, Level.CANNOT_SAY
CASES = {
    "higher": (HIGHER, None),
    "lower": (LOWER, None),
    "close": (SAME, Why.GAP_TOO_SMALL),
    "unclear": (SAME, Why.WITHIN_WOBBLE),
    "withheld": (CANNOT, Why.VALUE_MISSING),
}


def pair(other: str, case: str, direction: Direction = Direction.NEITHER) -> Pair:
    level, reason = CASES[case]
    return Pair(other=other, level=level, reason=reason, direction=direction)


def said(*pairs: Pair, **changes) -> str:
    return pairs_sentence(indicator(**changes), "Essex", pairs, lambda code: code)


def test_those_from_which_it_differs_come_first_and_by_side():
    assert said(
        pair("Kent", "lower"), pair("Derby", "higher"), pair("Leeds", "lower"),
        pair("York", "unclear"), pair("Bury", "withheld"),
    ) == (
        "Higher in Essex than in Derby, lower than in Kent and Leeds. No clear difference from "
        "York. Whether Essex differs from Bury cannot be said."
    )  # fmt: skip


def test_what_lies_close_is_about_the_same_and_what_is_unsure_is_not():
    assert said(pair("Kent", "close")) == "About the same in Essex as in Kent."
    assert said(pair("Kent", "unclear")) == "No clear difference between Essex and Kent."
    assert said(pair("Kent", "unclear"), pair("York", "unclear")) == (
        "No clear difference between Essex and any of Kent and York."
    )


def test_better_or_worse_is_said_where_it_is_known():
    assert said(pair("Kent", "lower", Direction.BETTER)) == (
        "Lower (better) in Essex than in Kent."
    )


def test_what_is_not_counted_is_not_tested():
    uncounted = Pair(other="Kent", level=CANNOT, reason=Why.NO_COUNTS, direction=Direction.NEITHER)
    assert said(uncounted) == "No counts are published, so whether they differ cannot be tested."
    assert said(uncounted, stage=Stage.MONEY).startswith("Spending is not a count of children")


def test_one_council_alone_differs_from_nobody():
    assert said() == ""


@pytest.mark.parametrize("cases", list(product(CASES, repeat=3)), ids="-".join)
def test_every_case_names_everybody_once(cases: tuple[str, ...]):
    sentence = said(*(pair(f"Council {n}", case) for n, case in enumerate(cases)))
    for number in range(3):
        assert sentence.count(f"Council {number}") == 1
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "  " not in sentence
