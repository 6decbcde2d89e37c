"""What the address of a council's page of priorities answers with."""

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
from brightfutures.delivery.priorities import priorities_account, priorities_of
from brightfutures.delivery.priorities_files import priorities_csv, priorities_xlsx
from brightfutures.pages.addresses import council_page_address, slug
from brightfutures.pages.priorities_page import PrioritiesPage, priorities_page
from brightfutures.quantities import Area

WORD = "priorities"

FORMS: dict[str, Callable[[Edition, Area], bytes]] = {
    "json": lambda edition, area: json_text(priorities_account(edition, area)).encode("utf-8"),
    "csv": priorities_csv,
    "xlsx": priorities_xlsx,
}
"""The other forms of the page by suffix."""


def priorities_view(edition: Edition, area: Area) -> PrioritiesPage:
    """The view model of one council's page of priorities on a site."""
    found = priorities_of(edition, area)
    downloads = downloads_at(council_page_address(area, WORD))
    return priorities_page(edition.catalogue, found, downloads)


def priorities_answer(edition: Edition, area: Area, asked: Asked) -> Answer:
    """A council's page of priorities in the form its suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "priorities.html", priorities_view(edition, area), asked)
    return form_answer(FORMS, asked.suffix, f"{slug(area)}-{WORD}", edition, area)
