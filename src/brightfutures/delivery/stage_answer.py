"""What the address of a stage of one council answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import Stage
from brightfutures.delivery.answers import MEDIA_TYPES, STYLESHEET, Answer, file_answer
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.stage import stage_account, stage_view
from brightfutures.delivery.stage_files import stage_csv, stage_xlsx
from brightfutures.pages.addresses import slug
from brightfutures.pages.render import render
from brightfutures.pages.stage_page import stage_word
from brightfutures.quantities import Area, WrongUse

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
            site = edition.site(home="/", stylesheet=STYLESHEET)
            html = render("stage.html", stage_view(edition, area, stage), site)
            return Answer(html.encode("utf-8"), MEDIA_TYPES["html"])
        form = FORMS.get(suffix)
        if form is None:
            raise WrongUse(f"There is no '.{suffix}' of this page.")
        name = f"{slug(area)}-{stage_word(stage)}"
        return file_answer(form(edition, area, stage), suffix, name)

    return answer
