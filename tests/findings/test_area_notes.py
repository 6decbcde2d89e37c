"""What a reader must know of a council's own past."""

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.lookup import find_area
from brightfutures.findings.area_notes import area_notes

GEOGRAPHY = load_catalogue().geography


def notes_of(name: str) -> str:
    return " ".join(area_notes(GEOGRAPHY, find_area(GEOGRAPHY, name)))


@pytest.mark.parametrize("name", ["Cumberland", "Dorset", "West Northamptonshire"])
def test_a_council_that_replaced_another_area_says_that_nothing_is_read_across(name: str):
    assert "Nothing is read across that date." in notes_of(name)


@pytest.mark.parametrize("name", ["North Yorkshire", "Somerset", "Buckinghamshire"])
def test_a_council_with_the_same_boundary_says_that_its_figures_go_on(name: str):
    assert "can be compared" in notes_of(name)
    assert "Nothing is read across" not in notes_of(name)


def test_a_council_that_never_changed_has_no_note():
    assert notes_of("Essex") == ""


@pytest.mark.parametrize("name", ["Kingston upon Thames", "North Northamptonshire"])
def test_a_joint_return_is_named_on_both_sides(name: str):
    assert notes_of(name)


def test_every_note_of_every_council_is_one_or_more_whole_sentences():
    for area in GEOGRAPHY.councils(former=True):
        for note in area_notes(GEOGRAPHY, area):
            assert note[0].isupper(), note
            assert note.endswith("."), note
            assert "None" not in note
