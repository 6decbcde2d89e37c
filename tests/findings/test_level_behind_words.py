"""What is said of the level behind a figure."""

import re
from dataclasses import replace

import pytest
from hand_made import cell, indicator

from brightfutures.catalogue import IndicatorKind
from brightfutures.findings.level_behind_words import (
    chance_words,
    level_of_all_sentence,
    level_said,
    own_words,
    place_sentence,
    too_few_for_a_chance,
)
from brightfutures.measures.levels.shrinkage import Shrunken
from brightfutures.measures.results import RankRange, Why
from brightfutures.quantities import Interval

PLANS = indicator("plans_percent", IndicatorKind.PROPORTION, decimal_places=1)

FOUND = Shrunken(
    area="E1",
    period="2025",
    raw=44.1,
    estimate=29.3,
    average=23.7,
    range=Interval(23.0, 36.4, 95.0),
    reliability=0.31,
    chance_highest_fifth=0.73,
    chance_lowest_fifth=0.006,
    rank=RankRange(low=64, high=151, of=151),
)


def test_the_figure_and_the_level_behind_it_stand_side_by_side():
    said = level_said(PLANS, FOUND)
    assert said.here == (
        "The figure is 44.1%. Allowing for chance and the ordinary wobble, and going by how far "
        "councils differ, the level behind it is more likely about 29%, probably between 23% and "
        "36%."
    )
    assert said.own == (
        "Of whatever sets it apart from the average council, at 23.7%, about a third counts as "
        "its own; the rest is put down to chance and the wobble."
    )
    assert said.place == (
        "The chance that its level is truly among the 30 highest of 151 councils is about 75 in "
        "100."
    )
    assert said.cell == "29%"
    assert said.note.startswith("probably 23% to 36%")


def test_where_less_than_half_is_its_own_the_page_warns_that_it_would_hide_a_council_far_out():
    warning = "a council that truly stands far out would hardly show here"
    assert warning in level_said(PLANS, FOUND).bear_in_mind
    steady = replace(FOUND, reliability=0.51)
    assert warning not in level_said(PLANS, steady).bear_in_mind
    assert "earlier years are not counted" in level_said(PLANS, steady).bear_in_mind


def test_a_level_near_its_figure_is_about_the_same():
    near = replace(FOUND, raw=28.4)
    assert "the level behind it is about the same, probably between" in level_said(PLANS, near).here


def test_a_narrow_range_keeps_its_decimal_place_and_a_rate_has_no_sign():
    narrow = replace(FOUND, raw=3.4, estimate=2.9, range=Interval(2.4, 3.5, 95.0))
    assert "about 2.9%, probably between 2.4% and 3.5%" in level_said(PLANS, narrow).here
    rate = replace(FOUND, raw=1003.0, estimate=756.0, range=Interval(516.0, 1110.0, 95.0))
    said = level_said(indicator("visits_rate"), rate)
    assert "more likely about 756, probably between 516 and 1,110" in said.here


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "less than 1 in 100"),
        (0.009, "less than 1 in 100"),
        (0.02, "less than 5 in 100"),
        (0.06, "about 5 in 100"),
        (0.326, "about 35 in 100"),
        (0.83, "about 85 in 100"),
        (0.94, "about 95 in 100"),
        (0.97, "more than 95 in 100"),
        (0.9999, "more than 99 in 100"),
    ],
)
def test_no_chance_is_given_to_the_last_in_a_hundred(chance: float, words: str):
    assert chance_words(chance) == words


def test_where_it_could_be_either_end_both_chances_are_said_the_likelier_first():
    either = replace(FOUND, chance_highest_fifth=0.12, chance_lowest_fifth=0.31)
    assert place_sentence(either) == (
        "The chance that its level is truly among the 30 lowest of 151 councils is about 30 in "
        "100; among the 30 highest, about 10 in 100."
    )


def test_where_it_is_hardly_either_that_is_said_once():
    neither = replace(FOUND, chance_highest_fifth=0.001, chance_lowest_fifth=0.0)
    assert place_sentence(neither) == (
        "It is most unlikely that its level is truly among the 30 highest or the 30 lowest of 151 "
        "councils: less than 1 in 100 for either."
    )


@pytest.mark.parametrize(
    ("counted", "out_of", "reason", "too_few"),
    [
        (4.0, 4_000.0, None, True),
        (5.0, 4_000.0, Why.WITHIN_WOBBLE, False),
        (15.0, 29.0, None, True),
        (15.0, 30.0, None, False),
        (15.0, 847.0, Why.TOO_FEW_CHILDREN, True),
    ],
)
def test_of_so_few_that_their_wobble_is_not_known_no_chance_of_a_place_is_given(
    counted: float, out_of: float, reason: Why | None, too_few: bool
):
    here = replace(cell(10.0), numerator=counted, denominator=out_of)
    assert too_few_for_a_chance(here, reason) is too_few
    place = level_said(PLANS, FOUND, too_few=too_few).place
    assert ("in 100" in place) is not too_few
    if too_few:
        assert place == (
            "The numbers here are too small to say how likely it is that its level is truly among "
            "the 30 highest or the 30 lowest of 151 councils."
        )


@pytest.mark.parametrize(
    ("reliability", "beginning"),
    [
        (0.03, "hardly anything"),
        (0.34, "about a third"),
        (0.9, "most counts"),
        (0.97, "nearly all"),
    ],
)
def test_how_much_is_its_own_is_said_in_a_share(reliability: float, beginning: str):
    assert own_words(reliability).startswith(beginning)


def test_of_all_councils_the_middle_one_is_said():
    every = [replace(FOUND, reliability=share) for share in (0.1, 0.34, 0.9)]
    assert "as a rule about a third counts as its own" in level_of_all_sentence(every)


def test_nothing_is_called_better_or_worse_and_nothing_is_foretold():
    said = " ".join(level_said(PLANS, FOUND).sentences)
    assert not re.search(r"better|worse|good|bad|performance|will be|next year|score", said)
