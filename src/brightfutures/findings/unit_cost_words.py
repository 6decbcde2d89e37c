"""Weekly costs of placements in words: what one cost, beside whom, by which count, worth what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from brightfutures.findings.comparison_words import SIMILAR_COUNCILS, Whom, the_one_told
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.no_cost_words import why_no_cost
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import large_pounds, share_words, whole_pounds
from brightfutures.money.placement_kinds import (
    ALL_IN_CARE,
    FOSTERING,
    RESIDENTIAL,
    PlacementKind,
)
from brightfutures.money.unit_cost import UnitCost
from brightfutures.quantities import Missing, round_half_away_from_zero

OF_A_WEEK: Mapping[str, str] = {
    RESIDENTIAL.id: "a week of residential care",
    FOSTERING.id: "a week of fostering",
    ALL_IN_CARE.id: "a week of care of any kind",
}
"""What is bought, by the id of a kind."""

ONE_OF: Mapping[str, str] = {
    RESIDENTIAL.id: "residential placement",
    FOSTERING.id: "foster placement",
    ALL_IN_CARE.id: "child in care",
}
"""One of them, by the id of a kind."""

NOT_TESTED = (
    "Nothing here says that a cost is too high or too low: a dear placement may be for a child who "
    "needs more, and a council may book a cost on another line."
)

TOO_NARROW = (
    "For one kind of home the likely range is rather too narrow than too wide, as children change "
    "homes more often than they leave care."
)
"""What to know of the likely range of a week's cost, wherever such ranges are told."""

HOW_WORKED_OUT = (
    "A week’s cost is the line’s spending before income over children, and over 52 weeks and a "
    "day. The children are the mean of those on 31 March at both ends of the year. The range is "
    f"for how far those two days may be from the year between them. {TOO_NARROW}"
)

WHAT_IS_COUNTED: Mapping[str, str] = {
    RESIDENTIAL.id: (
        "The children are those in children’s homes and secure homes. The line also pays for the "
        "few in residential schools and care homes, whose numbers are withheld for most councils, "
        "so this cost is somewhat too high."
    ),
    FOSTERING.id: (
        "The children are those in all foster homes, with relatives and friends or others. Some "
        "councils book homes with relatives and friends, or carers’ social workers, elsewhere."
    ),
    ALL_IN_CARE.id: (
        "The line also holds adoption, special guardianship and leaving care, which are for "
        "children and young people who are not in care on the day."
    ),
}
"""What to know of each kind's pounds and children, by its id."""

_AVERAGE = (
    "is an average and not what would be saved or spent at once: homes, contracts and staff cost "
    "the same when one child leaves, and the next child may need more or less than most."
)
NOT_AT_ONCE = f"It {_AVERAGE}"
ONE_PLACEMENT_IS = f"One placement for a year {_AVERAGE}"


def cost_sentence(council: str, cost: UnitCost) -> str:
    """What a week cost a council in a year, with its range."""
    what = OF_A_WEEK[cost.kind]
    if isinstance(cost.weekly, Missing):
        return f"{no_cost_sentence(council, cost)} {why_no_cost(cost)}"
    one_end = "" if cost.both_year_ends else ", by the children of one day only"
    return (
        f"In {cost.period} {what} cost {placed(council)} {whole_pounds(cost.weekly.pounds)} for "
        f"each child{_range(cost)}{one_end}."
    )


def no_cost_sentence(council: str, cost: UnitCost) -> str:
    """That there is no weekly cost, where the reason is told elsewhere."""
    return f"There is no cost of {OF_A_WEEK[cost.kind]} in {placed(council)} for {cost.period}."


def beside_cost_sentence(
    theirs: UnitCost, names: Mapping[str, str], whom: Whom = SIMILAR_COUNCILS
) -> str:
    """What it cost the councils it is compared with, their pounds over their weeks.

    `names` are those councils' by their codes.
    """
    silent = [placed(names[area]) for area, _ in theirs.left_out]
    without = f" There is no figure for {listed(silent)}." if silent else ""
    if isinstance(theirs.weekly, Missing):
        return f"There is no figure for {theirs.period} of {whom.councils}."
    week = f"{whole_pounds(theirs.weekly.pounds)} a week{_range(theirs)}"
    if theirs.councils == 1:
        return f"{the_one_told(names, dict(theirs.left_out), whom)} paid {week}.{without}"
    return (
        f"{counted(theirs.councils)} {whom.after_number} taken together paid {week}: all their "
        f"pounds over all their weeks.{without}"
    )


ASKED_ABOUT = (
    "The checks on its return ask whether that is right: it is far from what nearly all councils "
    "tell, or from what can be."
)
"""What is said after a council's own weekly cost that a check asks about."""


def rings_sentence(costs: Sequence[tuple[str, float]], beyond: Collection[str] = ()) -> str:
    """Which councils' costs the checks ask about, and why; nothing where it is none.

    `costs` are the names of the councils with their weekly costs in pounds, and `beyond` the names
    of those that lie beyond an edge of the strip.
    """
    if not costs:
        return ""
    named = listed(
        [
            f"{placed(name)} ({whole_pounds(pounds)}{' beyond the edge' * (name in beyond)})"
            for name, pounds in sorted(costs)
        ]
    )
    one = len(costs) == 1
    so_many, are = ("one", "it is") if one else (f"{len(costs)}", "they are")
    return (
        f"The checks on returns ask about {so_many} of these costs, ringed if on the strip: "
        f"{are} far from what nearly all councils tell, or from what can be, so money or children "
        f"may stand elsewhere. {'It is' if one else 'They are'} of {named}."
    )


def cost_gap_sentence(ours: UnitCost, theirs: UnitCost) -> str:
    """The difference a week, in pounds and as a share; nothing where either is not known.

    Where its likely range holds nought, which way it goes is not told.
    """
    if isinstance(ours.weekly, Missing) or isinstance(theirs.weekly, Missing):
        return ""
    gap = _whole(ours.weekly.pounds) - _whole(theirs.weekly.pounds)
    if gap == 0:
        return "That is the same cost for a week."
    share = share_words(abs(gap) / theirs.weekly.pounds)
    if not ours.surely_apart_from(theirs):
        return (
            f"The two are {whole_pounds(abs(gap))} a week apart, or {share}; which way they differ "
            "cannot be told."
        )
    more = "more" if gap > 0 else "less"
    return f"That is {whole_pounds(abs(gap))} a week {more}, or {share}."


def printed_sentence(cost: UnitCost, kind: PlacementKind) -> str:
    """The department's own weekly cost and how far it is from ours, with the reasons there are."""
    if isinstance(cost.printed, Missing):
        return "The department prints no weekly cost for it."
    price = whole_pounds(cost.printed.pounds)
    by = (
        "by the days of care that children had in the year"
        if kind.printed_by_days
        else "by the children of 31 March alone"
    )
    opening = f"The Department for Education prints {price} a week, {by}"
    more = cost.printed_is_more_by
    if more is None:
        return f"{opening}."
    size = share_words(abs(more))
    if size in ("0%", "under 1%"):
        return f"{opening}, which is within 1% of this."
    which = "more" if more > 0 else "less"
    return f"{opening}: {size} {which}. {_why_printed_differs(kind)}"


def printed_year_sentence(cost: UnitCost) -> str:
    """What one placement for a whole year is worth at the printed cost; nothing without one."""
    each = cost.one_placement_printed
    if isinstance(each, Missing):
        return ""
    return (
        f"At the department’s cost one {ONE_OF[cost.kind]} for a whole year is about "
        f"{large_pounds(_three_figures(each.pounds))}."
    )


def _why_printed_differs(kind: PlacementKind) -> str:
    if kind.printed_by_days:
        return (
            "It counts every day of the year, those in residential schools and care homes too, "
            "and takes its pounds from the section 251 return."
        )
    return "It takes its pounds from the section 251 return, which can differ from the outturn."


def one_placement_sentence(council: str, cost: UnitCost) -> str:
    """What one placement fewer or more is worth in a year, at a council's average.

    And what that is not.
    """
    each = cost.one_placement
    if isinstance(each, Missing):
        return ""
    of = ONE_OF[cost.kind]
    return (
        f"For {placed(council)}, at its own average, one {of} fewer or more for a whole "
        f"year is about {large_pounds(_three_figures(each.pounds))} before income. {NOT_AT_ONCE}"
    )


def likely_words(cost: UnitCost) -> str:
    """The likely range of what a week cost, as a cell has it; nothing where it has none."""
    if cost.likely is None:
        return ""
    return f"{whole_pounds(cost.likely.low)} to {whole_pounds(cost.likely.high)}"


def _range(cost: UnitCost) -> str:
    if cost.likely is None:
        return ""
    low, high = whole_pounds(cost.likely.low), whole_pounds(cost.likely.high)
    return "" if low == high else f" (likely between {low} and {high})"


def _whole(value: float) -> float:
    return round_half_away_from_zero(value, 0)


def _three_figures(value: float) -> float:
    """To three figures: an average does not know the pound."""
    size = len(str(int(abs(value)))) - 3
    return float(round(value, -size)) if size > 0 else value
