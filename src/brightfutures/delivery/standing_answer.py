"""What `/about` and `/accessibility` answer with: words that know the version and the load."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from brightfutures import __version__
from brightfutures.delivery.answers import Answer, file_answer, html_answer
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.findings.judgement_words import day_in_words
from brightfutures.pages.addresses import ABOUT, ACCESSIBILITY
from brightfutures.pages.standing_page import StandingPage, standing_page
from brightfutures.quantities import WrongUse

SCHEMA = 1


def about_answer(edition: Edition, asked: Asked) -> Answer:
    """What the site is and is not, in the form its suffix asks for."""
    return _answer(edition, asked, ABOUT)


def accessibility_answer(edition: Edition, asked: Asked) -> Answer:
    """The accessibility statement in the form its suffix asks for."""
    return _answer(edition, asked, ACCESSIBILITY)


def standing_view(edition: Edition, address: str) -> StandingPage:
    """The view model of one of these pages, by its address."""
    return standing_page(
        address.strip("/"),
        {"citation": citation(edition), "version": f"The version is {__version__}."},
        (("JSON", f"{address}.json"),),
    )


def citation(edition: Edition) -> str:
    """How this copy, its version and its figures are named by one who quotes them."""
    day = day_in_words(edition.store.loaded_at[:10])
    kind = "made-up statistics, no figure real" if edition.store.made_up else "official statistics"
    return (
        f"Bright Futures, version {__version__}: title and address of the page; {kind} loaded on "
        f"{day} (store {edition.store.digest[:8]})."
    )


def _answer(edition: Edition, asked: Asked, address: str) -> Answer:
    page = standing_view(edition, address)
    if asked.suffix == "html":
        return html_answer(edition, "standing.html", page, asked)
    if asked.suffix != "json":
        raise WrongUse(f"There is no '.{asked.suffix}' of this page.")
    account: dict[str, Any] = {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "headline": page.h1,
        "lead": page.lead,
        "sections": [asdict(section) for section in page.sections],
        "notice": standing_notice(edition),
    }
    return file_answer(json_text(account).encode("utf-8"), "json", address.strip("/"))
