"""What has changed: the movements that were told apart, counted and named, and never one year."""

from dataclasses import replace
from typing import Any

import pytest
from hand_made import comparison, indicator, verdict

from brightfutures.catalogue import IndicatorKind
from brightfutures.findings.finding import Certainty
from brightfutures.findings.said import Named
from brightfutures.findings.what_has_changed import what_has_changed
from brightfutures.measures.results import Comparison, Level, Moved, Movement, Why

NAMES = ("visits", "plans", "starts", "stays", "moves")
MEASURES = {
    name: indicator(name, IndicatorKind.RATE, title=f"{name.capitalize()} of children")
    for name in NAMES
}


def that(
    name: str,
    level: Movement,
    q: float = 0.01,
    ends: tuple[float, float] | None = None,
    **changes: Any,
) -> Comparison:
    readable = level is not Movement.CANNOT_SAY
    began, came = ends or ((60.0, 40.0) if level is Movement.HAS_FALLEN else (40.0, 60.0))
    moved = Moved(
        level=level,
        from_period="2021" if readable else None,
        to_period="2025" if readable else None,
        from_value=began if readable else None,
        to_value=came if readable else None,
        q=q if readable else None,
    )
    return replace(comparison(60.0, indicator=name), moved=moved, **changes)


def said(*entries: Comparison) -> str:
    return what_has_changed(MEASURES, entries).sentence


def test_the_clearest_of_many_are_named_with_both_ends_and_lead_to_their_pages():
    rose, fell = Movement.HAS_RISEN, Movement.HAS_FALLEN
    found = what_has_changed(
        MEASURES,
        [
            that("visits", rose, 0.04),
            that("plans", fell, 0.001),
            that("starts", rose, 0.03),
            that("stays", rose, 0.002),
            that("moves", Movement.NO_CLEAR_CHANGE, 0.6),
        ],
    )

    assert found.sentence == (
        "Over five years four of the five figures that can be told have moved by more than they "
        "ordinarily do, most clearly plans of children (down from 60 to 40 per 10,000) and stays "
        "of children (up from 40 to 60 per 10,000). Each end takes two years together; "
        "one year’s change alone is not tested."
    )
    assert [it.indicator for it in found.parts if isinstance(it, Named)] == ["plans", "stays"]
    assert {it.indicator for it in found.evidence} == {"visits", "plans", "starts", "stays"}
    assert found.certainty is Certainty.TESTED


@pytest.mark.parametrize(
    ("levels", "begins"),
    [
        ("..", "Over five years neither of the two figures that can be told has moved"),
        ("...", "Over five years none of the three figures that can be told has moved"),
        (".", "Over five years the one figure that can be told has not moved"),
        ("+", "Over five years the one figure that can be told has moved"),
        ("+.", "Over five years one of the two figures that can be told has moved"),
        ("++", "Over five years both of the two figures that can be told have moved"),
        ("+++", "Over five years all of the three figures that can be told have moved"),
        ("++?.", "Over five years two of the three figures that can be told have moved"),
    ],
)
def test_how_many_moved_is_said_of_those_that_can_be_told(levels: str, begins: str):
    told = {
        ".": Movement.NO_CLEAR_CHANGE,
        "+": Movement.HAS_RISEN,
        "?": Movement.CANNOT_SAY,
    }
    sentence = said(*(that(name, told[one]) for name, one in zip(NAMES, levels, strict=False)))

    assert sentence.startswith(begins)
    assert sentence.endswith("ne year’s change alone is not tested.")
    assert sentence.count("(up from 40 to 60 per 10,000)") == levels.count("+")


def test_where_nothing_can_be_told_that_is_said_and_not_that_nothing_moved():
    nothing = what_has_changed(MEASURES, [that("visits", Movement.CANNOT_SAY)])

    assert nothing.sentence.startswith("Whether a figure has moved cannot be said")
    assert nothing.certainty is Certainty.AS_PUBLISHED


def test_a_movement_that_ended_years_ago_is_no_news():
    old = that("visits", Movement.HAS_RISEN, period="2022", newest_period="2025")

    assert said(old) == said()
    assert "visits" not in said(old, that("plans", Movement.HAS_FALLEN))


def test_no_ends_are_named_where_two_years_together_lie_the_other_way():
    sentence = said(that("visits", Movement.HAS_RISEN, ends=(60.0, 40.0)))

    assert sentence == (
        "Over five years the one figure that can be told has moved by more than it ordinarily "
        "does: visits of children (up). One year’s change alone is not tested."
    )


def test_a_figure_refused_a_verdict_for_small_numbers_is_not_said_to_have_moved():
    small = verdict(level=Level.CANNOT_SAY, reason=Why.TOO_FEW_CHILDREN)

    assert said(that("visits", Movement.HAS_RISEN, verdict=small)) == said()
    assert "one of the two" not in said(
        that("visits", Movement.HAS_RISEN, verdict=small), that("plans", Movement.HAS_FALLEN)
    )
