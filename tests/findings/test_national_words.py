"""What is said of one indicator over all England."""

import pytest
from hand_made import WITHHELD, catalogue, indicator

from brightfutures.catalogue import GoodDirection, IndicatorKind, Stage
from brightfutures.findings.funnel_words import funnel_message, funnel_notes
from brightfutures.findings.national_words import (
    Counted,
    alikeness_of_all,
    alikeness_word,
    cannot_say_sentence,
    counted,
    false_alarm_sentence,
    lead_sentences,
    list_headline,
    most_apart,
    national_headline,
    national_level_words,
    national_note,
    no_test_sentence,
    ordinary_move_words,
    unusual_sentences,
)
from brightfutures.findings.verdict_words import AT_BOTH_ENDS
from brightfutures.measures.funnel import Funnel
from brightfutures.measures.nation.councils import Nation
from brightfutures.measures.results import Cell, Level, National, Steadiness, Why
from brightfutures.quantities import ENGLAND, Value


def one(level: Level, why: Why | None = None, value: Value = 70.0, code: str = "E1") -> National:
    cell = Cell(area=code, period="2025", value=value, numerator=None, denominator=None)
    return National(
        here=cell, interval=None, level=level, reason=why, z_wobble=None, q=None, rank=None
    )


def many(higher: int = 0, lower: int = 0, same: int = 0, cannot: int = 0) -> list[National]:
    return [
        *[one(Level.HIGHER)] * higher,
        *[one(Level.LOWER)] * lower,
        *[one(Level.ABOUT_THE_SAME)] * same,
        *[one(Level.CANNOT_SAY, Why.VALUE_MISSING, WITHHELD)] * cannot,
    ]


def nation(**changes: object) -> Nation:
    england = Cell(area=ENGLAND, period="2025", value=67.0, numerator=None, denominator=None)
    given = {
        "period": "2025",
        "england": england,
        "with_value": 150,
        "average": 68.0,
        "median": 66.0,
        "middle_half": (53.0, 90.0),
        "wobble": None,
        "steadiness": Steadiness(one_year=None, three_years=None),
        "alikeness": None,
        "funnel": None,
    }
    return Nation(**{**given, **changes})


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            many(14, 11, 126),
            "14 of 151 councils are clearly higher than the average council, and 11 clearly lower",
        ),
        (
            many(1, 0, 149),
            "1 of 150 councils is clearly higher than the average council, and none clearly lower",
        ),
        (
            many(0, 3, 147),
            "3 of 150 councils are clearly lower than the average council, and none clearly higher",
        ),
        (
            many(0, 0, 150),
            "not one of 150 councils is clearly higher or lower than the average council",
        ),
        (
            many(3, 0, 23, 125),
            "3 of the 26 councils that can be tested are clearly higher than the average council, "
            "and none clearly lower",
        ),
    ],
)
def test_the_headline_counts_who_differs(found: list[National], said: str):
    assert national_headline(indicator(), found) == f"Visits: {said}"


def test_without_counts_the_headline_is_the_reach_of_the_figures():
    pounds = indicator(kind=IndicatorKind.RATIO)
    found = [one(Level.CANNOT_SAY, Why.NO_COUNTS, value) for value in (812.4, 2301.0, 1000.0)]

    assert national_headline(pounds, found) == "Visits: from £812 to £2,301 among 3 councils"
    assert national_headline(pounds, found[:1]) == "Visits: hardly any council has a figure"
    assert false_alarm_sentence(found) is None


def test_the_lead_gives_england_the_average_council_and_which_way_is_good():
    visits = indicator()

    assert lead_sentences(catalogue(visits), visits, nation()) == (
        "For England as a whole the figure was 67 per 10,000 children at 31 March 2025.",
        "The average council, each counted alike, is at 68; half of all councils lie between 53 "
        "and 90.",
        "Higher is not in itself better here, and lower is not worse.",
    )
    lower = indicator(good_direction=GoodDirection.LOWER)
    assert lead_sentences(catalogue(lower), lower, nation(england=None))[-1] == "Lower is better."


def test_the_middle_council_is_said_where_the_average_is_far_from_it():
    visits = indicator()
    said = lead_sentences(catalogue(visits), visits, nation(average=24.0, median=44.0))[1]

    assert "is at 24 and the one in the middle at 44; half" in said


def test_money_is_not_tested_and_says_why():
    uncounted = [one(Level.CANNOT_SAY, Why.NO_COUNTS)]
    assert "Spending" in no_test_sentence(indicator(stage=Stage.MONEY), uncounted)
    assert "No counts" in no_test_sentence(indicator(), uncounted)


def test_where_the_numbers_are_too_small_everywhere_it_says_that_and_not_that_there_are_none():
    found = [one(Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN, 0.0)] * 150

    assert no_test_sentence(indicator(), found) == (
        "No council is called higher or lower. Nothing can be said of 150 councils with numbers "
        "too small to compare."
    )
    assert national_headline(indicator(), found) == "Visits: 0 in all 150 councils"


def test_of_whom_nothing_can_be_said():
    few = one(Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN)

    assert cannot_say_sentence(many(2, 0, 9)) is None
    assert cannot_say_sentence(many(2, 0, 9, 1)) == (
        "Nothing can be said of 1 council without a figure."
    )
    assert cannot_say_sentence([*many(2, 0, 9, 3), few]) == (
        "Nothing can be said of 3 councils without a figure and 1 with numbers too small to "
        "compare."
    )
    assert national_note(indicator(), few) == "numbers too small to compare"
    assert national_note(indicator(), many(cannot=1)[0]) == ""


def test_the_unusual_are_named_each_side_apart():
    found = [one(Level.UNUSUALLY_HIGH, code=code) for code in ("Ash", "Beech", "Cedar")]
    found.append(one(Level.UNUSUALLY_LOW, code="Dale"))

    assert unusual_sentences(found, str) == (
        "Unusually high, in this period and the one before: Ash, Beech and Cedar.",
        "Unusually low, in this period and the one before: Dale.",
    )


def test_about_the_same_is_kept_for_figures_that_lie_close():
    close, far = one(Level.ABOUT_THE_SAME, value=70.0), one(Level.ABOUT_THE_SAME, value=90.0)
    small = one(Level.ABOUT_THE_SAME, Why.GAP_TOO_SMALL, WITHHELD)

    assert national_level_words(indicator(), close, 68.0) == "About the same"
    assert national_level_words(indicator(), far, 68.0) == "No clear difference"
    assert national_level_words(indicator(), small, 68.0) == "About the same"
    assert national_level_words(indicator(), one(Level.HIGHER), 68.0) == "Higher"


def test_a_verdict_on_a_withheld_number_says_that_it_holds_at_both_ends():
    low_is_good = indicator(good_direction=GoodDirection.LOWER)

    assert national_note(indicator(), one(Level.LOWER, value=WITHHELD)) == AT_BOTH_ENDS
    assert national_note(low_is_good, one(Level.LOWER, value=WITHHELD)) == f"better, {AT_BOTH_ENDS}"
    assert national_note(low_is_good, one(Level.LOWER)) == "better"
    assert national_note(indicator(), one(Level.CANNOT_SAY, Why.VALUE_MISSING, WITHHELD)) == ""


@pytest.mark.parametrize(
    ("outside_usual", "end"),
    [
        (8, "; 8 lie outside the usual spread"),
        (1, "; 1 lies outside the usual spread"),
        (0, "; none lies outside the usual spread"),
        (None, ""),
    ],
)
def test_the_funnel_says_how_many_lie_outside(outside_usual: int | None, end: str):
    funnel = Funnel(
        centre=68.0,
        usual_spread=0.1,
        limits=(),
        councils=151,
        outside_chance=120,
        outside_usual=outside_usual,
    )

    assert funnel_message(funnel) == (
        f"120 of 151 councils lie further out than chance alone would put them{end}"
    )


def test_of_what_is_no_count_of_people_the_funnel_says_nothing_of_chance():
    funnel = Funnel(
        centre=15.0, usual_spread=0.1, limits=(), councils=150, outside_chance=99, outside_usual=8
    )

    assert funnel_message(funnel, with_chance=False) == (
        "8 of 150 councils lie outside the usual spread"
    )
    assert "chance" not in " ".join(funnel_notes(funnel, with_chance=False))
    assert "Dotted" in funnel_notes(funnel)[0]


def test_better_and_worse_stand_beside_a_verdict_only_where_that_is_agreed():
    higher = indicator(good_direction=GoodDirection.HIGHER)

    assert national_note(higher, one(Level.HIGHER)) == "better"
    assert national_note(higher, one(Level.UNUSUALLY_LOW)) == "worse"
    assert national_note(higher, one(Level.ABOUT_THE_SAME)) == ""
    assert national_note(indicator(), one(Level.HIGHER)) == ""


def test_how_alike_similar_councils_are():
    assert alikeness_of_all(None) is None
    assert "compares it with England" in (alikeness_of_all(0.1) or "")
    assert "only loosely (correlation 0.30)" in (alikeness_of_all(0.3) or "")
    assert [alikeness_word(one) for one in (None, 0.1, 0.3, 0.6)] == [
        "–", "hardly", "loosely", "closely"
    ]  # fmt: skip
    assert ordinary_move_words(nation()) == "–"


def test_the_list_leads_with_the_measure_that_sets_councils_apart_most():
    counts = {
        "visits": Counted(higher=10, lower=10, tested=150),
        "care": Counted(higher=60, lower=55, tested=150),
        "few": Counted(higher=20, lower=0, tested=20),
    }

    assert most_apart(counts) == "care"
    assert most_apart({"few": counts["few"]}) is None
    assert list_headline("Children in care", counts["care"]) == (
        "Differences between councils show most clearly on “Children in care”: 115 of 150 are "
        "clearly higher or lower "
        "than the average council"
    )
    assert list_headline(None, None) == "No measure sets councils clearly apart"
    assert counted(many(2, 1, 3, 4)) == Counted(higher=2, lower=1, tested=6)


def test_a_long_title_leaves_fewer_words_for_the_finding():
    title = "Children under five in care whose development checks were up to date"

    assert national_headline(indicator(title=title), many(higher=3, same=40, cannot=50)) == (
        f"{title}: 3 of 43 councils tested are clearly higher than average, none lower"
    )
    assert national_headline(indicator(title=title), many(same=40, cannot=50)) == (
        f"{title}: not one of 40 councils tested is clearly higher or lower than average"
    )
    longest = "Children in care who live in the council’s own homes or with its own foster carers"
    assert national_headline(indicator(title=longest), many(higher=39, lower=30, same=75)) == (
        f"{longest}: 39 of 144 clearly higher than average, 30 lower"
    )
