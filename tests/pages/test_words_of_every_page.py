"""Every page of every council read aloud: finished words, right plurals, short headlines.

A council has a page of each of ninety-nine measures: fifteen thousand, which take ten minutes of a
core to make. CI reads every thirty-third and a person's machine every ninety-ninth: in either, each
council and each measure occurs. Of a council's twelve other pages CI reads every one, and a
person's machine its first and one or two more, by turns.
"""

from __future__ import annotations

import pytest
from reading_aloud import wrong_on

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import council_addresses
from brightfutures.pages.addresses import slug
from turns import IN_CI, by_turns

pytestmark = pytest.mark.published

COUNCILS = load_catalogue().geography.councils(former=True)
EVERY = 33 if IN_CI else 99


def addresses_read(edition: Edition, place: int) -> list[tuple[str, ...]]:
    """Those of the council at this place of the list, which says from where measures are taken."""
    every = list(council_addresses(edition, slug(COUNCILS[place])))
    first, *others = (words for words in every if len(words) < 3)
    of_measures = [words for words in every if len(words) == 3]
    return [first, *by_turns(others, 9, place), *of_measures[place % EVERY :: EVERY]]


@pytest.mark.parametrize("place", range(len(COUNCILS)), ids=lambda place: COUNCILS[place].name)
def test_the_pages_of_a_council_can_be_read_aloud(place: int, edition: Edition):
    wrong = [one for words in addresses_read(edition, place) for one in wrong_on(edition, words)]

    assert wrong == []


def test_every_council_and_every_measure_is_read(edition: Edition):
    read = [words for place in range(len(COUNCILS)) for words in addresses_read(edition, place)]

    assert {words[0] for words in read if len(words) == 3} == set(edition.council_of_slug)
    assert {words[2] for words in read if len(words) == 3} == set(edition.measures.with_figures())
