"""What an address answers with: a page, or its figures as JSON, CSV, XLSX or PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import account, json_text
from brightfutures.delivery.health_check_files import WRITERS
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.indicator_rows import indicator_csv, indicator_xlsx
from brightfutures.delivery.page_inputs import council_overview, indicator_view
from brightfutures.measures.results import Comparison
from brightfutures.pages.addresses import (
    FORMATS,
    council_address,
    indicator_address,
    slug,
)
from brightfutures.pages.finder_page import finder_page
from brightfutures.pages.render import render
from brightfutures.quantities import Area, WrongUse

STYLESHEET = "/static/site.css"

MEDIA_TYPES = {
    "html": "text/html",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class Answer:
    """The body of an answer, its kind, and a file name where it is to be saved."""

    content: bytes
    media_type: str
    file_name: str | None = None


def finder_html(edition: Edition, style: str = STYLESHEET) -> str:
    """The page that finds a council."""
    site = edition.site(home="/", stylesheet=style)
    return render("finder.html", finder_page(edition.geography), site)


def html_answer(edition: Edition, template: str, page: Any) -> Answer:
    """A page of the site from its view model."""
    html = render(template, page, edition.site(home="/", stylesheet=STYLESHEET))
    return Answer(html.encode("utf-8"), MEDIA_TYPES["html"])


def form_answer(
    forms: Mapping[str, Callable[..., bytes]], suffix: str, stem: str, *asked: Any
) -> Answer:
    """A page's figures in another form than HTML; raises `WrongUse` where it has no such form."""
    form = forms.get(suffix)
    if form is None:
        raise WrongUse(f"There is no '.{suffix}' of this page.")
    return file_answer(form(*asked), suffix, stem)


def council_answer(edition: Edition, name: str, suffix: str) -> Answer:
    """A council's overview in the form its suffix asks for."""
    area = area_at(edition, name)
    if suffix == "html":
        page = council_overview(
            edition,
            area,
            address_of=lambda indicator: indicator_address(area, indicator),
            downloads=downloads_at(council_address(area)),
        )
        return html_answer(edition, "council.html", page)
    writer = WRITERS.get(f".{suffix}")
    if writer is None:
        raise WrongUse(f"There is no '.{suffix}' of this page.")
    return file_answer(writer(edition, area), suffix, slug(area))


def indicator_answer(
    edition: Edition, name: str, identifier: str, suffix: str, period: str | None
) -> Answer:
    """One indicator of a council in the form its suffix asks for."""
    area = area_at(edition, name)
    indicator = edition.indicator(identifier)
    comparison = edition.measures.compare(
        indicator.id, area.code, edition.period(indicator, period)
    )
    if suffix == "html":
        page = indicator_view(edition, area, comparison, _downloads_of(area, comparison))
        return html_answer(edition, "indicator.html", page)
    forms: dict[str, Callable[[Edition, Comparison], bytes]] = {
        "json": _indicator_json,
        "csv": indicator_csv,
        "xlsx": indicator_xlsx,
    }
    return form_answer(forms, suffix, f"{slug(area)}-{indicator.id}", edition, comparison)


def _indicator_json(edition: Edition, comparison: Comparison) -> bytes:
    answer: dict[str, Any] = {
        **account(
            edition,
            comparison,
            edition.measures.alternatives(comparison.indicator, comparison.area, comparison.period),
        ),
        "notice": standing_notice(edition),
    }
    return json_text(answer).encode("utf-8")


def file_answer(content: bytes, suffix: str, stem: str) -> Answer:
    """A file to be saved under this name; JSON is shown as it is."""
    name = None if suffix == "json" else f"{stem}.{suffix}"
    return Answer(content, MEDIA_TYPES[suffix], name)


def area_at(edition: Edition, name: str) -> Area:
    """The council whose address begins with this word; `WrongUse` if there is none."""
    area = edition.council_of_slug.get(name)
    if area is None:
        raise WrongUse(f"No council has the address '/{name}'.")
    return area


def downloads_at(address: str) -> tuple[tuple[str, str], ...]:
    """The forms in which a page's figures can be taken away, with their addresses."""
    return tuple((label, f"{address}.{suffix}") for label, suffix in FORMATS)


def _downloads_of(area: Area, comparison: Comparison) -> tuple[tuple[str, str], ...]:
    return downloads_at(indicator_address(area, comparison.indicator))
