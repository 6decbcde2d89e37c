"""What the address of a council's similar councils answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.delivery.answers import Answer, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import ChosenComparison, chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.similar import similar_account, similar_view
from brightfutures.delivery.similar_files import similar_csv, similar_xlsx
from brightfutures.pages.addresses import slug
from brightfutures.quantities import Area

FORMS: dict[str, Callable[[Edition, Area, ChosenComparison], bytes]] = {
    "json": lambda *asked: json_text(similar_account(*asked)).encode(),
    "csv": similar_csv,
    "xlsx": similar_xlsx,
}
"""The other forms of the page by suffix."""


def similar_answer(edition: Edition, area: Area, asked: Asked) -> Answer:
    """Who is like a council, or another set of councils beside it, in the form asked for."""
    chosen = chosen_comparison(edition, area, asked)
    if asked.suffix == "html":
        return html_answer(edition, "similar.html", similar_view(edition, area, chosen), asked)
    return form_answer(FORMS, asked.suffix, f"{slug(area)}-similar", edition, area, chosen)
