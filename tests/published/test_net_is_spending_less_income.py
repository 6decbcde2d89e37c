"""Net is spending less income in every published return, but for those that the catalogue names."""

import numpy as np
import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money import money_of
from brightfutures.delivery.return_checks import return_checks

pytestmark = pytest.mark.published

ROUNDING_POUNDS = 1_501.0
"""Three figures, each to the nearest thousand pounds, may be so far from adding up."""

Cell = tuple[str, str, str]


def that_do_not_add_up(edition: Edition, account: str) -> set[Cell]:
    """Council, year and line of every figure after income that is not spending less income."""
    panel = edition.books.panel_of(account)
    councils = [area.code for area in edition.geography.councils(former=True)]
    rows = [panel.places.rows[code] for code in councils]
    found: set[Cell] = set()
    for line in panel.line_index:
        spend, income, net = (panel.grid(line, one)[0] for one in ("spend", "income", "net_spend"))
        with np.errstate(invalid="ignore"):
            off = np.abs(spend - income - net)[rows] > ROUNDING_POUNDS
        for at, column in zip(*np.nonzero(off), strict=True):
            found.add((councils[at], panel.periods[column], line))
    return found


def named(edition: Edition, account: str) -> set[Cell]:
    said = edition.catalogue.spending.contradictions.values()
    return {
        (one.area, one.period, line) for one in said if one.account == account for line in one.lines
    }


def test_seven_figures_of_two_section_251_returns_contradict_themselves_and_are_named(
    edition: Edition,
):
    found = that_do_not_add_up(edition, "section_251")
    assert found == named(edition, "section_251")
    assert {(council, period) for council, period, _ in found} == {
        ("E08000021", "2008-09"),
        ("E06000005", "2010-11"),
    }
    assert len(found) == 7


def test_a_check_asks_about_each_of_them(edition: Edition):
    checks = return_checks(edition)
    for council, period, line in named(edition, "section_251"):
        asked = {one.line: one.rule for one in checks.questions(council, period, "section_251")}
        assert asked[line] == "net_is_not_spending_less_income"


def test_the_published_figure_stands(edition: Edition):
    panel = edition.books.panel_of("section_251")
    assert panel.value_at("connexions", "net_spend", "E06000005", "2010-11") == 2_035_437.64
    assert panel.value_at("capital_from_revenue", "net_spend", "E08000021", "2008-09") == 64_484


def test_the_note_is_on_the_councils_page_and_on_no_other(edition: Edition):
    for name, there in (("Darlington", True), ("Newcastle upon Tyne", True), ("Essex", False)):
        notes = money_of(edition, edition.council(name)).notes
        assert any("stand here as published" in note for note in notes) is there
