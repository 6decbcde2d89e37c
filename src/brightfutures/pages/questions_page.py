"""Ten questions to ask of a council: its view model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import STAGE_NAMES, Audience, Stage
from brightfutures.findings.council_questions import (
    AUDIENCE_WORDS,
    CouncilQuestion,
    CouncilQuestions,
)
from brightfutures.findings.figures import listed
from brightfutures.findings.place_names import placed
from brightfutures.findings.question_sureness import how_to_read
from brightfutures.pages.addresses import (
    council_address,
    council_page_address,
    indicator_address,
    stage_word,
    topic_address,
)
from brightfutures.pages.council_page import publications
from brightfutures.pages.prose import Piece, Prose, prose
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Area

QUESTIONS = "questions"
"""The last word of the page's address."""

FOR = "for"
"""The name in the page's query that says who asks."""

FOR_WORD: dict[Audience, str] = {
    Audience.LEAD_MEMBER: "lead-member",
    Audience.SCRUTINY: "scrutiny",
    Audience.CORPORATE_PARENTING_BOARD: "corporate-parenting",
}
"""Who asks, as the query says it."""


@dataclass(frozen=True, kw_only=True)
class QuestionCard:
    """One question with all that stands under it; a part with nothing to say is empty."""

    number: int
    question: str
    where: Piece
    about: Piece
    why: str
    data: Prose
    how_many: str
    merged: Prose
    how_sure: str
    ask_next: str
    worth: str
    for_whom: str


@dataclass(frozen=True, kw_only=True)
class AudienceLink:
    """The questions of one of those who ask; `here` are those that are shown."""

    words: str
    address: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class QuestionsPage:
    """Everything the template of a council's questions shows."""

    document_title: str
    masthead: str
    name: str
    council_address: str
    eyebrow: str
    h1: str
    lead: str
    how_to_read: str
    verdict_method: str
    area_notes: tuple[str, ...]
    audiences: tuple[AudienceLink, ...]
    questions: tuple[QuestionCard, ...]
    successors: tuple[Piece, ...]
    publications: tuple[str, ...]
    downloads: tuple[tuple[str, str], ...]


def questions_address(area: Area, audience: Audience | None = None) -> str:
    """The address of a council's questions, for everybody or for one of those who ask."""
    address = council_page_address(area, QUESTIONS)
    return address if audience is None else f"{address}?{FOR}={FOR_WORD[audience]}"


def questions_page(
    found: CouncilQuestions,
    downloads: tuple[tuple[str, str], ...] = (),
    sources: Mapping[str, Sequence[SourceRow]] | None = None,
) -> QuestionsPage:
    """The view model of one council's questions; `sources` are the rows behind each measure."""
    area = found.area
    whose = f"for a {AUDIENCE_WORDS[found.audience]}" if found.audience else "to ask"
    kind = "former council" if area.is_former else f"questions {whose}"
    return QuestionsPage(
        document_title=f"{found.headline.sentence} – {area.name}",
        masthead=area.name,
        name=area.name,
        council_address=council_address(area),
        eyebrow=f"{area.name} · {kind}",
        h1=found.headline.sentence,
        lead=found.lead,
        how_to_read=how_to_read(),
        verdict_method=topic_address("verdict"),
        area_notes=found.area_notes,
        audiences=() if area.is_former else _audiences(found),
        questions=tuple(
            _card(area, one, number) for number, one in enumerate(found.questions, start=1)
        ),
        successors=tuple(
            Piece(f"Questions to ask about {placed(each.name)}", questions_address(each))
            for each in found.successors
        ),
        publications=publications(sources or {}),
        downloads=downloads,
    )


def _audiences(found: CouncilQuestions) -> tuple[AudienceLink, ...]:
    return tuple(
        AudienceLink(
            words=f"a {AUDIENCE_WORDS[one]}" if one else "everybody",
            address=questions_address(found.area, one),
            here=one is found.audience,
        )
        for one in (None, *Audience)
    )


def _card(area: Area, one: CouncilQuestion, number: int) -> QuestionCard:
    def address_of(indicator: str) -> str:
        return indicator_address(area, indicator)

    return QuestionCard(
        number=number,
        question=one.as_spoken,
        where=Piece(one.where, _stage_address(area, one.where)),
        about=Piece(one.topic, address_of(one.about.indicator) if one.about else None),
        why=one.why.value,
        data=prose((one.data,), address_of),
        how_many=one.how_many,
        merged=prose(one.merged, address_of),
        how_sure=one.how_sure.sentence,
        ask_next=one.question.ask_next,
        worth=one.question.why,
        for_whom=_for_whom(one.question.for_whom),
    )


def _stage_address(area: Area, name: str) -> str | None:
    """The council's page of the stage of this name; None where there is none."""
    stage = next((stage for stage in Stage if STAGE_NAMES[stage] == name), None)
    return None if stage is None else council_page_address(area, stage_word(stage))


def _for_whom(audiences: tuple[Audience, ...]) -> str:
    """Whose question it is, unless it is everybody's."""
    if set(audiences) == set(Audience):
        return ""
    return f"for {listed([f'a {AUDIENCE_WORDS[one]}' for one in audiences])}"
