"""Beside every council a line is the sum of its parts, or the page says that it is not, and why."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money import money_of, money_view
from brightfutures.money.council_money import LineOfYear
from brightfutures.quantities import Missing

pytestmark = pytest.mark.published

ROUNDING_POUNDS = 5_000.0
"""Ten councils' lines are each in thousands."""


def parts_of(lines: tuple[LineOfYear, ...], place: int) -> list[LineOfYear]:
    found = []
    for one in lines[place + 1 :]:
        if one.depth <= lines[place].depth:
            break
        if one.depth == lines[place].depth + 1:
            found.append(one)
    return found


def test_parts_beside_add_up_or_it_is_said(edition: Edition):
    unsaid, told = [], 0
    for area in edition.geography.councils():
        found = money_of(edition, area)
        lines = found.money.lines
        told += bool(found.lines_beside)
        for place, line in enumerate(lines):
            parts = parts_of(lines, place)
            beside = [one.theirs.pounds for one in parts if one.theirs is not None]
            whole = line.theirs
            if not beside or whole is None or isinstance(whole.pounds, Missing):
                continue
            total = sum(0.0 if isinstance(one, Missing) else one for one in beside)
            title = edition.catalogue.spend_lines[line.line].title
            if abs(total - whole.pounds) > ROUNDING_POUNDS * len(parts) and not any(
                f"“{title}” is of" in sentence for sentence in found.lines_beside
            ):
                unsaid.append((area.name, line.line, total, whole.pounds))
    assert unsaid == []
    assert told == 19  # those that have Gateshead among their similar councils, it is 2024-25


def test_hartlepools_page_says_of_how_many_councils_a_weekly_cost_is(edition: Edition):
    page = money_view(edition, edition.council("Hartlepool"))
    assert page.unit_costs is not None
    said = {row.title: row.beside_councils for row in page.unit_costs.rows}
    assert said == {
        "Residential care": "of 9 of 10 councils",
        "Fostering": "of 9 of 10 councils",
        "All children in care": "",
    }
