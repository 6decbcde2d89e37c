"""Whether another comparison would say otherwise, said plainly and truly in every case."""

from itertools import product

import pytest
from hand_made import WITHHELD, comparison, indicator, similar

from brightfutures.findings.alternatives_words import (
    BESIDE,
    alternative_words,
    alternatives_sentence,
    counted_as_similar_sentence,
)
from brightfutures.findings.notes import alikeness_sentence, approach_sentence
from brightfutures.measures.alternatives import side_of
from brightfutures.measures.results import Alternative, Approach, Level, Moved, Movement

NAMES = ("mean", "median", "pooled", "dfe-2021", "region", "england", "nearest-in-context")
HIGHER, SAME, CANNOT = Level.HIGHER, Level.ABOUT_THE_SAME, Level.CANNOT_SAY


def alternatives(given: Level = HIGHER, **levels: Level) -> tuple[Alternative, ...]:
    """All say what was given, but for those named (with underscores)."""
    found = []
    for name in NAMES:
        level = levels.get(name.replace("-", "_"), given)
        sides = side_of(given), side_of(level)
        agrees = None if None in sides else sides[0] == sides[1]
        found.append(
            Alternative(name=name, title=name, value=50.0, level=level, reason=None, agrees=agrees)
        )
    return tuple(found)


def said(given: Level = HIGHER, **levels: Level) -> str:
    return alternatives_sentence(given, alternatives(given, **levels)) or ""


def test_where_all_agree_that_is_all_that_is_said():
    assert said() == (
        "The answer is the same whichever average is used, and beside every other set of "
        "councils tried."
    )


def test_an_average_that_says_otherwise_is_named():
    assert said(median=SAME) == (
        "The answer is the same with their average and all of them taken together, and beside "
        "similar councils as listed in 2021, the other councils of its region, all other councils "
        "of England and beside the councils nearest in context; with their median there would be "
        "no clear difference."
    )


def test_other_councils_that_say_otherwise_are_named_by_what_they_say():
    sentence = said(region=SAME, england=Level.LOWER, nearest_in_context=CANNOT)
    assert sentence.startswith(
        "The answer is the same with every average of the same councils, and beside similar "
        "councils as listed in 2021; "
    )
    assert "beside the other councils of its region there would be no clear difference" in sentence
    assert "beside all other councils of England it would be lower" in sentence
    assert "beside the councils nearest in context it cannot be said" in sentence


def test_the_same_side_but_not_as_far_is_not_called_the_same():
    assert "it would be higher, though not unusually so" in said(
        Level.UNUSUALLY_HIGH, region=HIGHER
    )
    assert "it would be unusually high" in said(HIGHER, region=Level.UNUSUALLY_HIGH)


def test_where_the_verdict_cannot_say_only_what_can_be_said_is():
    sentence = said(CANNOT, england=HIGHER)
    assert sentence == "Beside all other councils of England it would be higher."


def test_where_nothing_can_be_said_nothing_is():
    assert alternatives_sentence(CANNOT, alternatives(CANNOT)) is None
    assert alternatives_sentence(CANNOT, ()) is None


@pytest.mark.parametrize(("given", "other", "third"), list(product(Level, repeat=3)))
def test_every_case_is_one_plain_sentence_that_names_everybody(
    given: Level, other: Level, third: Level
):
    sentence = said(given, median=other, region=other, england=third, dfe_2021=third)
    if not sentence:
        assert {given, other, third} == {CANNOT}
        return
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "  " not in sentence
    assert "None" not in sentence
    if other is not given and given is not CANNOT:
        assert "median" in sentence
        assert BESIDE["region"] in sentence
    assert ("the answer is the same" in sentence.lower()) is (given is not CANNOT)


@pytest.mark.parametrize(
    ("here", "level", "words"),
    [
        (60.0, HIGHER, "Higher"),
        (60.0, SAME, "No clear difference"),
        (52.0, SAME, "About the same"),
        (WITHHELD, SAME, "No clear difference"),
        (60.0, CANNOT, "Cannot say"),
    ],
)
def test_each_alternative_has_two_or_three_words(here, level: Level, words: str):
    (mean, *_) = alternatives(level)
    assert alternative_words(indicator(), here, mean) == words


def moved(approach: Approach, level: Movement = Movement.NO_CLEAR_CHANGE) -> Moved:
    return Moved(
        level=level,
        from_period="2021",
        to_period="2025",
        from_value=1.0,
        to_value=1.0,
        q=0.5,
        against_similar=approach,
    )


@pytest.mark.parametrize(
    ("approach", "words"),
    [
        (Approach.FURTHER, "it has moved further from similar councils."),
        (Approach.NEARER, "it has come nearer to similar councils."),
        (Approach.CROSSED, "it has passed from one side of similar councils to the other."),
        (Approach.NO_CLEAR_CHANGE, "its distance from similar councils has not clearly changed."),
    ],
)
def test_whether_it_has_come_nearer_is_said(approach: Approach, words: str):
    assert approach_sentence(comparison(moved=moved(approach))) == f"Over the same years {words}"


def test_nothing_is_said_of_coming_nearer_where_that_is_not_known():
    assert approach_sentence(comparison(moved=None)) is None
    assert approach_sentence(comparison(moved=moved(Approach.CANNOT_SAY))) is None
    unknown = moved(Approach.NEARER, Movement.CANNOT_SAY)
    assert approach_sentence(comparison(moved=unknown)) is None


def test_only_a_comparison_that_gave_way_is_said_to_be_with_england():
    unlike = similar(alikeness=0.1)
    assert "so the comparison is with England" in (alikeness_sentence(unlike, "england") or "")
    assert "England" not in (alikeness_sentence(unlike, "similar") or "")
    nearest = similar(alikeness=0.6, set="nearest-in-context")
    assert "nearest to them in context closely" in (alikeness_sentence(nearest, "similar") or "")
    assert alikeness_sentence(similar(alikeness=0.6, set="chosen"), "chosen") is None


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ((), "No council counts Essex among its similar councils."),
        (("Kent",), "One council counts Essex among its similar councils: Kent."),
        (("Kent", "York"), "Two councils count Essex among their similar councils: Kent and York."),
    ],
)
def test_who_counts_the_council_as_similar_is_said(others: tuple[str, ...], words: str):
    assert counted_as_similar_sentence("Essex", others) == words
