"""What `/data` and `/data/<source>` answer with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.delivery.answers import Answer, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.source_files import (
    data_csv,
    data_json,
    data_xlsx,
    source_csv,
    source_json,
    source_xlsx,
)
from brightfutures.delivery.sources import data_view, source_view

DATA_FORMS: dict[str, Callable[[Edition], bytes]] = {
    "json": data_json,
    "csv": data_csv,
    "xlsx": data_xlsx,
}
"""The other forms of the list of sources by suffix."""

SOURCE_FORMS: dict[str, Callable[[Edition, str], bytes]] = {
    "json": source_json,
    "csv": source_csv,
    "xlsx": source_xlsx,
}
"""The other forms of a source by suffix."""


def data_answer(edition: Edition, asked: Asked) -> Answer:
    """Every source in the form its suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "data.html", data_view(edition), asked)
    return form_answer(DATA_FORMS, asked.suffix, "data", edition)


def source_answer(edition: Edition, name: str, asked: Asked) -> Answer:
    """One source in the form its suffix asks for; `WrongUse` where there is none of that name."""
    if asked.suffix == "html":
        return html_answer(edition, "source.html", source_view(edition, name), asked)
    return form_answer(SOURCE_FORMS, asked.suffix, f"data-{name}", edition, name)
