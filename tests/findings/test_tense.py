"""A council that has ended is spoken of in the past tense, whichever measure is spoken of."""

import re

import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.tense import in_the_past

INDICATORS = tuple(load_catalogue().indicators.values())
COMPARED = [
    template
    for entry in INDICATORS
    for template in (entry.said_higher, entry.said_lower)
    if template is not None
]
OF_NOW = re.compile(r"(?<!to )\b(are|is|has|have|live|leave|go|come|reach|hold|start)\b")
PAST_ALREADY = re.compile(r"\b(was|were|had|left|lived|went|came|reached|held|ended|started)\b")


@pytest.mark.parametrize("template", COMPARED)
def test_every_comparison_can_be_said_of_the_past(template: str):
    said = in_the_past(template)

    assert OF_NOW.search(said) is None
    assert PAST_ALREADY.search(said)
    assert re.findall(r"{\w+}", said) == re.findall(r"{\w+}", template)


@pytest.mark.parametrize("entry", INDICATORS, ids=lambda entry: entry.id)
def test_every_figure_keeps_its_nouns(entry):
    said = in_the_past(entry.sentence)

    assert "ended of the school year" not in said
    assert "who live there" not in said


def test_what_comes_after_to_or_not_stays():
    said = "Children are likely to come into care, and those who left have not come back by its end"

    assert in_the_past(said) == (
        "Children were likely to come into care, and those who left had not come back by its end"
    )
