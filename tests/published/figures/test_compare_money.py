"""Councils' money side by side, from the official statistics: figures, ranges, and reasons."""

import json

import pytest

from brightfutures.delivery.compare import Asked
from brightfutures.delivery.compare_files import compare_csv, compare_json
from brightfutures.delivery.compare_money import money_rows
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money import money_of
from brightfutures.findings.side_by_side_money import MoneyCellWords
from brightfutures.findings.unit_cost_words import TOO_NARROW
from brightfutures.money.prevention import RULES
from brightfutures.pages.compare_money import compare_money_section
from brightfutures.quantities import Missing, Money

pytestmark = pytest.mark.published

NAMES = ("Essex", "Birmingham", "City of London", "Isles of Scilly", "Cumbria")


@pytest.fixture(scope="module")
def cells(edition: Edition) -> dict[str, dict[str, MoneyCellWords]]:
    """By measure and council."""
    rows = money_rows(edition, [edition.area(name) for name in NAMES])
    return {row.id: dict(zip(NAMES, row.cells, strict=True)) for row in rows}


def test_the_ranges_of_weekly_costs_are_told_as_too_narrow_on_the_page_and_in_its_files(
    edition: Edition,
):
    asked = Asked(councils=("Essex", "Kent"), indicators=("children_looked_after_rate",))
    areas = [edition.area(name) for name in asked.councils]
    rows = money_rows(edition, areas)
    section = compare_money_section(areas, "AB", rows)
    assert section is not None
    assert TOO_NARROW in section.note
    assert not any("95" in row.range_heading for row in section.rows)
    told = json.loads(compare_json(edition, asked, rows))["money"]["measures"]
    noted = {one["measure"] for one in told if one["range_note"] == TOO_NARROW}
    assert noted == {"weekly_cost_residential_care", "weekly_cost_fostering"}
    lines = compare_csv(edition, asked, rows).decode("utf-8-sig").splitlines()
    of_homes = [line for line in lines if "What a week of residential care" in line]
    assert len(of_homes) == 2
    assert all(TOO_NARROW in line for line in of_homes)


def test_each_figure_is_that_of_the_councils_own_page(
    edition: Edition, cells: dict[str, dict[str, MoneyCellWords]]
):
    money = money_of(edition, edition.area("Essex")).money
    assert isinstance(money.ours.cash, Money)
    assert cells["spend_per_child"]["Essex"].value == money.ours.cash.pounds
    newest = money.prevention[-1]
    share = cells["prevention_middle_share"]["Essex"]
    assert (share.low, share.value, share.high) == tuple(newest.share(rule) for rule in RULES)
    for one in money.unit_costs:
        cell = cells.get(f"weekly_cost_{one.kind.id}", {}).get("Essex")
        if cell is not None and isinstance(one.ours.weekly, Money):
            assert one.ours.likely is not None
            assert (cell.value, cell.low) == (one.ours.weekly.pounds, one.ours.likely.low)


@pytest.mark.parametrize(
    ("measure", "name", "shown", "note"),
    [
        ("spend_per_child", "Birmingham", "not returned", "returned no figure in time"),
        ("spend_per_child", "Cumbria", "did not exist", "did not exist"),
        ("prevention_middle_share", "Isles of Scilly", "cannot be read", "Next to nothing"),
        ("prevention_middle_share", "City of London", "34%", "no spending on Sure Start"),
        ("weekly_cost_residential_care", "City of London", "withheld", "withheld"),
    ],
)
def test_what_is_missing_or_may_not_be_whole_says_so(
    cells: dict[str, dict[str, MoneyCellWords]], measure: str, name: str, shown: str, note: str
):
    cell = cells[measure][name]
    assert cell.shown == shown
    assert note in cell.note
    assert isinstance(cell.value, Missing) == (shown != "34%")
