"""What followed cuts in words: never cause, never advice, and plain where it cannot be told."""

from dataclasses import replace

import numpy as np

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.after_cuts_words import (
    HOW_WORKED_OUT,
    NOT_NOTHING,
    WHAT_IT_IS,
    after_cut_sentence,
    after_cuts_headline,
    least_seen_sentence,
    left_out_sentence,
    line_after_cuts_sentence,
    placebo_sentence,
)
from brightfutures.money.after_cuts import AfterCut, AfterCuts, Followed, Placebo
from brightfutures.money.cuts import Cuts
from brightfutures.quantities import Interval

CATALOGUE = load_catalogue()

CANNOT = AfterCut(
    line="family_support",
    indicator="referrals_rate",
    span_years=1,
    years_on=2,
    followed=Followed.CANNOT_TELL,
    cuts=43,
    councils=42,
    effect=-0.02,
    likely=Interval(low=-0.1, high=0.06, level=95),
    unit_effect=-2.0,
    unit_likely=Interval(low=-9.5, high=6.2, level=95),
    before=0.01,
    before_p=0.6,
    p=0.6,
    q=0.9,
    smallest_seen=Interval(low=-10.8, high=12.1, level=95),
)
TOO_FEW = AfterCut(
    line="family_support",
    indicator="re_referrals_percent",
    span_years=2,
    years_on=1,
    followed=Followed.TOO_FEW,
    cuts=4,
    councils=4,
)


def family(*results: AfterCut) -> AfterCuts:
    cut = np.array([[1.0, 0.0], [np.nan, 1.0]])
    cuts = Cuts("family_support", 1, (2015, 2016), cut, cut, {"recoded": 3, "vanished": 1})
    placebo = Placebo(line="family_support", span_years=1, years_on=1, effect_percent=0.1, p=0.5)
    return AfterCuts(results, (placebo,), {("family_support", 1): cuts})


def words(one: AfterCut) -> str:
    line = CATALOGUE.spending.lines[one.line]
    return after_cut_sentence(one, line, CATALOGUE.indicators[one.indicator])


def test_what_cannot_be_told_says_within_what():
    assert words(CANNOT) == (
        "Where spending on family support services was cut by a fifth or more over one year, it "
        "cannot be told whether “Referrals to children’s social care” then moved otherwise than "
        "elsewhere: two years on it may be anything from 10% less to 6% more (43 cuts in 42 "
        "councils). Asked alone, 11% less or 12% more is the smallest that would be seen four "
        "times in five."
    )


def test_too_few_councils_say_nothing():
    assert words(TOO_FEW) == (
        "One year on there are figures of “Referrals within twelve months of an earlier one” for "
        "4 councils that cut spending on family support services over two years: fewer than 10, "
        "and too few to tell."
    )


def test_what_can_be_told_is_said_to_have_gone_together_and_to_be_no_advice():
    found = words(
        replace(
            CANNOT,
            followed=Followed.MORE,
            unit_effect=8.0,
            unit_likely=Interval(low=3.0, high=13.0, level=95),
        )
    )

    assert "had two years on risen 8% more than where it was not" in found
    assert "anything from 3% more to 13% more" in found
    assert found.endswith(WHAT_IT_IS)


def test_councils_that_had_moved_apart_before_are_said_so():
    found = words(replace(CANNOT, followed=Followed.ALREADY_APART))

    assert "it cannot be told" in found
    assert "the councils had moved apart before the cut" in found


def test_a_proportion_is_told_in_percentage_points():
    found = words(
        replace(
            CANNOT,
            indicator="re_referrals_percent",
            unit_likely=Interval(low=-1.25, high=0.3, level=95),
        )
    )

    assert "anything from 1.3 percentage points less to 0.3 percentage points more" in found


def test_the_headline_counts_what_is_told():
    told = replace(CANNOT, followed=Followed.LESS)

    assert after_cuts_headline(family(CANNOT, TOO_FEW)) == (
        "The published figures cannot tell what followed cuts, for any line or measure."
    )
    assert after_cuts_headline(family(told, CANNOT)) == (
        "Of 2 ways to ask what followed cuts, one shows a difference that chance seldom makes."
    )
    assert "cannot tell" in after_cuts_headline(family(TOO_FEW))


def test_a_line_says_how_many_councils_cut_it_and_how_much_was_asked():
    line = CATALOGUE.spending.lines["family_support"]

    assert line_after_cuts_sentence(line, family(CANNOT, TOO_FEW)) == (
        "Up to 42 councils cut what they spent on family support services by a fifth or more in "
        "the years that can be read. Of 1 comparison with councils that did not, none shows a "
        "difference that chance would not make."
    )
    assert line_after_cuts_sentence(line, family(TOO_FEW)).startswith("Too few councils cut")


def test_both_placebos_are_told_with_what_chance_makes():
    found = placebo_sentence(family(CANNOT, replace(CANNOT, before_p=0.01)))

    assert "apart in 1 of 2 comparisons" in found
    assert "differs in 0 of 1" in found
    assert placebo_sentence(family(TOO_FEW)) == ""


def test_what_was_left_out_is_counted():
    found = left_out_sentence(family(CANNOT))

    assert found.startswith("2 falls of a fifth or more")
    assert "3 in which another line rose by nearly the same, and 1 in which" in found


def test_nothing_is_said_to_be_caused():
    for text in (WHAT_IT_IS, NOT_NOTHING, HOW_WORKED_OUT):
        for word in ("because of the cut", "caused", "led to", "should", "effect of"):
            assert word not in text


def test_cannot_tell_is_not_nothing_and_what_would_have_been_seen_is_said():
    line = CATALOGUE.spending.lines["family_support"]
    share = replace(
        CANNOT,
        indicator="re_referrals_percent",
        smallest_seen=Interval(low=-2.5, high=3.14, level=95),
    )

    assert "does not mean that nothing followed" in NOT_NOTHING
    assert least_seen_sentence(line, family(CANNOT, share), CATALOGUE.indicators) == (
        "In half of them a rise of under about 12% (for shares, 3.1 percentage points) could "
        "easily have been missed."
    )
    assert least_seen_sentence(line, family(share), CATALOGUE.indicators) == (
        "In half of them a rise of under about 3.1 percentage points could easily have been missed."
    )
    assert least_seen_sentence(line, family(TOO_FEW), CATALOGUE.indicators) == ""
