"""A council's ten questions, with what the data say of each: all that the page of them shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import (
    STAGE_NAMES,
    Audience,
    Catalogue,
    Geography,
    Question,
)
from brightfutures.findings.area_notes import area_notes
from brightfutures.findings.few import few_children_note
from brightfutures.findings.figures import counted
from brightfutures.findings.finding import Finding
from brightfutures.findings.question_choice import Chosen, WhyAsked, choose
from brightfutures.findings.question_headline import (
    headline_of_one_that_has_ended,
    questions_headline,
)
from brightfutures.findings.question_sureness import how_sure
from brightfutures.findings.question_words import (
    as_spoken,
    how_many,
    topic,
    what_data_say,
    what_is_merged,
)
from brightfutures.findings.said import Said
from brightfutures.measures.results import Comparison
from brightfutures.quantities import Area, CannotAnswer

AUDIENCE_WORDS: dict[Audience, str] = {
    Audience.LEAD_MEMBER: "lead member",
    Audience.SCRUTINY: "scrutiny committee",
    Audience.CORPORATE_PARENTING_BOARD: "corporate parenting board",
}
"""Who asks, as a person says it."""


@dataclass(frozen=True, kw_only=True)
class CouncilQuestion:
    """One question with all that stands under it.

    `about` is the measure it is asked of, if there is one; `where` the stage of the journey, or
    the heading of the National Framework under which no figure tells. `merged` says what else
    raises the same question, or is missing for the same reason.
    """

    question: Question
    as_spoken: str
    why: WhyAsked
    topic: str
    where: str
    about: Comparison | None
    beside: tuple[Comparison, ...]
    data: Said
    how_many: str
    merged: tuple[Said, ...]
    how_sure: Said

    @property
    def told(self) -> str:
        """All that the data say of it, as one text."""
        said = (self.data.sentence, self.how_many, *(one.sentence for one in self.merged))
        return " ".join(filter(None, said))


@dataclass(frozen=True, kw_only=True)
class CouncilQuestions:
    """All of a council's questions; of one that has ended none, and whom to ask instead."""

    area: Area
    audience: Audience | None
    headline: Finding
    lead: str
    questions: tuple[CouncilQuestion, ...]
    successors: tuple[Area, ...]
    area_notes: tuple[str, ...]


def council_questions(
    catalogue: Catalogue,
    geography: Geography,
    area: Area,
    comparisons: Sequence[Comparison],
    audience: Audience | None = None,
) -> CouncilQuestions:
    """The questions for everybody, or for one audience, from all the council's comparisons.

    Raises `CannotAnswer` where no measure is loaded.
    """
    if not comparisons:
        raise CannotAnswer(
            "The files that are loaded hold no measure to ask about; docs/statistics.md lists the "
            "publications that do."
        )
    notes = area_notes(geography, area)
    if area.is_former:
        successors = tuple(geography.by_code[code] for code in area.successors)
        return CouncilQuestions(
            area=area,
            audience=audience,
            headline=headline_of_one_that_has_ended(area, successors),
            lead="Its last figures are still here, and nobody is left to answer for them.",
            questions=(),
            successors=successors,
            area_notes=notes,
        )
    by_id = {entry.indicator: entry for entry in comparisons}
    chosen = choose(catalogue, by_id, audience)
    fixed_set = [by_id[entry.id] for entry in catalogue.health_check_set() if entry.id in by_id]
    few = few_children_note(catalogue.indicators, fixed_set, area.name)
    return CouncilQuestions(
        area=area,
        audience=audience,
        headline=questions_headline(catalogue, area, chosen, comparisons),
        lead=lead_sentence(chosen),
        questions=tuple(_question(catalogue, area, by_id, one) for one in chosen),
        successors=(),
        area_notes=(*few, *notes),
    )


REASONS: dict[WhyAsked, tuple[str, str]] = {
    WhyAsked.DIFFERS: (
        "is about a figure that clearly differs from other councils’",
        "are about figures that clearly differ from other councils’",
    ),
    WhyAsked.MOVED: (
        "is about a figure that has moved over five years",
        "are about figures that have moved over five years",
    ),
    WhyAsked.UNTOLD: (
        "is about what published figures cannot tell",
        "are about what published figures cannot tell",
    ),
    WhyAsked.ALWAYS: ("is always worth asking", "are always worth asking"),
}
"""Why questions are asked, of one and of more."""


def lead_sentence(chosen: Sequence[Chosen]) -> str:
    """How many are asked for which reason."""
    parts = [(why, sum(one.why is why for one in chosen)) for why in REASONS]
    said = [
        f"{counted(count)} {one if count == 1 else more}."
        for (one, more), count in ((REASONS[why], count) for why, count in parts)
        if count
    ]
    return " ".join(said)


def _question(
    catalogue: Catalogue, area: Area, by_id: Mapping[str, Comparison], chosen: Chosen
) -> CouncilQuestion:
    about = chosen.about
    if about is not None:
        where = STAGE_NAMES[catalogue.indicators[about.indicator].stage]
    else:
        assert chosen.outcome is not None
        where = chosen.outcome.name
    return CouncilQuestion(
        question=chosen.question,
        as_spoken=as_spoken(catalogue, chosen),
        why=chosen.why,
        topic=topic(catalogue, chosen),
        where=where,
        about=about,
        beside=chosen.beside,
        data=what_data_say(catalogue, area, chosen),
        how_many=how_many(catalogue, chosen),
        merged=what_is_merged(catalogue, chosen),
        how_sure=how_sure(catalogue.indicators, by_id, chosen),
    )
