"""What stands under a question: the figure, how many that is, how sure, and what else raises it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hand_made import WITHHELD, catalogue, cell, gap, indicator, question, verdict
from stages import ENDED, ESSEX, NOWHERE, a_catalogue, cannot, compared, few, measure, moved

from brightfutures.catalogue import (
    OUTCOMES,
    GoodDirection,
    IndicatorKind,
    Outcome,
    RaisedBy,
    Stage,
)
from brightfutures.findings.council_questions import council_questions, lead_sentence
from brightfutures.findings.how_many_words import counted_here, gap_words
from brightfutures.findings.question_choice import Chosen, WhyAsked
from brightfutures.findings.question_headline import questions_headline
from brightfutures.findings.question_sureness import how_sure
from brightfutures.findings.question_words import (
    as_spoken,
    how_many,
    what_data_say,
    what_is_merged,
)
from brightfutures.measures.results import Comparison, Direction, Level, Movement, Steadiness, Why
from brightfutures.quantities import Area, AreaKind

VISITS = measure("visits", sentence="In {year} {council} had {value} visits for every 10,000.")
OF_VISITS = a_catalogue(VISITS)


def raised(entry: Comparison | None, why: WhyAsked = WhyAsked.DIFFERS, **changes: Any) -> Chosen:
    return Chosen(why=why, question=question("ask_visits"), about=entry, **changes)


def told(entry: Comparison, why: WhyAsked = WhyAsked.DIFFERS) -> str:
    return what_data_say(OF_VISITS, ESSEX, raised(entry, why)).sentence


def sure(entry: Comparison | None, **changes: Any) -> str:
    by_id = {entry.indicator: entry} if entry else {}
    return how_sure({VISITS.id: replace(VISITS, **changes)}, by_id, raised(entry)).sentence


def test_the_figure_stands_beside_the_average_that_the_verdict_rests_on():
    assert told(compared("visits", Level.HIGHER)) == (
        "In 2025 Essex had 300 visits for every 10,000. Similar councils average 200."
    )
    against = verdict(Level.HIGHER, average=210.0, against="england")
    assert told(compared("visits", verdict=against)).endswith("All other councils average 210.")


def test_two_figures_that_differ_and_read_alike_get_a_decimal_place():
    alike = compared("visits", value=200.4, verdict=verdict(Level.HIGHER, average=199.6))

    assert told(alike).endswith(
        "had 200.4 visits for every 10,000. Similar councils average 199.6."
    )


def test_both_ends_of_a_movement_are_told_where_it_is_why_the_question_is_asked():
    risen = compared("visits", moved=moved(Movement.HAS_RISEN))

    assert told(risen, WhyAsked.MOVED).endswith(
        "It has risen from 100 in 2021 and 2022 together to 300 in 2024 and 2025."
    )
    assert told(risen).endswith("It has risen over five years.")


def test_why_a_figure_is_missing_is_told_in_its_place():
    withheld = cannot("visits", Why.VALUE_MISSING, value=WITHHELD)

    assert told(withheld, WhyAsked.UNTOLD).startswith(
        "Visits at 31 March 2025: the figure is withheld because"
    )
    assert how_many(OF_VISITS, raised(withheld)) == ""


@pytest.mark.parametrize(
    ("changes", "units", "counts", "said"),
    [
        ({}, ("children", "children"), (1.0, 4_000.0), "1 child"),
        ({}, ("enquiries", "children"), (1_407.0, 300_000.0), "1,407 enquiries"),
        (
            {"kind": IndicatorKind.PROPORTION},
            ("care leavers", "care leavers"),
            (12.0, 90.0),
            "12 of 90 care leavers",
        ),
        ({"kind": IndicatorKind.PROPORTION}, ("children", "children"), (0.0, 1.0), "0 of 1 child"),
        (
            {"kind": IndicatorKind.PROPORTION, "stage": Stage.WORKFORCE},
            ("full-time equivalent vacancies", "full-time equivalent social workers"),
            (24.4, 160.0),
            "24 of 160 posts, counted as full time",
        ),
        (
            {"stage": Stage.WORKFORCE},
            ("cases", "full-time equivalent social workers"),
            (2_900.0, 170.0),
            "2,900 cases for 170 social workers",
        ),
        ({"kind": IndicatorKind.RATIO}, ("pounds", "children"), (9.0, 3.0), None),
        ({}, ("children", "children"), (None, 3.0), None),
    ],
)
def test_how_many_are_counted_and_of_how_many(
    changes: dict[str, Any],
    units: tuple[str, str],
    counts: tuple[float | None, float],
    said: str | None,
):
    one = indicator(**changes)
    made = catalogue(one)
    series = {
        name: replace(made.series[name], unit=unit)
        for name, unit in zip(("visits", "people"), units, strict=True)
    }
    here = replace(cell(1.0), numerator=counts[0], denominator=counts[1])

    assert counted_here(replace(made, series=series), one, here) == said


def test_the_gap_is_told_with_its_range_unless_the_range_holds_nought():
    assert (
        gap_words(OF_VISITS, VISITS, gap(children=400.0))
        == "about 400 more visits, likely 320 to 480"
    )
    assert gap_words(OF_VISITS, VISITS, gap(children=-1.0)) == "about 1 fewer visit"
    wide = replace(gap(children=40.0), children_low=-5.0)
    assert gap_words(OF_VISITS, VISITS, wide) == "about 40 more visits"
    assert gap_words(OF_VISITS, VISITS, gap(children=None)) is None


def test_only_what_differs_tells_a_gap():
    assert how_many(OF_VISITS, raised(compared("visits"))) == "Here that is 120 visits."
    assert "The gap is about 40 more visits" in how_many(
        OF_VISITS, raised(compared("visits", Level.HIGHER))
    )


def test_how_sure_says_better_or_worse_only_where_the_verdict_does():
    assert sure(compared("visits", Level.HIGHER)).startswith("Clearly higher: the gap is more than")
    worse = verdict(Level.UNUSUALLY_HIGH, average=200.0, gap=gap(), direction=Direction.WORSE)
    assert sure(compared("visits", verdict=worse)).startswith("Unusually high, which is worse: ")
    assert "outside the usual spread" in sure(compared("visits", verdict=worse))


def test_how_sure_tells_what_weakens_a_difference():
    assert "one or two more could change this" in sure(few("visits", 4, 1_000))
    fleeting = compared(
        "visits", Level.HIGHER, steadiness=Steadiness(one_year=0.1, three_years=None)
    )
    assert sure(fleeting).endswith("A gap here may be gone next year.")


def test_how_sure_of_a_movement_says_that_it_is_less_sure():
    risen = compared("visits", moved=moved(Movement.HAS_RISEN))

    assert (
        "A movement is less sure than a difference: of those found in made-up councils, about 31 "
        "in 100 were no lasting move that way."
    ) in sure(risen)
    assert "for the" not in sure(risen)
    assert "for the worse" in sure(risen, good_direction=GoodDirection.LOWER)


def test_how_sure_where_nothing_can_be_said():
    assert sure(None) == "Nobody can tell from figures, here or anywhere."
    assert sure(cannot("visits")) == "Cannot be judged: the numbers here are too small."
    behind = cannot("visits", Why.NO_HISTORY, period="2022")
    assert sure(behind) == "Cannot be judged: the newest figure is not there."
    assert sure(compared("visits", verdict=verdict(Level.ABOUT_THE_SAME, Why.GAP_TOO_SMALL))) == (
        "About the same as similar councils."
    )
    assert sure(compared("visits")).endswith("the figures cannot tell.")


def test_a_question_that_needs_it_names_its_measure():
    entry = compared("visits", Level.HIGHER)
    plain = Chosen(why=WhyAsked.DIFFERS, question=question("a", question="Who came?"), about=entry)
    pointing = question("b", question="Which of these children came?")
    general = question("c", question="What did we do to get here?", raised_by=RaisedBy.FAVOURABLE)

    assert as_spoken(OF_VISITS, plain) == "Who came?"
    assert as_spoken(OF_VISITS, replace(plain, question=pointing)) == (
        "On visits, which of these children came?"
    )
    assert as_spoken(OF_VISITS, replace(plain, question=general)) == (
        "On visits, what did we do to get here?"
    )


def test_what_is_merged_is_named_or_counted():
    calls = measure("calls")
    both = a_catalogue(VISITS, calls)
    entry, other = compared("visits", Level.HIGHER), compared("calls", Level.LOWER)

    (beside,) = what_is_merged(both, raised(entry, beside=(other,)))
    assert beside.sentence == "Read it with calls (300 against 200 per 10,000, lower)."
    (more,) = what_is_merged(both, raised(entry, WhyAsked.UNTOLD, beside=(other,)))
    assert more.sentence == "The same is so of one more main measure."
    (many,) = what_is_merged(both, raised(entry, WhyAsked.UNTOLD, beside=(other, other)))
    assert many.sentence == "The same is so of two more main measures."


def test_the_headline_says_what_to_start_with_or_that_nothing_stands_out():
    differs = compared("visits", Level.HIGHER)
    start = questions_headline(OF_VISITS, ESSEX, [raised(differs)] * 10, [differs])
    assert start.sentence == "Ten questions to ask about children in Essex: start with visits"

    same = compared("visits")
    quiet = [raised(same, WhyAsked.ALWAYS)]
    found = questions_headline(OF_VISITS, ESSEX, quiet, [same] * 6)
    assert found.sentence == (
        "One question to ask about children in Essex, where no figure that can be tested stands out"
    )
    few_told = questions_headline(OF_VISITS, ESSEX, quiet, [same] * 5)
    assert few_told.sentence.endswith("in Essex, of whom published figures tell little")
    not_theirs = questions_headline(OF_VISITS, ESSEX, quiet, [same] * 6 + [differs])
    assert not_theirs.sentence == "One question to ask about children in Essex"


def test_a_headline_too_long_for_a_page_leaves_out_the_council():
    long = replace(VISITS, title=" ".join(["Visits", *["word"] * 13]))
    whom = replace(ESSEX, name="Bournemouth, Christchurch and Poole")
    entry = compared("visits", Level.HIGHER)
    found = questions_headline(a_catalogue(long), whom, [raised(entry)] * 10, [entry])

    assert len(found.sentence.split()) <= 25
    assert found.sentence.startswith("Ten questions to ask about children: start with visits word")


def test_the_lead_counts_the_reasons_in_whole_sentences():
    entry = compared("visits", Level.HIGHER)
    chosen = [raised(entry), raised(entry, WhyAsked.UNTOLD), raised(entry, WhyAsked.UNTOLD)]

    assert lead_sentence(chosen) == (
        "One is about a figure that clearly differs from other councils’. "
        "Two are about what published figures cannot tell."
    )


def test_of_a_council_that_has_ended_nothing_is_asked_and_its_successors_are_named():
    heir = Area(code="E06000099", name="Newshire", kind=AreaKind.COUNCIL, region="E12000006")
    ended = replace(ENDED, successors=(heir.code,))
    geography = replace(NOWHERE, areas=(ended, heir))
    found = council_questions(OF_VISITS, geography, ended, [compared("visits", Level.HIGHER)])

    assert found.headline.sentence == (
        "Oldshire was replaced in 2023; put questions about its children to Newshire"
    )
    assert (found.questions, found.successors) == ((), (heir,))


def test_what_no_figure_tells_is_said_of_the_heading():
    heading = Outcome(
        id="homes",
        name=OUTCOMES[3],
        short="stable homes",
        means="They last.",
        not_measured=("whether they are loved", "where friends are", "how they sleep"),
    )
    nothing = raised(None, WhyAsked.UNTOLD, outcome=heading)

    assert what_data_say(OF_VISITS, ESSEX, nothing).sentence == (
        "No published figure says whether they are loved, where friends are or how they sleep."
    )
