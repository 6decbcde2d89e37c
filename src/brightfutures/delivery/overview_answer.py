"""What a council's name alone answers with: its overview, or the whole health check as a file."""

from __future__ import annotations

from brightfutures.delivery.answers import Answer, downloads_at, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import chosen_comparison, with_query
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.overview import council_overview
from brightfutures.pages.addresses import council_address, indicator_address, slug
from brightfutures.quantities import Area


def overview_answer(edition: Edition, area: Area, asked: Asked) -> Answer:
    """The page of a council, or its health check in the form that is asked for."""
    chosen = chosen_comparison(edition, area, asked)
    if asked.suffix != "html":
        from brightfutures.delivery.health_check_forms import FORMS  # the page needs it not

        return form_answer(FORMS, asked.suffix, slug(area), edition, area, chosen)
    page = council_overview(
        edition,
        area,
        address_of=lambda indicator: f"{indicator_address(area, indicator)}{chosen.query}",
        downloads=with_query(downloads_at(council_address(area)), chosen.query),
        chosen=chosen,
    )
    return html_answer(edition, "council.html", page, asked)
