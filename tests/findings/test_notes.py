"""The notes beside a figure say what is known, and nothing where nothing is."""

from dataclasses import replace

import pytest
from hand_made import indicator, similar, verdict

from brightfutures.findings.notes import (
    alikeness_sentence,
    likely_range_sentence,
    moved_sentence,
    rank_sentence,
    steadiness_sentence,
    wobble_sentence,
)
from brightfutures.measures.results import (
    Level,
    Moved,
    Movement,
    RankRange,
    Steadiness,
    Why,
    Wobble,
)
from brightfutures.quantities import Interval


def wobble(share: float | None, borrowed: bool = False) -> Wobble:
    return Wobble(
        a=0.01,
        transient=0.0,
        long_run=0.02,
        from_changes=8,
        borrowed=borrowed,
        ordinary_move_share=share,
    )


def moved(level: Movement, reason: Why | None = None) -> Moved:
    return Moved(
        level=level,
        from_period="2021",
        to_period="2025",
        from_value=50.0,
        to_value=60.0,
        q=0.01,
        reason=reason,
    )


def test_nothing_is_said_of_what_is_not_known():
    assert wobble_sentence(None) is None
    assert wobble_sentence(wobble(None)) is None
    assert likely_range_sentence(indicator(), None) is None
    assert alikeness_sentence(None) is None
    assert alikeness_sentence(similar(alikeness=None)) is None
    assert steadiness_sentence(None) is None
    assert steadiness_sentence(Steadiness(one_year=None, three_years=None)) is None
    assert rank_sentence(None) is None
    assert moved_sentence(indicator(), None) is None


def test_the_ordinary_wobble_is_said_as_a_share_and_owned_up_to_when_borrowed():
    assert "about 8% of its own size" in (wobble_sentence(wobble(0.08)) or "")
    assert "measures like it" in (wobble_sentence(wobble(0.08, borrowed=True)) or "")


def test_a_likely_range_gives_both_ends():
    assert "between 41 and 45" in (
        likely_range_sentence(indicator(), Interval(41.2, 45.1, 95)) or ""
    )


@pytest.mark.parametrize(
    ("alikeness", "words"),
    [(0.14, "hardly more alike than any others"), (0.3, "only loosely"), (0.57, "closely")],
)
def test_how_alike_similar_councils_are_is_said_with_its_correlation(alikeness: float, words: str):
    sentence = alikeness_sentence(similar(alikeness=alikeness)) or ""

    assert words in sentence
    assert f"{alikeness:.2f}" in sentence


def test_alikeness_is_not_spoken_of_where_the_comparison_was_chosen_to_be_england():
    assert alikeness_sentence(similar(set="england")) is None


def test_steadiness_never_promises_what_it_does_not_find():
    steady = steadiness_sentence(Steadiness(one_year=0.9, three_years=0.7)) or ""
    loose = steadiness_sentence(Steadiness(one_year=0.2, three_years=None)) or ""

    assert "tend to do so the next" in steady
    assert "0.70 three years apart" in steady
    assert "says little about the next" in loose
    assert "three years" not in loose


def test_a_place_is_a_range_unless_the_data_allow_only_one():
    assert "somewhere from number 3 to number 17 of 152" in (
        rank_sentence(RankRange(low=3, high=17, of=152)) or ""
    )
    assert "probably the lowest of 152" in (rank_sentence(RankRange(low=1, high=1, of=152)) or "")
    assert "probably the highest of 9" in (rank_sentence(RankRange(low=9, high=9, of=9)) or "")
    assert "probably number 4 of 9" in (rank_sentence(RankRange(low=4, high=4, of=9)) or "")


def test_a_figure_that_cannot_be_judged_is_given_no_place():
    last = RankRange(low=152, high=152, of=152)

    assert rank_sentence(last, verdict(Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN)) is None
    assert rank_sentence(last, verdict(Level.HIGHER)) is not None


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Movement.HAS_RISEN, "It has risen here"),
        (Movement.HAS_FALLEN, "It has fallen here"),
        (Movement.NO_CLEAR_CHANGE, "No clear change here"),
    ],
)
def test_movement_is_past_and_gives_both_ends(level: Movement, words: str):
    sentence = moved_sentence(indicator(), moved(level)) or ""

    assert sentence.startswith(words)
    assert "from 50 in 2021 and 2022 together to 60 in 2024 and 2025" in sentence
    assert "rising" not in sentence


def test_a_move_that_two_years_together_do_not_show_says_so():
    rose = replace(moved(Movement.HAS_RISEN), from_value=60.0, to_value=50.0)

    assert moved_sentence(indicator(), rose) == (
        "It has risen here over five years by the average that its test takes, though two years "
        "together went the other way, from 60 in 2021 and 2022 together to 50 in 2024 and 2025."
    )


@pytest.mark.parametrize("why", [*Why, None])
def test_movement_that_cannot_be_told_says_so_and_gives_no_figures(why: Why | None):
    sentence = moved_sentence(indicator(), moved(Movement.CANNOT_SAY, why)) or ""

    assert "cannot be" in sentence
    assert "50" not in sentence
