"""Every page of the site read aloud, and a sample of the made-up England, odd councils and all."""

from __future__ import annotations

import pytest
from reading_aloud import wrong_on

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import every_address
from turns import by_turns

EVERY = 97

PARTS = 20
"""In how many tests they are read, of which a person's machine runs a third: files of many tests
are begun first, and this one is long."""


def of_the_site(edition: Edition) -> list[tuple[str, ...]]:
    return [
        words
        for words in every_address(edition)
        if words[:1] == () or not _of_a_council(edition, words)
    ]


def _of_a_council(edition: Edition, words: tuple[str, ...]) -> bool:
    return words[0] in edition.council_of_slug


@pytest.mark.published
@pytest.mark.parametrize("place", by_turns(range(PARTS), 3))
def test_every_page_of_the_site_can_be_read_aloud(place: int, edition: Edition):
    pages = of_the_site(edition)[place::PARTS]

    assert pages
    assert [one for words in pages for one in wrong_on(edition, words)] == []


def sample(edition: Edition) -> list[tuple[str, ...]]:
    """The first pages, and every so many of the rest: each kind of page, and odd councils."""
    site = of_the_site(edition)
    known = set(site)
    every = [words for words in every_address(edition) if words not in known]
    return [words for words in site if len(words) < 2] + every[::EVERY]


@pytest.mark.parametrize("place", by_turns(range(PARTS), 3, 1))
def test_a_sample_of_the_made_up_england_can_be_read_aloud(place: int, made_up_edition: Edition):
    pages = sample(made_up_edition)[place::PARTS]

    assert [one for words in pages for one in wrong_on(made_up_edition, words)] == []


def test_the_sample_holds_pages_of_most_councils(made_up_edition: Edition):
    assert len({words[0] for words in sample(made_up_edition) if len(words) == 3}) > 100
