from dataclasses import replace

import pytest
from hand_made import indicator

from brightfutures.catalogue import GoodDirection, IndicatorKind
from brightfutures.findings.improver_words import (
    ASK_THEM,
    BACK_BY_ITSELF,
    FLATTERED,
    HOW_READ,
    asking_sentence,
    distance_sentence,
    improvement_sentence,
    likeness_words,
    who_improved,
    years_in_words,
)
from brightfutures.measures.improving.results import (
    Asking,
    Improvement,
    Improvers,
    Likeness,
    Outcome,
)
from brightfutures.measures.results import Gap, Why
from brightfutures.quantities import PeriodKind

LEFT = indicator(
    "left", IndicatorKind.PROPORTION, decimal_places=1, good_direction=GoodDirection.LOWER
)
COUNTS = ("children", PeriodKind.YEAR_TO_31_MARCH)
ONE = Improvement(
    area="E06000001",
    from_value=11.2,
    to_value=7.1,
    expected_value=10.4,
    net=Gap(
        value=-3.3, low=-4.6, high=-1.2, children=-12.4, children_low=-17.0, children_high=-4.4
    ),
    z=3.4,
    q=0.03,
    moved_q=0.01,
)
NONE = Improvers(
    indicator="left",
    began=("2021", "2022"),
    ended=("2024", "2025"),
    read=140,
    half=70,
    middle=9.0,
    typical_from=10.5,
    typical_to=9.9,
    found=(),
)
ASKS = Asking(
    area="E06000002",
    outcome=Outcome.BEGAN_IN_BETTER_HALF,
    reason=None,
    from_value=8.0,
    to_value=8.4,
    expected_value=None,
    usual_distance=1.24,
)
SIMILAR = Likeness(similar=True, closeness="Very close", distance=2.14)


def test_an_improvement_is_told_with_size_dates_and_number():
    assert improvement_sentence(LEFT, COUNTS, NONE, ONE, "Leeds") == (
        "Leeds went from 11.2% in 2021 and 2022 together to 7.1% in 2024 and 2025. Others that "
        "began there came to about 10.4%: it ended 3.3 percentage points lower, likely between 1.2 "
        "and 4.6 percentage points. In number that is about 12 fewer children a "
        "year, likely between 4 and 17."
    )


def test_where_more_is_better_it_ended_higher_and_a_snapshot_has_no_year():
    more = indicator("stayed", decimal_places=0, good_direction=GoodDirection.HIGHER)
    gap = Gap(value=21, low=8, high=33, children=120, children_low=46, children_high=190)
    one = replace(ONE, from_value=50, to_value=81, expected_value=60, net=gap)
    assert improvement_sentence(more, ("posts", PeriodKind.AT_30_SEPTEMBER), NONE, one, "Hull") == (
        "Hull went from 50 in 2021 and 2022 together to 81 in 2024 and 2025. Others that began "
        "there came to about 60: it ended 21 higher, likely between 8 and 33. In number that is "
        "about 120 more posts, likely between 45 and 190."
    )


def test_nobody_is_a_common_answer():
    assert who_improved(NONE, "Leeds") == (
        "Of 140 councils whose figures can be read over the five years, 70 began in the worse "
        "half. None of these improved by clearly more than the rest of them."
    )
    assert years_in_words(NONE).startswith("from 2021 and 2022 to 2024 and 2025")


@pytest.mark.parametrize(
    ("likeness", "own", "ends"),
    [
        ([True], False, "One of these improved by clearly more than the rest. It is among the"),
        ([False], False, "It is not among the councils similar to Leeds."),
        ([False, False], False, "Two of these improved by clearly more than the rest. None is"),
        ([True, False, True], False, "Two are among the councils similar to Leeds."),
        ([False, True], True, "Two others of these improved by clearly more than the rest. One is"),
        ([False], True, "One other of these improved by clearly more than the rest."),
        ([], True, "No other of these improved by clearly more than the rest of them."),
    ],
)
def test_how_many_improved_and_how_many_are_similar(likeness: list[bool], own: bool, ends: str):
    found = tuple(
        replace(ONE, likeness=Likeness(similar=similar, closeness=None, distance=None))
        for similar in likeness
    )
    asking = replace(ASKS, improvement=ONE if own else None)
    assert ends in who_improved(replace(NONE, found=found, asking=asking), "Leeds")


def test_without_a_council_that_asks_nobody_is_similar():
    said = who_improved(replace(NONE, found=(ONE,)))
    assert said.endswith("One of these improved by clearly more than the rest.")
    assert asking_sentence(LEFT, COUNTS, NONE, "Leeds") is None


def test_how_like_a_council_is():
    assert likeness_words(SIMILAR, "Leeds") == (
        "Listed as similar to Leeds, very close; 2.1 away in context"
    )
    far = Likeness(similar=False, closeness=None, distance=None)
    assert likeness_words(far, "Leeds") == "Not listed as similar to Leeds"
    told = distance_sentence(ASKS, "Leeds")
    assert told is not None
    assert told.endswith("the ten nearest to Leeds are 1.2 away on average.")
    assert distance_sentence(replace(ASKS, usual_distance=None), "Leeds") is None


@pytest.mark.parametrize(
    ("asking", "said"),
    [
        (ASKS, "Leeds began in the better half, and went from 8.0% to 8.4% over the same years."),
        (
            replace(ASKS, outcome=Outcome.NOT_BEYOND_OTHERS, from_value=12.0, to_value=11.0),
            "Leeds too began in the worse half, and went from 12.0% to 11.0% over the same years; "
            "it did not improve by clearly more than the others of that half.",
        ),
        (
            replace(ASKS, outcome=Outcome.CANNOT_SAY, reason=Why.TOO_FEW_CHILDREN),
            "Whether Leeds itself has improved cannot be said: the numbers are too small.",
        ),
        (
            replace(ASKS, outcome=Outcome.IMPROVED, improvement=ONE),
            "Leeds is itself one that improved: it went from 11.2% in 2021 and 2022 together to ",
        ),
    ],
)
def test_what_became_of_the_council_that_asks(asking: Asking, said: str):
    told = asking_sentence(LEFT, COUNTS, replace(NONE, asking=asking), "Leeds")
    assert told is not None
    assert told.startswith(said)


def test_no_word_claims_a_cause_or_speaks_of_performance():
    own = replace(ASKS, outcome=Outcome.IMPROVED, improvement=ONE)
    told = " ".join(
        [
            ASK_THEM,
            BACK_BY_ITSELF,
            FLATTERED,
            HOW_READ,
            who_improved(replace(NONE, found=(ONE,))),
            asking_sentence(LEFT, COUNTS, replace(NONE, asking=own), "Leeds") or "",
        ]
    ).lower()
    for word in ("performance", "because of what", "thanks to", "best", "rank", "significant"):
        assert word not in told
    assert "not in these figures" in told
