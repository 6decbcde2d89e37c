"""Axe, in real Chromium, finds nothing against WCAG 2.2 AA or good practice on any kind of page."""

from pathlib import Path

import pytest
from browsing import faults_at, visit
from page_kinds import COUNCIL_KINDS, EVERY_KIND, OTHER_EXAMPLES, address_of, of
from playwright.sync_api import Browser

from brightfutures.catalogue.lookup import find_area
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_files import health_check_html
from turns import by_turns

pytestmark = pytest.mark.browser

WIDTHS = (1200, 390, 320)
NARROWEST = WIDTHS[-1:]
LITTLE_OR_MUCH = tuple(
    kind
    for place, kinds in enumerate(zip(of("smallest"), of("small"), of("former"), strict=True))
    for kind in by_turns(kinds, 3, place)
)
"""Every kind of page of such councils: CI looks at each of all three, others of one, by turns."""


@pytest.mark.parametrize("kind", by_turns(EVERY_KIND, 3, 1))
def test_every_kind_of_page_can_be_used_by_everybody_and_fits(
    browser: Browser, made_up_site: str, examples: dict[str, str], kind: str
):
    page = visit(browser, made_up_site + address_of(kind, examples))

    assert faults_at(page, WIDTHS) == {}
    page.close()


@pytest.mark.parametrize("kind", [*LITTLE_OR_MUCH, "{new}", *OTHER_EXAMPLES])
def test_so_it_is_on_a_telephone_where_there_is_little_to_say_or_much(
    browser: Browser, made_up_site: str, examples: dict[str, str], kind: str
):
    page = visit(browser, made_up_site + address_of(kind, examples), NARROWEST[0])

    assert faults_at(page, NARROWEST) == {}
    page.close()


def test_every_council_here_has_every_kind_of_page():
    """What the other two tests go through, so that neither can go through nothing."""
    assert len(LITTLE_OR_MUCH) >= len(COUNCIL_KINDS) >= 13
    assert len(set(EVERY_KIND)) == len(EVERY_KIND) >= 35


@pytest.mark.published
@pytest.mark.parametrize(("council", "width"), [("Essex", 1200), ("Isles of Scilly", 320)])
def test_the_health_check_in_one_file(
    browser: Browser, edition: Edition, tmp_path: Path, council: str, width: int
):
    file = tmp_path / "health-check.html"
    file.write_text(
        health_check_html(edition, find_area(edition.geography, council)), encoding="utf-8"
    )
    page = visit(browser, file.as_uri(), width)

    assert faults_at(page, (width,)) == {}
    page.close()
