"""The traps of another tool's answer, each as a plain sentence true of the case at hand."""

from __future__ import annotations

from brightfutures.findings.figures import MISSING_SENTENCES
from brightfutures.findings.place_names import placed
from brightfutures.measures.compatibility.traps import Trap, TrapKind
from brightfutures.quantities import Reason

_SENTENCES: dict[TrapKind, str] = {
    TrapKind.FEW_NEIGHBOURS: (
        "Only {count} of the {listed} neighbours {have} a figure in {period}, and the tool does "
        "not say so."
    ),
    TrapKind.NO_NEIGHBOURS: (
        "None of the neighbours has a figure in {period}, so there is nothing to compare with."
    ),
    TrapKind.NO_VALUE_IN_LATEST: (
        "The tool looks at {period}, its newest period, in which {council} has no figure; its "
        "newest is of {newest}."
    ),
    TrapKind.REASON_LOST: "The tool does not say why there is no figure for {period}. {reason}",
    TrapKind.SIDES_DISAGREE: (
        "Which average is taken decides the side: of the same neighbours, {council} is above "
        "{above} and below {below}."
    ),
    TrapKind.CHANGE_ACROSS_GAP: (
        "The tool calls it the change from the previous year, but it runs from {before} to "
        "{period}."
    ),
    TrapKind.ARROW_OF_NO_CHANGE: (
        "The change is shown as {change}, and yet the arrow points {arrow}: it is drawn from "
        "figures before rounding."
    ),
    TrapKind.ARROW_WITHIN_WOBBLE: (
        "The arrow is {colour} for the change from {before} to {period} alone; over five years "
        "our own test finds no clear change."
    ),
    TrapKind.BANDS_OVERLAP: (
        "By the labels under the bands {value} is in {bands} at once, because of how the tool "
        "rounds them."
    ),
    TrapKind.LABEL_CONTRADICTS_BAND: (
        "The tool puts {council} in band {band}, while by its own labels {value} is in {held}."
    ),
    TrapKind.TODAYS_NEIGHBOURS: (
        "Of the {listed} neighbours, {count} {are} not in the table of 2021, and yet the tool "
        "averages today’s neighbours for every past year."
    ),
    TrapKind.FAR_NEIGHBOURS: (
        "The table calls {count} of the {listed} neighbours only somewhat close or not close, "
        "which the tool does not show."
    ),
    TrapKind.DIRECTION_CONTESTED: (
        "The tool colours it as if a {good} figure were good. We do not say which way is good, "
        "because people who know the field disagree."
    ),
    TrapKind.JOINT_RETURN: (
        "{council} returns this figure together with another council, so the tool has none for "
        "{council} alone."
    ),
    TrapKind.SUM_LABELLED_MEDIAN: (
        "Beside the neighbours’ rate the tool has a number, {sum}. It is called a median and is "
        "the sum of {count} councils."
    ),
    TrapKind.MEDIAN_OF_ROUNDED: (
        "The median is of figures that were rounded before: rounded only once it would be "
        "{once}, not {shown}."
    ),
    TrapKind.ROUNDED_TO_NOTHING: (
        "Both are shown as {shown} because they are rounded so far; before, they are {own} and "
        "{other}."
    ),
    TrapKind.RELABELLED: (
        "The tool marks the figure as one that does not apply. The count is there: it is the "
        "number of children to divide it by that is not."
    ),
    TrapKind.CHANCE_ALONE: (
        "Beside England the word is {word}, because only chance in the counts is allowed for. "
        "Our own test also allows for how much this figure ordinarily moves, and says about the "
        "same."
    ),
    TrapKind.TREND_OVER_HOLE: (
        "The trend steps over {period}, for which there is no figure, as if the years on either "
        "side were next to each other."
    ),
    TrapKind.COUNTS_ROUNDED: (
        "The counts are published rounded to {step}, so the ranges can differ a little from those "
        "that Fingertips works out."
    ),
    TrapKind.TREND_ACROSS_BREAK: (
        "The trend is read across {period}, when what is counted changed."
    ),
}


def trap_sentence(trap: Trap, council: str) -> str:
    """What misleads in this answer, said so that a councillor understands it."""
    facts = {**trap.facts, "council": placed(council)}
    if trap.kind is TrapKind.REASON_LOST:
        facts["reason"] = MISSING_SENTENCES[Reason(facts["reason"])]
    if trap.kind is TrapKind.LABEL_CONTRADICTS_BAND:
        facts["held"] = _bands(facts["held"])
    one = facts.get("count") == "1"
    said = _SENTENCES[trap.kind].format(
        have="has" if one else "have", are="is" if one else "are", **facts
    )
    return f"{said[0].upper()}{said[1:]}"


def _bands(letters: str) -> str:
    if letters == "-":
        return "none"
    return f"band {letters}" if len(letters) == 1 else f"bands {' and '.join(letters)}"


def trap_sentences(traps: tuple[Trap, ...], council: str) -> tuple[str, ...]:
    """Every trap that bites, in words, in the order in which they were found."""
    return tuple(trap_sentence(trap, council) for trap in traps)
