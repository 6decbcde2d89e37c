"""Real councils' questions print on two sheets, the longest too, and can be read by anybody."""

import re

import pytest
from playwright.sync_api import Browser
from test_accessible import faults

pytestmark = [pytest.mark.browser, pytest.mark.published]

PATIENCE = 120_000
"""Milliseconds: a page that is worked out when first asked for may have to wait its turn."""


@pytest.mark.parametrize(
    "council",
    ["north-northamptonshire", "bournemouth-christchurch-and-poole", "city-of-london"],
)
def test_ten_questions_print_on_two_sheets(browser: Browser, published_site: str, council: str):
    page = browser.new_page()
    page.goto(f"{published_site}/{council}/questions", timeout=PATIENCE)
    printed = page.pdf(prefer_css_page_size=True)
    page.close()

    assert len(re.findall(rb"/MediaBox", printed)) == 2


@pytest.mark.parametrize("width", [1200, 320])
def test_anybody_can_read_them(browser: Browser, published_site: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{published_site}/city-of-london/questions", timeout=PATIENCE)

    assert faults(page) == []
    page.close()
