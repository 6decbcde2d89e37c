"""The rule that chooses ten questions, on councils made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hand_made import WITHHELD, cell, question, verdict
from stages import a_catalogue, cannot, compared, few, measure, moved

from brightfutures.catalogue import (
    OUTCOMES,
    Audience,
    Catalogue,
    GoodDirection,
    Outcome,
    PairToRead,
    RaisedBy,
    Stage,
)
from brightfutures.findings.question_choice import Chosen, WhyAsked, choose
from brightfutures.measures.results import Comparison, Direction, Level, Movement, Why
from brightfutures.quantities import Missing, Reason

STAGES = tuple(Stage)
OF_MEASURES = tuple(RaisedBy)[1:-1]


def outcome(place: int) -> Outcome:
    return Outcome(
        id=f"outcome_{place}",
        name=OUTCOMES[place],
        short=f"outcome {place}",
        means="It means something.",
        not_measured=("whether it helped", "how it felt"),
    )


def a_full_catalogue(*measures: Any, pairs: tuple[PairToRead, ...] = ()) -> Catalogue:
    """Of these measures, each with two questions; all but the first measure's are always asked."""
    made = a_catalogue(*measures, pairs=pairs)
    asked = {
        code: replace(one, always=code.startswith("ask_quiet"))
        for code, one in made.questions.items()
    }
    others = {
        f"{raised_by.value}_{place}": question(f"{raised_by.value}_{place}", raised_by=raised_by)
        for raised_by in OF_MEASURES
        for place in range(2 if raised_by is RaisedBy.FAVOURABLE else 1)
    }
    untold = {
        f"untold_{place}": question(
            f"untold_{place}", raised_by=RaisedBy.NO_FIGURE, outcome=f"outcome_{place}"
        )
        for place in range(len(OUTCOMES))
    }
    outcomes = {f"outcome_{place}": outcome(place) for place in range(len(OUTCOMES))}
    return replace(made, questions={**asked, **others, **untold}, outcomes=outcomes)


def spread(*names: str, **changes: Any) -> dict[str, Any]:
    """A measure of each name, each at the next stage of the journey."""
    return {
        f"{name}_rate": measure(name, stage=STAGES[place % len(STAGES)], **changes)
        for place, name in enumerate(names)
    }


def chosen_of(
    *entries: Comparison,
    measures: dict[str, Any] | None = None,
    audience: Audience | None = None,
    pairs: tuple[PairToRead, ...] = (),
    changed: dict[str, Any] | None = None,
) -> tuple[Chosen, ...]:
    names = [one.indicator.removesuffix("_rate") for one in entries]
    known = measures or spread(*names)
    catalogue = a_full_catalogue(*known.values(), pairs=pairs)
    if changed:
        questions = {
            code: replace(one, **changed.get(code, {})) for code, one in catalogue.questions.items()
        }
        catalogue = replace(catalogue, questions=questions)
    return choose(catalogue, {one.indicator: one for one in entries}, audience)


def asked(chosen: tuple[Chosen, ...], why: WhyAsked) -> list[str]:
    return [one.question.id for one in chosen if one.why is why]


QUIET = [compared(f"quiet_{place}") for place in range(8)]


def test_what_differs_comes_first_the_clearest_of_it_before_all():
    chosen = chosen_of(
        *QUIET,
        compared("near", Level.HIGHER, z_usual=2.0),
        compared("far", Level.UNUSUALLY_LOW, z_usual=1.0),
        compared("wide", Level.LOWER, z_usual=5.0),
    )

    assert [one.question.id for one in chosen[:3]] == ["ask_far", "ask_wide", "ask_near"]
    assert asked(chosen, WhyAsked.DIFFERS) == ["ask_far", "ask_wide", "ask_near"]
    assert len(chosen) == 10


def test_a_movement_finds_room_beside_many_differences_and_seven_stand_out_at_most():
    differ = [compared(f"apart_{place}", Level.HIGHER, z_usual=9.0 - place) for place in range(8)]
    risen = compared("risen", moved=moved(Movement.HAS_RISEN))
    chosen = chosen_of(*differ, risen, *QUIET)

    assert [one.why for one in chosen[:7]] == [
        *[WhyAsked.DIFFERS] * 5,
        WhyAsked.MOVED,
        WhyAsked.DIFFERS,
    ]
    assert len(asked(chosen, WhyAsked.UNTOLD)) == 2
    assert len(asked(chosen, WhyAsked.ALWAYS)) == 1


def test_no_stage_is_asked_about_more_than_three_times():
    of_one = {
        f"apart_{place}_rate": measure(f"apart_{place}", stage=Stage.HOMES) for place in range(6)
    }
    differ = [compared(f"apart_{place}", Level.HIGHER) for place in range(6)]
    chosen = chosen_of(*differ, measures=of_one)

    assert len(asked(chosen, WhyAsked.DIFFERS)) == 3


def test_a_difference_that_rests_on_few_gives_way_to_a_movement():
    chosen = chosen_of(
        few("small", 4, 1_000), compared("risen", moved=moved(Movement.HAS_RISEN)), *QUIET
    )

    assert [one.question.id for one in chosen[:2]] == ["ask_risen", "ask_small"]


def test_old_figures_and_those_behind_their_own_newest_stand_out_no_more():
    old = compared(
        "old", Level.HIGHER, period="2022", newest_period="2022", here=cell(300.0, period="2022")
    )
    behind = compared("behind", Level.HIGHER, period="2023", newest_period="2025")
    chosen = chosen_of(old, behind, *QUIET)

    assert asked(chosen, WhyAsked.DIFFERS) == []
    assert chosen[0].why is WhyAsked.UNTOLD
    assert chosen[0].about is behind


def test_two_measures_of_a_stage_with_the_same_first_question_are_one():
    same = ("ask_both", "then_both")
    measures = {
        "one_rate": measure("one", questions=same),
        "two_rate": measure("two", questions=same),
        "elsewhere_rate": measure("elsewhere", questions=same, stage=Stage.MONEY),
    }
    one, two = compared("one", Level.HIGHER, z_usual=5.0), compared("two", Level.LOWER)
    elsewhere = compared("elsewhere", Level.LOWER, z_usual=1.0)
    chosen = chosen_of(one, two, elsewhere, measures=measures)

    first, second = [each for each in chosen if each.why is WhyAsked.DIFFERS]
    assert (first.about, first.beside) == (one, (two,))
    assert (second.about, second.question.id) == (elsewhere, "then_both")


def test_a_pair_that_is_read_together_is_one():
    pair = PairToRead(measures=("one_rate", "two_rate"), why="They are one whole.")
    measures = {
        name: measure(name.removesuffix("_rate"), read_with=()) for name in ("one_rate", "two_rate")
    }
    entries = [compared("one", Level.HIGHER, z_usual=5.0), compared("two", Level.LOWER)]

    apart = chosen_of(*entries, measures=measures)
    merged = chosen_of(*entries, measures=measures, pairs=(pair,))
    assert len(asked(apart, WhyAsked.DIFFERS)) == 2
    assert len(asked(merged, WhyAsked.DIFFERS)) == 1
    assert merged[0].beside == (entries[1],)


def test_care_with_and_without_unaccompanied_children_is_asked_about_once_and_rightly():
    care, without = (
        "children_looked_after_rate",
        "children_looked_after_without_unaccompanied_children_rate",
    )
    measures = {
        name: measure(name.removesuffix("_rate"), questions=(f"ask_{place}",))
        for place, name in enumerate((care, without))
    }
    with_all = compared(care.removesuffix("_rate"), Level.HIGHER)
    rest = compared(without.removesuffix("_rate"))
    chosen = chosen_of(with_all, rest, measures=measures)

    assert asked(chosen, WhyAsked.DIFFERS) == ["unaccompanied_children_support"]
    both = chosen_of(
        with_all, compared(without.removesuffix("_rate"), Level.HIGHER), measures=measures
    )
    assert asked(both, WhyAsked.DIFFERS) == ["ask_0"]
    assert [one.indicator for one in both[0].beside] == [without]


def test_a_figure_to_be_glad_of_raises_other_questions_and_two_at_most():
    better = verdict(Level.LOWER, average=200.0, direction=Direction.BETTER, z_usual=3.0)
    fortunate = [compared(f"glad_{place}", verdict=better) for place in range(3)]
    fallen = compared("fallen", moved=moved(Movement.HAS_FALLEN))
    lower = {"good_direction": GoodDirection.LOWER}

    chosen = chosen_of(*fortunate)
    assert asked(chosen, WhyAsked.DIFFERS) == ["favourable_0", "favourable_1"]
    by_moving = chosen_of(fallen, measures={"fallen_rate": measure("fallen", **lower)})
    assert asked(by_moving, WhyAsked.MOVED) == ["favourable_0"]
    for_the_worse = chosen_of(
        compared("risen", moved=moved(Movement.HAS_RISEN)),
        measures={"risen_rate": measure("risen", **lower)},
    )
    assert asked(for_the_worse, WhyAsked.MOVED) == ["ask_risen"]


def test_each_reason_for_which_something_cannot_be_told_is_asked_about_once():
    not_returned = Missing((Reason.NOT_RETURNED,))
    absent = [
        cannot(f"absent_{place}", Why.VALUE_MISSING, value=not_returned) for place in range(2)
    ]
    withheld = cannot("withheld", Why.VALUE_MISSING, value=WITHHELD)
    small = [cannot(f"small_{place}") for place in range(3)]
    chosen = chosen_of(*absent, withheld, *small, *QUIET)

    assert [one.question.id for one in chosen[:4]] == [
        "not_returned_0",
        "withheld_0",
        "few_children_0",
        "untold_0",
    ]
    assert chosen[0].beside == (absent[1],)
    assert chosen[2].beside == (small[1], small[2])


def test_two_measures_that_rest_on_few_children_raise_no_question():
    chosen = chosen_of(*(cannot(f"small_{place}") for place in range(2)), *QUIET)

    assert "few_children_0" not in [one.question.id for one in chosen]


@pytest.mark.parametrize("reason", [Reason.DID_NOT_EXIST, Reason.NOT_COLLECTED])
def test_nobody_is_asked_for_a_figure_that_could_not_be_there(reason: Reason):
    gone = cannot("gone", Why.VALUE_MISSING, value=Missing((reason,)))

    assert "not_returned_0" not in [one.question.id for one in chosen_of(gone, *QUIET)]


def test_where_nothing_stands_out_what_is_always_worth_asking_fills_the_ten():
    chosen = chosen_of(*QUIET)

    assert len(chosen) == 10
    assert len(asked(chosen, WhyAsked.UNTOLD)) == 4
    assert len(asked(chosen, WhyAsked.ALWAYS)) == 6
    assert asked(chosen, WhyAsked.DIFFERS) == asked(chosen, WhyAsked.MOVED) == []


def test_what_is_always_asked_is_of_known_figures_first_and_of_none_that_stands_out():
    missing = Missing((Reason.NOT_COLLECTED,))
    unknown = cannot("quiet_9", Why.VALUE_MISSING, value=missing)
    apart = compared("quiet_8", Level.HIGHER)
    chosen = chosen_of(unknown, apart, *QUIET[:3])

    always = [one.about for one in chosen if one.why is WhyAsked.ALWAYS]
    assert always[-1] is unknown
    assert unknown not in always[:-1]
    assert apart not in always


def test_what_has_moved_and_found_no_room_is_not_called_quiet():
    risen = [compared(f"quiet_{place}", moved=moved(Movement.HAS_RISEN)) for place in range(8)]
    chosen = chosen_of(*risen)

    assert len(asked(chosen, WhyAsked.MOVED)) == 7
    assert asked(chosen, WhyAsked.ALWAYS) == []
    assert len(chosen) == 10


def test_what_no_figure_tells_is_asked_of_the_first_heading_and_then_of_the_least_spoken_of():
    measures = {
        "one_rate": measure("one", outcome=OUTCOMES[3]),
        "two_rate": measure("two", outcome=OUTCOMES[0], stage=Stage.HOMES),
    }
    chosen = chosen_of(
        compared("one", Level.HIGHER, z_usual=9.0), compared("two", Level.HIGHER), measures=measures
    )

    assert asked(chosen, WhyAsked.UNTOLD)[:2] == ["untold_3", "untold_1"]


def test_one_of_those_who_ask_gets_only_their_own_questions_and_ten_of_them():
    board = Audience.CORPORATE_PARENTING_BOARD
    others = {"for_whom": (Audience.SCRUTINY,)}
    differ = [compared("theirs", Level.HIGHER), compared("others", Level.HIGHER, z_usual=9.0)]
    chosen = chosen_of(
        *differ, *QUIET, audience=board, changed={"ask_others": others, "then_others": others}
    )

    assert asked(chosen, WhyAsked.DIFFERS) == ["ask_theirs"]
    assert len(chosen) == 10
    assert all(board in one.question.for_whom for one in chosen)


def test_no_question_is_asked_twice_however_much_stands_out():
    differ = [
        compared(f"apart_{place}", Level.HIGHER, moved=moved(Movement.HAS_RISEN))
        for place in range(12)
    ]
    chosen = chosen_of(*differ, *QUIET)
    codes = [one.question.id for one in chosen]

    assert len(set(codes)) == len(codes) == 10
