"""Small words beside tables of money: a share with no meaning, a marked share, a printed cost."""

from dataclasses import replace

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.regional import councils_in, regions_of
from brightfutures.findings.budget_words import BudgetWords
from brightfutures.findings.overspend_words import overspend_sentence
from brightfutures.findings.unit_cost_words import printed_sentence
from brightfutures.money.england_money import england_money
from brightfutures.money.other_return import OtherReturn
from brightfutures.money.overspend import Overspend
from brightfutures.money.region_money import RegionMoney, region_money
from brightfutures.pages.england_money_tables import cost_table
from brightfutures.pages.money_budgets import budget_sections
from brightfutures.pages.region_money_section import (
    AT_NOUGHT,
    CONTRADICTED,
    MARK,
    MARK_OF_RETURN,
    region_money_section,
)
from brightfutures.quantities import Area

LINES = load_catalogue().spending.lines


@pytest.mark.parametrize(
    ("budget", "outturn", "share"),
    [(60_000.0, -420_000.0, "–"), (99_999.0, 200_000.0, "–"), (100_000.0, 110_000.0, "+10%")],
)
def test_a_budget_under_a_tenth_of_a_million_has_no_share(
    budget: float, outturn: float, share: str
):
    one = Overspend(
        line="fostering", period="2017-18", budget_pounds=budget, outturn_pounds=outturn
    )
    (section,) = budget_sections(
        [BudgetWords(period="2017-18", sentences=())], {"2017-18": [one]}, LINES
    )

    assert section.table.rows[0].cells[-1].text == share
    said = overspend_sentence("Ash", one, LINES["fostering"])
    assert (", or " in said) == (share != "–")


def money_of_first_region(edition: Edition) -> tuple[dict[str, Area], RegionMoney]:
    areas = {area.code: area for area in councils_in(edition, regions_of(edition)[0])}
    found = region_money(edition.books, list(areas))
    assert found is not None
    return areas, found


def test_a_share_that_may_not_hold_all_prevention_is_marked_and_the_mark_explained(
    made_up_edition: Edition,
):
    areas, found = money_of_first_region(made_up_edition)
    first, *rest = (replace(one, lines_at_nought=()) for one in found.councils)

    plain = region_money_section("Ash", replace(found, councils=(first, *rest)), areas)
    marked = region_money_section(
        "Ash",
        replace(found, councils=(replace(first, lines_at_nought=("sure_start",)), *rest)),
        areas,
    )

    assert plain.note == ""
    assert not any(row.cells[-1].endswith(MARK) for row in plain.rows)
    assert marked.note == AT_NOUGHT
    assert [row.cells[-1].endswith(MARK) for row in marked.rows].count(True) == 1
    assert marked.rows[0].cells[-1] == f"{plain.rows[0].cells[-1]}{MARK}"


def test_spending_that_another_return_contradicts_is_marked_and_the_mark_explained(
    made_up_edition: Edition,
):
    areas, found = money_of_first_region(made_up_edition)
    first, *rest = (replace(one, other=None) for one in found.councils)
    apart = OtherReturn(period=found.period, pounds=1.0, far_apart=True)

    plain = region_money_section("Ash", replace(found, councils=(first, *rest)), areas)
    marked = region_money_section(
        "Ash", replace(found, councils=(replace(first, other=apart), *rest)), areas
    )

    assert plain.contradicted == ""
    assert not any(row.cells[0].endswith(MARK_OF_RETURN) for row in plain.rows)
    assert marked.contradicted == CONTRADICTED
    assert marked.rows[0].cells[0] == f"{plain.rows[0].cells[0]}{MARK_OF_RETURN}"
    assert marked.rows[1:] == plain.rows[1:]


def test_why_the_department_prints_another_cost_for_england_is_said_under_the_table(
    made_up_edition: Edition,
):
    money = england_money(made_up_edition.books)
    assert money is not None
    table = cost_table(money)
    assert table is not None

    assert len(table.notes) == len(table.rows)
    for one in money.unit_costs:
        assert f"{one.kind.title}: {printed_sentence(one.england, one.kind)}" in table.notes
