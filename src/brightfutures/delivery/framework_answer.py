"""What the address of a council's framework page answers with."""

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
from brightfutures.delivery.framework import framework_account, framework_of
from brightfutures.delivery.framework_files import framework_csv, framework_xlsx
from brightfutures.pages.addresses import council_page_address, indicator_address, slug
from brightfutures.pages.framework_page import FrameworkPage, framework_page
from brightfutures.pages.render import render
from brightfutures.quantities import Area, WrongUse

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


def framework_answer(edition: Edition, area: Area, suffix: str) -> Answer:
    """A council's framework page in the form its suffix asks for."""
    if suffix == "html":
        site = edition.site(home="/", stylesheet=STYLESHEET)
        html = render("framework.html", framework_view(edition, area), site)
        return Answer(html.encode("utf-8"), MEDIA_TYPES["html"])
    form = FORMS.get(suffix)
    if form is None:
        raise WrongUse(f"There is no '.{suffix}' of this page.")
    return file_answer(form(edition, area), suffix, f"{slug(area)}-{WORD}")
