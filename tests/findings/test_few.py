"""A council with few children is told so, and no other."""

from dataclasses import replace

import pytest
from hand_made import cell, comparison, indicator

from brightfutures.findings.few import few_children_note


@pytest.mark.parametrize(("children", "told"), [(847.0, True), (9_999.0, True), (10_000.0, False)])
def test_only_a_council_with_few_children_is_told(children: float, told: bool):
    rate = indicator(unit="per 10,000 children")
    one = comparison(here=replace(cell(300.0), denominator=children))

    notes = few_children_note({rate.id: rate}, [one], "City of London")

    assert bool(notes) is told
    assert all(note.startswith("About ") and "City of London" in note for note in notes)


def test_nothing_is_said_where_no_number_of_children_is_known():
    share = indicator(unit="%")
    one = comparison(here=replace(cell(30.0), denominator=40.0))

    assert few_children_note({share.id: share}, [one], "Essex") == ()
