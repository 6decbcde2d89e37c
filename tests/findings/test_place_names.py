"""A council's name within a sentence has its article, and elsewhere stays bare."""

import pytest
from hand_made import comparison, indicator

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.figures import figure_sentence
from brightfutures.findings.headline import difference_sentence
from brightfutures.findings.place_names import placed, placed_first

SAID_WITH_ARTICLE = {
    "City of London",
    "East Riding of Yorkshire",
    "Isle of Wight",
    "Isles of Scilly",
}


def test_of_all_englands_councils_exactly_these_have_the_article():
    names = {area.name for area in load_catalogue().geography.councils(former=True)}

    assert {name for name in names if placed(name) != name} == SAID_WITH_ARTICLE


@pytest.mark.parametrize(
    ("name", "within", "first"),
    [
        ("Isle of Wight", "the Isle of Wight", "The Isle of Wight"),
        ("Essex", "Essex", "Essex"),
        ("City of Avenwick", "the City of Avenwick", "The City of Avenwick"),
        ("Isleworth", "Isleworth", "Isleworth"),
        ("the Isle of Wight", "the Isle of Wight", "The Isle of Wight"),
    ],
)
def test_within_a_sentence_and_at_its_start(name: str, within: str, first: str):
    assert placed(name) == within
    assert placed_first(name) == first
    assert placed(placed(name)) == within


def test_findings_about_a_council_say_its_article():
    assert (
        difference_sentence(indicator(), comparison(), "Isles of Scilly")
        == "More visits are made in the Isles of Scilly than in similar councils"
    )
    said = indicator(sentence="In {year} there were {value} visits in {council}.")
    assert figure_sentence(said, "Essex", 3, "2025") == "In 2025 there were 3 visits in Essex."
    assert figure_sentence(said, "City of London", 3, "2025").endswith("in the City of London.")
