"""What the addresses that belong to no council answer with: all indicators, methods, our record."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.answers import (
    Answer,
    downloads_at,
    file_answer,
    form_answer,
    html_answer,
)
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.methods_data import methods_account, topic_account
from brightfutures.delivery.national import NATIONAL_FORMS, national_view, page_of
from brightfutures.delivery.national_list import LIST_FORMS, nations_of
from brightfutures.delivery.track_record import title_of, track_record_account
from brightfutures.delivery.track_record_rows import track_record_csv, track_record_xlsx
from brightfutures.measures.track_record.scores import shipped_scores
from brightfutures.pages.addresses import INDICATORS, TRACK_RECORD, national_address
from brightfutures.pages.every_example import every_worked_example
from brightfutures.pages.indicators_page import indicators_page
from brightfutures.pages.methods_page import methods_page, topic_page
from brightfutures.pages.track_record_page import track_record_page
from brightfutures.quantities import ENGLAND, WrongUse


def indicators_answer(edition: Edition, asked: Asked) -> Answer:
    """Every indicator over all England in the form its suffix asks for."""
    if asked.suffix == "html":
        nations, compare = nations_of(edition), edition.measures.compare
        histories = {name: compare(name, ENGLAND).history for name in nations}
        page = indicators_page(edition.catalogue, nations, downloads_at(INDICATORS), histories)
        return html_answer(edition, "indicators.html", page, asked)
    return form_answer(LIST_FORMS, asked.suffix, "england-indicators", edition)


def national_answer(edition: Edition, identifier: str, asked: Asked) -> Answer:
    """One indicator over all England in the form its suffix asks for."""
    view = national_view(edition, identifier, asked.value("period"), asked.value("council"))
    address = national_address(view.indicator.id)
    if asked.suffix == "html":
        return html_answer(edition, "national.html", page_of(view, downloads_at(address)), asked)
    return form_answer(NATIONAL_FORMS, asked.suffix, f"england-{view.indicator.id}", view)


def methods_answer(edition: Edition, asked: Asked) -> Answer:
    """The list of the Methods pages in the form its suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "methods.html", methods_page(every_worked_example()), asked)
    return _plain(methods_account(edition), asked.suffix)


def topic_answer(edition: Edition, name: str, asked: Asked) -> Answer:
    """One topic of the Methods pages in the form its suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "topic.html", topic_page(name, every_worked_example()), asked)
    return _plain(topic_account(edition, name), asked.suffix)


def _plain(account: dict[str, Any], suffix: str) -> Answer:
    """Words have no rows: they are given as JSON and in no other form."""
    if suffix != "json":
        raise WrongUse(f"There is no '.{suffix}' of this page.")
    return file_answer(json_text(account).encode("utf-8"), suffix, "methods")


def track_record_answer(edition: Edition, asked: Asked) -> Answer:
    """Our own track record in the form its suffix asks for.

    It takes some seconds the first time; the edition's measures keep it.
    """
    if asked.suffix == "html":
        page = track_record_page(
            edition.measures.track_record(),
            shipped_scores(),
            lambda name: title_of(edition, name),
            downloads_at(TRACK_RECORD),
        )
        return html_answer(edition, "track_record.html", page, asked)
    forms = {"json": _track_record_json, "csv": track_record_csv, "xlsx": track_record_xlsx}
    return form_answer(forms, asked.suffix, "track-record", edition)


def _track_record_json(edition: Edition) -> bytes:
    answer = {**track_record_account(edition), "notice": standing_notice(edition)}
    return json_text(answer).encode("utf-8")
