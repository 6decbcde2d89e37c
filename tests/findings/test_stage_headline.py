"""The finding at the top of a stage: clear, true of what was tested, and short enough."""

import pytest
from hand_made import WITHHELD
from stages import ENDED, cannot, compared, few, found_of, measure

from brightfutures.findings.companions import WITHOUT_UNACCOMPANIED
from brightfutures.findings.finding import Certainty
from brightfutures.measures.results import Level
from brightfutures.quantities import CannotAnswer, Missing, Reason

HIGHER, LOWER = Level.HIGHER, Level.LOWER


def headline(*entries, **rest) -> str:
    return found_of(*entries, **rest).headline.sentence


def test_the_clearest_difference_of_the_main_measures_leads() -> None:
    said = {name: measure(name, headline=False, said_higher=f"More {name} in {{council}} than in "
                          "{others}") for name in ("calls", "trips")}  # fmt: skip
    known = {entry.id: entry for entry in said.values()}

    entries = compared("calls", HIGHER, z_usual=1.0), compared("trips", HIGHER, z_usual=3.0)
    assert headline(*entries, indicators=known) == "More trips in Essex than in similar councils"


def test_one_outside_the_fixed_set_never_leads_but_is_counted() -> None:
    known = {"calls_rate": measure("calls"), "trips_rate": measure("trips", health_check=False)}

    said = headline(compared("calls"), compared("trips", HIGHER), indicators=known)
    assert (
        said
        == "None of the main figures on visits clearly sets Essex apart; one of the others does"
    )


def test_where_nothing_differs_it_says_so_of_what_can_be_tested() -> None:
    said = headline(compared("calls"), cannot("trips"))

    assert said == (
        "No figure on visits that can be tested clearly sets Essex apart from other councils"
    )


def test_a_difference_on_a_few_is_not_a_headline_about_children() -> None:
    assert (
        headline(few("calls", here=7, of=30))
        == "What sets Essex apart on visits rests on small numbers"
    )


def test_nought_where_many_would_be_counted_is_said_as_what_it_is() -> None:
    one, other = few("calls", here=0, of=4_000), few("trips", here=1, of=4_000)

    assert headline(one) == "What sets Essex apart on visits is a figure at or near nought"
    assert headline(one, other) == "What sets Essex apart on visits are figures at or near nought"


def test_an_old_difference_is_said_to_be_old() -> None:
    old = compared("calls", HIGHER, period="2021")

    assert headline(old) == (
        "What sets Essex apart on visits is more than a year behind the newest figures"
    )


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason.SUPPRESSED, "The numbers in Essex are too small to test any figure on visits"),
        (Reason.NOT_RETURNED, "No figure on visits that could be tested is published for Essex"),
        (Reason.NOT_APPLICABLE, "No figure on visits that could be tested is published for Essex"),
    ],
)
def test_where_nothing_can_be_tested_it_says_why(reason: Reason, said: str) -> None:
    found = found_of(cannot("calls", value=Missing((reason,))))

    assert found.headline.sentence == said
    assert found.headline.certainty is Certainty.AS_PUBLISHED


def test_of_a_council_that_has_ended_it_says_nothing_about_today() -> None:
    found = found_of(compared("calls", HIGHER), area=ENDED)

    assert found.headline.sentence == (
        "Oldshire was replaced in 2023; these are its last figures on visits"
    )
    assert found.questions == ()
    assert headline(cannot("calls", value=WITHHELD), area=ENDED).endswith(
        "no figures of it on visits are held"
    )


def test_what_rests_on_unaccompanied_children_is_said_to() -> None:
    base, twin = next(iter(WITHOUT_UNACCOMPANIED.items()))
    known = {name: measure(name.removesuffix("_rate")) for name in (base, twin)}
    entries = (
        compared(base.removesuffix("_rate"), HIGHER),
        compared(twin.removesuffix("_rate")),
    )

    found = found_of(*entries, indicators=known)
    assert found.headline.sentence.endswith(", but not once unaccompanied children are left out")
    assert found.questions[0].question.id == "unaccompanied_children_support"


def test_a_headline_of_more_than_twenty_five_words_is_said_in_fewer() -> None:
    base, twin = next(iter(WITHOUT_UNACCOMPANIED.items()))
    long = (
        "Many more calls are made by day and by night about children in {council} than in {others}"
    )
    known = {name: measure(name.removesuffix("_rate"), said_higher=long) for name in (base, twin)}
    entries = (
        compared(base.removesuffix("_rate"), HIGHER),
        compared(twin.removesuffix("_rate")),
    )

    said = found_of(*entries, indicators=known).headline.sentence
    assert said.endswith("than in similar councils, but not without unaccompanied children")
    assert len(said.split()) <= 25


def test_a_stage_without_measures_is_refused_in_one_sentence() -> None:
    with pytest.raises(CannotAnswer, match="no measure of the stage “Coming in”"):
        found_of(indicators={"calls_rate": measure("calls")})
