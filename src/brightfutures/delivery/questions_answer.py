"""What the address of a council's questions answers with."""

from __future__ import annotations

from collections.abc import Callable

from brightfutures.catalogue import Audience
from brightfutures.delivery.answers import Answer, form_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.questions import audience_meant, questions_account, questions_view
from brightfutures.delivery.questions_files import questions_csv, questions_xlsx
from brightfutures.pages.addresses import slug
from brightfutures.pages.questions_page import FOR, QUESTIONS
from brightfutures.quantities import Area

FORMS: dict[str, Callable[[Edition, Area, Audience | None], bytes]] = {
    "json": lambda edition, area, audience: json_text(
        questions_account(edition, area, audience)
    ).encode("utf-8"),
    "csv": questions_csv,
    "xlsx": questions_xlsx,
}
"""The other forms of the page by suffix."""


def questions_answer(edition: Edition, area: Area, asked: Asked) -> Answer:
    """A council's questions in the form the suffix asks for, for those whom the query names."""
    audience = audience_meant(asked.value(FOR))
    if asked.suffix == "html":
        return html_answer(
            edition, "questions.html", questions_view(edition, area, audience), asked
        )
    return form_answer(FORMS, asked.suffix, f"{slug(area)}-{QUESTIONS}", edition, area, audience)
