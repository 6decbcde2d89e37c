"""A council's questions from an edition: what is found, its view model, and plain data."""

from __future__ import annotations

from typing import Any

from brightfutures.catalogue import Audience
from brightfutures.delivery.answers import downloads_at
from brightfutures.delivery.council_account import measure_account, preamble, said_account
from brightfutures.delivery.edition import Edition
from brightfutures.findings.council_questions import (
    CouncilQuestion,
    CouncilQuestions,
    council_questions,
)
from brightfutures.pages.addresses import indicator_address
from brightfutures.pages.questions_page import (
    FOR,
    FOR_WORD,
    QuestionsPage,
    questions_address,
    questions_page,
)
from brightfutures.quantities import Area, WrongUse


def audience_meant(text: str | None) -> Audience | None:
    """Who asks, by the word of the query; None for everybody. Raises `WrongUse` for another."""
    if text is None:
        return None
    for audience, word in FOR_WORD.items():
        if text.strip().lower() == word:
            return audience
    words = ", ".join(FOR_WORD.values())
    raise WrongUse(f"Nobody is called '{text}' here; questions are for {words}.")


def questions_of(
    edition: Edition, area: Area, audience: Audience | None = None
) -> CouncilQuestions:
    """The questions to ask of one council, for everybody or for one of those who ask."""
    compared = edition.compared_on(edition.measures.with_figures(), area)
    return council_questions(edition.catalogue, edition.geography, area, compared, audience)


def questions_view(edition: Edition, area: Area, audience: Audience | None = None) -> QuestionsPage:
    """The view model of one council's questions on a site."""
    path, mark, query = questions_address(area, audience).partition("?")
    downloads = tuple((label, f"{form}{mark}{query}") for label, form in downloads_at(path))
    found = questions_of(edition, area, audience)
    sources = {
        one.about.indicator: edition.source_rows(one.about)
        for one in found.questions
        if one.about is not None
    }
    return questions_page(found, downloads, sources)


def questions_account(
    edition: Edition, area: Area, audience: Audience | None = None
) -> dict[str, Any]:
    """The whole page as plain data, schema 1."""
    found = questions_of(edition, area, audience)
    return {
        **preamble(edition, area),
        FOR: FOR_WORD[audience] if audience else None,
        "headline": found.headline.sentence,
        "lead": found.lead,
        "notes": list(found.area_notes),
        "questions": [
            _question(edition, area, one, number)
            for number, one in enumerate(found.questions, start=1)
        ],
        "ask_instead": [
            {"code": each.code, "name": each.name, "address": questions_address(each)}
            for each in found.successors
        ],
    }


def _question(edition: Edition, area: Area, one: CouncilQuestion, number: int) -> dict[str, Any]:
    about = one.about
    return {
        "number": number,
        "id": one.question.id,
        "question": one.as_spoken,
        "topic": one.topic,
        "where": one.where,
        "why_asked": one.why.value,
        "data_say": [said_account(said) for said in (one.data, *one.merged)],
        "how_many": one.how_many or None,
        "how_sure": said_account(one.how_sure),
        "ask_next": one.question.ask_next,
        "what_it_is_worth": one.question.why,
        "for_whom": [FOR_WORD[audience] for audience in one.question.for_whom],
        "measure": measure_account(edition, about) if about else None,
        "address": indicator_address(area, about.indicator) if about else None,
        "also_about": [entry.indicator for entry in one.beside],
    }
