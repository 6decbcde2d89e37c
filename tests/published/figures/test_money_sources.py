"""The pages about money name every file behind what they tell, from the official statistics."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import england_money_view
from brightfutures.delivery.money import money_view

pytestmark = pytest.mark.published

LAIT = "Department for Education: Local Authority Interactive Tool"
CHILDREN = "Department for Education: Children looked after in England including adoptions"
SECTION_251 = "Department for Education: LA and school expenditure"
BUDGETS = "Ministry of Housing, Communities and Local Government: Revenue account budget"
POPULATION = "Office for National Statistics: Mid-year population estimates"


def named(publications: tuple[str, ...], begins: str) -> bool:
    return any(one.startswith(begins) for one in publications)


def test_england_names_the_files_behind_its_weekly_costs_by_kind_and_by_provider(
    edition: Edition,
):
    page = england_money_view(edition)
    files = {row.file for row in page.cost_rows}

    for begins in (LAIT, CHILDREN, SECTION_251, BUDGETS, POPULATION):
        assert named(page.publications, begins)
    assert "dfe/section-251/s251_cyps_national_2015-16_to_2021-22.csv" in files
    assert any("placement_provider_placement_type" in file for file in files)
    assert "mhclg/revenue-outturn/RO3_2024-25.ods" in files
    assert all(row.row > 0 and row.figure for row in page.cost_rows)


def test_a_council_names_those_behind_its_weekly_costs_and_budgets(edition: Edition):
    page = money_view(edition, edition.area("Essex"))

    for begins in (LAIT, CHILDREN, BUDGETS, POPULATION):
        assert named(page.publications, begins)
