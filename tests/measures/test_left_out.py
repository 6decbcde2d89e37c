"""Pounds that a file shows and a council did not return make no measure."""

import numpy as np
import pytest

from brightfutures.catalogue.spending import (
    LinePlace,
    Omission,
    SpendAccount,
    Spending,
    SpendLine,
)
from brightfutures.measures.grids import Grid
from brightfutures.measures.left_out import without_what_was_left_out
from brightfutures.quantities import Reason

ROWS = {"A": 0, "B": 1}
NOT_RETURNED = Reason.NOT_RETURNED.bit


def line(name: str, parent: str | None, *, total: bool = False) -> SpendLine:
    place = LinePlace(account="outturn", parent=parent)
    return SpendLine(
        id=name, title=name, sentence=name, spent_on=name, places=(place,), total=total
    )


def spending(*omissions: Omission) -> Spending:
    lines = (
        line("all", None, total=True),
        line("care", "all", total=True),
        line("help", "all"),
        line("homes", "care"),
        line("fostering", "care"),
    )
    account = SpendAccount(id="outturn", title="Outturn", measures=("spend",), sources=())
    return Spending(
        lines={one.id: one for one in lines},
        accounts={"outturn": account},
        omissions={one.id: one for one in omissions},
    )


def grid(*pounds: float) -> Grid:
    """One year of A and B."""
    shape = (len(pounds), 1)
    return Grid(
        years=(2024,),
        value=np.array(pounds).reshape(shape),
        missing=np.zeros(shape, dtype=np.uint16),
        spoken=np.ones(shape, dtype=bool),
    )


PUBLISHED = {
    "all_spend": grid(90.0, 40.0),
    "care_spend": grid(50.0, 0.0),
    "help_spend": grid(40.0, 40.0),
    "homes_spend": grid(0.0, 0.0),
    "fostering_spend": grid(0.0, 0.0),
    "children": grid(10.0, 10.0),
}
LEFT_OUT = Omission(
    id="b", account="outturn", area="B", period="2023-24", lines=("care",), sentence="", source=""
)


def shown(name: str, *omissions: Omission) -> tuple[list[float], list[int]]:
    found = without_what_was_left_out(
        name, PUBLISHED[name], spending(*omissions), ROWS, PUBLISHED.__getitem__
    )
    return found.value[:, 0].tolist(), found.missing[:, 0].tolist()


@pytest.mark.parametrize("name", ["care_spend", "all_spend"])
def test_what_was_left_out_is_not_returned_and_neither_is_the_total_over_it(name: str):
    value, missing = shown(name, LEFT_OUT)

    assert np.isnan(value[1])
    assert missing == [0, NOT_RETURNED]
    assert value[0] == PUBLISHED[name].value[0, 0]


def test_what_was_told_beside_it_stands():
    assert shown("help_spend", LEFT_OUT) == ([40.0, 40.0], [0, 0])
    assert shown("all_spend") == ([90.0, 40.0], [0, 0])


@pytest.mark.parametrize("name", ["homes_spend", "fostering_spend"])
def test_parts_of_nought_under_a_total_with_pounds_are_not_returned(name: str):
    value, missing = shown(name)

    assert missing == [NOT_RETURNED, 0]  # B spent nothing on care, and that is what it says
    assert np.isnan(value[0])
    assert value[1] == 0.0


def test_a_series_of_no_return_is_left_as_it_is():
    assert shown("children", LEFT_OUT) == ([10.0, 10.0], [0, 0])
    assert not np.isnan(PUBLISHED["care_spend"].value).any()  # and nothing is changed in place
