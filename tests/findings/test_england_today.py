"""England in three findings: which are chosen, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hand_made import catalogue as catalogue_of
from hand_made import indicator

from brightfutures.catalogue import Catalogue, Indicator, Stage
from brightfutures.findings.england_today import HOW_CHOSEN, EnglandFinding, england_today
from brightfutures.findings.finding import Certainty
from brightfutures.measures.nation.england_now import EnglandNow, EnglandThen
from brightfutures.measures.results import Cell, Movement
from brightfutures.quantities import ENGLAND, Missing, Reason, Value

UP, DOWN = Movement.HAS_RISEN, Movement.HAS_FALLEN
SAME, UNKNOWN = Movement.NO_CLEAR_CHANGE, Movement.CANNOT_SAY
STAGES = (Stage.COMING_IN, Stage.IN_CARE, Stage.HOMES, Stage.LEAVING_CARE)


def then(back: int, moved: Movement, times: float | None = 2.0, value: float = 60.0) -> EnglandThen:
    return EnglandThen(
        years_before=back, period=str(2025 - back), value=value, moved=moved, times=times
    )


def now(name: str, *before: EnglandThen, period: str = "2025", value: Value = 67.0) -> EnglandNow:
    here = Cell(area=ENGLAND, period=period, value=value, numerator=81_770, denominator=12e6)
    return EnglandNow(indicator=name, here=here, then=before)


def measure(name: str, stage: Stage, **changes: Any) -> Indicator:
    return indicator(name, stage=stage, title=name.title(), **changes)


def told(*measures: tuple[Indicator, EnglandNow]) -> tuple[EnglandFinding, ...]:
    catalogue: Catalogue = catalogue_of(*(one for one, _ in measures))
    return england_today(catalogue, {found.indicator: found for _, found in measures})


def four_stages(*times: float) -> list[tuple[Indicator, EnglandNow]]:
    return [
        (measure(stage.value, stage), now(stage.value, then(10, UP, one)))
        for stage, one in zip(STAGES, times, strict=True)
    ]


def test_of_four_stages_the_three_furthest_are_told_in_the_journeys_order():
    found = told(*four_stages(1.5, 3.0, 2.0, 4.0))
    assert [one.indicator for one in found] == ["in_care", "homes", "leaving_care"]


def test_each_stage_is_told_of_once_by_its_furthest_measure():
    found = told(
        (measure("a", Stage.HOMES), now("a", then(10, UP, 2.0))),
        (measure("b", Stage.HOMES), now("b", then(10, DOWN, 3.0))),
    )
    assert [one.indicator for one in found] == ["b"]


def test_only_the_health_check_is_asked_and_nothing_that_is_out_of_date():
    found = told(
        (measure("a", Stage.HOMES, health_check=False), now("a", then(10, UP, 9.0))),
        (measure("b", Stage.IN_CARE), now("b", then(10, UP, 9.0), period="2022")),
        (measure("c", Stage.COMING_IN), now("c", then(10, UP, 2.0))),
    )
    assert [one.indicator for one in found] == ["c"]


def test_a_rise_is_said_as_a_person_says_it_with_the_children_behind_it():
    (one,) = told((measure("a", Stage.HOMES), now("a", then(10, UP), then(5, SAME, 0.2, 68.0))))

    assert one.finding.sentence == "More visits are made in England than in 2015"
    assert one.finding.certainty is Certainty.TESTED
    assert one.figures == (
        "67 per 10,000 children in 2025, which is 81,770 visits. It was 60 in 2015 and 68 in "
        "2020. Beside 2020 there is no clear change."
    )


@pytest.mark.parametrize(
    ("ten", "five", "said"),
    [
        (UP, UP, "It is clearly higher than in 2020 too."),
        (DOWN, DOWN, "It is clearly lower than in 2020 too."),
        (UP, DOWN, "It is clearly lower than in 2020."),
    ],
)
def test_the_shorter_look_back_is_told_beside_the_longer(ten: Movement, five: Movement, said: str):
    (one,) = told((measure("a", Stage.HOMES), now("a", then(10, ten), then(5, five))))
    assert one.figures.endswith(said)


def test_five_years_do_not_stand_in_for_ten_that_are_no_different():
    (one,) = told((measure("a", Stage.HOMES), now("a", then(10, SAME, 0.5), then(5, UP, 2.0))))
    assert one.finding.sentence == "A: England is neither clearly higher nor lower than in 2015"


def test_five_years_stand_in_for_ten_that_cannot_be_read():
    (one,) = told((measure("a", Stage.HOMES), now("a", then(5, DOWN, 2.0))))
    assert one.finding.sentence == "Fewer visits are made in England than in 2020"


def test_what_has_not_moved_fills_up_and_after_it_bare_figures():
    found = told(
        (measure("a", Stage.COMING_IN), now("a")),
        (measure("b", Stage.IN_CARE), now("b", then(10, SAME, 0.5))),
        (measure("c", Stage.HOMES), now("c", then(10, UP, 2.0))),
    )

    assert [one.finding.certainty for one in found] == [
        Certainty.AS_PUBLISHED,
        Certainty.TESTED,
        Certainty.TESTED,
    ]
    assert found[0].finding.sentence == "England had 67 visits in 2025"
    assert found[1].finding.sentence.startswith("B: England is neither")


def test_without_figures_nothing_is_said():
    missing = Missing((Reason.UNAVAILABLE,))
    assert told((measure("a", Stage.HOMES), now("a", value=missing))) == ()


def test_a_rise_that_goes_away_without_unaccompanied_children_says_so():
    name = "children_looked_after_rate"
    without = "children_looked_after_without_unaccompanied_children_rate"
    (one,) = told(
        (measure(name, Stage.IN_CARE), now(name, then(10, UP))),
        (
            measure(without, Stage.IN_CARE, health_check=False),
            now(without, then(10, SAME, 0.3), value=62.0),
        ),
    )

    assert one.finding.sentence.endswith(", but not once unaccompanied children are left out")
    assert one.figures.endswith("Leaving out unaccompanied children it is 62.")


def test_a_percentage_is_said_without_its_unit_and_without_counts_no_number_is_given():
    share = measure("a", Stage.HOMES, decimal_places=1, unit="%")
    one = now("a", then(10, UP, value=16.6), value=24.5)
    (found,) = told((share, replace(one, here=replace(one.here, numerator=None))))

    assert found.figures == "24.5% in 2025. It was 16.6% in 2015."


def test_no_trend_is_claimed():
    assert "not where it is going" in HOW_CHOSEN
