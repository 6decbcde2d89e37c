"""What a council's name alone answers with: its overview, or the whole health check as a file."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.delivery.answers import Answer, downloads_at, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import (
    ChosenComparison,
    chosen_comparison,
    with_query,
)
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_files import health_check_csv, health_check_xlsx
from brightfutures.delivery.health_check_rows import health_check_json
from brightfutures.delivery.overview import council_overview
from brightfutures.pages.addresses import council_address, indicator_address, slug
from brightfutures.quantities import Area

FORMS: dict[str, Callable[[Edition, Area, ChosenComparison], bytes]] = {
    "json": lambda *asked: json_text(health_check_json(*asked)).encode("utf-8"),
    "csv": health_check_csv,
    "xlsx": health_check_xlsx,
}
"""The other forms of the page by suffix: every measure, not only those that the page shows."""


def overview_answer(edition: Edition, area: Area, asked: Asked) -> Answer:
    """The page of a council, or its health check in the form that is asked for."""
    chosen = chosen_comparison(edition, area, asked)
    if asked.suffix != "html":
        return form_answer(FORMS, asked.suffix, slug(area), edition, area, chosen)
    page = council_overview(
        edition,
        area,
        address_of=lambda indicator: f"{indicator_address(area, indicator)}{chosen.query}",
        downloads=with_query(downloads_at(council_address(area)), chosen.query),
        chosen=chosen,
    )
    return html_answer(edition, "council.html", page, asked)
