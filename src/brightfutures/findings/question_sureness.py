"""How sure what stands under a question is, in the words used for verdicts everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue import Indicator
from brightfutures.findings.companions import rests_on_unaccompanied_children
from brightfutures.findings.few import is_few
from brightfutures.findings.finding import Certainty
from brightfutures.findings.headline import is_behind
from brightfutures.findings.priority_words import (
    can_be_tested,
    has_moved,
    movement_direction,
    stands_apart,
)
from brightfutures.findings.question_choice import Chosen
from brightfutures.findings.said import Said, say
from brightfutures.findings.score_words import movement_doubt, range_doubt
from brightfutures.findings.steady_words import Holds, holds_a_year
from brightfutures.findings.verdict_words import (
    UNUSUAL,
    direction_words,
    level_words,
    lies_close,
    others,
)
from brightfutures.findings.why_not_words import reason_words
from brightfutures.measures.results import Comparison, Direction, Movement
from brightfutures.measures.track_record.scores import shipped_scores
from brightfutures.quantities import Missing

HOW_TO_READ = (
    "“Clearly differs” means that the gap is more than the figure ordinarily moves. It is the gap "
    "to similar councils or, where those tell nothing, to all others. That is neither better nor "
    "worse unless it says so, and there can be reasons that no figure shows."
)


def how_to_read() -> str:
    """What the words of every question mean, and how often the range of a gap holds it."""
    return f"{HOW_TO_READ} {range_doubt(shipped_scores())}"


def how_sure(
    indicators: Mapping[str, Indicator], by_id: Mapping[str, Comparison], chosen: Chosen
) -> Said:
    """One to three sentences; tested where a verdict or a movement stands behind them."""
    entry = chosen.about
    if entry is None:
        return say(
            "Nobody can tell from figures, here or anywhere.", certainty=Certainty.AS_PUBLISHED
        )
    indicator = indicators[entry.indicator]
    if stands_apart(entry):
        return say(" ".join(_differs(indicator, by_id, entry)), about=(entry,))
    if has_moved(entry):
        return say(" ".join(_moved(indicator, entry)), about=(entry,))
    if can_be_tested(entry):
        return say(_the_same(indicator, entry), about=(entry,))
    behind = is_behind(entry) and not isinstance(entry.here.value, Missing)
    why = "the newest figure is not there" if behind else reason_words(indicator, entry)
    return say(f"Cannot be judged: {why}.", about=(entry,), certainty=Certainty.AS_PUBLISHED)


def _differs(indicator: Indicator, by_id: Mapping[str, Comparison], entry: Comparison) -> list[str]:
    verdict = entry.verdict
    meaning = direction_words(verdict)
    which = f", which is {meaning}" if meaning else ""
    unusual = verdict.level in UNUSUAL
    level = level_words(indicator, verdict)
    side = level if unusual else f"Clearly {level.lower()}"
    than = "It lies outside the usual spread too, now and the time before." if unusual else ""
    said = [f"{side}{which}: the gap is more than this figure ordinarily moves.", than]
    if isinstance(entry.here.value, Missing):
        said.append("The number is withheld (1 to 5), and this is so whichever it is.")
    elif is_few(indicator, entry):
        said.append("But so few are counted that one or two more could change this.")
    if rests_on_unaccompanied_children(entry, by_id):
        said.append("It is not so once unaccompanied children are left out.")
    if holds_a_year(entry) is Holds.HARDLY:
        said.append("A gap here may be gone next year.")
    return [one for one in said if one]


def _moved(indicator: Indicator, entry: Comparison) -> list[str]:
    moved = entry.moved
    assert moved is not None
    has = "risen" if moved.level is Movement.HAS_RISEN else "fallen"
    direction = movement_direction(indicator, moved)
    meaning = "" if direction is Direction.NEITHER else f", for the {direction.value}"
    said = [
        f"It has clearly {has}{meaning}: by more than it ordinarily moves.",
        movement_doubt(shipped_scores()),
    ]
    if can_be_tested(entry):
        said.append(_the_same(indicator, entry))
    return said


def _the_same(indicator: Indicator, entry: Comparison) -> str:
    whom = others(entry.verdict)
    if lies_close(indicator, entry.verdict):
        return f"About the same as {whom}."
    return f"No clear difference from {whom}: the figures cannot tell."
