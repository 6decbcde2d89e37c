"""Continuous improvement: what has moved here, and on which measures anybody improved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from brightfutures.catalogue import GoodDirection, Indicator
from brightfutures.findings.figures import counted
from brightfutures.findings.finding import Certainty
from brightfutures.findings.priority_words import (
    has_moved,
    moved_sentence,
    movement_direction,
    movement_is_read,
)
from brightfutures.findings.said import Said, say
from brightfutures.measures.results import Comparison, Direction

Improved = Mapping[str, int | None]
"""By indicator, how many councils improved by clearly more than others that began where they did.

None where it cannot be asked of the newest five years.
"""


NOT_TESTED = Certainty.AS_PUBLISHED


def agreed(
    indicators: Mapping[str, Indicator], comparisons: Sequence[Comparison]
) -> tuple[Comparison, ...]:
    """The measures of the health check of which the catalogue says which way is good."""
    return tuple(
        entry
        for entry in comparisons
        if indicators[entry.indicator].health_check
        and indicators[entry.indicator].good_direction is not GoodDirection.NEITHER
    )


def improvement_sentences(
    indicators: Mapping[str, Indicator], comparisons: Sequence[Comparison]
) -> tuple[Said, ...]:
    """How many moved for the better, for the worse and neither way, over five years."""
    if not comparisons:
        return (say("No measure of the health check has figures.", certainty=NOT_TESTED),)
    on = (
        f"On {_word(len(comparisons))} measures of the health check it is agreed which way is good."
    )
    read = [entry for entry in comparisons if movement_is_read(entry)]
    if not read:
        none = f"{on} Of none of them can five years be read here."
        return (say(none, about=comparisons, certainty=NOT_TESTED),)
    return (
        say(on, about=comparisons),
        say(_moved(indicators, read, len(comparisons) - len(read)), about=comparisons),
    )


def _moved(indicators: Mapping[str, Indicator], read: Sequence[Comparison], unread: int) -> str:
    found = Counter(_direction(indicators, entry) for entry in read)
    moved = [(found[way], way) for way in (Direction.BETTER, Direction.WORSE) if found[way]]
    beyond = f", and of {_word(unread)} it cannot be said" if unread else ""
    if not moved:
        none = (
            f"none of the {_word(len(read))} that can be read has"
            if len(read) > 1
            else "the only one that can be read has not"
        )
        return f"Over five years {none} clearly moved here{beyond}."
    (count, way), *more = moved
    have = "have" if count > 1 else "has"
    said = f"Over five years {_word(count)} {have} clearly moved for the {way.value} here"
    said += "".join(f" and {_word(count)} for the {way.value}" for count, way in more)
    neither = found[Direction.NEITHER]
    rest = f"; {_word(neither)} moved neither way" if neither else ""
    return f"{said}{rest}{beyond}."


def _direction(indicators: Mapping[str, Indicator], entry: Comparison) -> Direction:
    assert entry.moved is not None
    return movement_direction(indicators[entry.indicator], entry.moved)


def movers(
    indicators: Mapping[str, Indicator], comparisons: Sequence[Comparison]
) -> tuple[Said, ...]:
    """Each that has moved, in the order of the child's journey."""
    return tuple(
        moved_sentence(indicators[entry.indicator], entry)
        for entry in comparisons
        if has_moved(entry)
    )


def worth_asking_others(
    indicators: Mapping[str, Indicator], comparisons: Sequence[Comparison], improved: Improved
) -> tuple[str, ...]:
    """The indicators on which the council lies or moved on the worse side and others improved."""
    return tuple(
        entry.indicator
        for entry in comparisons
        if improved.get(entry.indicator)
        and (
            entry.verdict.direction is Direction.WORSE
            or (has_moved(entry) and _direction(indicators, entry) is Direction.WORSE)
        )
    )


def who_improved_anywhere(
    comparisons: Mapping[str, Comparison], improved: Improved
) -> tuple[Said, ...]:
    """On how many measures some council of England improved; nothing if it cannot be asked."""
    asked = [name for name, found in improved.items() if found is not None]
    if not asked:
        return ()
    found = sum(bool(improved[name]) for name in asked)
    about = [comparisons[name] for name in asked if name in comparisons]
    did = (
        f"on {_word(found)} of {_word(len(asked))} measures some did, and on the others none did"
        if found
        else f"on none of {_word(len(asked))} measures did any"
    )
    return (
        say(
            "We look through England for councils that improved by clearly more than others that "
            f"began where they did: {did}.",
            about=about,
            certainty=Certainty.TESTED if about else NOT_TESTED,
        ),
    )


def _word(count: int) -> str:
    return counted(count).lower()
