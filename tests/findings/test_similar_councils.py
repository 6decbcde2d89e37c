"""Who is like a council, in words: every case of the headline, and who improved."""

import re

import pytest
from hand_made import indicator

from brightfutures.catalogue import ContextUse, ContextVariable, Transform
from brightfutures.findings.alikeness_words import alike_words, alikeness_sentences
from brightfutures.findings.circumstance_words import (
    CLEARLY_BEYOND,
    beyond_sentence,
    circumstance_headline,
    differ_most_sentence,
)
from brightfutures.findings.comparison_sentence import comparison_sentence, in_region
from brightfutures.findings.comparison_words import BY_SET, SIMILAR_COUNCILS, whom
from brightfutures.findings.improved_among import improved_among
from brightfutures.measures.context.circumstances import Alikeness, Circumstance
from brightfutures.measures.whom import ComparisonSet
from brightfutures.quantities import Missing, Reason


def one(name: str, score: float | None, low: float, high: float, **changes) -> Circumstance:
    variable = ContextVariable(
        id=name, title=changes.pop("title", "Children under 5"), sentence="It is.", unit="%",
        used_for=(ContextUse.NEAREST,), numerator=("a",), transform=Transform.NONE,
    )  # fmt: skip
    declared = {
        "variable": variable, "period": None, "score": score, "mean": 12.0, "low": 10.0,
        "value": Missing((Reason.SUPPRESSED,)) if score is None else 20.0, "high": 14.0,
        "mean_score": (low + high) / 2, "low_score": low, "high_score": high, "known": 10,
    }  # fmt: skip
    return Circumstance(**{**declared, **changes})


WITHIN = one("share", 0.5, 0.0, 1.0)
JUST_OUT = one("share", 1.1, 0.0, 1.0)
ABOVE = one("number_of_children", 2.0, 0.0, 1.0)
FAR_BELOW = one("children_per_square_kilometre", -3.0, 0.0, 1.0)
UNKNOWN = one("share", None, 0.0, 1.0)


@pytest.mark.parametrize(
    ("each", "said"),
    [
        ([WITHIN, WITHIN], "In all two circumstances compared, Essex lies within the range of "),
        ([WITHIN, JUST_OUT], "In all two circumstances compared, Essex lies within or close to "),
        ([WITHIN, WITHIN, UNKNOWN], "In the two circumstances that are known, Essex lies within "),
        ([WITHIN, UNKNOWN], "In the one circumstance known, Essex lies within the range of "),
        ([UNKNOWN], "Too little is known of Essex to say in what it differs from others"),
        ([], "Too little is known of Essex to say in what it differs from others"),
        ([WITHIN, ABOVE], "Essex has more children than any of "),
        ([ABOVE, FAR_BELOW], "Essex has fewer children for each square kilometre than any of "),
        ([one("share", 2.0, 0.0, 1.0)], "Essex has a larger share of children under 5 than any "),
    ],
)
def test_the_headline_says_in_what_a_council_is_unlike_all_of_them_or_that_it_is_not(each, said):
    assert circumstance_headline(each, "Essex", SIMILAR_COUNCILS).startswith(said)


def test_a_hair_above_all_others_is_not_told_as_a_difference():
    nearly = one("share", 1.0 + CLEARLY_BEYOND - 0.01, 0.0, 1.0)
    clearly = one("share", 1.0 + CLEARLY_BEYOND + 0.01, 0.0, 1.0)
    assert "lies within or close to" in circumstance_headline(
        [nearly], "Essex", SIMILAR_COUNCILS
    ) or "In the one circumstance known" in circumstance_headline(
        [nearly], "Essex", SIMILAR_COUNCILS
    )
    assert "than any of" in circumstance_headline([clearly], "Essex", SIMILAR_COUNCILS)


def test_the_longest_headline_is_short_enough():
    longest = one(
        "share", -2.0, 0.0, 1.0, title="Children in low-income families, before housing costs"
    )
    for each in BY_SET.values():
        said = circumstance_headline([longest], "Bournemouth, Christchurch and Poole", each)
        assert len(said.split()) <= 25


def test_that_it_lies_beyond_them_is_said_again_only_where_there_is_more_than_the_headline():
    assert beyond_sentence([ABOVE]) is None
    assert beyond_sentence([ABOVE, FAR_BELOW]) == (
        "It lies clearly above all of them in children under 5 and below all of them in children "
        "under 5."
    )
    assert differ_most_sentence([UNKNOWN]) is None
    assert differ_most_sentence([WITHIN]) == (
        "Taken together they hardly differ from it in any of the circumstances compared."
    ) or "20% here, 12% on average" in str(differ_most_sentence([WITHIN]))


def test_each_set_is_called_by_its_own_name_and_only_the_listed_ones_similar():
    for name in ("region", "england", "nearest-in-context", "chosen"):
        words = whom(name)
        text = f"{words.heading} {words.councils} {words.after_number}"
        assert "similar" not in text.lower()
    assert whom("dfe-2025") is whom("dfe-2021") is SIMILAR_COUNCILS


@pytest.mark.parametrize(
    ("asked", "used", "said"),
    [
        ("similar", ("dfe-2025", 3), "Compared with the three councils that the Department for "),
        ("similar", ("dfe-2021", 3), "Compared with the three councils that the Department for "),
        ("region", ("region", 1), "Compared with the one other council of the North East: K1."),
        ("england", ("england", 9), "Compared with all other councils of England, each counted "),
        ("similar", ("england", 9), "No list of similar councils holds Essex, so it is compared "),
        ("nearest-in-context", ("england", 9), "Too little is known of the circumstances of "),
        ("chosen", ("chosen", 5), "Compared with the five councils that you chose: K1, K2, K3, "),
    ],
)
def test_who_they_are_is_said_by_name(asked, used, said):
    name, number = used
    councils = ComparisonSet(
        name=name, title="", councils=tuple(f"K{n}" for n in range(1, number + 1)), closeness={}
    )
    sentence = comparison_sentence(asked, councils, "Essex", "North East", lambda code: code)
    assert sentence.startswith(said)
    assert ("no verdict is given" in sentence) == (name == "chosen")
    assert in_region("London") == "London"


def test_how_alike_is_said_by_the_rule_by_which_england_takes_over():
    assert [alike_words(strength) for strength in (None, -0.1, 0.14, 0.15, 0.49, 0.5)] == [
        "cannot be said", "hardly", "hardly", "loosely", "loosely", "closely",
    ]  # fmt: skip
    indicators = {name: indicator(name, title=name.upper()) for name in ("a", "b", "c", "d")}
    told = [
        Alikeness(indicator=name, similar=strength, nearest=None)
        for name, strength in (("a", 0.6), ("b", 0.2), ("c", 0.1), ("d", None))
    ]
    said = [each.sentence for each in alikeness_sentences(indicators, told)]
    assert said == [
        "On 2 of the 3 main measures that can be tested, councils are more like those listed as "
        "similar to them than like others: aA and bB.".replace("aA", "a").replace("bB", "b"),
        "On one they are hardly more alike than any others: c.",
    ]


def test_that_nobody_can_be_tried_or_that_none_improved_is_said_so():
    nothing = improved_among([], 32, (), SIMILAR_COUNCILS)
    assert nothing.sentence == "An improvement can be told on none of the 32 main measures."
    assert not nothing.among
    assert not re.search("one name in ten", " ".join(nothing.remarks))
