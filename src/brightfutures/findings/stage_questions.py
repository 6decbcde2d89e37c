"""What to ask at a stage: the catalogue's questions of the measures that stand out here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, Question
from brightfutures.findings.bullets import ABOUT_UNACCOMPANIED
from brightfutures.findings.companions import rests_on_unaccompanied_children
from brightfutures.findings.measure_words import named
from brightfutures.findings.profile import Profile
from brightfutures.findings.said import Said, say
from brightfutures.findings.verdict_words import DIFFERENT, level_words
from brightfutures.measures.results import Comparison, Movement

MOST_QUESTIONS = 5
FEWEST_QUESTIONS = 3
"""So many are asked even where nothing stands out."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question and the measure it is about, with what stands out on it."""

    question: Question
    about: Said


def stage_questions(
    catalogue: Catalogue, profile: Profile, by_id: Mapping[str, Comparison]
) -> tuple[Asked, ...]:
    """At most five: of what differs, then of what has moved, main measures first.

    Each measure asks its first question before any asks its second. Where little stands out, the
    main measures' first questions follow.
    """
    main = [one for one in profile.published if catalogue.indicators[one.indicator].health_check]
    stand_out = [
        *_main_first(catalogue, profile.different),
        *_main_first(catalogue, profile.moved),
    ]
    asked: dict[str, Asked] = {}
    for entry, code in _in_rounds(catalogue, stand_out, by_id):
        if len(asked) < MOST_QUESTIONS:
            asked.setdefault(code, _asked(catalogue, entry, code))
    for entry, code in _in_rounds(catalogue, main or profile.published, by_id):
        if len(asked) < FEWEST_QUESTIONS:
            asked.setdefault(code, _asked(catalogue, entry, code))
    return tuple(asked.values())


def _main_first(catalogue: Catalogue, entries: Sequence[Comparison]) -> list[Comparison]:
    return sorted(entries, key=lambda one: not catalogue.indicators[one.indicator].health_check)


def _in_rounds(
    catalogue: Catalogue, entries: Sequence[Comparison], by_id: Mapping[str, Comparison]
) -> Iterator[tuple[Comparison, str]]:
    """Every measure's first question, then every measure's second, and so on."""
    lists = [(entry, _codes(catalogue, entry, by_id)) for entry in entries]
    for place in range(max((len(codes) for _, codes in lists), default=0)):
        for entry, codes in lists:
            if place < len(codes):
                yield entry, codes[place]


def _codes(
    catalogue: Catalogue, entry: Comparison, by_id: Mapping[str, Comparison]
) -> tuple[str, ...]:
    codes = catalogue.indicators[entry.indicator].questions
    of_them = rests_on_unaccompanied_children(entry, by_id)
    return (ABOUT_UNACCOMPANIED, *codes) if of_them else codes


def _asked(catalogue: Catalogue, entry: Comparison, code: str) -> Asked:
    indicator = catalogue.indicators[entry.indicator]
    words = named(indicator)
    notes = []
    if entry.verdict.level in DIFFERENT:
        notes.append(level_words(indicator, entry.verdict).lower())
    moved = entry.moved.level if entry.moved else Movement.CANNOT_SAY
    if moved in (Movement.HAS_RISEN, Movement.HAS_FALLEN):
        notes.append(moved.value.replace("_", " "))
    said = f" ({', '.join(notes)})" if notes else ""
    return Asked(question=catalogue.questions[code], about=say("On ", words, said, about=(entry,)))
