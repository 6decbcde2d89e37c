"""The data, the catalogue and the words: all is said, is accessible, fits and prints."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Browser
from test_accessible import faults
from test_fits import A4_INSIDE_MARGINS, PATIENCE, sticks_out
from test_view_models import unsaid

from brightfutures.delivery.catalogue_answer import catalogue_view
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.sources import data_view, source_view
from brightfutures.delivery.standing_answer import standing_view
from brightfutures.pages.addresses import ABOUT, ACCESSIBILITY, GLOSSARY
from brightfutures.pages.glossary_page import glossary_page

SEEN = [
    ("/data", 320),
    ("/data/social_work_workforce", 1200),
    ("/data/social_work_workforce", 320),
    ("/data/deprivation_2025_derived", 390),
    ("/catalogue", 1200),
    ("/catalogue", 320),
    ("/glossary", 390),
    ("/about", 320),
    ("/accessibility", 390),
]


def test_every_field_of_their_view_models_is_said(made_up_edition: Edition):
    sources = [
        source_view(made_up_edition, name)
        for name in ("dfe_children_looked_after", "lait", "deprivation_2025_derived")
    ]
    forms = (("JSON", f"{GLOSSARY}.json"),)
    data = replace(data_view(made_up_edition), unclaimed=("holiday.csv",), notes=("One row.",))

    assert unsaid(made_up_edition, "data.html", data) == set()
    assert unsaid(made_up_edition, "source.html", *sources) == set()
    assert unsaid(made_up_edition, "catalogue.html", catalogue_view(made_up_edition)) == set()
    words = glossary_page(made_up_edition.catalogue, forms)
    assert unsaid(made_up_edition, "glossary.html", words) == set()
    standing = [standing_view(made_up_edition, address) for address in (ABOUT, ACCESSIBILITY)]
    assert unsaid(made_up_edition, "standing.html", *standing) == set()


@pytest.mark.browser
@pytest.mark.parametrize(("path", "width"), SEEN)
def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: Browser, made_up_site: str, path: str, width: int
):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(made_up_site + path, timeout=PATIENCE)
    # One stage of the catalogue, and one letter of the glossary, is like another.
    page.evaluate(
        "document.querySelectorAll('h2 ~ h2 ~ table, h2 ~ h2 ~ details, "
        "h2 ~ h2 ~ dl').forEach(part => part.remove())"
        if path in ("/catalogue", "/glossary")
        else "0"
    )

    assert faults(page) == []  # it opens everything first
    assert sticks_out(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/data", "/data/dfe_children_looked_after"])
def test_they_give_way_to_letters_of_twice_the_size(browser: Browser, made_up_site: str, path: str):
    page = browser.new_page(viewport={"width": 360, "height": 900}, bypass_csp=True)
    page.goto(made_up_site + path, timeout=PATIENCE)
    page.add_style_tag(content="html { font-size: 200% !important }")

    assert sticks_out(page) == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/data", 3),
        ("/data/dfe_children_looked_after", 3),
        ("/catalogue", 9),
        ("/glossary", 4),
        ("/about", 3),
    ],
)
def test_they_print_on_a_few_sheets_with_nothing_cut_off(
    browser: Browser, made_up_site: str, path: str, most: int
):
    page = browser.new_page(viewport={"width": A4_INSIDE_MARGINS, "height": 1000})
    page.goto(made_up_site + path, timeout=PATIENCE)
    page.emulate_media(media="print")
    assert sticks_out(page) == []
    sheets = re.findall(rb"/MediaBox", page.pdf(prefer_css_page_size=True))
    page.close()

    assert 1 <= len(sheets) <= most
