"""Real councils' questions print on two sheets, the longest too, and can be read by anybody."""

import re

import pytest
from browsing import faults_at, visit
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.published]


@pytest.mark.parametrize(
    "council",
    ["north-northamptonshire", "bournemouth-christchurch-and-poole", "city-of-london"],
)
def test_ten_questions_print_on_two_sheets(browser: Browser, published_site: str, council: str):
    page = visit(browser, f"{published_site}/{council}/questions")
    printed = page.pdf(prefer_css_page_size=True)
    page.close()

    assert len(re.findall(rb"/MediaBox", printed)) == 2


def test_on_paper_each_question_has_an_empty_box_to_tick_and_on_screen_none(
    browser: Browser, published_site: str
):
    page = visit(browser, f"{published_site}/city-of-london/questions")
    boxes = page.locator("h2 > .tick:first-child")
    on_screen = [box.is_visible() for box in boxes.all()]
    page.emulate_media(media="print")
    on_paper = [box.is_visible() for box in boxes.all()]
    read_out = page.locator("h2[id^=question]").first.aria_snapshot()
    page.close()

    assert on_screen == [False] * 10
    assert on_paper == [True] * 10
    assert re.match(r"""- '?heading "1 """, read_out), read_out


@pytest.mark.parametrize("width", [1200, 320])
def test_anybody_can_read_them(browser: Browser, published_site: str, width: int):
    page = visit(browser, f"{published_site}/city-of-london/questions", width)

    assert faults_at(page, (width,)) == {}
    page.close()
