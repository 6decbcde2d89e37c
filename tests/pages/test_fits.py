"""Every kind of page fits a telephone, large letters, wide spacing, A4, and no JavaScript.

Each is opened once and looked at in many ways; that it fits a telephone with everything open is
looked at where axe looks too, in test_accessible.py. CI opens every kind; a person's machine opens
a third of them here and another third there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browsing import A4_INSIDE_MARGINS, PATIENCE, misfits, open_everything, visit, wearing, widen
from page_kinds import EVERY_KIND, address_of
from playwright.sync_api import Browser, Page

from brightfutures.catalogue.lookup import find_area
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_files import health_check_html
from turns import by_turns

pytestmark = pytest.mark.browser

STYLES = {
    "letters of twice the size": "html { font-size: 200% !important }",
    "the wide spacing of WCAG 1.4.12": (
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
    ),
}

SHEETS = {
    "/": 2,
    "/england": 3,
    "/england/framework": 6,
    "/money": 4,
    "/england/inspection": 6,
    "/indicators": 5,
    "/indicators/{one of indicators}": 4,
    "/indicators/referrals_rate?council=avengate&period=2023": 4,
    "/methods": 3,
    "/methods/{one of methods}": 5,
    "/track-record": 9,
    "/data": 3,
    "/data/{one of data}": 3,
    "/catalogue": 9,
    "/glossary": 4,
    "/about": 3,
    "/regions": 2,
    "/regions/{one of regions}": 4,
    "/compare": 1,
    "/compare?councils=avengate,avenmarch,briskstead": 4,
    "{large}": 2,
    "{large}?against=region": 2,
    "{large}/framework": 2,
    "{large}/priorities": 2,
    "{large}/questions": 2,
    "{large}/similar": 3,
    "{large}/indicators/{one of indicators}": 4,
    "{large}/indicators/referrals_rate?against=region": 4,
}
"""The most sheets of A4 that a kind of page prints on; a kind not given here prints on three."""

SHEETS_OF_OTHERS = {
    "{small}": 2,
    "{smallest}": 2,
    "{former}": 2,
    "{new}": 2,
    "{former}/framework": 2,
    "{former}/priorities": 2,
    "{smallest}/questions": 2,
    "{former}/questions": 1,
}


@dataclass(frozen=True)
class Opened:
    """A page as a reader opens it, which kind it is, and what it then says."""

    kind: str
    page: Page
    text: str


@pytest.fixture(scope="module", params=by_turns(EVERY_KIND, 3))
def opened(
    request: pytest.FixtureRequest, browser: Browser, made_up_site: str, examples: dict[str, str]
) -> Iterator[Opened]:
    """Every kind of page in turn, loaded once for all that is looked at on it."""
    page = visit(browser, made_up_site + address_of(request.param, examples))
    yield Opened(request.param, page, page.locator("body").inner_text())
    page.close()


@pytest.fixture(scope="module")
def without_javascript(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def printed(page: Page) -> list[tuple[int, int]]:
    """The size of each sheet in points, having looked that nothing sticks out of one."""
    page.emulate_media(media="print")
    widen(page, A4_INSIDE_MARGINS)
    assert misfits(page) == []
    assert page.locator("h1").is_visible()
    assert page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter("
        "part => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1).length"
    ) == 0  # fmt: skip
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="screen")
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_it_prints_on_a4_with_nothing_cut_off(opened: Opened):
    sheets = printed(opened.page)

    assert set(sheets) == {(595, 842)}
    assert len(sheets) <= SHEETS.get(opened.kind, 3)


def test_it_gives_way_to_a_readers_own_letters_and_to_a_tablet(opened: Opened):
    found = {}
    for name, style in STYLES.items():
        with wearing(opened.page, style):
            for width in (1200, 360):
                widen(opened.page, width)
                found[name, width] = misfits(opened.page)
    widen(opened.page, 768)
    found["a tablet", 768] = misfits(opened.page)

    assert {where: what for where, what in found.items() if what} == {}


def test_it_reads_the_same_without_javascript(opened: Opened, without_javascript: Page):
    without_javascript.goto(opened.page.url, timeout=PATIENCE)

    assert len(opened.text) > 300
    assert without_javascript.locator("body").inner_text() == opened.text


@pytest.mark.parametrize(("kind", "most"), SHEETS_OF_OTHERS.items())
def test_so_print_councils_with_little_to_say_or_much(
    browser: Browser, made_up_site: str, examples: dict[str, str], kind: str, most: int
):
    page = visit(browser, made_up_site + address_of(kind, examples))
    sheets = printed(page)
    page.close()

    assert 1 <= len(sheets) <= most


def test_the_sheets_are_said_of_kinds_that_there_are():
    assert set(SHEETS) <= set(EVERY_KIND)


def test_a_page_asks_for_its_stylesheet_and_nothing_else(
    browser: Browser, made_up_site: str, places: dict[str, str]
):
    page = browser.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url.removeprefix(made_up_site)))
    page.on("console", lambda message: said.append(message.text))
    page.goto(made_up_site + places["large"], timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    page.close()

    assert [path for path in asked if path != "/favicon.ico"] == [
        places["large"],
        "/static/site.css",
    ]
    assert [line for line in said if "favicon" not in line] == []


@pytest.mark.published
@pytest.mark.parametrize(
    "council", ["Essex", "City of London", "Bournemouth, Christchurch and Poole"]
)
def test_the_one_file_of_a_real_council_fits_a_telephone_and_prints(
    browser: Browser, edition: Edition, tmp_path: Path, council: str
):
    file = tmp_path / "health-check.html"
    file.write_text(
        health_check_html(edition, find_area(edition.geography, council)), encoding="utf-8"
    )
    page = visit(browser, file.as_uri(), 320)
    open_everything(page)
    assert misfits(page) == []
    pages = re.findall(rb"/MediaBox", page.pdf(prefer_css_page_size=True))
    page.close()

    assert len(pages) == 2


@pytest.mark.published
@pytest.mark.parametrize(
    "path",
    ["essex", "hampshire", "kent", "bournemouth-christchurch-and-poole", "dorset-to-2019",
     "croydon/framework", "bournemouth-christchurch-and-poole/framework"],
)  # fmt: skip
def test_a_real_council_with_much_to_say_prints_on_two_sheets(
    browser: Browser, published_site: str, path: str
):
    page = visit(browser, f"{published_site}/{path}", A4_INSIDE_MARGINS)
    sheets = re.findall(rb"/MediaBox", page.pdf(prefer_css_page_size=True))
    page.close()

    assert len(sheets) == 2
