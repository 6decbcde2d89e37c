"""Every page of the site read aloud, and a sample of the made-up England, odd councils and all."""

from __future__ import annotations

import pytest
from reading_aloud import wrong_on

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import every_address

EVERY = 97


def of_the_site(edition: Edition) -> list[tuple[str, ...]]:
    return [
        words
        for words in every_address(edition)
        if words[:1] == () or not _of_a_council(edition, words)
    ]


def _of_a_council(edition: Edition, words: tuple[str, ...]) -> bool:
    return words[0] in edition.council_of_slug


@pytest.mark.published
def test_every_page_of_the_site_can_be_read_aloud(edition: Edition):
    wrong = [one for words in of_the_site(edition) for one in wrong_on(edition, words)]

    assert wrong == []


def test_a_sample_of_the_made_up_england_can_be_read_aloud(made_up_edition: Edition):
    """The first pages, and every so many of the rest: each kind of page, and odd councils."""
    site = of_the_site(made_up_edition)
    every = [words for words in every_address(made_up_edition) if words not in set(site)]
    chosen = [words for words in site if len(words) < 2] + every[::EVERY]
    wrong = [one for words in chosen for one in wrong_on(made_up_edition, words)]

    assert len({words[0] for words in chosen if len(words) == 3}) > 100
    assert wrong == []
