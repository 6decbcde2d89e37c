"""What an address answers with: a page, or its figures as JSON, CSV, XLSX or PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.lean import lean
from brightfutures.delivery.paper import makes_pdf, page_on_paper
from brightfutures.pages.addresses import (
    FORMATS,
)
from brightfutures.pages.render import render
from brightfutures.quantities import WrongUse

STYLESHEET = "/static/site.css"

MEDIA_TYPES = {
    "html": "text/html",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True)
class Answer:
    """The body of an answer, its kind, and a file name where it is to be saved."""

    content: bytes
    media_type: str
    file_name: str | None = None


class StandsElsewhere(Exception):
    """Raised for another way of saying an address; what is asked for stands at `address`."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def html_answer(edition: Edition, template: str, page: Any, asked: Asked) -> Answer:
    """A page of the site from its view model, or the one of its charts that is asked for."""
    if asked.chart is not None:
        from brightfutures.delivery.chart_answer import chart_file

        name = "-".join((*asked.words, asked.chart))
        return file_answer(chart_file(edition, page, asked.chart), "svg", name)
    site = edition.site(
        home="/",
        stylesheet=STYLESHEET,
        address=asked.address,
        council=edition.council_of_slug.get(asked.words[0]) if asked.words else None,
        makes_pdf=makes_pdf(),
        beside=asked.beside,
    )
    return Answer(lean(render(template, page, site)).encode("utf-8"), MEDIA_TYPES["html"])


def pdf_answer(
    page: Callable[[Asked], Answer],
    asked: Asked,
    on_paper: Callable[[str], bytes] = page_on_paper,
) -> Answer:
    """A page of the site as PDF; `page` answers with it as HTML. `CannotAnswer` without the extra.

    Raises as `page` does; what stands elsewhere stands there as PDF too.
    """
    try:
        answer = page(asked.form("html"))
    except StandsElsewhere as elsewhere:
        path, mark, query = elsewhere.address.partition("?")
        raise StandsElsewhere(f"{path}.pdf{mark}{query}") from elsewhere
    if answer.media_type != MEDIA_TYPES["html"]:
        raise WrongUse("There is no '.pdf' of this page.")
    name = "-".join(asked.words) or "england"
    return file_answer(on_paper(answer.content.decode("utf-8")), "pdf", name)


def form_answer(
    forms: Mapping[str, Callable[..., bytes]], suffix: str, stem: str, *asked: Any
) -> Answer:
    """A page's figures in another form than HTML; raises `WrongUse` where it has no such form."""
    form = forms.get(suffix)
    if form is None:
        raise WrongUse(f"There is no '.{suffix}' of this page.")
    return file_answer(form(*asked), suffix, stem)


def file_answer(content: bytes, suffix: str, stem: str) -> Answer:
    """A file to be saved under this name; JSON is shown as it is."""
    name = None if suffix == "json" else f"{stem}.{suffix}"
    return Answer(content, MEDIA_TYPES[suffix], name)


def downloads_at(address: str) -> tuple[tuple[str, str], ...]:
    """The forms in which a page's figures can be taken away, with their addresses."""
    return tuple((label, f"{address}.{suffix}") for label, suffix in FORMATS)
