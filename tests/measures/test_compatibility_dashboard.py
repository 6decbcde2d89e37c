"""The dashboard's rules on small tables, and the traps that bite."""

from brightfutures.catalogue import DashboardFigure, DashboardRow
from brightfutures.measures.compatibility.dashboard import CouncilFigure, dashboard_answer
from brightfutures.measures.compatibility.traps import TrapKind


def row(figure=DashboardFigure.PUBLISHED, places=0, *, counts=False):
    return DashboardRow(title="A row", figure=figure, decimal_places=places, sums_counts=counts)


def figures(*published, exact=None, counts=None):
    return [
        CouncilFigure(
            published=figure,
            exact=exact[place] if exact else figure,
            count=counts[place] if counts else None,
            mark="c",
        )
        for place, figure in enumerate(published)
    ]


def facts(answer, kind):
    return next(dict(trap.facts) for trap in answer.traps if trap.kind is kind)


def kinds(answer):
    return {trap.kind for trap in answer.traps}


def test_the_median_leaves_out_who_is_withheld_and_needs_one_alone():
    found = dashboard_answer(row(), "2025", *own_and(figures(7.0, None, None, None)))

    assert (found.comparison.value, found.with_value, found.listed) == (7.0, 1, 4)
    assert TrapKind.FEW_NEIGHBOURS in kinds(found)


def own_and(neighbours, own=None):
    return own or CouncilFigure(published=8.0, exact=8.0), neighbours


def test_half_of_an_even_number_is_rounded_away_from_nought():
    found = dashboard_answer(row(), "2025", *own_and(figures(12.0, 13.0)))

    assert found.comparison.text == "13"


def test_a_mark_is_shown_as_published():
    own = CouncilFigure(published=None, mark="c")
    found = dashboard_answer(row(), "2025", own, figures(12.0))

    assert found.value.value is None
    assert found.value.text == "c"


def test_counts_are_added_up_and_called_a_median():
    neighbours = figures(12.0, 14.0, None, counts=[120.0, 30.0, 5.0])
    found = dashboard_answer(row(counts=True), "2025", *own_and(neighbours))

    assert found.comparison_count == 155.0
    assert facts(found, TrapKind.SUM_LABELLED_MEDIAN) == {"sum": "155", "count": "3"}


def test_without_counts_there_is_no_sum():
    found = dashboard_answer(row(), "2025", *own_and(figures(12.0, counts=[3.0])))

    assert found.count is None
    assert found.comparison_count is None


def test_a_median_of_rounded_figures_is_named_where_it_differs():
    # 12.4 and 13.4 are published as 12 and 13: the median 12.5 becomes 13, rounded once 12.9.
    neighbours = figures(12.0, 13.0, exact=[12.4, 13.4])
    found = dashboard_answer(row(), "2025", *own_and(neighbours))
    assert TrapKind.MEDIAN_OF_ROUNDED not in kinds(found)

    neighbours = figures(12.0, 13.0, exact=[11.6, 12.6])
    found = dashboard_answer(row(), "2025", *own_and(neighbours))
    assert facts(found, TrapKind.MEDIAN_OF_ROUNDED) == {"shown": "13", "once": "12"}


def test_a_difference_that_rounding_hides_is_named():
    own = CouncilFigure(published=2.0, exact=2.4)
    neighbours = figures(2.0, 2.0, exact=[1.6, 1.7])
    found = dashboard_answer(row(DashboardFigure.ROUNDED), "2025", own, neighbours)

    assert facts(found, TrapKind.ROUNDED_TO_NOTHING) == {
        "shown": "2", "own": "2.40", "other": "1.65",
    }  # fmt: skip


def test_a_count_without_its_base_is_named_as_relabelled():
    own = CouncilFigure(published=None, count=14.0, mark="z")
    found = dashboard_answer(row(DashboardFigure.REBUILT), "2025", own, figures(3.0))
    assert TrapKind.RELABELLED in kinds(found)

    none_of_none = CouncilFigure(published=None, count=0.0, mark="z")
    found = dashboard_answer(row(), "2025", none_of_none, figures(3.0))
    assert TrapKind.RELABELLED not in kinds(found)
