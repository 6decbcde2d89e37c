"""Sentences in pieces read as one, and the reasons why nothing can be said add up."""

import pytest
from hand_made import WITHHELD, comparison, indicator, verdict

from brightfutures.catalogue.indicators import Stage
from brightfutures.findings.finding import Certainty, Evidence
from brightfutures.findings.measure_words import SHARED_BEGINNING, beginning_once, in_pair
from brightfutures.findings.said import Named, in_a_row, say, words_of
from brightfutures.findings.why_not_words import why_not, why_not_words
from brightfutures.measures.results import Level, Why
from brightfutures.quantities import Missing, Reason


def test_a_sentence_keeps_its_names_and_its_evidence():
    said = say("Read ", Named("visits_rate", "visits"), [" with ", "care"], ".",
               about=[comparison()])  # fmt: skip

    assert said.sentence == "Read visits with care."
    assert said.finding.evidence == (Evidence(indicator="visits_rate", period="2025"),)
    assert said.finding.certainty is Certainty.TESTED


@pytest.mark.parametrize(
    ("items", "read"),
    [
        ([], ""),
        ([("a",)], "a"),
        ([("a",), ("b",)], "a and b"),
        ([("a",), ("b (1, 2)",), ("c",)], "a, b (1, 2) and c"),
        ([("a, of old",), ("b",)], "a, of old; and b"),
        ([("a, of old",), ("b",), ("c",)], "a, of old; b; and c"),
    ],
)
def test_names_stand_in_a_row_as_a_person_lists_them(items: list[tuple[str, ...]], read: str):
    assert "".join(words_of(part) for part in in_a_row(items)) == read


def test_a_beginning_that_several_share_is_said_once_in_a_row():
    def recorded(what: str) -> tuple[Named, str]:
        return Named(what, f"{SHARED_BEGINNING}{what}"), " (1)"

    found = beginning_once([recorded("gangs"), recorded("neglect"), (Named("a", "care"),),
                            recorded("going missing")])  # fmt: skip

    assert [words_of(first) for first, *_ in found] == [
        "assessments that recorded gangs",
        "neglect",
        "care",
        "assessments that recorded going missing",
    ]
    assert "".join(
        map(words_of, in_pair(*[recorded(each)[0] for each in ("gangs", "neglect")]))
    ) == ("assessments that recorded gangs with neglect")


def test_reasons_are_counted_most_frequent_first_and_a_missing_figure_says_why_it_is_missing():
    def unjudged(why: Why, value: float | Missing = 300.0):
        return comparison(value, verdict=verdict(Level.CANNOT_SAY, why))

    found = why_not(
        [
            unjudged(Why.NO_COUNTS),
            unjudged(Why.VALUE_MISSING, WITHHELD),
            unjudged(Why.WITHHELD_ENDS_DISAGREE, WITHHELD),
            unjudged(Why.VALUE_MISSING, Missing((Reason.NOT_RETURNED, Reason.DID_NOT_EXIST))),
            comparison(),  # one that can be judged
        ]
    )

    assert why_not_words(found) == (
        "for two the figure is withheld, for one no counts of people are published and for one "
        "there was no such council in that year"
    )
    assert why_not_words(found[:1]) == "the figure is withheld"


def test_money_is_said_to_be_no_count_of_children_where_it_is_known_to_be_money():
    entry = comparison(verdict=verdict(Level.CANNOT_SAY, Why.NO_COUNTS))
    money = {"visits_rate": indicator(stage=Stage.MONEY)}

    assert why_not_words(why_not([entry], money)) == "spending is not a count of children"
    assert why_not_words(why_not([entry])) == "no counts of people are published"


@pytest.mark.parametrize("why", [None, *Why])
def test_every_reason_has_words(why: Why | None):
    (found,) = why_not([comparison(verdict=verdict(Level.CANNOT_SAY, why))])
    assert found.words
