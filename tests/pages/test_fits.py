"""A page fits a telephone, large letters, wide spacing, a sheet of A4, and no JavaScript."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from brightfutures.catalogue.lookup import find_area
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_files import health_check_html

PATIENCE = 120_000
"""Milliseconds: a page that is worked out when first asked for may have to wait its turn."""

pytestmark = pytest.mark.browser

KINDS = ["large", "small", "smallest", "former", "new"]
SITE = ["/indicators", "/indicators/referrals_rate", "/methods", "/methods/level-behind",
        "/methods/other-tools", "/track-record", "/england/inspection",
        "/england/framework", "/england"]  # fmt: skip
PATHS = ["/", "/nowhere", "large", "smallest", "former", "large/indicators/referrals_rate",
         "smallest/indicators/children_looked_after_rate", "large/priorities",
         "large/questions", "former/questions",
         "smallest/priorities", "large/framework", "smallest/framework",
         "large/help-and-protection", "large/similar", "/compare?councils=avengate,avenmarch",
         *SITE]  # fmt: skip
A4_INSIDE_MARGINS = 695  # CSS pixels in 210 mm less two margins of 13 mm


def address_of(site: str, places: dict[str, str], path: str) -> str:
    if path.startswith("/"):
        return site + path
    first, slash, rest = path.partition("/")
    return site + places.get(first, "" if slash else f"/{first}") + slash + rest


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def sticks_out(page: Page) -> list[str]:
    """What reaches past the right edge, unless it lies in a part that scrolls by itself."""
    return page.evaluate(
        """() => {
            const edge = document.documentElement.clientWidth + 1
            return [...document.querySelectorAll('body *')]
                .filter(part => part.getBoundingClientRect().right > edge)
                .filter(part => !part.closest('.scroll') || part.matches('.scroll'))
                .filter(part => !part.closest('.hidden') && !part.closest('svg > *'))
                .map(part => part.outerHTML.slice(0, 120))
        }"""
    )


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_scrolls_sideways(
    browser: Browser, made_up_site: str, places: dict[str, str], path: str, width: int
):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address_of(made_up_site, places, path), timeout=PATIENCE)
    open_everything(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert sticks_out(page) == []
    page.close()


@pytest.mark.parametrize(
    "path",
    ["/", "large", "large/framework", "large/priorities", "large/indicators/referrals_rate",
     "large/homes", "/indicators", "/methods/other-tools",
     "/track-record", "/england/framework"],
)  # fmt: skip
@pytest.mark.parametrize(
    "style",
    [
        "html { font-size: 200% !important }",
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    ],
    ids=["letters of twice the size", "the wide spacing of WCAG 1.4.12"],
)
@pytest.mark.parametrize("width", [1200, 360])
def test_it_gives_way_to_a_readers_own_letters(
    browser: Browser,
    made_up_site: str,
    places: dict[str, str],
    path: str,
    style: str,
    width: int,
):
    page = browser.new_page(viewport={"width": width, "height": 800}, bypass_csp=True)
    page.goto(address_of(made_up_site, places, path), timeout=PATIENCE)
    page.add_style_tag(content=style)

    assert sticks_out(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize(
    "path",
    ["/", "large", "large/framework", "large/priorities", "large/indicators/referrals_rate", *SITE],
)
def test_it_reads_the_same_without_javascript(
    browser: Browser, made_up_site: str, places: dict[str, str], path: str
):
    texts = []
    for javascript in (True, False):
        context = browser.new_context(java_script_enabled=javascript)
        page = context.new_page()
        page.goto(address_of(made_up_site, places, path), timeout=PATIENCE)
        texts.append(page.locator("body").inner_text())
        context.close()

    assert len(texts[0]) > 500
    assert texts[0] == texts[1]


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


@pytest.mark.parametrize(
    ("path", "most_pages"),
    [
        ("large", 2),
        ("small", 2),
        ("smallest", 2),
        ("former", 2),
        ("new", 2),
        ("large/indicators/referrals_rate", 5),
        ("large/framework", 2),
        ("former/framework", 2),
        ("large/priorities", 2),
        ("large/questions", 2),
        ("smallest/questions", 2),
        ("former/questions", 1),
        ("former/priorities", 2),
        ("large/similar", 3),
        ("large/coming-in", 2),
        ("large/help-and-protection", 3),
        ("/indicators", 5),
        ("/indicators/referrals_rate", 7),
        ("/methods/verdict", 5),
        ("/track-record", 9),
        ("/england/inspection", 6),
        ("/england/framework", 12),
        ("/england", 3),
    ],
)
def test_it_prints_on_a4_with_nothing_cut_off(
    browser: Browser, made_up_site: str, places: dict[str, str], path: str, most_pages: int
):
    page = browser.new_page(viewport={"width": A4_INSIDE_MARGINS, "height": 1000})
    page.goto(address_of(made_up_site, places, path), timeout=PATIENCE)
    page.emulate_media(media="print")
    assert sticks_out(page) == []
    assert page.locator("h1").is_visible()
    assert page.locator(".scroll").count() == 0 or all(
        part.evaluate("part => part.scrollWidth <= part.clientWidth + 1")
        for part in page.locator(".scroll:visible").all()
    )
    printed = page.pdf(prefer_css_page_size=True)
    page.close()

    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert 1 <= len(boxes) <= most_pages
    for width, height in boxes:
        assert (round(float(width)), round(float(height))) == (595, 842)


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
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(file.as_uri(), timeout=PATIENCE)
    open_everything(page)
    assert sticks_out(page) == []
    pages = re.findall(rb"/MediaBox", page.pdf(prefer_css_page_size=True))
    page.close()

    assert len(pages) == 2


@pytest.mark.published
@pytest.mark.parametrize(
    "council",
    ["essex", "hampshire", "kent", "bournemouth-christchurch-and-poole", "dorset-to-2019"],
)
def test_the_overview_of_a_real_council_with_much_to_say_prints_on_two_sheets(
    browser: Browser, published_site: str, council: str
):
    page = browser.new_page(viewport={"width": A4_INSIDE_MARGINS, "height": 1000})
    page.goto(f"{published_site}/{council}", timeout=PATIENCE)
    sheets = re.findall(rb"/MediaBox", page.pdf(prefer_css_page_size=True))
    page.close()

    assert len(sheets) == 2


@pytest.mark.published
@pytest.mark.parametrize("council", ["croydon", "bournemouth-christchurch-and-poole"])
def test_the_framework_page_of_a_real_council_with_much_to_say_prints_on_two_sheets(
    browser: Browser, published_site: str, council: str
):
    page = browser.new_page(viewport={"width": A4_INSIDE_MARGINS, "height": 1000})
    page.goto(f"{published_site}/{council}/framework", timeout=PATIENCE)
    sheets = re.findall(rb"/MediaBox", page.pdf(prefer_css_page_size=True))
    page.close()

    assert len(sheets) == 2
