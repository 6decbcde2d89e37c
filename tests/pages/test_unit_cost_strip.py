"""The strip of weekly costs: the few that are far out squeeze no one, and none is hidden."""

import pytest

from brightfutures.findings.comparison_words import SIMILAR_COUNCILS
from brightfutures.findings.no_cost_words import why_no_cost
from brightfutures.money.council_money import UnitCostBeside
from brightfutures.money.placement_kinds import FOSTERING
from brightfutures.money.unit_cost import WEEKS_OF_YEAR, PlacementYear, UnitCost, unit_cost
from brightfutures.pages.money_unit_costs import unit_cost_section
from brightfutures.pages.unit_cost_strip import CostsOfAll, UnitCostStrip, unit_cost_strip
from brightfutures.quantities import Missing, Reason, Value

UNAVAILABLE = Missing((Reason.UNAVAILABLE,))


def costing(area: str, pounds_a_week: Value) -> UnitCost:
    pounds = (
        pounds_a_week if isinstance(pounds_a_week, Missing) else pounds_a_week * 100 * WEEKS_OF_YEAR
    )
    year = PlacementYear(
        area=area,
        pounds=pounds,
        children=100.0,
        both_year_ends=True,
        chance_of_the_day=0.5,
        printed_pounds=UNAVAILABLE,
    )
    return unit_cost(FOSTERING.id, "2022-23", year)


def strip(ours: Value, *others: float, asked: tuple[str, ...] = ()) -> UnitCostStrip:
    every = {f"E{place}": costing(f"E{place}", cost) for place, cost in enumerate(others)}
    here = costing("E06000046", ours)
    if not isinstance(ours, Missing):
        every["E06000046"] = here
    beside = UnitCostBeside(kind=FOSTERING, ours=here, theirs=None, beside=("E0",))
    costs = CostsOfAll(known=every, asked_about=asked)
    return unit_cost_strip("Isle of Wight", "E06000046", beside, costs, lambda code: code)


USUAL = tuple(700.0 + 10 * place for place in range(20))


def test_costs_far_out_are_marked_at_the_edge_counted_beneath_and_named():
    found = strip(760.0, *USUAL, 2707.0, 1979.0)

    assert found.beneath == "21 councils, £700 to £890; 2 beyond the edge, up to £2,707"
    assert found.beyond == "Beyond the edge of the strip: E20 (£2,707) and E21 (£1,979)."
    assert (
        "The Isle of Wight is at £760. Councils run from £700 to £2,707. The scale is from £700 "
        "to £890, and 2 beyond it are marked." in found.picture
    )
    assert "v8l5-4z" in found.picture  # the arrowhead at the right edge


def test_where_none_is_far_out_the_scale_runs_from_the_lowest_to_the_highest():
    found = strip(UNAVAILABLE, *USUAL)

    assert found.beneath == "20 councils, £700 to £890"
    assert found.beyond == ""
    assert "There is no figure for the Isle of Wight. Councils run from" in found.picture
    assert "v8l5-4z" not in found.picture


def test_our_own_cost_is_never_beyond_the_edge():
    found = strip(2707.0, *USUAL, 1979.0)

    assert found.beneath == "22 councils, £700 to £2,707"


@pytest.mark.parametrize("others", [(), (700.0,)])
def test_too_few_make_no_strip(others: tuple[float, ...]):
    found = strip(UNAVAILABLE, *others)

    assert found.picture == ""
    assert found.beneath == ("1 council" if others else "0 councils")


def test_a_cost_that_the_checks_ask_about_has_a_ring_and_is_named():
    found = strip(760.0, 500.0, *USUAL[1:], asked=("E0",))
    plain = strip(760.0, 500.0, *USUAL[1:])

    assert found.picture.count("<circle") == 1
    assert "run from £500 to £890, and the checks ask about one of them." in found.picture
    assert found.beneath == "21 councils, £500 to £890; 1 ring"
    assert found.rings.endswith("may stand elsewhere. It is of E0 (£500).")
    assert "<circle" not in plain.picture
    assert (plain.rings, plain.beneath) == ("", "21 councils, £500 to £890")


def test_costs_that_the_checks_ask_about_are_counted_in_the_description():
    found = strip(760.0, *USUAL, asked=("E0", "E1"))

    assert "run from £700 to £890, and the checks ask about 2 of them." in found.picture


def test_a_cost_beyond_the_edge_that_is_asked_about_is_named_and_has_no_ring():
    found = strip(760.0, *USUAL, 2707.0, asked=("E20",))

    assert "<circle" not in found.picture
    assert found.beneath == "21 councils, £700 to £890; 1 beyond the edge, at £2,707"
    assert "It is of E20 (£2,707 beyond the edge)." in found.rings


def test_a_council_beyond_the_edge_that_the_checks_ask_about_is_named_once():
    found = strip(760.0, *USUAL, 2707.0, 1979.0, asked=("E20", "E3"))

    assert found.beyond == "Beyond the edge of the strip: E21 (£1,979)."
    assert found.rings.endswith("They are of E20 (£2,707 beyond the edge) and E3 (£730).")


def test_the_key_has_the_marks_that_are_drawn_and_no_other():
    assert strip(760.0, *USUAL).marks == {"us", "similar", "other"}
    assert strip(UNAVAILABLE, *USUAL, 2707.0, asked=("E3",)).marks == {
        "similar", "other", "asked_about", "beyond",
    }  # fmt: skip
    assert strip(760.0).marks == frozenset()


def test_a_page_has_one_key_to_all_its_strips_and_tells_once_why_there_is_no_cost():
    here = costing("E06000053", UNAVAILABLE)
    others = {f"E{place}": costing(f"E{place}", cost) for place, cost in enumerate(USUAL)}
    beside = UnitCostBeside(kind=FOSTERING, ours=here, theirs=None, beside=("E0",))
    section = unit_cost_section(
        "Isles of Scilly",
        "E06000053",
        [beside],
        {FOSTERING.id: CostsOfAll(known=others, asked_about=("E3",))},
        lambda code: code,
        SIMILAR_COUNCILS,
    )
    assert section is not None
    assert [words for _, words in section.legend] == [
        "similar councils",
        "every other council",
        "ring: asked about by the checks",
    ]
    why = why_no_cost(here)
    assert why in section.without
    assert why not in section.rows[0].sentence
    assert section.rows[0].sentence.startswith(
        "There is no cost of a week of fostering in the Isles of Scilly for 2022-23. The checks"
    )
