"""A person without a mouse finds a council, opens a measure and takes its figures away."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

PATIENCE = 120_000
"""Milliseconds: a page that is worked out when first asked for may have to wait its turn."""

pytestmark = pytest.mark.browser


def tab_to(page: Page, selector: str, most: int = 220) -> None:
    """Press Tab until what is focused fits; every stop on the way shows where it is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate_handle("document.activeElement").as_element()
        assert focused is not None
        assert focused.evaluate(
            "part => { const style = getComputedStyle(part);"
            " return part === document.body || parseFloat(style.outlineWidth) >= 2 }"
        ), focused.evaluate("part => part.outerHTML.slice(0, 200)")
        if focused.evaluate("(part, selector) => part.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never came to {selector}")


def test_from_the_finder_to_a_file_of_figures_by_keyboard_alone(
    browser: Browser, made_up_site: str, places: dict[str, str], tmp_path: Path
):
    page = browser.new_page(viewport={"width": 1200, "height": 900}, accept_downloads=True)
    page.goto(made_up_site, timeout=PATIENCE)

    tab_to(page, ".skip", most=1)
    tab_to(page, "#named")
    page.keyboard.type(places["large"].strip("/").replace("-", " ").upper())
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{places['large']}")

    tab_to(page, "a[href*='/indicators/']")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}")

    tab_to(page, "a[href$='.csv']")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    saved = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(saved)
    page.close()

    assert saved.suffix == ".csv"
    assert saved.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_skip_link_goes_to_the_findings(
    browser: Browser, made_up_site: str, places: dict[str, str]
):
    page = browser.new_page()
    page.goto(made_up_site + places["large"], timeout=PATIENCE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_the_list_of_councils_and_its_button_lead_to_a_council(
    browser: Browser, made_up_site: str, places: dict[str, str]
):
    page = browser.new_page()
    page.goto(made_up_site, timeout=PATIENCE)
    page.get_by_label("Choose a council").select_option(places["small"].strip("/"))
    page.get_by_role("button", name="Show its health check").click()

    assert page.url == made_up_site + places["small"]
    page.close()
