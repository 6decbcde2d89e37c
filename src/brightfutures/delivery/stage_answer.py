"""What the address of a stage of one council answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import Stage
from brightfutures.delivery.answers import (
    Answer,
    form_answer,
    html_answer,
)
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.chosen_comparison import ChosenComparison, chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.stage import stage_account, stage_view
from brightfutures.delivery.stage_files import stage_csv, stage_xlsx
from brightfutures.pages.addresses import slug, stage_word
from brightfutures.quantities import Area

FORMS: dict[str, Callable[[Edition, Area, Stage, ChosenComparison], bytes]] = {
    "json": lambda *asked: json_text(stage_account(*asked)).encode(),
    "csv": stage_csv,
    "xlsx": stage_xlsx,
}
"""The other forms of the page by suffix."""


def stage_answer(edition: Edition, area: Area, stage: Stage, asked: Asked) -> Answer:
    """The page of one stage of a council in the form that is asked for."""
    chosen = chosen_comparison(edition, area, asked)
    if asked.suffix == "html":
        page = stage_view(edition, area, stage, chosen)
        return html_answer(edition, "stage.html", page, asked)
    name = f"{slug(area)}-{stage_word(stage)}"
    return form_answer(FORMS, asked.suffix, name, edition, area, stage, chosen)
