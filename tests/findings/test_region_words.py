"""A region in words: counts of verdicts on its councils, and its own figure as published."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made import catalogue, cell, comparison, indicator

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.place_names import placed_region
from brightfutures.findings.region import RegionMeasure, region_findings
from brightfutures.findings.region_words import (
    Sides,
    beside_similar_councils,
    chart_message,
    improved_words,
    may_ask_words,
    most_councils_share,
    region_headline,
    region_lead,
    sides_of,
    sides_words,
)
from brightfutures.measures.results import Comparison, Level
from brightfutures.quantities import ENGLAND, Area, AreaKind, Missing, Reason, Value

REGIONS = ("North East", "North West", "Yorkshire and the Humber", "East Midlands",
           "West Midlands", "East of England", "London", "South East", "South West")  # fmt: skip
VISITS = indicator()
MOST_UP = Sides(higher=8, lower=1, tested=11, councils=12)


def test_councils_are_counted_by_what_the_test_says_of_them():
    levels = [Level.HIGHER, Level.UNUSUALLY_HIGH, Level.LOWER, Level.ABOUT_THE_SAME,
              Level.CANNOT_SAY]  # fmt: skip
    assert sides_of(levels, 6) == Sides(higher=2, lower=1, tested=4, councils=6)


@pytest.mark.parametrize(
    ("higher", "lower", "side"),
    [(7, 0, "higher"), (0, 12, "lower"), (6, 0, None), (5, 5, None), (0, 0, None)],
)
def test_most_is_more_than_half_of_all_its_councils(higher: int, lower: int, side: str | None):
    assert Sides(higher=higher, lower=lower, tested=12, councils=12).most == side


def test_the_headline_counts_the_councils():
    assert region_headline(VISITS, MOST_UP, "North East") == (
        "More visits are made in 8 of the 12 councils of the North East than in the average "
        "council of England"
    )
    everyone = replace(MOST_UP, higher=0, lower=12)
    assert region_headline(VISITS, everyone, "London") == (
        "Fewer visits are made in all 12 councils of London than in the average council of England"
    )


def test_without_such_a_measure_the_headline_says_so():
    said = region_headline(None, None, "South West")
    assert said.startswith("On no leading measure do most councils of the South West")


def test_every_headline_there_can_be_is_short_enough():
    """Of each leading measure, each region and each side: at most 25 words."""
    for one in load_catalogue().indicators.values():
        for region in REGIONS if one.headline else ():
            for sides in (Sides(22, 1, 33, 33), Sides(1, 22, 33, 33), Sides(33, 0, 33, 33)):
                said = region_headline(one, sides, region)
                assert len(said.split()) <= 25, said
                assert not said.endswith(".")


def test_regions_have_their_article():
    assert placed_region("North East") == "the North East"
    assert placed_region("London") == "London"
    assert placed_region("Yorkshire and the Humber") == "Yorkshire and the Humber"


def a_region(value: Value = 250.0) -> Comparison:
    return comparison(value, area="E12000001", england=cell(200.0, ENGLAND))


def test_the_lead_has_the_regions_figure_englands_and_what_is_tested():
    lead = region_lead(catalogue(VISITS), VISITS, a_region(), MOST_UP, "North East")

    assert lead == (
        "the North East had 250 visits in 2025.",
        "England’s figure is 200.",
        "Of its 12 councils, 8 are clearly higher than the average council of England and 1 "
        "clearly lower.",
    )


def test_a_figure_that_is_its_councils_together_is_said_to_be_so():
    here = a_region()
    summed = replace(here, here=replace(here.here, basis="sum_of_councils"))
    lead = region_lead(catalogue(VISITS), VISITS, summed, MOST_UP, "London")

    assert lead[1].startswith("That is its councils taken together")


def test_a_missing_figure_is_said_to_be_missing():
    here = a_region(Missing((Reason.UNAVAILABLE,)))
    nobody = Sides(0, 0, 0, 12)
    lead = region_lead(catalogue(VISITS), VISITS, here, nobody, "London")

    assert lead == (
        "No figure of London itself is published on this.",
        "England’s figure is 200.",
    )
    assert (
        chart_message(VISITS, "London", here) == "No figure of London itself is published for 2025"
    )


def test_what_most_councils_share_is_named():
    said = most_councils_share([(VISITS, MOST_UP, a_region())])
    assert said is not None
    assert said.sentence == (
        "Most of its councils also lie clearly on one side of England’s average on visits (8 of "
        "12 higher)."
    )
    assert most_councils_share([(VISITS, Sides(1, 1, 12, 12), a_region())]) is None


def test_beside_similar_councils_the_measure_with_most_differences_is_named():
    none = Sides(0, 0, 12, 12)
    said = beside_similar_councils([(VISITS, none, a_region()), (VISITS, MOST_UP, a_region())])
    assert said is not None
    assert said.sentence == (
        "They differ most often from similar councils on visits: 8 clearly higher and 1 clearly "
        "lower, of 11 that can be tested."
    )
    same = beside_similar_councils([(VISITS, none, a_region())])
    assert same is not None
    assert same.sentence.startswith("None of its councils clearly differs")
    assert beside_similar_councils([(VISITS, Sides(0, 0, 0, 12), a_region())]) is None


def test_a_measure_on_which_similar_councils_tell_nothing_is_not_said_to_be_beside_them():
    """All councils of England stand in for them there, which is another comparison."""
    none = Sides(0, 0, 12, 12)
    calls = indicator("calls_rate", title="Calls")
    of_calls = replace(a_region(), indicator=calls.id)
    measures = {
        calls.id: RegionMeasure(here=of_calls, across=none, similar=MOST_UP, similar_tell=False),
        VISITS.id: RegionMeasure(here=a_region(), across=none, similar=replace(MOST_UP, higher=2)),
    }
    north = Area(code="E12000001", name="North East", kind=AreaKind.REGION)
    found = region_findings(catalogue(calls, VISITS), north, measures, (), (), 0)
    assert found.similar is not None
    assert found.similar.sentence.startswith("They differ most often from similar councils on vis")


@pytest.mark.parametrize(
    ("names", "measures", "england", "said"),
    [
        (0, 0, 0, "No council of England is named as clearly improved on any measure."),
        (0, 0, 1, "The one council named in all England as clearly improved is not here."),
        (1, 1, 1, "The one council named in all England as clearly improved is here."),
        (0, 0, 8, "None of its councils is among the eight named in all England as clearly "
                  "improved."),
        (1, 1, 8, "One of the eight named in all England as clearly improved is here, on one "
                  "measure."),
        (3, 2, 8, "Three of the eight named in all England as clearly improved are here, on two "
                  "measures."),
    ],
)  # fmt: skip
def test_who_improved_is_counted_in_words(names: int, measures: int, england: int, said: str):
    assert improved_words(names, measures, england) == said


def test_a_cell_has_a_shape_and_words_for_each_side_and_says_where_nothing_differs():
    assert sides_words(MOST_UP, "") == (("▲", "8 higher"), ("▼", "1 lower"), ("", "of 11 tested"))
    assert sides_words(Sides(0, 0, 9, 12), "") == (("●", "none differs"), ("", "of 9 tested"))
    nobody = sides_words(Sides(0, 0, 0, 12), "the numbers here are too small")
    assert nobody == (("", "cannot be tested: the numbers here are too small"),)


def test_who_may_ask_is_named():
    assert may_ask_words(["Bolton", "Bury"]) == (
        "Also began in the worse half here, and may ask it: Bolton and Bury."
    )
    assert may_ask_words([]).startswith("No other council here")
