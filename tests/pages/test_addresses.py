"""A council's address is its own, and takes no word that the site needs."""

from collections import Counter

from brightfutures.catalogue import load_catalogue
from brightfutures.pages.addresses import RESERVED, slug
from brightfutures.pages.site_nav import foot_nav

COUNCILS = load_catalogue().geography.councils(former=True)


def test_no_two_councils_have_one_address():
    assert max(Counter(slug(area) for area in COUNCILS).values()) == 1


def test_no_council_takes_a_word_that_the_site_needs():
    assert RESERVED.isdisjoint(slug(area) for area in COUNCILS)


def test_every_place_of_the_site_is_reserved():
    assert {address.split("/")[1] for _, address in foot_nav()} - {""} <= RESERVED
