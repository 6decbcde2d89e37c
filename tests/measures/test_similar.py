from dataclasses import replace

import pytest
from small_england import small_geography

from brightfutures.measures.places import places_of
from brightfutures.measures.similar import (
    chosen_councils,
    everyone_else,
    from_table,
    same_region,
)
from brightfutures.published.readings import Neighbour
from brightfutures.quantities import AreaKind, WrongUse

GEOGRAPHY = small_geography(6, 2)
PLACES = places_of(GEOGRAPHY)


def others_of(comparators, council: str) -> list[str]:
    row = PLACES.rows[council]
    return [PLACES.codes[other] for other in comparators.index[row] if other >= 0]


def test_england_is_every_other_council():
    assert others_of(everyone_else(PLACES), "C02") == ["C01", "C03", "C04", "C05", "C06"]


def test_a_region_is_the_other_councils_in_it():
    assert others_of(same_region(PLACES), "C02") == ["C04", "C06"]


def test_a_table_keeps_its_order_and_its_words():
    table = {"C01": (Neighbour("C05", "very close"), Neighbour("C03", "close"))}
    found = from_table(PLACES, table, "dfe-2025")
    assert others_of(found, "C01") == ["C05", "C03"]
    assert found.closeness["C01"] == {"C05": "very close", "C03": "close"}


def test_a_council_is_never_its_own_neighbour_even_where_the_table_says_so():
    table = {"C01": (Neighbour("C01", "very close"), Neighbour("C03", "close"))}
    assert others_of(from_table(PLACES, table, "dfe-2025"), "C01") == ["C03"]


def test_an_earlier_table_stands_in_and_else_england_does():
    earlier = {"C02": (Neighbour("C03", "close"),)}
    found = from_table(PLACES, {"C01": (Neighbour("C05", "close"),)}, "dfe-2025", earlier)
    assert found.stands_in["C02"] == "dfe-2021"
    assert others_of(found, "C02") == ["C03"]
    assert found.stands_in["C04"] == "england"
    assert found.not_held[PLACES.rows["C04"]]
    assert not found.not_held[PLACES.rows["C02"]]


def test_a_list_leaves_the_council_itself_out():
    found = chosen_councils(PLACES, ("C03", "C01", "C03"))
    assert others_of(found, "C01") == ["C03"]
    assert others_of(found, "C02") == ["C03", "C01"]


def test_a_list_may_hold_councils_only():
    with pytest.raises(WrongUse, match="R1"):
        chosen_councils(PLACES, ("C03", "R1"))


def test_a_region_is_one_of_the_nine_and_never_a_part_of_one():
    part = replace(GEOGRAPHY.areas[0], code="P1", name="Inner", kind=AreaKind.PART_OF_REGION)
    places = places_of(replace(GEOGRAPHY, areas=(*GEOGRAPHY.areas, part)))
    assert places.members[places.rows["P1"] - places.councils].sum() == 0
