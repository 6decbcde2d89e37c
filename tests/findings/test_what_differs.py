"""Where no difference makes the headline, the measures that differ are named with their figures."""

from hand_made import comparison, indicator, verdict

from brightfutures.catalogue import IndicatorKind
from brightfutures.findings.what_differs import what_differs
from brightfutures.measures.results import Comparison, Level

MEASURES = {
    name: indicator(name, IndicatorKind.RATE, title=f"{name.capitalize()} of children")
    for name in ("visits", "plans", "starts")
}


def that(name: str, level: Level) -> Comparison:
    return comparison(60.0, indicator=name, verdict=verdict(level, average=40.0))


def test_nothing_is_said_where_nothing_differs():
    same = [that("visits", Level.ABOUT_THE_SAME), that("plans", Level.CANNOT_SAY)]
    assert what_differs(MEASURES, same) == ""


def test_the_one_that_differs_is_named_with_its_figure_and_its_verdict():
    entries = [that("visits", Level.HIGHER), that("plans", Level.ABOUT_THE_SAME)]
    assert what_differs(MEASURES, entries) == (
        "The one that differs is: visits of children (60 against 40 per 10,000, higher)."
    )


def test_several_are_all_named_and_those_of_a_former_council_in_the_past_tense():
    entries = [that(name, Level.HIGHER) for name in MEASURES]
    assert what_differs(MEASURES, entries, ended=True) == (
        "The three that differed were: visits of children (60 against 40 per 10,000, higher); "
        "plans of children (60 against 40 per 10,000, higher); "
        "starts of children (60 against 40 per 10,000, higher)."
    )
