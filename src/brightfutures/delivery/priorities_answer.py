"""What the address of a council's page of priorities answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.delivery.answers import (
    MEDIA_TYPES,
    STYLESHEET,
    Answer,
    downloads_at,
    file_answer,
)
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.priorities import priorities_account, priorities_of
from brightfutures.delivery.priorities_files import priorities_csv, priorities_xlsx
from brightfutures.pages.addresses import council_page_address, slug
from brightfutures.pages.priorities_page import PrioritiesPage, priorities_page
from brightfutures.pages.render import render
from brightfutures.quantities import Area, WrongUse

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


def priorities_answer(edition: Edition, area: Area, suffix: str) -> Answer:
    """A council's page of priorities in the form its suffix asks for."""
    if suffix == "html":
        site = edition.site(home="/", stylesheet=STYLESHEET)
        html = render("priorities.html", priorities_view(edition, area), site)
        return Answer(html.encode("utf-8"), MEDIA_TYPES["html"])
    form = FORMS.get(suffix)
    if form is None:
        raise WrongUse(f"There is no '.{suffix}' of this page.")
    return file_answer(form(edition, area), suffix, f"{slug(area)}-{WORD}")
