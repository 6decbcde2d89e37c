"""Ofsted's own count of judgements, and every council's judgement as Ofsted lists it."""

from collections import Counter

import pytest

pytestmark = pytest.mark.published

OUTCOMES = "ofsted/inspections/LA_Inspection_Outcomes_as_at_31_March_2025.ods"
GRADES = {
    "Outstanding": "outstanding",
    "Good": "good",
    "Requires improvement to be good": "requires_improvement",
    "Inadequate": "inadequate",
}
PARTS = {
    "overall": "overall effectiveness",
    "leaders": "impact of leaders",
    "help_and_protection": "help and protection",
    "in_care": "children in care",
}


@pytest.fixture(scope="module")
def listed(official):
    """Every council's judgements as they stood on 31 March 2025, by code."""
    rows = official.sheet(OUTCOMES, "Inspections_as_at_31_March")
    top = next(place for place, row in enumerate(rows) if "Local authority area code" in row)
    head = [str(cell) for cell in rows[top]]
    code = head.index("Local authority area code")
    return {
        official.figure(str(row[code]), "", "").area: dict(zip(head, row, strict=True))
        for row in rows[top + 1 :]
        if str(row[code]).startswith("E")
    }


def at_31_march_2025(store, council):
    """The newest judgement of an inspection before April 2025 that was published by June.

    Wakefield was inspected in the last week of March, but its report came out in July.
    """
    return next(
        judgement
        for judgement in store.judgements(council)
        if judgement.inspected_on <= "2025-03-31"
        and (judgement.published_on or judgement.inspected_on) <= "2025-06-30"
        and "overall" in judgement.parts
    )


def test_all_153_councils_are_listed(listed, loaded_store):
    assert set(listed) == {area.code for area in loaded_store.geography.councils()}


@pytest.mark.parametrize("part", PARTS)
def test_every_council_has_the_judgement_that_ofsted_lists(
    part, listed, loaded_store, record_property
):
    (column,) = [
        name
        for name in next(iter(listed.values()))
        if PARTS[part] in name.lower() and "care leavers" not in name.lower()
    ]
    wrong = {
        council: row[column]
        for council, row in listed.items()
        if at_31_march_2025(loaded_store, council).parts.get(part) != GRADES.get(str(row[column]))
    }
    record_property("figures", len(listed) - len(wrong))
    assert wrong == {}


def test_36_are_outstanding_67_good_31_require_improvement_and_19_are_inadequate(loaded_store):
    counted = Counter(
        at_31_march_2025(loaded_store, council.code).parts["overall"]
        for council in loaded_store.geography.councils()
    )
    assert counted == {
        "outstanding": 36,
        "good": 67,
        "requires_improvement": 31,
        "inadequate": 19,
    }


def test_leaders_are_judged_outstanding_in_45_councils_and_inadequate_in_15(loaded_store):
    counted = Counter(
        at_31_march_2025(loaded_store, council.code).parts["leaders"]
        for council in loaded_store.geography.councils()
    )
    assert counted == {
        "outstanding": 45,
        "good": 60,
        "requires_improvement": 33,
        "inadequate": 15,
    }
