"""What `/money` answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.delivery.answers import Answer, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_money import england_money_view
from brightfutures.delivery.england_money_account import england_money_account
from brightfutures.delivery.england_money_files import england_money_csv, england_money_xlsx
from brightfutures.delivery.explain import json_text

FORMS: dict[str, Callable[[Edition], bytes]] = {
    "json": lambda edition: json_text(england_money_account(edition)).encode(),
    "csv": england_money_csv,
    "xlsx": england_money_xlsx,
}
"""The other forms of the page by suffix."""


def england_money_answer(edition: Edition, asked: Asked) -> Answer:
    """England's money in the form that the suffix asks for."""
    if asked.suffix == "html":
        return html_answer(edition, "england_money.html", england_money_view(edition), asked)
    return form_answer(FORMS, asked.suffix, "england-money", edition)
