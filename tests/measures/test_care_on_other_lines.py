"""Care that a return tells on other lines makes no measure of children in care."""

import numpy as np
import pytest

from brightfutures.catalogue.spending import LinePlace, SpendAccount, Spending, SpendLine
from brightfutures.measures.care_on_other_lines import without_care_on_other_lines
from brightfutures.measures.grids import Grid
from brightfutures.quantities import Reason

CARE, ALL = "children_looked_after", "childrens_social_care"
NOT_RETURNED = Reason.NOT_RETURNED.bit


def line(name: str, parent: str | None) -> SpendLine:
    place = LinePlace(account="outturn", parent=parent)
    return SpendLine(
        id=name, title=name, sentence=name, spent_on=name, places=(place,), total=parent is None
    )


SPENDING = Spending(
    lines={one.id: one for one in (line(ALL, None), line(CARE, ALL), line("help", ALL))},
    accounts={
        "outturn": SpendAccount(id="outturn", title="Outturn", measures=("spend",), sources=())
    },
)


def grid(*pounds: float) -> Grid:
    """One year of as many areas; what is not a number was not returned."""
    value = np.array(pounds).reshape(-1, 1)
    missing = np.where(np.isnan(value), NOT_RETURNED, 0).astype(np.uint16)
    return Grid(years=(2024,), value=value, missing=missing, spoken=np.ones_like(value, dtype=bool))


def shown(care: tuple[float, ...], whole: tuple[float, ...]) -> list[int]:
    published = {f"{CARE}_spend": grid(*care), f"{ALL}_spend": grid(*whole)}
    name = f"{CARE}_spend"
    found = without_care_on_other_lines(name, published[name], SPENDING, published.__getitem__)
    assert np.array_equal(np.isnan(found.value), found.missing != 0)
    return found.missing[:, 0].tolist()


@pytest.mark.parametrize(("care", "told"), [(0.0, False), (9.9, False), (10.0, True), (60.0, True)])
def test_care_of_under_a_tenth_of_the_total_is_elsewhere(care: float, told: bool):
    assert shown((care,), (100.0,)) == [0 if told else Reason.UNAVAILABLE.bit]


def test_a_total_that_is_not_known_or_not_above_nought_takes_nothing_away():
    assert shown((1.0, 0.0), (np.nan, 0.0)) == [0, 0]


def test_what_is_missing_already_keeps_its_reason():
    assert shown((np.nan,), (100.0,)) == [NOT_RETURNED]


@pytest.mark.parametrize("name", ["help_spend", f"{ALL}_spend", "children"])
def test_any_other_series_is_left_as_it_is(name: str):
    published = {name: grid(1.0), f"{ALL}_spend": grid(100.0)}
    found = without_care_on_other_lines(name, published[name], SPENDING, published.__getitem__)

    assert found.value.tolist() == published[name].value.tolist()
    assert found.missing.tolist() == [[0]]
