"""Why there is no weekly cost of a placement: in a sentence, in a cell, and of several kinds."""

from __future__ import annotations

from collections.abc import Sequence

from brightfutures.findings.figures import listed, missing_sentences, missing_words
from brightfutures.findings.place_names import placed
from brightfutures.findings.sentence_case import inside
from brightfutures.money.placement_kinds import PlacementKind
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import Missing, Reason

BOOKED_ELSEWHERE = (
    "The return shows next to no spending on it although children live so: it is booked elsewhere."
)

NOT_ON_THE_LINE = "No pounds on that line were returned for publication."
NOT_ON_THE_LINES = "No pounds on those lines were returned for publication."
"""What is said without a figure on the line, whether or not the rest of the return was sent."""

NO_NUMBER = "The department publishes no number of children in care here to divide by."
"""What is said where its files mark the number of children as one that does not apply."""


def why_no_cost(cost: UnitCost) -> str:
    """Why there is no weekly cost: that a line has no pounds is said of the line.

    Nothing where there is one.
    """
    if not isinstance(cost.weekly, Missing):
        return ""
    if cost.booked_elsewhere:
        return BOOKED_ELSEWHERE
    if isinstance(cost.pounds, Missing) and Reason.NOT_RETURNED in cost.pounds.reasons:
        return NOT_ON_THE_LINE
    if _no_number(cost):
        return NO_NUMBER
    return missing_sentences(cost.weekly)


def short_why_no_cost(cost: UnitCost) -> str:
    """Why there is no weekly cost in two or three words for a cell; nothing where there is one."""
    if not isinstance(cost.weekly, Missing):
        return ""
    if cost.booked_elsewhere:
        return "on another line"
    return "not worked out" if _no_number(cost) else missing_words(cost.weekly)


def _no_number(cost: UnitCost) -> bool:
    """Whether the department publishes no number of children for the area (its mark is z)."""
    return isinstance(cost.children, Missing) and Reason.NOT_APPLICABLE in cost.children.reasons


def without_cost_sentence(council: str, costs: Sequence[tuple[PlacementKind, UnitCost]]) -> str:
    """Of which kinds a council has no weekly cost, and why: each reason once; nothing of none.

    Of which the department prints none is said too.
    """
    of_reason: dict[str, list[str]] = {}
    for kind, cost in costs:
        if why := why_no_cost(cost):
            of_reason.setdefault(why, []).append(inside(kind.title))
    silent = [inside(kind.title) for kind, cost in costs if isinstance(cost.printed, Missing)]
    said = [
        f"There is no weekly cost of {listed(kinds)} in {placed(council)}, and so none of one "
        f"placement for a year. {NOT_ON_THE_LINES if _of_lines(why, kinds) else why}"
        for why, kinds in of_reason.items()
    ]
    if silent:
        which = "any kind" if len(silent) == len(costs) else listed(silent)
        said.append(f"The department prints no cost of {which} here.")
    return " ".join(said)


def _of_lines(why: str, kinds: Sequence[str]) -> bool:
    """Whether a reason that is said of one line is said of several."""
    return why == NOT_ON_THE_LINE and len(kinds) > 1
