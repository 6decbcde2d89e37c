"""When pounds for children who are counted are told on another line."""

import pytest

from brightfutures.money.booked_elsewhere import NEXT_TO_NOTHING, booked_elsewhere
from brightfutures.money.council_year import KindOfHelp
from brightfutures.money.unit_cost import WEEKS_OF_YEAR, PlacementYear
from brightfutures.quantities import Missing, Reason

WITHHELD = Missing((Reason.SUPPRESSED,))


@pytest.mark.parametrize(
    ("pounds", "children", "usual", "elsewhere"),
    [
        (100_000.0, 10.0, 100_000.0, True),
        (100_001.0, 10.0, 100_000.0, False),
        (0.0, 10.0, 0.0, True),
        (1.0, 10.0, 0.0, False),
        (-5.0, 10.0, 100_000.0, True),
        (0.0, 0.0, 100_000.0, False),
        (WITHHELD, 10.0, 100_000.0, False),
        (5.0, WITHHELD, 100_000.0, False),
    ],
)
def test_a_tenth_of_englands_pounds_for_a_child_or_less_is_booked_elsewhere(
    pounds: float | Missing, children: float | Missing, usual: float, elsewhere: bool
):
    assert booked_elsewhere(pounds, children, usual) is elsewhere


@pytest.mark.parametrize("times", [0.5, 0.99, 1.01, 2.0])
def test_the_split_of_a_gap_and_the_cost_of_a_week_go_by_one_rule(times: float):
    usual, children = 52_142.0, 40.0
    pounds = NEXT_TO_NOTHING * usual * children * times
    kind = KindOfHelp(name="homes", spend_pounds=pounds, children=children, usual_pounds=usual)
    year = PlacementYear(
        area="ash",
        pounds=pounds,
        children=children,
        both_year_ends=True,
        chance_of_the_day=0.1,
        printed_pounds=WITHHELD,
        usual_pounds=usual / WEEKS_OF_YEAR,
    )
    assert kind.booked_elsewhere is year.booked_elsewhere is (times < 1.0)
