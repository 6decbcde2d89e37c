"""How far councils differ and what has moved, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hand_made import indicator

from brightfutures.catalogue import GoodDirection, Indicator, IndicatorKind
from brightfutures.catalogue.outcomes import Outcome
from brightfutures.findings.national_spread_cells import (
    apart_words,
    circumstances_cell,
    councils_moved_cell,
    different_cell,
    england_figures,
    low_and_high,
    low_and_high_that_lasts,
    moved_direction,
    moved_words,
    parts_words,
    range_of_part,
)
from brightfutures.findings.national_spread_words import (
    few,
    outcome_words,
    spread_headline,
    spread_lead,
    which_measures,
)
from brightfutures.measures.nation.spread_results import (
    Apart,
    Circumstances,
    EnglandChange,
    Moves,
    NationalSpread,
    Part,
    Split,
    SpreadThen,
    WhyNoMove,
    WhyNoSplit,
    Width,
)
from brightfutures.measures.results import Direction, Movement, Steadiness

HELP = Outcome(
    id="help", name="Help", short="help", means="Help comes.", not_measured=("whether it helped",)
)
SHARE = indicator("share", IndicatorKind.PROPORTION, title="Visits in time")


def split(lasting: float, half: float = 0.05, chance: float = 0.1) -> Split:
    return Split(
        period="2025",
        before="2022",
        councils=148,
        lasting=Part(share=lasting, low=lasting - half, high=lasting + half),
        wobble=Part(share=1 - lasting - chance, low=0.0, high=1.0),
        chance=Part(share=chance, low=chance, high=chance),
        width=Width(low=40.0, high=117.0, lasting_low=50.0, lasting_high=100.0),
    )


def england(moved: Movement = Movement.HAS_RISEN, **changes: Any) -> EnglandChange:
    given: dict[str, Any] = {
        "from_period": "2013",
        "to_period": "2025",
        "from_value": 60.0,
        "to_value": 67.2,
        "change": 0.12,
        "ordinary": 0.02,
        "yearly": 12,
        "moved": moved,
        "reason": None,
        "since_break": None,
    }
    return EnglandChange(**{**given, **changes})


def found(**changes: Any) -> NationalSpread:
    given: dict[str, Any] = {
        "indicator": "visits_rate",
        "period": "2025",
        "split": split(0.8),
        "why_no_split": None,
        "circumstances": None,
        "steadiness": Steadiness(one_year=0.9, three_years=0.8),
        "different": 30,
        "tested": 150,
        "england": england(),
        "councils_moved": Moves(risen=3, fallen=5, readable=140),
        "spread_then": None,
    }
    return NationalSpread(**{**given, **changes})


def named(title: str, **changes: Any) -> tuple[Indicator, NationalSpread]:
    return indicator(title=title), found(**changes)


def paragraph(*told: tuple[Indicator, NationalSpread]) -> str:
    words = outcome_words(HELP, told)
    return " ".join((*words.differences, *words.change))


def test_the_headline_counts_only_what_is_sure():
    told = [named("A"), named("B", split=split(0.2)), named("C", split=split(0.5, 0.2))]
    assert spread_headline(told) == (
        "On 1 of 3 measures most of what sets councils apart lasts; on 1 it mostly does not, on "
        "1 it cannot be told"
    )
    assert spread_headline(told[:1]).endswith("lasts")
    assert "cannot be told" in spread_headline([named("A", split=None)])


def test_the_lead_names_the_most_and_the_least_and_counts_what_has_moved():
    still = england(Movement.NO_CLEAR_CHANGE)
    told = [named("A"), named("B", split=split(0.1), england=still)]
    assert spread_lead(told) == (
        "It lasts most on “A”, where 80% of it was there three years before, and least on “B”, "
        "with 10%. England’s own figure is now higher on 1 and lower on 0 of the 2 measures that "
        "can be followed for five years or more, by clearly more than it ordinarily moves in a "
        "year. They are followed from 2013, or from the first later year that can be read."
    )


def test_only_the_health_check_is_spoken_of_and_the_page_says_so():
    other = (indicator(title="Z", health_check=False), found(split=split(0.1)))
    told = [named("A"), other]
    assert "Z" not in paragraph(*told)
    assert "of 1 measures" in spread_headline(told)
    assert which_measures(told).startswith("The words below speak of the 1 measures")
    assert "“Z”" in paragraph(other)


def test_a_paragraph_says_where_it_lasts_where_not_and_where_it_cannot_be_told():
    said = paragraph(
        named("A"),
        named("B", split=split(0.2)),
        named("C", split=split(0.5, 0.2)),
        named("D", split=None, why_no_split=WhyNoSplit.NO_COUNTS),
    )
    assert "Most of what sets councils apart lasts on “A” (80%)." in said
    assert "a low council on “A” is at 50 and a high one at 100 per 10,000 children." in said
    assert "But less than half of it lasts on “B” (20%): a council that stands out" in said
    assert "Whether most of it lasts cannot be told on “C” (50%)." in said
    assert "“D” cannot be parted in this way, for no counts are published." in said


def test_an_outcome_nobody_measures_is_said_to_be_one():
    words = outcome_words(HELP, [])
    assert words.differences == (
        "No figure is published that sets one council beside another on this.",
        "None says whether it helped.",
    )
    assert words.change == ()


def test_circumstances_are_named_with_their_share_and_where_they_account_for_none():
    some = Circumstances(
        explained=0.4, of_lasting=0.5, held_out_within=0.95, sampling_error=0.02, councils=150
    )
    none = replace(some, explained=-0.1, of_lasting=0.0)
    little = replace(some, explained=0.04, of_lasting=0.05)
    said = paragraph(
        named("A", circumstances=some),
        named("B", circumstances=none),
        named("C", circumstances=little),
    )
    assert "Circumstances account for some of what lasts on “A” (50%)." in said
    assert "They account for none of it on “B”." in said
    assert paragraph(named("B", circumstances=none)).count("Circumstances account for none") == 1
    assert "“C” (5%)" not in said


def test_what_has_moved_what_has_not_and_what_cannot_be_told():
    said = paragraph(
        named("A"),
        named("B", england=england(Movement.HAS_FALLEN, to_value=50.0)),
        named("C", england=england(Movement.NO_CLEAR_CHANGE)),
        named("D", england=england(Movement.CANNOT_SAY, reason=WhyNoMove.TOO_FEW_YEARS)),
    )
    assert "England’s own figure is now higher on “A” (from 60 in 2013 to 67 in 2025)." in said
    assert "It is now lower on “B” (from 60 in 2013 to 50 in 2025)." in said
    assert "It is neither clearly higher nor clearly lower on “C”." in said
    assert "Whether it is higher or lower than it was cannot be told on “D”." in said


@pytest.mark.parametrize(
    ("apart", "words"),
    [
        (Apart.CLOSER, "Councils now lie closer together on “A” (since 2013)."),
        (Apart.FURTHER, "Councils now lie further apart on “A” (since 2013)."),
        (Apart.CANNOT_TELL, None),
    ],
)
def test_councils_are_closer_or_further_only_where_it_is_sure(apart: Apart, words: str | None):
    then = SpreadThen(
        from_period="2013",
        to_period="2025",
        councils=140,
        times=0.7,
        low=0.6,
        high=0.8,
        apart=apart,
    )
    said = paragraph(named("A", spread_then=then))
    assert (words in said) if words else ("Councils now lie" not in said)
    assert bool(apart_words(then)) is bool(words)


def test_no_word_of_praise_or_blame_is_in_the_prose():
    told = [(replace(SHARE, good_direction=GoodDirection.HIGHER), found())]
    said = f"{paragraph(*told)} {spread_headline(told)} {spread_lead(told)}"
    assert not any(word in said for word in ("better", "worse", "good", "bad", "performance"))


def test_many_names_are_counted():
    assert few(["a", "b", "c", "d"]) == "a, b, c and d"
    assert few(["a", "b", "c", "d", "e"]) == "a, b, c and two more"


def test_the_cells_of_a_row():
    rate, one = indicator(), found()
    assert one.split is not None
    assert england_figures(rate, one.england) == "60 in 2013, 67 in 2025"
    assert moved_words(rate, one.england) == "higher by 12%"
    assert parts_words(one.split) == "lasts 80%, comes and goes 10%, chance 10%"
    assert range_of_part(one.split.lasting) == "likely 75 to 85%"
    assert low_and_high(rate, one.split) == "40 to 117"
    assert low_and_high_that_lasts(rate, one.split) == "50 to 100"
    assert different_cell(one) == "30 of 150"
    assert councils_moved_cell(one) == "3 rose, 5 fell, of 140"
    assert circumstances_cell(None) == "–"


def test_percentages_move_by_points_and_what_cannot_be_told_has_its_reason():
    def moved(then: float, now: float, decimal_places: int) -> str:
        share = replace(SHARE, decimal_places=decimal_places)
        way = Movement.HAS_RISEN if now > then else Movement.HAS_FALLEN
        return moved_words(
            share, england(from_value=then, to_value=now, change=now - then, moved=way)
        )

    # 14.5% and 6.5% are shown; 7.94 points lie between the two before they are rounded.
    assert moved(14.46, 6.52, 1) == "lower by 8.0 points"
    assert moved(47.9, 54.1, 0) == "higher by 6 points"
    assert moved(3.2, 2.2, 1) == "lower by 1.0 point"
    assert moved(88.6, 89.4, 0) == "higher by 0.8 points"
    assert moved_words(SHARE, england(Movement.NO_CLEAR_CHANGE)) == "no clear change"
    unsure = england(Movement.CANNOT_SAY, reason=WhyNoMove.PRICES)
    assert moved_words(indicator(), unsure) == "cannot tell: prices have risen too"
    assert england_figures(SHARE, replace(unsure, from_value=None)) == "67% in 2025"
    assert england_figures(SHARE, replace(unsure, to_value=None)) == "–"
    assert councils_moved_cell(found(councils_moved=Moves(risen=0, fallen=0, readable=0))) == "–"
    assert different_cell(found(different=0, tested=0)) == "–"


@pytest.mark.parametrize(
    ("good", "moved", "direction"),
    [
        (GoodDirection.NEITHER, Movement.HAS_RISEN, Direction.NEITHER),
        (GoodDirection.HIGHER, Movement.HAS_RISEN, Direction.BETTER),
        (GoodDirection.HIGHER, Movement.HAS_FALLEN, Direction.WORSE),
        (GoodDirection.LOWER, Movement.HAS_FALLEN, Direction.BETTER),
        (GoodDirection.LOWER, Movement.NO_CLEAR_CHANGE, Direction.NEITHER),
        (GoodDirection.LOWER, Movement.CANNOT_SAY, Direction.NEITHER),
    ],
)
def test_a_move_is_better_or_worse_only_where_that_is_agreed(
    good: GoodDirection, moved: Movement, direction: Direction
):
    assert moved_direction(indicator(good_direction=good), moved) is direction
