"""What `/england` answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.delivery.answers import Answer, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england import england_view
from brightfutures.delivery.england_files import england_csv, england_json, england_xlsx

FORMS: dict[str, Callable[[Edition], bytes]] = {
    "json": england_json,
    "csv": england_csv,
    "xlsx": england_xlsx,
}
"""The other forms of the page by suffix."""


def england_answer(edition: Edition, asked: Asked) -> Answer:
    """England as a whole in the form that the suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "england.html", england_view(edition), asked)
    return form_answer(FORMS, asked.suffix, "england", edition)
