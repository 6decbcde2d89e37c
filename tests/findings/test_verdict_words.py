"""A verdict in words says what was found, against whom, and never more than the catalogue."""

from dataclasses import replace

import pytest
from hand_made import WITHHELD, cell, comparison, gap, indicator, verdict

from brightfutures.catalogue import GoodDirection, IndicatorKind
from brightfutures.catalogue.indicators import Stage
from brightfutures.findings.verdict_words import (
    LEVEL_SHAPES,
    LEVEL_WORDS,
    both_ends_words,
    direction_words,
    level_words,
    others,
    verdict_sentence,
)
from brightfutures.measures.results import Direction, Gap, Level, Why

DIFFERENT = [Level.UNUSUALLY_LOW, Level.LOWER, Level.HIGHER, Level.UNUSUALLY_HIGH]


def said(level: Level, of=None, **changes) -> str:
    return verdict_sentence(of or indicator(), comparison(verdict=verdict(level, **changes)))


def test_every_level_has_words_and_a_shape_of_its_direction():
    assert set(LEVEL_WORDS) == set(LEVEL_SHAPES) == set(Level)
    assert {LEVEL_SHAPES[level] for level in DIFFERENT[:2]} == {"▼"}
    assert {LEVEL_SHAPES[level] for level in DIFFERENT[2:]} == {"▲"}


@pytest.mark.parametrize("level", DIFFERENT)
def test_a_difference_says_which_side_and_against_whom(level: Level):
    side = "Higher" if level in DIFFERENT[2:] else "Lower"

    assert said(level).startswith(f"{side} than in similar councils")
    assert said(level, against="england").startswith(f"{side} than in the average council")


def test_the_gap_comes_with_its_range_and_its_children():
    sentence = said(Level.HIGHER, gap=gap(100.0, 40.0))

    assert "by 100, likely between 80 and 120" in sentence
    assert "about 40" in sentence


def test_the_number_of_children_says_more_or_fewer_and_has_its_range():
    assert "about 40 more, likely between 30 and 50" in said(Level.HIGHER, gap=gap(100.0, 40.0))
    assert "about 40 fewer, likely between 30 and 50" in said(Level.LOWER, gap=gap(-100.0, -40.0))


def test_a_gap_to_england_names_the_average_it_is_measured_from():
    # England's figure is 250, but the other councils, each counted alike, average 180.
    sentence = said(Level.HIGHER, against="england", average=180.0, gap=gap(120.0))

    assert sentence.startswith(
        "Higher than in the average council. Each counted alike, the other councils of England "
        "average 180. The gap to that is 120, likely between 96 and 144."
    )
    assert "counted alike" not in said(Level.HIGHER, average=200.0, gap=gap(100.0))


def test_a_gap_is_what_the_two_figures_shown_are_apart():
    beside = comparison(42.6, verdict=verdict(Level.LOWER, average=153.4, gap=gap(-110.8)))

    assert "by 110, " in verdict_sentence(indicator(), beside)


def test_percentage_points_are_said_once_in_a_range():
    sentence = said(Level.HIGHER, indicator(kind=IndicatorKind.PROPORTION), gap=gap(10.0))

    assert "by 10.0 percentage points, likely between 8.0 and 12.0 percentage points" in sentence


@pytest.mark.parametrize(("average", "few"), [(20.0, True), (200.0, False)])
def test_a_difference_that_rests_on_few_says_so(average: float, few: bool):
    sentence = said(Level.HIGHER, average=average, gap=gap(100.0))

    assert ("So few are counted" in sentence) is few


def test_too_few_is_said_of_posts_as_well_as_of_children():
    assert "children" not in said(Level.CANNOT_SAY, reason=Why.TOO_FEW_CHILDREN)


def test_a_gap_below_is_said_by_its_size_with_the_smaller_end_first():
    sentence = said(Level.LOWER, gap=gap(-100.0, -40.0))

    assert "by 100, likely between 80 and 120" in sentence
    assert "−" not in sentence


def test_no_number_of_children_is_made_of_money_or_of_a_score():
    for kind in (IndicatorKind.RATIO, IndicatorKind.FIGURE):
        assert "in number" not in said(Level.HIGHER, indicator(kind=kind), gap=gap())


def test_money_is_not_said_to_lack_counts():
    sentence = said(Level.CANNOT_SAY, indicator(stage=Stage.MONEY), reason=Why.NO_COUNTS)

    assert sentence == "Cannot say. Spending is not a count of children, so there is no test."


@pytest.mark.parametrize("level", [Level.LOWER, Level.ABOUT_THE_SAME])
def test_a_verdict_on_a_withheld_number_says_how_it_can_be_given(level: Level):
    sentence = verdict_sentence(indicator(), comparison(WITHHELD, verdict=verdict(level)))

    assert sentence.endswith(
        "The number is withheld (1 to 5), and the answer is the same whichever it is."
    )
    assert both_ends_words(WITHHELD, level) == "same at 1 and at 5"


def test_nothing_is_said_of_both_ends_where_a_number_or_no_verdict_is_given():
    assert both_ends_words(300.0, Level.LOWER) == ""
    assert both_ends_words(WITHHELD, Level.CANNOT_SAY) == ""


@pytest.mark.parametrize("level", [Level.UNUSUALLY_LOW, Level.UNUSUALLY_HIGH])
def test_unusual_says_that_one_council_in_twenty_would_be(level: Level):
    assert "one council in twenty" in said(level)


def test_better_or_worse_is_said_only_where_the_catalogue_says_which_way_is_good():
    contested = verdict(Level.HIGHER)
    good = verdict(Level.HIGHER, direction=Direction.BETTER)

    assert direction_words(contested) == ""
    assert direction_words(good) == "better"
    assert "better" not in said(Level.HIGHER)
    assert "(lower is better)" in said(
        Level.HIGHER, indicator(good_direction=GoodDirection.LOWER), direction=Direction.WORSE
    )
    assert "(higher is better)" in said(
        Level.LOWER, indicator(good_direction=GoodDirection.HIGHER), direction=Direction.WORSE
    )


@pytest.mark.parametrize(
    "why",
    [Why.WITHIN_WOBBLE, Why.GAP_TOO_SMALL, Why.AVERAGES_DISAGREE, Why.NOT_AFTER_CORRECTION],
)
def test_what_is_not_different_says_why_and_never_that_it_could_be_chance(why: Why):
    sentence = said(Level.ABOUT_THE_SAME, reason=why)

    close = why is Why.GAP_TOO_SMALL
    expected = "About the same as" if close else "No clear difference from"
    assert sentence.startswith(f"{expected} similar councils: ")
    assert "chance" not in sentence


def test_only_figures_that_lie_close_are_called_about_the_same():
    near, far = (
        verdict(Level.ABOUT_THE_SAME, Why.WITHIN_WOBBLE, average=200.0, gap=wide_gap(value))
        for value in (19.0, 21.0)
    )

    assert level_words(indicator(), near) == "About the same"
    assert level_words(indicator(), far) == "No clear difference"


def test_where_we_cannot_tell_the_sentence_says_how_far_apart_they_may_be():
    sentence = said(
        Level.ABOUT_THE_SAME, reason=Why.WITHIN_WOBBLE, average=200.0, gap=wide_gap(30.0)
    )

    assert sentence.endswith(
        "The figure here is 30 higher than their average, 200. Over the years it could "
        "ordinarily lie anywhere from 50 lower to 130 higher."
    )


def wide_gap(value: float) -> Gap:
    """A gap whose range lies on both sides of nought."""
    return replace(gap(value), low=-50.0, high=130.0)


def test_each_reason_for_about_the_same_has_its_own_sentence():
    reasons = [Why.WITHIN_WOBBLE, Why.GAP_TOO_SMALL, Why.AVERAGES_DISAGREE]

    assert len({said(Level.ABOUT_THE_SAME, reason=why) for why in reasons}) == 3


@pytest.mark.parametrize(
    "why",
    [
        Why.NO_COUNTS,
        Why.VALUE_MISSING,
        Why.TOO_FEW_COMPARATORS,
        Why.TOO_FEW_CHILDREN,
        Why.BREAK_IN_SERIES,
        Why.UNRELIABLE,
        Why.WITHHELD_ENDS_DISAGREE,
        Why.NO_HISTORY,
        Why.NOT_A_COUNCIL,
        Why.AREA_CHANGED,
    ],
)
def test_cannot_say_always_has_a_reason_of_its_own(why: Why):
    sentence = said(Level.CANNOT_SAY, reason=why)

    assert sentence.startswith("Cannot say. ")
    assert sentence != said(Level.CANNOT_SAY, reason=None) or why is Why.NO_COUNTS


def test_cannot_say_gives_the_reason_a_figure_is_missing():
    missing = comparison(here=cell(WITHHELD), verdict=verdict(Level.CANNOT_SAY, Why.VALUE_MISSING))

    assert "withheld" in verdict_sentence(indicator(), missing)


def test_whoever_the_comparison_is_with_is_named():
    names = {others(verdict(against=who)) for who in ("similar", "england", "region", "chosen")}

    assert len(names) == 4
