"""How a number is written, and what stands where there is none."""

import pytest
from hand_made import indicator
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.catalogue import IndicatorKind
from brightfutures.findings.figures import (
    MISSING_SENTENCES,
    MISSING_WORDS,
    children_words,
    counted,
    difference,
    figure,
    figure_sentence,
    listed,
    missing_sentences,
    missing_words,
    number,
    shown,
    unit_words,
)
from brightfutures.quantities import Missing, Reason

RATE = indicator()
PERCENTAGE = indicator("share_percent", IndicatorKind.PROPORTION, decimal_places=1)
POUNDS = indicator("spend_pounds", IndicatorKind.RATIO)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1234, 0, "1,234"),
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (0.285, 2, "0.29"),
        (-12.34, 1, "−12.3"),
        (-0.04, 1, "0.0"),
        (1_234_567.5, 0, "1,234,568"),
    ],
)
def test_numbers_have_commas_and_round_halves_away_from_zero(value: float, places: int, text: str):
    assert number(value, places) == text


@pytest.mark.parametrize(
    ("of", "value", "text"),
    [
        (RATE, 94.4, "94"),
        (PERCENTAGE, 22.55, "22.6%"),
        (PERCENTAGE, 0.0, "0.0%"),
        (POUNDS, 1234.4, "£1,234"),
        (POUNDS, -1234.4, "−£1,234"),
    ],
)
def test_a_figure_carries_its_unit(of, value: float, text: str):
    assert figure(of, value) == text
    assert shown(of, value) == text


@pytest.mark.parametrize(
    ("of", "value", "text"),
    [
        (RATE, -16.2, "16"),
        (PERCENTAGE, 3.62, "3.6 percentage points"),
        (PERCENTAGE, -1.0, "1.0 percentage point"),
        (POUNDS, -210.0, "£210"),
    ],
)
def test_a_difference_is_said_by_its_size(of, value: float, text: str):
    assert difference(of, value) == text


def test_a_unit_is_said_in_words():
    assert unit_words(PERCENTAGE) == "per cent"
    assert unit_words(RATE) == "per 10,000 children"


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_own_words_and_its_own_sentence(reason: Reason):
    missing = Missing((reason,))

    assert missing_words(missing) == MISSING_WORDS[reason]
    assert len(missing_words(missing).split()) <= 3
    assert missing_sentences(missing).endswith(".")
    assert len(set(MISSING_WORDS.values())) == len(set(MISSING_SENTENCES.values())) == len(Reason)


def test_every_reason_is_told_when_there_are_two():
    both = missing_sentences(Missing((Reason.SUPPRESSED, Reason.DENOMINATOR_UNAVAILABLE)))

    assert MISSING_SENTENCES[Reason.SUPPRESSED] in both
    assert MISSING_SENTENCES[Reason.DENOMINATOR_UNAVAILABLE] in both


@given(st.floats(min_value=-60_000, max_value=60_000))
def test_a_count_of_children_is_rounded_to_no_more_than_it_can_bear(count: float):
    said = float(children_words(count).replace(",", ""))

    assert abs(said - abs(count)) <= max(0.5, abs(count) / 8)


@pytest.mark.parametrize(("count", "word"), [(0, "No"), (1, "One"), (10, "Ten"), (1100, "1,100")])
def test_a_small_count_begins_a_sentence_as_a_word(count: int, word: str):
    assert counted(count) == word


def test_a_sentence_takes_in_council_figure_and_year():
    assert figure_sentence(RATE, "Essex", 94.4, "2025") == "Essex had 94 visits in 2025."


def test_a_council_named_like_a_placeholder_stays_a_name():
    assert figure_sentence(RATE, "{value}", 1.0, "2025") == "{value} had 1 visits in 2025."


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Kent"], "Kent"),
        (["Kent", "Essex"], "Kent and Essex"),
        (["Kent", "Essex", "Suffolk"], "Kent, Essex and Suffolk"),
        (["Kent", "Tyne and Wear", "Essex"], "Kent, Tyne and Wear, and Essex"),
        (["Ash, Beech and Cedar", "Dale", "Elm"], "Ash, Beech and Cedar; Dale; and Elm"),
    ],
)
def test_a_list_of_names_can_be_read_whatever_they_hold(names: list[str], said: str):
    assert listed(names) == said
