"""Without a mouse: a council is found, set beside others, taken away in a file, left by the map."""

import csv
import io
from pathlib import Path

import pytest
from browsing import visit
from playwright.sync_api import Browser, Page

from brightfutures.delivery.edition import Edition

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


def press(page: Page, selector: str, address: str) -> None:
    """Go to it by Tab, press Enter there, and wait until that has led to an address."""
    tab_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def save(page: Page, selector: str, folder: Path) -> Path:
    """What comes of pressing Enter on a link to a file."""
    tab_to(page, selector)
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    saved = folder / waiting.value.suggested_filename
    waiting.value.save_as(saved)
    return saved


def test_from_the_finder_to_a_region_beside_a_council_and_its_figures_in_a_file(
    browser: Browser,
    made_up_site: str,
    made_up_edition: Edition,
    places: dict[str, str],
    tmp_path: Path,
):
    council = made_up_edition.council_of_slug[places["large"].strip("/")]
    region = made_up_edition.geography.by_code[council.region or ""].name
    page = visit(browser, made_up_site)

    tab_to(page, ".skip", most=1)
    tab_to(page, "#named")
    page.keyboard.type(council.name.upper())
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{places['large']}")
    assert region not in page.locator(".compared > p").inner_text()

    tab_to(page, ".compared summary")
    page.keyboard.press("Enter")
    tab_to(page, "#compared-with", most=1)
    page.keyboard.type("Other councils of")
    tab_to(page, ".compared button", most=1)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{places['large']}?against=region")

    assert page.locator("#compared-with").input_value() == "region"
    assert region in page.locator(".compared > p").inner_text()
    assert "its region" in page.locator("h1").inner_text() + page.locator(".lead").inner_text()
    saved = save(page, "a[href$='.csv?against=region']", tmp_path)
    page.close()

    rows = list(csv.reader(io.StringIO(saved.read_bytes().decode("utf-8-sig"))))
    assert saved.suffix == ".csv"
    assert saved.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Rest of the region, average" in rows[0]
    assert not any("imilar" in cell for cell in rows[0])


def test_from_a_council_by_a_measure_to_the_map_past_it_and_out_by_one_of_its_squares(
    browser: Browser, made_up_site: str, places: dict[str, str]
):
    measure = "/indicators/referrals_rate"
    page = visit(browser, made_up_site + places["large"] + measure)
    press(page, f"main a[href='{measure}']", made_up_site + measure)

    press(page, "a[href='#after-map']", f"{made_up_site}{measure}#after-map")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "(() => { const here = document.activeElement, map = document.querySelector('.map');"
        " return here !== document.body && !map.contains(here) && Boolean("
        " map.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) })()"
    )

    page.evaluate("document.querySelector(\"a[href='#after-map']\").focus()")
    tab_to(page, ".map svg a", most=1)
    cell = page.evaluate("document.activeElement.getAttribute('href')")
    assert cell.endswith(measure)
    page.keyboard.press("Enter")
    page.wait_for_url(made_up_site + cell)
    assert page.locator("h1").count() == 1
    page.close()


def test_the_skip_link_goes_to_the_findings(
    browser: Browser, made_up_site: str, places: dict[str, str]
):
    page = visit(browser, made_up_site + places["large"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_the_list_of_councils_and_its_button_lead_to_a_council(
    browser: Browser, made_up_site: str, places: dict[str, str]
):
    page = visit(browser, made_up_site)
    page.get_by_label("Choose a council").select_option(places["small"].strip("/"))
    page.get_by_role("button", name="Show its health check").click()

    page.wait_for_url(made_up_site + places["small"])
    page.close()
