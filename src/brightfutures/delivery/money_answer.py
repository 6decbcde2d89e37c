"""What the address of a council's money answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import Stage
from brightfutures.delivery.answers import Answer, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import ChosenComparison, chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.money import money_view
from brightfutures.delivery.money_account import money_account
from brightfutures.delivery.money_files import money_csv, money_xlsx
from brightfutures.pages.addresses import slug, stage_word
from brightfutures.quantities import Area

FORMS: dict[str, Callable[[Edition, Area, ChosenComparison], bytes]] = {
    "json": lambda *asked: json_text(money_account(*asked)).encode(),
    "csv": money_csv,
    "xlsx": money_xlsx,
}
"""The other forms of the page by suffix."""


def money_answer(edition: Edition, area: Area, asked: Asked) -> Answer:
    """One council's money in the form that the suffix asks for, beside whom the query names."""
    chosen = chosen_comparison(edition, area, asked)
    if asked.suffix == "html":
        return html_answer(edition, "money.html", money_view(edition, area, chosen), asked)
    name = f"{slug(area)}-{stage_word(Stage.MONEY)}"
    return form_answer(FORMS, asked.suffix, name, edition, area, chosen)
