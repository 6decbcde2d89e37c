"""Budget against outturn."""

import pytest

from brightfutures.money.overspend import Overspend, how_usual
from brightfutures.quantities import Missing, Reason

NOT_RETURNED = Missing((Reason.NOT_RETURNED,))


def overspend(budget: float | Missing, outturn: float | Missing) -> Overspend:
    return Overspend(
        line="fostering", period="2017-18", budget_pounds=budget, outturn_pounds=outturn
    )


def test_what_was_spent_over_the_budget_is_told_in_pounds_and_as_a_share_of_the_budget():
    found = overspend(100e6, 110e6)

    assert found.over_pounds == pytest.approx(10e6)
    assert found.over_share == pytest.approx(0.1)


def test_a_missing_budget_or_outturn_leaves_a_reason_and_no_share():
    assert overspend(NOT_RETURNED, 1e6).over_pounds == NOT_RETURNED
    assert overspend(1e6, NOT_RETURNED).over_share is None


@pytest.mark.parametrize("budget", [0.0, -1e6])
def test_no_budget_above_nought_has_no_share(budget: float):
    assert overspend(budget, 1e6).over_share is None


def test_how_usual_it_was_counts_the_councils_with_both_figures():
    councils = {
        "ash": overspend(100.0, 101.0),
        "beech": overspend(100.0, 99.0),
        "cedar": overspend(100.0, 100.0),
        "dogwood": overspend(100.0, 130.0),
        "elm": overspend(NOT_RETURNED, 100.0),
        "fir": overspend(0.0, 100.0),
    }

    found = how_usual("fostering", "2017-18", councils)

    assert (found.councils, found.over) == (4, 2)
    assert found.share_over == 0.5
    assert found.middle_share == pytest.approx(0.005)


def test_of_no_council_nothing_is_usual():
    found = how_usual("fostering", "2017-18", {"ash": overspend(NOT_RETURNED, 1.0)})

    assert found.share_over is None
    assert found.middle_share is None
