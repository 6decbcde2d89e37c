"""The headline of a council's profile: the headings that differ, at most twenty-five words."""

import datetime
from dataclasses import replace

import pytest
from hand_made import HERE, WITHHELD, catalogue, comparison, gap, indicator, verdict

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.finding import MOST_WORDS
from brightfutures.findings.framework_headline import framework_headline
from brightfutures.findings.framework_profile import profiles
from brightfutures.measures.results import Comparison, Level, Why
from brightfutures.quantities import Area, AreaKind, Missing, Reason

OUTCOMES = load_catalogue().outcomes
HEADINGS = list(OUTCOMES.values())
ESSEX = Area(code=HERE, name="Essex", kind=AreaKind.COUNCIL, region="E12000006")
LONG = replace(ESSEX, name="Bournemouth, Christchurch and Poole with Kingston upon Hull")
SAME, OTHER, UNKNOWN = Level.ABOUT_THE_SAME, Level.LOWER, Level.CANNOT_SAY


def headline(*levels: Level, area: Area = ESSEX, **changes: object) -> str:
    """Of a council with one measure for each of the first headings."""
    indicators = [
        indicator(f"measure_{place}", outcome=HEADINGS[place].name) for place in range(len(levels))
    ]
    made = replace(catalogue(*indicators), outcomes=OUTCOMES)
    entries = [_entry(f"measure_{place}", level) for place, level in enumerate(levels)]
    entries[0] = replace(entries[0], **changes)
    return framework_headline(made.indicators, profiles(made, entries), area).sentence


def _entry(name: str, level: Level) -> Comparison:
    return comparison(indicator=name, verdict=verdict(level, average=200.0, gap=gap()))


def test_it_names_the_headings_that_differ_and_those_nobody_can_judge():
    assert headline(OTHER, SAME, OTHER, SAME, UNKNOWN, UNKNOWN, SAME) == (
        "Essex clearly differs from other councils on help for families and safety; no figure can "
        "judge multi-agency working or leadership"
    )


def test_more_than_two_that_cannot_be_judged_are_counted():
    assert headline(SAME, SAME, OTHER).endswith("on safety; four headings cannot be judged")


def test_where_none_differs_it_says_so():
    assert headline(SAME, SAME, SAME) == (
        "On the three headings that can be judged Essex does not clearly differ from other "
        "councils; four headings cannot be judged"
    )
    assert headline(SAME).startswith("On the one heading that can be judged Essex does not")


def test_a_council_that_has_ended_is_told_of_in_the_past():
    gone = replace(ESSEX, last=datetime.date(2023, 3, 31))
    assert headline(OTHER, area=gone).startswith("Essex clearly differed from")
    assert "Essex did not clearly differ" in headline(SAME, area=gone)


@pytest.mark.parametrize("area", [ESSEX, LONG], ids=["short", "long"])
@pytest.mark.parametrize("level", [OTHER, SAME])
@pytest.mark.parametrize("judged", range(1, 8))
def test_it_never_has_more_than_twenty_five_words(area: Area, level: Level, judged: int):
    said = headline(*[level] * judged, area=area)
    assert len(said.split()) <= MOST_WORDS
    assert area.name in said


def test_a_heading_is_not_named_for_an_old_figure_or_for_few():
    few = replace(_entry("measure_0", OTHER).here, numerator=6.0, denominator=200.0)

    assert "help for families" not in headline(OTHER, SAME, OTHER, here=few)
    assert "help for families" not in headline(OTHER, SAME, OTHER, period="2019")
    assert "help for families" in headline(OTHER, SAME, OTHER)


def test_where_nothing_can_be_judged_it_says_why():
    withheld = verdict(UNKNOWN, Why.VALUE_MISSING)
    gone = comparison(Missing((Reason.DID_NOT_EXIST,)), verdict=withheld)
    few = comparison(WITHHELD, verdict=withheld)

    assert headline(UNKNOWN, here=few.here) == (
        "There are too few children in Essex for any heading to be judged"
    )
    assert headline(UNKNOWN, here=gone.here) == (
        "No figure of Essex that could be judged is published"
    )
