"""What `/glossary` answers with: every word and its one meaning here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from brightfutures.delivery.answers import Answer, downloads_at, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.pages.addresses import GLOSSARY
from brightfutures.pages.glossary_page import glossary_page

SCHEMA = 1
HEADINGS = ("Id", "Word", "Officially", "Meaning")


def glossary_answer(edition: Edition, asked: Asked) -> Answer:
    """The glossary in the form its suffix asks for."""
    if asked.suffix == "html":
        page = glossary_page(edition.catalogue, downloads_at(GLOSSARY))
        return html_answer(edition, "glossary.html", page, asked)
    return form_answer(FORMS, asked.suffix, "glossary", edition)


def _rows(edition: Edition) -> list[list[Any]]:
    return [
        [term.id, term.term, term.official, term.meaning]
        for term in sorted(edition.catalogue.glossary.values(), key=lambda one: one.term.lower())
    ]


def _csv(edition: Edition) -> bytes:
    return csv_bytes(HEADINGS, [*_rows(edition), [standing_notice(edition), None, None, None]])


def _xlsx(edition: Edition) -> bytes:
    book = Workbook("What the words mean", standing_notice(edition))
    book.table("Words", HEADINGS, _rows(edition), (32, 36, 60, 120))
    return book.content()


def _json(edition: Edition) -> bytes:
    account = {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "terms": [
            {"id": name, "term": term, "officially": official, "meaning": meaning}
            for name, term, official, meaning in _rows(edition)
        ],
        "notice": standing_notice(edition),
    }
    return json_text(account).encode("utf-8")


FORMS: dict[str, Callable[[Edition], bytes]] = {"json": _json, "csv": _csv, "xlsx": _xlsx}
"""The other forms of the page by suffix."""
