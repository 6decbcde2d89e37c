"""What a person types finds the area they mean, or the nearest names."""

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.catalogue.lookup import find_area
from brightfutures.quantities import AreaKind, WrongUse


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("essex", "Essex"),
        ("  ESSEX  ", "Essex"),
        ("881", "Essex"),
        ("E10000012", "Essex"),
        ("Hull", "Kingston upon Hull"),
        ("Durham", "County Durham"),
        ("Bristol", "Bristol"),
        ("Telford & Wrekin", "Telford and Wrekin"),
        ("St. Helens", "St Helens"),
        ("city of london", "City of London"),
        ("E08000016", "Barnsley"),
        ("Cumbria", "Cumbria"),
        ("england", "England"),
        ("Inner London", "Inner London"),
    ],
)
def test_names_and_codes_in_any_form(text, name):
    found = find_area(load_catalogue().geography, text).name
    assert found == name or found.startswith(f"{name},")


def test_london_is_the_region():
    assert find_area(load_catalogue().geography, "London").kind is AreaKind.REGION


def test_a_former_council_is_itself_and_names_its_successors():
    area = find_area(load_catalogue().geography, "Northamptonshire")
    assert area.is_former
    assert len(area.successors) == 2


def test_a_wrong_name_gets_the_nearest():
    with pytest.raises(WrongUse, match="Darlington"):
        find_area(load_catalogue().geography, "Darlingtn")
