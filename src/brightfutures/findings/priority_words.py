"""What stands apart and what has moved among a priority's measures, each in a sentence of its own.

Better and worse stand only in sentences about one measure of which the catalogue says which way
is good.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import GoodDirection, Indicator
from brightfutures.findings.companions import rests_on_unaccompanied_children
from brightfutures.findings.few import is_few
from brightfutures.findings.figures import counted, figure
from brightfutures.findings.finding import Certainty
from brightfutures.findings.headline import difference_sentence
from brightfutures.findings.measure_words import figures_beside, with_unit
from brightfutures.findings.said import Named, Said, say
from brightfutures.findings.two_years import both_ends, from_and_to
from brightfutures.findings.verdict_words import DIFFERENT, UNUSUAL, direction_words
from brightfutures.findings.why_not_words import why_not, why_not_words
from brightfutures.measures.results import Comparison, Direction, Level, Moved, Movement
from brightfutures.quantities import Area, Missing

Comparisons = Mapping[str, Comparison]

AVERAGE_COUNCIL = "the average council"
"""Whom a council is compared with where similar ones tell nothing: all of England's, each counted
alike, which England's own figure is not."""

MOVED = (Movement.HAS_RISEN, Movement.HAS_FALLEN)


def can_be_tested(comparison: Comparison) -> bool:
    """Whether it has a verdict other than that nothing can be said."""
    return comparison.verdict.level is not Level.CANNOT_SAY


def stands_apart(comparison: Comparison) -> bool:
    """Whether the council is called higher or lower."""
    return comparison.verdict.level in DIFFERENT


def has_moved(comparison: Comparison) -> bool:
    """Whether the council's own figure has risen or fallen."""
    return comparison.moved is not None and comparison.moved.level in MOVED


def movement_is_read(comparison: Comparison) -> bool:
    """Whether anything can be said of its movement."""
    return comparison.moved is not None and comparison.moved.level is not Movement.CANNOT_SAY


def movement_direction(indicator: Indicator, moved: Moved) -> Direction:
    """What a movement means for children, where the catalogue says which way is good."""
    if moved.level not in MOVED or indicator.good_direction is GoodDirection.NEITHER:
        return Direction.NEITHER
    risen = moved.level is Movement.HAS_RISEN
    good = risen == (indicator.good_direction is GoodDirection.HIGHER)
    return Direction.BETTER if good else Direction.WORSE


def tally(comparisons: Sequence[Comparison], which: str = "chosen here") -> tuple[Said, ...]:
    """How many can be tested, how many stand apart, and how many have moved; one or two sentences.

    `which` follows the word "measures".
    """
    number = len(comparisons)
    tested = [entry for entry in comparisons if can_be_tested(entry)]
    if not tested:
        none = {1: "The one measure", 2: "Neither of the two measures"}
        whether = none.get(number, f"None of the {_word(number)} measures")
        can = "cannot be tested" if number == 1 else "can be tested"
        reasons = why_not_words(why_not(comparisons))
        return (
            say(
                f"{whether} {which} {can}. {reasons[0].upper()}{reasons[1:]}.",
                about=comparisons,
                certainty=Certainty.AS_PUBLISHED,
            ),
        )
    apart = sum(map(stands_apart, tested))
    stand = f"{_word(apart) if apart else _none_of(len(tested))} stand{'' if apart > 1 else 's'}"
    said = f"{_of_these(len(tested), number, which)} {stand} apart from other councils."
    return (say(said, about=tested), *_movements(comparisons))


def _of_these(tested: int, number: int, which: str) -> str:
    if tested < number:
        return f"Of the {_word(number)} measures {which}, {_word(tested)} can be tested, and"
    if number == 1:
        return f"The one measure {which} can be tested, and"
    every = "both" if number == 2 else f"all {_word(number)}"
    return f"{every.capitalize()} measures {which} can be tested, and"


def _movements(comparisons: Sequence[Comparison]) -> tuple[Said, ...]:
    read = [entry for entry in comparisons if movement_is_read(entry)]
    if not read:
        return (
            say(
                "Whether any has moved over five years cannot be said.",
                about=comparisons,
                certainty=Certainty.AS_PUBLISHED,
            ),
        )
    moved = sum(map(has_moved, read))
    return (say(f"Over five years {_so_many_moved(moved, len(read))} clearly moved.", about=read),)


def _so_many_moved(moved: int, read: int) -> str:
    """How many of those that can be read, as the words between "years" and "clearly moved"."""
    so_far_back = "that can be read so far back"
    if read == 1:
        return f"the only one {so_far_back} {'has' if moved else 'has not'}"
    if moved == read:
        return f"{'both' if read == 2 else f'all {_word(read)}'} {so_far_back} have"
    if not moved:
        return f"{_none_of(read)} of the {_word(read)} {so_far_back} has"
    return f"{_word(moved)} of the {_word(read)} {so_far_back} {'have' if moved > 1 else 'has'}"


def _none_of(count: int) -> str:
    return "neither" if count == 2 else "none"


def _word(count: int) -> str:
    return counted(count).lower()


def what_is_clear(
    indicators: Mapping[str, Indicator],
    comparisons: Sequence[Comparison],
    area: Area,
    beside: Comparisons,
) -> tuple[Said, ...]:
    """Those that stand apart, the clearest first, and then those that have only moved."""
    apart = sorted(filter(stands_apart, comparisons), key=_clearness, reverse=True)
    only_moved = [entry for entry in comparisons if has_moved(entry) and not stands_apart(entry)]
    return (
        *(apart_sentence(indicators[entry.indicator], entry, area, beside) for entry in apart),
        *(moved_sentence(indicators[entry.indicator], entry) for entry in only_moved),
    )


def _clearness(entry: Comparison) -> tuple[bool, float, float]:
    verdict = entry.verdict
    unusual = verdict.level in UNUSUAL
    return unusual, abs(verdict.z_usual or 0.0), abs(verdict.z_wobble or 0.0)


def apart_sentence(
    indicator: Indicator, comparison: Comparison, area: Area, beside: Comparisons
) -> Said:
    """One measure that stands apart: on which side, both figures, and whether it has also moved."""
    verdict = comparison.verdict
    average = AVERAGE_COUNCIL if verdict.against == "england" else None
    said = difference_sentence(indicator, comparison, area.name, average)
    if rests_on_unaccompanied_children(comparison, beside):
        said += ", but not once unaccompanied children are left out"
    direction = direction_words(verdict)
    tail = f" in {comparison.period}{f', which is {direction}' if direction else ''}."
    if is_few(indicator, comparison):
        tail += " So few are counted that one or two more could change this."
    if isinstance(comparison.here.value, Missing):
        return say(
            f"{said}{f', which is {direction}' if direction else ''}. ",
            Named(indicator.id, "The number is withheld"),
            " (1 to 5), and the answer is the same whichever it is.",
            about=(comparison,),
        )
    if has_moved(comparison):
        tail += f" {_since(indicator, comparison)}"
    return say(
        f"{said}: ",
        Named(indicator.id, figures_beside(indicator, comparison)),
        tail,
        about=(comparison,),
    )


def moved_sentence(indicator: Indicator, comparison: Comparison) -> Said:
    """One measure that has moved."""
    moved = comparison.moved
    assert moved is not None
    return say(
        "“",
        Named(indicator.id, indicator.title),
        f"” {_has(moved)}{_both_ends(indicator, moved)}{_for_what(indicator, moved)}.",
        about=(comparison,),
    )


def _since(indicator: Indicator, comparison: Comparison) -> str:
    """That a figure which has just been said has also moved."""
    moved = comparison.moved
    assert moved is not None
    return f"It {_has(moved)}{_both_ends(indicator, moved)}{_for_what(indicator, moved)}."


def _both_ends(indicator: Indicator, moved: Moved) -> str:
    """From where to where, each of two years together and not the newest figure alone."""
    ends = both_ends(moved)
    if ends is None:
        return ""
    began, came = (figure(indicator, end) for end in ends)
    return f" {from_and_to(moved, began, with_unit(indicator, came))}"


def _has(moved: Moved) -> str:
    return "has risen" if moved.level is Movement.HAS_RISEN else "has fallen"


def _for_what(indicator: Indicator, moved: Moved) -> str:
    direction = movement_direction(indicator, moved)
    return "" if direction is Direction.NEITHER else f", for the {direction.value}"
