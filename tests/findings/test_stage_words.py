"""What a stage says under its headline: lead, pairs, movement, what is not judged, questions."""

from dataclasses import replace

from hand_made import WITHHELD
from stages import ENDED, cannot, compared, found_of, measure, moved

from brightfutures.catalogue import PairToRead
from brightfutures.findings.stage import MOST_IN_VIEW
from brightfutures.findings.stage_pairs import MOST_PAIRS
from brightfutures.findings.stage_questions import MOST_QUESTIONS
from brightfutures.measures.results import Level, Movement, Why

HIGHER, LOWER = Level.HIGHER, Level.LOWER
PAIR = PairToRead(measures=("calls_rate", "trips_rate"), why="Both are counted.")


def test_the_lead_has_the_figure_what_stands_beside_it_and_the_gap_in_children() -> None:
    assert found_of(compared("calls", HIGHER)).lead == (
        "Essex had 300 visits in 2025.",
        "Ten similar councils average 200; England’s figure is 250.",
        "The gap to similar councils is 100: about 40 more visits, likely between 30 and 50.",
    )


def test_against_england_the_average_stands_in_place_of_both() -> None:
    entry = compared("calls", HIGHER)
    lead = found_of(replace(entry, verdict=replace(entry.verdict, against="england"))).lead

    assert lead[1] == "Each counted alike, the other councils of England average 200."
    assert len(lead) == 3


def test_beside_a_figure_that_cannot_be_judged_stands_only_why() -> None:
    assert found_of(cannot("calls")).lead[1:] == (
        "The numbers here are too small for a fair comparison.",
    )


def test_the_lead_of_an_ended_council_is_no_comparison() -> None:
    lead = found_of(compared("calls", HIGHER), area=ENDED).lead

    assert lead[1:] == (
        "Figures of a council that has ended say nothing of those that followed it.",
    )


def test_a_lead_prefers_what_can_be_judged_and_the_main_measures() -> None:
    known = {
        "calls_rate": measure("calls"),
        "plans_rate": measure("plans", health_check=False),
        "trips_rate": measure("trips"),
    }
    entries = cannot("calls"), compared("plans"), compared("trips")

    assert found_of(*entries, indicators=known).leading.indicator == "trips_rate"


def test_a_declared_pair_is_read_whatever_it_shows_and_says_why() -> None:
    (pair,) = found_of(compared("calls", HIGHER), compared("trips"), pairs=(PAIR,)).pairs

    assert pair.said.sentence == (
        "Read calls (300 against 200 per 10,000, higher) with "
        "trips (300 against 200 per 10,000, no clear difference)."
    )
    assert pair.why == "Both are counted."


def test_of_a_pair_one_must_be_judged_and_both_known() -> None:
    assert found_of(cannot("calls"), cannot("trips"), pairs=(PAIR,)).pairs == ()
    withheld = compared("trips", LOWER, value=WITHHELD)
    assert found_of(compared("calls"), withheld, pairs=(PAIR,)).pairs == ()
    (pair,) = found_of(compared("calls"), cannot("trips"), pairs=(PAIR,)).pairs
    assert "with trips (300, cannot be judged)." in pair.said.sentence


def test_a_measure_that_stands_apart_is_read_with_one_that_balances_it() -> None:
    known = {
        "calls_rate": measure("calls"),
        "plans_rate": measure("plans", read_with=("trips_rate", "calls_rate")),
        "trips_rate": measure("trips"),
    }
    entries = compared("calls"), compared("plans", HIGHER), compared("trips")

    pairs = found_of(*entries, indicators=known, pairs=(PAIR,)).pairs
    assert [pair.said.sentence.split(" (")[0] for pair in pairs] == ["Read calls", "Read plans"]
    assert pairs[1].why == ""


def test_there_are_at_most_four_pairs() -> None:
    names = [f"m{place}" for place in range(8)]
    known = {f"{name}_rate": measure(name, read_with=("calls_rate",)) for name in names}
    known["calls_rate"] = measure("calls")
    entries = [compared(name, HIGHER) for name in names]

    assert len(found_of(*entries, compared("calls"), indicators=known).pairs) == MOST_PAIRS


def test_what_has_moved_is_named_and_that_nothing_has_is_counted() -> None:
    risen = compared("calls", moved=moved(Movement.HAS_RISEN))
    still = compared("trips", moved=moved(Movement.NO_CLEAR_CHANGE))

    assert [said.sentence for said in found_of(risen, still).moved] == [
        "Over five years one has risen: calls."
    ]
    assert found_of(still).moved[0].sentence == (
        "The one measure whose movement can be told has not clearly moved over five years."
    )
    assert found_of(still, replace(still, indicator="calls_rate")).moved[0].sentence == (
        "Neither of the two measures whose movement can be told has clearly moved over five years."
    )
    assert found_of(compared("trips")).moved[0].sentence.startswith("Whether any figure has moved")


def test_what_is_not_judged_stands_with_its_reason_the_most_frequent_first() -> None:
    entries = (
        cannot("calls", Why.NO_COUNTS),
        cannot("plans"),
        cannot("trips"),
        compared("meetings"),
    )

    assert [said.sentence for said in found_of(*entries).not_judged] == [
        "Two measures cannot be judged because the numbers here are too small: plans and trips.",
        "One measure cannot be judged because no counts of people are published: calls.",
    ]


def test_of_many_that_cannot_be_judged_three_are_named() -> None:
    entries = [cannot(name) for name in ("a", "b", "c", "d", "e")]

    (said,) = found_of(*entries).not_judged
    assert said.sentence == (
        "Five measures cannot be judged because the numbers here are too small, "
        "among them a, b and c."
    )


def test_questions_are_of_what_stands_out_each_measure_asking_first_before_any_asks_twice() -> None:
    entries = (
        compared("calls"),
        compared("plans", HIGHER),
        compared("trips", moved=moved(Movement.HAS_FALLEN)),
    )
    asked = found_of(*entries).questions

    assert [one.question.id for one in asked] == [
        "ask_plans", "ask_trips", "then_plans", "then_trips",
    ]  # fmt: skip
    assert [one.about.sentence for one in asked[:2]] == [
        "On plans (higher)",
        "On trips (has fallen)",
    ]


def test_there_are_never_more_than_five_and_some_where_nothing_stands_out() -> None:
    many = [compared(f"m{place}", HIGHER) for place in range(9)]

    assert len(found_of(*many).questions) == MOST_QUESTIONS
    nothing = found_of(compared("calls"), compared("trips"))
    assert [one.question.id for one in nothing.questions] == [
        "ask_calls", "ask_trips", "then_calls",
    ]  # fmt: skip


def test_a_stage_of_few_measures_shows_all_and_one_of_many_the_main_and_what_differs() -> None:
    few = [compared(f"m{place}") for place in range(MOST_IN_VIEW)]
    assert found_of(*few).more == ()

    names = [f"m{place}" for place in range(MOST_IN_VIEW + 2)]
    known = {
        f"{name}_rate": measure(name, health_check=place < 2) for place, name in enumerate(names)
    }
    entries = [compared(name, HIGHER if name == "m9" else Level.ABOUT_THE_SAME) for name in names]
    found = found_of(*entries, indicators=known)
    assert [entry.indicator for entry in found.main] == ["m0_rate", "m1_rate", "m9_rate"]
    assert len(found.comparisons) == len(names)
