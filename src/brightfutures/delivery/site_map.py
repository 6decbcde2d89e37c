"""Which words may follow a council's name, or England's, in an address, and what answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brightfutures.catalogue import WITH_A_PAGE
from brightfutures.delivery.answers import Answer, area_at
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_framework import england_framework_answer
from brightfutures.delivery.framework_answer import framework_answer
from brightfutures.delivery.inspection import inspection_answer
from brightfutures.delivery.priorities_answer import priorities_answer
from brightfutures.delivery.stage_answer import stage_answer
from brightfutures.pages.inspection_page import INSPECTION
from brightfutures.pages.stage_page import stage_word
from brightfutures.quantities import Area, WrongUse

CouncilPage = Callable[[Edition, Area, str], Answer]
"""The answer for a council in the form that a suffix (html, json, csv, xlsx) asks for."""

EnglandPage = Callable[[Edition, str], Answer]
"""The same for all England."""

COUNCIL_PAGES: Mapping[str, CouncilPage] = {
    "framework": framework_answer,
    "priorities": priorities_answer,
    **{stage_word(stage): stage_answer(stage) for stage in WITH_A_PAGE},
}
"""The word after the council's name in an address, and who answers."""

ENGLAND_PAGES: Mapping[str, EnglandPage] = {
    "framework": england_framework_answer,
    INSPECTION: inspection_answer,
}
"""The word after `/england/`, and who answers."""


def council_page_answer(edition: Edition, name: str, word: str, suffix: str) -> Answer:
    """`/<council>/<word>`; raises `WrongUse` where either leads nowhere."""
    page = COUNCIL_PAGES.get(word)
    if page is None:
        raise WrongUse(f"No page of a council has the address '/{name}/{word}'.")
    return page(edition, area_at(edition, name), suffix)


def england_page_answer(edition: Edition, word: str, suffix: str) -> Answer:
    """`/england/<word>`; raises `WrongUse` where it leads nowhere."""
    page = ENGLAND_PAGES.get(word)
    if page is None:
        raise WrongUse(f"No page of England has the address '/england/{word}'.")
    return page(edition, suffix)
