"""What is said of each of the seven priorities, from comparisons made by hand."""

import re

import pytest
from hand_made import HERE, WITHHELD, comparison, gap, similar, verdict

from brightfutures.catalogue import GoodDirection, load_catalogue
from brightfutures.findings.judgement_words import leaders_sentence
from brightfutures.findings.priorities import Priorities, indicators_read, priorities
from brightfutures.findings.priority_improvement import (
    agreed,
    improvement_sentences,
    movers,
    who_improved_anywhere,
    worth_asking_others,
)
from brightfutures.findings.priority_spending import not_apart_sentences, spending_sentences
from brightfutures.findings.priority_words import (
    apart_sentence,
    moved_sentence,
    movement_direction,
    tally,
)
from brightfutures.findings.said import Said
from brightfutures.measures.results import (
    Cell,
    Comparison,
    Direction,
    Level,
    Moved,
    Movement,
    Why,
)
from brightfutures.published.readings import Judgement
from brightfutures.quantities import Area, AreaKind, CannotAnswer

CATALOGUE = load_catalogue()
INDICATORS = CATALOGUE.indicators
ESSEX = Area(code=HERE, name="Essex", kind=AreaKind.COUNCIL, region="E12000006")
TURNOVER = "social_worker_turnover_percent"
HOMES = "care_leavers_19_to_21_suitable_accommodation_percent"
REFERRED_AGAIN = "re_referrals_percent"


def moved(level: Movement, start: float = 10.0, end: float = 14.0) -> Moved:
    return Moved(
        level=level, from_period="2021", to_period="2025", from_value=start, to_value=end, q=0.01
    )


def of(name: str, level: Level = Level.ABOUT_THE_SAME, **changes) -> Comparison:
    """A comparison of one of the catalogue's indicators at 12 beside 20."""
    given = {
        "indicator": name,
        "verdict": verdict(level, average=20.0, gap=gap(-8.0), **changes.pop("verdict", {})),
        "moved": moved(Movement.NO_CLEAR_CHANGE),
        "here": Cell(area=HERE, period="2025", value=12.0, numerator=480.0, denominator=4000.0),
    }
    return comparison(**{**given, **changes})


def everything(**levels: Level) -> list[Comparison]:
    return [of(name, levels.get(name, Level.ABOUT_THE_SAME)) for name in INDICATORS]


def read(comparisons: list[Comparison], area: Area = ESSEX, **given) -> Priorities:
    improved = given.get("improved", {})
    judgements = given.get("judgements", ())
    return priorities(CATALOGUE, CATALOGUE.geography, area, comparisons, judgements, improved)


def sentences(said: tuple[Said, ...]) -> list[str]:
    return [one.sentence for one in said]


def test_the_headline_names_the_priorities_on_which_a_measure_stands_apart():
    found = read(everything(**{HOMES: Level.LOWER, TURNOVER: Level.HIGHER}))

    assert found.headline.sentence == (
        "Essex clearly differs on outcomes and social workers; on leadership and what works "
        "published figures cannot say"
    )
    assert {one.indicator for one in found.headline.evidence} == {HOMES, TURNOVER}


def test_where_nothing_stands_apart_the_headline_says_so():
    assert read(everything()).headline.sentence == (
        "No clear difference for Essex on outcomes, support at the right time and social "
        "workers; leadership and what works cannot be told"
    )


def test_who_runs_the_homes_alone_makes_no_headline():
    found = read(everything(private_provision_percent=Level.HIGHER))

    assert found.headline.sentence.startswith("No clear difference for Essex")


def test_with_few_measures_that_can_be_tested_it_says_why():
    untested = verdict(Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN)
    found = read([comparison(indicator=name, verdict=untested) for name in INDICATORS])

    assert found.headline.sentence == (
        "There are too few children in Essex for figures to speak of the seven priorities"
    )
    assert (
        found.sections[0]
        .says[0]
        .sentence.startswith(
            "None of the eight measures chosen here can be tested. The numbers here are too small."
        )
    )


def test_all_seven_come_in_the_sectors_order_each_with_something_said():
    found = read(everything())

    assert [one.priority for one in found.sections] == list(CATALOGUE.priorities.values())
    assert all(one.says and one.questions for one in found.sections)


def test_every_measure_that_a_step_leads_to_is_read():
    read_here = indicators_read(CATALOGUE)
    steps = [step for one in CATALOGUE.priorities.values() for step in one.next]

    assert {
        step.name for step in steps if step.to.value in ("indicator", "all_councils")
    } <= read_here


def test_a_store_without_any_of_the_measures_cannot_answer():
    with pytest.raises(CannotAnswer, match="seven priorities"):
        read([])


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ([Level.HIGHER], "The one measure chosen here can be tested, and one stands apart"),
        ([Level.ABOUT_THE_SAME] * 2, "Both measures chosen here can be tested, and neither stands"),
        ([Level.LOWER, Level.HIGHER, Level.LOWER], "All three measures chosen here can be tested"),
        (
            [Level.LOWER, Level.HIGHER, Level.CANNOT_SAY],
            "Of the three measures chosen here, two can be tested, and two stand apart",
        ),
        ([Level.CANNOT_SAY] * 2, "Neither of the two measures chosen here can be tested. "),
        ([Level.CANNOT_SAY], "The one measure chosen here cannot be tested. "),
    ],
)
def test_how_many_can_be_tested_and_stand_apart(levels: list[Level], said: str):
    assert tally([of(TURNOVER, level) for level in levels])[0].sentence.startswith(said)


@pytest.mark.parametrize(
    ("movements", "said"),
    [
        ([Movement.HAS_RISEN], "the only one that can be read so far back has clearly moved."),
        (
            [Movement.NO_CLEAR_CHANGE],
            "only one that can be read so far back has not clearly moved.",
        ),
        ([Movement.HAS_RISEN] * 2, "both that can be read so far back have clearly moved."),
        ([Movement.HAS_FALLEN] * 3, "all three that can be read so far back have clearly moved."),
        ([Movement.NO_CLEAR_CHANGE] * 2, "neither of the two that can be read so far back has"),
        (
            [Movement.HAS_RISEN, Movement.NO_CLEAR_CHANGE, Movement.CANNOT_SAY],
            "one of the two that can be read so far back has clearly moved.",
        ),
        ([Movement.CANNOT_SAY], "Whether any has moved over five years cannot be said."),
    ],
)
def test_how_many_have_moved(movements: list[Movement], said: str):
    found = tally([of(TURNOVER, moved=moved(movement)) for movement in movements])

    assert said in found[1].sentence


def test_a_measure_that_stands_apart_has_both_figures_its_year_and_its_meaning():
    lower = of(HOMES, Level.LOWER, verdict={"direction": Direction.WORSE, "against": "england"})

    assert apart_sentence(INDICATORS[HOMES], lower, ESSEX, {}).sentence == (
        "A smaller share of care leavers of 19 to 21 in Essex are known to live somewhere suitable "
        "than in the average council: 12% against 20% in 2025, which is worse."
    )


def test_one_that_has_also_moved_says_from_where():
    lower = of(REFERRED_AGAIN, Level.LOWER, moved=moved(Movement.HAS_FALLEN, 30.0, 12.0))

    assert apart_sentence(INDICATORS[REFERRED_AGAIN], lower, ESSEX, {}).sentence.endswith(
        "12.0% against 20.0% in 2025. It has fallen from 30.0% in 2021 and 2022 together to 12.0% "
        "in 2024 and 2025."
    )


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        (
            "children_in_need_rate",
            "from 10 in 2021 and 2022 together to 14 per 10,000 in 2024 and 2025.",
        ),
        (
            "social_worker_caseload",
            "10.0 in 2021 and 2022 together to 14.0 cases in 2024 and 2025, for the worse.",
        ),
        (HOMES, "from 10% in 2021 and 2022 together to 14% in 2024 and 2025, for the better."),
    ],
)
def test_a_movement_says_both_ends_in_the_measures_unit(name: str, ends: str):
    risen = of(name, moved=moved(Movement.HAS_RISEN))

    assert moved_sentence(INDICATORS[name], risen).sentence.endswith(ends)


def test_a_withheld_number_is_not_shown():
    here = Cell(area=HERE, period="2025", value=WITHHELD, numerator=None, denominator=None)
    lower = of("section_47_enquiries_rate", Level.LOWER, here=here)
    said = apart_sentence(INDICATORS["section_47_enquiries_rate"], lower, ESSEX, {}).sentence

    assert said.endswith(
        "The number is withheld (1 to 5), and the answer is the same whichever it is."
    )
    assert not re.search(r"against \d", said)


def test_a_difference_that_rests_on_few_says_so():
    here = Cell(area=HERE, period="2025", value=12.0, numerator=4.0, denominator=33.0)
    lower = of(HOMES, Level.LOWER, here=here)

    assert "So few are counted" in apart_sentence(INDICATORS[HOMES], lower, ESSEX, {}).sentence


def test_a_difference_made_by_unaccompanied_children_says_so():
    name = "children_starting_to_be_looked_after_rate"
    without = "children_starting_to_be_looked_after_without_unaccompanied_children_rate"
    higher, same = of(name, Level.HIGHER), of(without)
    said = apart_sentence(INDICATORS[name], higher, ESSEX, {without: same}).sentence

    assert ", but not once unaccompanied children are left out:" in said


@pytest.mark.parametrize("level", list(Movement))
@pytest.mark.parametrize("good", list(GoodDirection))
def test_a_movement_is_for_the_better_only_where_it_is_agreed_which_way_is_good(
    level: Movement, good: GoodDirection
):
    name = next(one for one, entry in INDICATORS.items() if entry.good_direction is good)
    told = movement_direction(INDICATORS[name], moved(level))
    risen, fallen = level is Movement.HAS_RISEN, level is Movement.HAS_FALLEN

    if good is GoodDirection.NEITHER or not (risen or fallen):
        assert told is Direction.NEITHER
    else:
        better = risen is (good is GoodDirection.HIGHER)
        assert told is (Direction.BETTER if better else Direction.WORSE)
        said = moved_sentence(INDICATORS[name], of(name, moved=moved(level))).sentence
        assert said.endswith(f", for the {told.value}.")


def test_improvement_counts_every_measure_once():
    found = agreed(INDICATORS, everything())
    directions = [Movement.HAS_RISEN, Movement.HAS_FALLEN, Movement.CANNOT_SAY]
    mixed = [
        of(
            entry.indicator,
            moved=moved(directions[place] if place < 3 else Movement.NO_CLEAR_CHANGE),
        )
        for place, entry in enumerate(found)
    ]
    told = improvement_sentences(INDICATORS, mixed)

    assert len(found) == 16
    assert told[0].sentence == (
        "On 16 measures of the health check it is agreed which way is good."
    )
    assert told[1].sentence == (
        "Over five years two have clearly moved for the better here; 13 moved neither way, and of "
        "one it cannot be said."
    )
    assert len(movers(INDICATORS, mixed)) == 2


@pytest.mark.parametrize(
    ("movements", "said"),
    [
        (
            [Movement.NO_CLEAR_CHANGE] * 3,
            "none of the three that can be read has clearly moved here.",
        ),
        ([Movement.HAS_FALLEN] * 2, "two have clearly moved for the better here."),
        (
            [Movement.NO_CLEAR_CHANGE, Movement.CANNOT_SAY],
            "the only one that can be read has not clearly moved here, and of one it cannot be",
        ),
        (
            [Movement.HAS_FALLEN, Movement.HAS_RISEN, Movement.CANNOT_SAY],
            "one has clearly moved for the better here and one for the worse, and of one it",
        ),
        ([Movement.CANNOT_SAY] * 2, "Of none of them can five years be read here."),
    ],
)
def test_improvement_in_words(movements: list[Movement], said: str):
    found = [of(TURNOVER, moved=moved(movement)) for movement in movements]  # lower is better

    assert said in " ".join(sentences(improvement_sentences(INDICATORS, found)))


def test_others_are_worth_asking_where_this_council_lies_or_went_the_worse_way_and_they_improved():
    lies = of(TURNOVER, Level.HIGHER, verdict={"direction": Direction.WORSE})
    went = of(HOMES, moved=moved(Movement.HAS_FALLEN, 92.0, 80.0))
    well = of("social_worker_vacancy_percent", moved=moved(Movement.HAS_FALLEN))
    improved = {TURNOVER: 2, HOMES: 1, "social_worker_vacancy_percent": 3}

    assert worth_asking_others(INDICATORS, (lies, went, well), improved) == (TURNOVER, HOMES)
    assert worth_asking_others(INDICATORS, (lies, went), {TURNOVER: 0, HOMES: None}) == ()


@pytest.mark.parametrize(
    ("improved", "said"),
    [
        ({TURNOVER: 2, HOMES: 0, REFERRED_AGAIN: None}, "on one of two measures some did, and on"),
        ({TURNOVER: 0, HOMES: 0}, "on none of two measures did any."),
    ],
)
def test_on_how_many_measures_anybody_improved(improved: dict[str, int | None], said: str):
    by_id = {name: of(name) for name in improved}

    assert said in who_improved_anywhere(by_id, improved)[0].sentence
    assert who_improved_anywhere(by_id, {TURNOVER: None}) == ()


def judgement(parts: dict[str, str], day: str) -> Judgement:
    return Judgement(
        area=HERE,
        framework="ILACS",
        inspected_on=day,
        published_on=None,
        parts=parts,
        file="a.csv",
        row=3,
    )


def test_the_newest_grade_for_leaders_stands_beside_the_figures():
    newest = judgement({"overall": "good"}, "2025-03-01")
    older = judgement({"overall": "good", "leaders": "requires_improvement"}, "2023-05-12")

    assert leaders_sentence([newest, older]) == (
        "Ofsted’s newest grade for the impact of leaders, inspected in May 2023, is “requires "
        "improvement”; it stands beside the figures and plays no part in them."
    )
    assert leaders_sentence([newest]).startswith("No grade of Ofsted’s for the impact of leaders")


def test_spending_is_told_without_a_test_and_shares_beside_similar_councils():
    share = "residential_care_share_of_spend_percent"
    told = sentences(
        spending_sentences(
            INDICATORS,
            {
                "spend_per_child_pounds": of("spend_per_child_pounds", Level.CANNOT_SAY),
                share: of(share, Level.CANNOT_SAY, similar=similar(40.0)),
            },
        )
    )

    assert told[0].startswith("Spending was £12 for each child aged 0 to 17 in 2025")
    assert told[0].endswith("Spending is not a count of children, so there is no test.")
    assert told[1] == (
        "Of spending on children in care 12.0% went on residential care in 2025, against 40.0% on "
        "average in similar councils."
    )


def test_a_share_that_was_not_returned_is_left_out():
    share = "residential_care_share_of_spend_percent"
    gone = comparison(WITHHELD, indicator=share, verdict=verdict(Level.CANNOT_SAY))

    assert sentences(spending_sentences(INDICATORS, {share: gone})) == [
        "No spending figures are loaded."
    ]


def test_who_runs_the_homes_is_told_where_it_does_not_stand_apart():
    private = of("private_provision_percent")

    assert sentences(not_apart_sentences(INDICATORS, [private])) == [
        "Children in care who live in homes run by private companies: 12.0% against 20.0% in "
        "similar councils in 2025, no clear difference."
    ]


def test_how_sure_a_movement_is_stands_once_and_only_where_one_can_be_read():
    unread = [of(name, moved=moved(Movement.CANNOT_SAY)) for name in INDICATORS]

    def times(found: Priorities) -> int:
        said = [each.sentence for one in found.sections for each in one.says]
        return sum("less sure than differences" in each for each in said)

    assert times(read(everything())) == 1
    assert times(read(unread)) == 0
