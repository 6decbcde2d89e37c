"""What the address of a council's framework page answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.delivery.answers import (
    Answer,
    downloads_at,
    form_answer,
    html_answer,
)
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.framework import framework_account, framework_of
from brightfutures.delivery.framework_files import framework_csv, framework_xlsx
from brightfutures.pages.addresses import council_page_address, indicator_address, slug
from brightfutures.pages.framework_page import FrameworkPage, framework_page
from brightfutures.quantities import Area

WORD = "framework"

FORMS: dict[str, Callable[[Edition, Area], bytes]] = {
    "json": lambda edition, area: json_text(framework_account(edition, area)).encode("utf-8"),
    "csv": framework_csv,
    "xlsx": framework_xlsx,
}
"""The other forms of the page by suffix."""


def framework_view(edition: Edition, area: Area) -> FrameworkPage:
    """The view model of one council's framework page on a site."""
    return framework_page(
        edition.catalogue,
        framework_of(edition, area),
        lambda indicator: indicator_address(area, indicator),
        downloads_at(council_page_address(area, WORD)),
    )


def framework_answer(edition: Edition, area: Area, asked: Asked) -> Answer:
    """A council's framework page in the form its suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "framework.html", framework_view(edition, area), asked)
    return form_answer(FORMS, asked.suffix, f"{slug(area)}-{WORD}", edition, area)
