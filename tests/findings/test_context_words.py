"""Councils nearest in context, in words: true, plain, and no praise or blame."""

from dataclasses import replace

import pytest

from brightfutures.catalogue import ContextUse, ContextVariable, Transform
from brightfutures.findings.context_words import (
    circumstance,
    context_rows,
    context_sentences,
    neighbour_words,
    place_words,
)
from brightfutures.measures.context.results import Context, ContextFigure, ContextNeighbour
from brightfutures.quantities import Missing, Period, PeriodKind, Reason

NAMES = {"A": "Ashford", "B": "Beechley", "C": "Tyne and Wear", "D": "Dalewick"}

CHILDREN = ContextVariable(
    id="number_of_children",
    title="Number of children",
    sentence="Children who live there.",
    unit="children",
    used_for=(ContextUse.NEAREST,),
    numerator=("children",),
    transform=Transform.LOG,
)
UNDER_5 = ContextVariable(
    id="under_5",
    title="Children under 5",
    sentence="The share under 5.",
    unit="%",
    used_for=(ContextUse.NEAREST,),
    numerator=("young",),
    decimal_places=1,
    transform=Transform.LOGIT,
)


def figure(variable: ContextVariable, **changes: object) -> ContextFigure:
    declared: dict[str, object] = {
        "variable": variable,
        "period": Period(PeriodKind.MID_YEAR, "2024"),
        "value": 12_345.0,
        "mean": 60_000.0,
        "score": -1.0,
        "nearest_mean": 20_000.0,
        "nearest_score": -0.4,
        **changes,
    }
    return ContextFigure(**declared)  # type: ignore[arg-type]


def neighbour(area: str, distance: float = 0.5) -> ContextNeighbour:
    return ContextNeighbour(
        area=area, distance=distance, differs_most="under_5", differs_by=-0.4, left_out=()
    )


@pytest.fixture
def context() -> Context:
    return Context(
        area="A",
        title="Councils nearest in context",
        figures=(
            figure(CHILDREN),
            figure(
                UNDER_5,
                period=Period(PeriodKind.MID_YEAR, "2023"),
                value=25.04,
                mean=26.0,
                score=-0.3,
                nearest_mean=24.9,
                nearest_score=-0.4,
            ),
        ),
        nearest=(neighbour("B"), neighbour("D", 0.756)),
        mean_distance=0.63,
        usual_distance=0.9,
    )


def test_it_says_who_in_what_they_differ_and_from_when_the_figures_are(context):
    assert context_sentences(context, NAMES) == (
        "Nearest to Ashford in our own context measure: Beechley and Dalewick.",
        "They differ from it most in one circumstance, number of children: 12,345 here, 20,000 on "
        "average among them.",
        "For earlier years too it is today’s context that is used: figures of 2023 to 2024.",
    )


def test_a_council_that_none_is_like_is_told_so(context):
    said = context_sentences(replace(context, mean_distance=5.6), NAMES)
    assert said[2] == (
        "No council is much like Ashford: its nearest are about 6 times as far from it as is "
        "usual, so a comparison with them says less."
    )
    assert "about twice as far" in context_sentences(replace(context, mean_distance=1.9), NAMES)[2]


def test_what_is_not_known_is_said(context):
    unknown = figure(UNDER_5, value=Missing((Reason.UNAVAILABLE,)), score=None)
    said = context_sentences(replace(context, figures=(context.figures[0], unknown)), NAMES)
    assert said[2] == (
        "Not known for Ashford and left out, so that the rest count for more: children under 5."
    )


def test_a_council_that_has_ended_and_one_of_which_little_is_known_are_told_apart(context):
    alone = replace(context, nearest=(), mean_distance=None)
    (said,) = context_sentences(alone, NAMES)
    assert said == (
        "Fewer than half of the circumstances compared are known for Ashford: it has no nearest "
        "councils, and all England stands in for them."
    )
    gone = figure(CHILDREN, value=Missing((Reason.DID_NOT_EXIST,)), score=None)
    (said,) = context_sentences(replace(alone, figures=(gone,)), NAMES)
    assert said.startswith("Ashford has ended, so today’s context holds nothing of it:")


def test_nearest_that_do_not_differ_as_shown_are_not_made_to(context):
    near = replace(context, figures=(replace(context.figures[1], nearest_mean=25.01),))
    assert context_sentences(near, NAMES)[1] == (
        "They differ from it hardly at all in any of the circumstances compared."
    )


def test_a_row_holds_ours_theirs_and_all_councils(context):
    row = context_rows(context)[1]
    assert (row.ours, row.nearest, row.councils) == ("25.0%", "24.9%", "26.0%")
    assert (row.when, row.place) == ("in mid-2023", "near the middle of councils")


def test_where_a_council_lies_is_said_without_good_or_bad():
    assert place_words(None) == "–"
    assert place_words(0.6) == "above the middle of councils"
    assert place_words(-1.5) == "far below the middle of councils"


def test_a_neighbour_is_told_by_distance_and_by_what_differs_most(context):
    assert neighbour_words(context, context.nearest[1]) == (
        "0.76 away, most of all in children under 5 (lower there)"
    )


def test_a_figure_that_is_not_there_says_why():
    assert circumstance(CHILDREN, Missing((Reason.NOT_RETURNED,))) == "not returned"
    assert circumstance(CHILDREN, None) == "–"
