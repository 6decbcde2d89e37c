"""What the address of a stage of one council answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import Stage
from brightfutures.delivery.answers import (
    Answer,
    form_answer,
    html_answer,
)
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.stage import stage_account, stage_view
from brightfutures.delivery.stage_files import stage_csv, stage_xlsx
from brightfutures.pages.addresses import slug
from brightfutures.pages.stage_page import stage_word
from brightfutures.quantities import Area

FORMS: dict[str, Callable[[Edition, Area, Stage], bytes]] = {
    "json": lambda edition, area, stage: json_text(stage_account(edition, area, stage)).encode(),
    "csv": stage_csv,
    "xlsx": stage_xlsx,
}
"""The other forms of the page by suffix."""


def stage_answer(stage: Stage) -> Callable[[Edition, Area, str], Answer]:
    """The page of one stage: it answers for a council in the form that a suffix asks for."""

    def answer(edition: Edition, area: Area, suffix: str) -> Answer:
        if suffix == "html":
            return html_answer(edition, "stage.html", stage_view(edition, area, stage))
        name = f"{slug(area)}-{stage_word(stage)}"
        return form_answer(FORMS, suffix, name, edition, area, stage)

    return answer
