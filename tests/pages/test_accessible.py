"""Axe, in real Chromium, finds nothing against WCAG 2.2 AA or good practice."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from brightfutures.catalogue.lookup import find_area
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_files import health_check_html

PATIENCE = 120_000
"""Milliseconds: a page that is worked out when first asked for may have to wait its turn."""

pytestmark = pytest.mark.browser

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
WIDTHS = (1200, 390, 320)


def faults(page: Page) -> list[str]:
    """What axe finds, each with the rule and where; everything on the page is opened first."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]


def visit(browser: Browser, address: str, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address, timeout=PATIENCE)
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/", "/nowhere", "/find?council=Calvshyre"])
def test_the_finder_and_the_pages_that_say_no(
    browser: Browser, made_up_site: str, path: str, width: int
):
    page = visit(browser, made_up_site + path, width)

    assert faults(page) == []
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "path",
    [
        "/regions/amber-coast",
        "/compare",
        "/compare?councils=avengate,avenmarch,briskstead",
        "/avengate/similar",
        "/indicators",
        "/indicators/referrals_rate",
        "/indicators/convictions_percent",
        "/indicators/spend_per_child_pounds",
        "/methods",
        "/methods/verdict",
        "/methods/level-behind",
        "/methods/similar-councils",
        "/methods/other-tools",
    ],
)
def test_the_pages_that_belong_to_no_council(
    browser: Browser, made_up_site: str, path: str, width: int
):
    page = visit(browser, made_up_site + path, width)

    assert faults(page) == []
    page.close()


@pytest.mark.parametrize("width", [1200, 320])
@pytest.mark.parametrize(
    "path", ["/england", "/england/framework", "/england/inspection", "/track-record"]
)
def test_the_longest_pages(browser: Browser, made_up_site: str, path: str, width: int):
    page = visit(browser, made_up_site + path, width)

    assert faults(page) == []
    page.close()


@pytest.mark.parametrize(
    ("kind", "width"),
    [("large", 1200), ("large", 390), ("large", 320), ("small", 390), ("smallest", 320),
     ("former", 1200), ("new", 320)],
)  # fmt: skip
def test_the_overview_of_a_council(
    browser: Browser, made_up_site: str, places: dict[str, str], kind: str, width: int
):
    page = visit(browser, made_up_site + places[kind], width)

    assert faults(page) == []
    page.close()


@pytest.mark.parametrize(
    ("kind", "indicator", "width"),
    [
        ("large", "section_47_enquiries_rate", 1200),
        ("large", "section_47_enquiries_rate", 390),
        ("large", "section_47_enquiries_rate", 320),
        ("smallest", "children_looked_after_rate", 320),
        ("former", "spend_per_child_pounds", 1200),
    ],
)
def test_the_page_of_an_indicator(
    browser: Browser,
    made_up_site: str,
    places: dict[str, str],
    kind: str,
    indicator: str,
    width: int,
):
    page = visit(browser, f"{made_up_site}{places[kind]}/indicators/{indicator}", width)

    assert faults(page) == []
    page.close()


@pytest.mark.parametrize(
    ("kind", "width"), [("large", 1200), ("large", 390), ("smallest", 320), ("former", 320)]
)
@pytest.mark.parametrize("word", ["framework", "priorities"])
def test_the_pages_of_a_council_by_outcome_and_by_priority(
    browser: Browser, made_up_site: str, places: dict[str, str], word: str, kind: str, width: int
):
    page = visit(browser, f"{made_up_site}{places[kind]}/{word}", width)

    assert faults(page) == []
    page.close()


@pytest.mark.parametrize(
    ("kind", "width"), [("large", 1200), ("large", 390), ("smallest", 320), ("former", 320)]
)
def test_a_stage_of_the_journey(
    browser: Browser, made_up_site: str, places: dict[str, str], kind: str, width: int
):
    page = visit(browser, f"{made_up_site}{places[kind]}/in-care", width)

    assert faults(page) == []
    page.close()


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

    assert faults(page) == []
    page.close()
