"""What published figures can and cannot say of a council on each of the sector's seven priorities.

Every verdict is the health check's own. Nothing is added up over the priorities, and no figure is
taken for a measure of leadership or of what works.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Geography, Priority, Question, Reading
from brightfutures.findings.area_notes import area_notes
from brightfutures.findings.companions import WITHOUT_UNACCOMPANIED
from brightfutures.findings.few import few_children_note
from brightfutures.findings.figures import listed
from brightfutures.findings.finding import Certainty, Finding
from brightfutures.findings.judgement_words import leaders_sentence
from brightfutures.findings.priority_headline import priority_headline
from brightfutures.findings.priority_improvement import (
    Improved,
    agreed,
    improvement_sentences,
    movers,
    who_improved_anywhere,
    worth_asking_others,
)
from brightfutures.findings.priority_spending import not_apart_sentences, spending_sentences
from brightfutures.findings.priority_words import movement_is_read, tally, what_is_clear
from brightfutures.findings.said import Said, say
from brightfutures.findings.score_words import sureness_sentence
from brightfutures.measures.results import Comparison
from brightfutures.measures.track_record.scores import shipped_scores
from brightfutures.money.other_return import OtherReturn
from brightfutures.published.readings import Judgement
from brightfutures.quantities import Area, CannotAnswer

NO_MEASURE_OF_LEADERSHIP = "No published figure measures leadership."

NOTHING_OF_WHAT_WORKS = "Figures alone cannot say what works, here or anywhere."

NO_FIGURES = (say("No figures that speak of it are loaded.", certainty=Certainty.AS_PUBLISHED),)

MOST_LEARNT_FROM = 3
"""So many pages that name councils which improved are led to from one priority."""

HOW_TO_READ = (
    "Of two figures the first is this council’s and the second the average of similar councils or, "
    "where those tell nothing, of all England’s councils, each counted alike.",
    "One stands apart where the gap is more than the figure ordinarily moves and is clear among so "
    "many tests; that is neither better nor worse unless it says so.",
)
"""What must be known to read the page."""


@dataclass(frozen=True, kw_only=True)
class PriorityFindings:
    """One priority of one council.

    `says` is what the figures say of it in a sentence or two, and `in_turn` has a sentence for each
    measure that stands apart or has moved, or is told untested. `comparisons` are the measures it
    is read from; `learn_from` the indicators on whose pages councils are named that improved.
    """

    priority: Priority
    says: tuple[Said, ...]
    in_turn: tuple[Said, ...]
    questions: tuple[Question, ...]
    comparisons: tuple[Comparison, ...]
    learn_from: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Priorities:
    """All seven of one council, as values and sentences.

    `with_figures` are the indicators read of which the store knows anything.
    """

    area: Area
    headline: Finding
    lead: str
    sections: tuple[PriorityFindings, ...]
    area_notes: tuple[str, ...]
    with_figures: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """What a priority is read from."""

    catalogue: Catalogue
    area: Area
    by_id: Mapping[str, Comparison]
    judgements: Sequence[Judgement]
    improved: Improved
    other: OtherReturn | None

    def chosen(self, priority: Priority) -> tuple[Comparison, ...]:
        """The comparisons of a priority's indicators that have figures."""
        return tuple(self.by_id[name] for name in priority.about if name in self.by_id)


def indicators_read(catalogue: Catalogue) -> frozenset[str]:
    """The indicators that the page is read from: no others need to be compared."""
    chosen = {name for priority in catalogue.priorities.values() for name in priority.about}
    fixed_set = {entry.id for entry in catalogue.health_check_set()}
    return frozenset(chosen | fixed_set | set(WITHOUT_UNACCOMPANIED.values()))


def priorities(
    catalogue: Catalogue,
    geography: Geography,
    area: Area,
    comparisons: Sequence[Comparison],
    judgements: Sequence[Judgement],
    improved: Improved,
    other: OtherReturn | None = None,
) -> Priorities:
    """The seven priorities of one council, in the sector's order.

    `comparisons` are those of `indicators_read` that have figures, in the catalogue's order, and
    `judgements` the council's inspections, newest first; `other` is what its other return tells of
    the newest year. Raises `CannotAnswer` where none of the measures that a priority is read from
    is loaded.
    """
    asked = _Asked(
        catalogue=catalogue,
        area=area,
        by_id={entry.indicator: entry for entry in comparisons},
        judgements=judgements,
        improved=improved,
        other=other,
    )
    sections = tuple(
        _READ_FROM[priority.reading](asked, priority) for priority in catalogue.priorities.values()
    )
    if not any(section.comparisons for section in sections):
        raise CannotAnswer(
            "The files that are loaded hold no measure of the seven priorities; docs/statistics.md "
            "lists the publications that do."
        )
    fixed_set = [
        asked.by_id[entry.id] for entry in catalogue.health_check_set() if entry.id in asked.by_id
    ]
    return Priorities(
        area=area,
        headline=priority_headline(
            [(section.priority, section.comparisons) for section in sections], area
        ),
        lead=_lead(sections),
        sections=sections,
        area_notes=(
            *few_children_note(catalogue.indicators, fixed_set, area.name),
            *area_notes(geography, area),
        ),
        with_figures=frozenset(asked.by_id),
    )


def _lead(sections: Sequence[PriorityFindings]) -> str:
    """How the measures stand that the headline rests on."""
    standing = [each for each in sections if each.priority.reading is Reading.STANDING]
    read = [entry for section in standing for entry in section.comparisons]
    of = listed([section.priority.short for section in standing])
    return " ".join(said.sentence for said in tally(read, f"of {of}"))


def _standing(asked: _Asked, priority: Priority) -> PriorityFindings:
    found = asked.chosen(priority)
    return _section(asked, priority, says=tally(found) if found else NO_FIGURES, found=found)


def _spending(asked: _Asked, priority: Priority) -> PriorityFindings:
    found, indicators = asked.chosen(priority), asked.catalogue.indicators
    spent, *shares = spending_sentences(indicators, asked.by_id, asked.other)
    untested = (*shares, *not_apart_sentences(indicators, found))
    return _section(asked, priority, says=(spent,), found=found, first=untested)


def _judgement(asked: _Asked, priority: Priority) -> PriorityFindings:
    found = asked.chosen(priority)
    touch = tally(found, "that touch it") if found else ()
    grade = leaders_sentence(asked.judgements)
    first = say(f"{NO_MEASURE_OF_LEADERSHIP} {grade}", certainty=Certainty.AS_PUBLISHED)
    return _section(asked, priority, says=(first, *touch), found=found)


def _movement(asked: _Asked, priority: Priority) -> PriorityFindings:
    indicators = asked.catalogue.indicators
    found = agreed(indicators, tuple(asked.by_id.values()))
    return PriorityFindings(
        priority=priority,
        says=(*improvement_sentences(indicators, found), *_how_sure(found)),
        in_turn=movers(indicators, found),
        questions=_questions(asked, priority),
        comparisons=found,
        learn_from=worth_asking_others(indicators, found, asked.improved)[:MOST_LEARNT_FROM],
    )


def _how_sure(found: Sequence[Comparison]) -> tuple[Said, ...]:
    """How sure a movement is, where any can be read."""
    if not any(map(movement_is_read, found)):
        return ()
    return (say(sureness_sentence(shipped_scores()), certainty=Certainty.AS_PUBLISHED),)


def _nothing(asked: _Asked, priority: Priority) -> PriorityFindings:
    first = say(NOTHING_OF_WHAT_WORKS, certainty=Certainty.AS_PUBLISHED)
    some = tuple(name for name, found in asked.improved.items() if found)
    return PriorityFindings(
        priority=priority,
        says=(first, *who_improved_anywhere(asked.by_id, asked.improved)),
        in_turn=(),
        questions=_questions(asked, priority),
        comparisons=(),
        learn_from=some[:MOST_LEARNT_FROM],
    )


def _section(
    asked: _Asked,
    priority: Priority,
    *,
    says: tuple[Said, ...],
    found: tuple[Comparison, ...],
    first: tuple[Said, ...] = (),
) -> PriorityFindings:
    return PriorityFindings(
        priority=priority,
        says=says,
        in_turn=(
            *first,
            *what_is_clear(asked.catalogue.indicators, found, asked.area, asked.by_id),
        ),
        questions=_questions(asked, priority),
        comparisons=found,
    )


def _questions(asked: _Asked, priority: Priority) -> tuple[Question, ...]:
    return tuple(asked.catalogue.questions[code] for code in priority.questions)


_READ_FROM: Mapping[Reading, Callable[[_Asked, Priority], PriorityFindings]] = {
    Reading.STANDING: _standing,
    Reading.SPENDING: _spending,
    Reading.JUDGEMENT: _judgement,
    Reading.MOVEMENT: _movement,
    Reading.NOTHING: _nothing,
}
