"""A gap in spend per child in words: each part with its range, and what it is made of.

A part is a way of adding up, and not what brought the gap about: *need* is what deprivation and age
lead one to expect, and whatever else makes families need help is in *number*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.booked_elsewhere_words import why_not_parted, without_pounds_sentence
from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.figures import listed, missing_sentences, number
from brightfutures.findings.gap_remainder_words import remainder_sentence
from brightfutures.findings.money_headline import NOT_ALL
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import share_words, whole_pounds
from brightfutures.findings.sentence_case import inside, with_capital
from brightfutures.findings.spend_words import gap_as_told
from brightfutures.money.gap_behind import FactorsOfSpend, GapBehind, KindBehind
from brightfutures.money.gap_result import Cause, GapSplit, NoPrice, Part
from brightfutures.money.split_levels import IN_CARE, SplitLevel
from brightfutures.quantities import Missing, Reason, round_half_away_from_zero

TITLES: Mapping[Cause, str] = {
    Cause.NEED: "Need",
    Cause.NUMBER: "Number of children in need",
    Cause.MIX: "Kinds of help",
    Cause.PRICE: "Cost for each child in need",
    Cause.REMAINDER: "Remainder",
}
IN_CARE_TITLES: Mapping[Cause, str] = {
    **TITLES,
    Cause.NUMBER: "Number of children in care",
    Cause.MIX: "Where they live",
    Cause.PRICE: "Cost of care for each child",
}

SHARE_OF_KIND: Mapping[str, str] = {
    "in_care": "were in care",
    "otherwise_in_need": "were in need and not in care",
    "residential_care": "lived in children’s homes",
    "fostering": "lived in foster care",
}
ONE_OF_KIND: Mapping[str, str] = {
    "in_care": "child in care on an ordinary day",
    "otherwise_in_need": "other child in need",
    "residential_care": "child in a children’s home on an ordinary day",
    "fostering": "child in foster care",
}

HOW_SURE = (
    "The ranges hold chance and the ordinary wobble in numbers of children, which similar councils "
    "were chosen, and the error of what is expected. They do not hold that councils book the same "
    "cost on different lines, or record children in need differently, and that can matter more."
)
NEED_IS = (
    "Need is only what deprivation and age suggest; need that they do not show is in the next "
    "part, the number of children in need."
)
COUNTED = (
    "Counted are children whose case was open on 31 March, those in care among them (the mean of "
    "two year-ends where both are known). Families given early help are not counted, though its "
    "cost is in family support."
)
HALF_A_POUND = 0.5
"""What is nearer to nought than this would be told as £0, and a clear part is not."""
ADDS_UP = "Unrounded, the parts add up to the gap exactly, whichever part is taken first."


@dataclass(frozen=True, kw_only=True)
class PartWords:
    """One part of a gap: its name, what it comes to with its range, and what it is made of."""

    cause: Cause
    title: str
    effect: str
    why: str

    @property
    def sentence(self) -> str:
        """All of it in a row."""
        return f"{self.title}: {self.effect} {self.why}"


def part_title(level: SplitLevel, cause: Cause) -> str:
    """What a part is called at a level."""
    return (IN_CARE_TITLES if level == IN_CARE else TITLES)[cause]


def parts_in_words(
    level: SplitLevel,
    split: GapSplit,
    behind: GapBehind,
    lines: Mapping[str, SpendLine],
    whom: Whom,
) -> tuple[PartWords, ...]:
    """A sentence for each part, in the order of the split."""
    whys = {
        Cause.NEED: f"{_need(level, behind, whom)}{'' if level == IN_CARE else f' {NEED_IS}'}",
        Cause.NUMBER: f"{_number(level, behind, whom)}{'' if level == IN_CARE else f' {COUNTED}'}",
        Cause.MIX: _mix(level, behind, whom),
        Cause.PRICE: _price(level, behind, lines, whom),
        Cause.REMAINDER: remainder_sentence(split, lines, whom, level),
    }
    return tuple(
        PartWords(
            cause=part.cause,
            title=part_title(level, part.cause),
            effect=effect_sentence(part),
            why=whys[part.cause],
        )
        for part in split.parts
    )


def effect_sentence(part: Part) -> str:
    """What a part comes to and how sure that is: "£537 less for each child, likely between …"."""
    low, high = sorted((part.low, part.high), key=abs)
    near = "under £1" if 0 < abs(low) < HALF_A_POUND else whole_pounds(abs(low))
    if not part.clear:
        return (
            f"{way(part.pounds_per_child)} for each child, but likely between {way(part.low)} "
            f"and {way(part.high)}: which way it goes cannot be told."
        )
    return f"{way(part.pounds_per_child)} for each child, likely between {near} and {way(high)}."


def way(pounds: float) -> str:
    """Pounds without their sign, and whether more or less: "£28 more"."""
    size = round_half_away_from_zero(abs(pounds), 0)
    if size == 0:
        return "£0"
    return f"{whole_pounds(size)} {'more' if pounds > 0 else 'less'}"


def _need(level: SplitLevel, behind: GapBehind, whom: Whom) -> str:
    return (
        "By deprivation and age alone, one would expect "
        f"{number(behind.ours.expected_per_10_000)} of every 10,000 children here to be "
        f"{_state(level)}, and {number(behind.theirs.expected_per_10_000)} in {whom.councils}."
    )


def _state(level: SplitLevel) -> str:
    return "in care" if level == IN_CARE else "in need"


def _number(level: SplitLevel, behind: GapBehind, whom: Whom) -> str:
    ours, theirs = behind.ours, behind.theirs
    return (
        f"{number(ours.helped_per_10_000)} of every 10,000 children here were {_state(level)}, "
        f"which is {_of_expected(ours)} of the number one would expect; in {whom.councils} "
        f"{number(theirs.helped_per_10_000)}, which is {_of_expected(theirs)}."
    )


def _of_expected(factors: FactorsOfSpend) -> str:
    return share_words(factors.helped_per_10_000 / factors.expected_per_10_000)


def _mix(level: SplitLevel, behind: GapBehind, whom: Whom) -> str:
    of_whom = f"children {_state(level)}"
    kinds = behind.ours.kinds
    if level != IN_CARE and len(kinds) == 2:
        kinds = kinds[:1]  # the other share is the rest
    parts = []
    for ours in kinds:
        theirs = _kind(behind.theirs, ours.name)
        here, there = _two_shares(ours.share, theirs.share)
        parts.append(f"{here} {SHARE_OF_KIND[ours.name]} here and {there} in {whom.councils}")
    return f"Of the {of_whom}, {listed(parts)}."


def _two_shares(ours: float, theirs: float) -> tuple[str, str]:
    """Two shares to as many decimal places as tell them apart, one at most."""
    same = share_words(ours) == share_words(theirs)
    places = 1 if same and share_words(ours, 1) != share_words(theirs, 1) else 0
    return share_words(ours, places), share_words(theirs, places)


def _price(level: SplitLevel, behind: GapBehind, lines: Mapping[str, SpendLine], whom: Whom) -> str:
    told: list[str] = []
    named: list[str] = []
    for ours in behind.ours.kinds:
        theirs = _kind(behind.theirs, ours.name)
        here, there = ours.per_child_helped_pounds, theirs.per_child_helped_pounds
        if here is None or there is None:
            continue
        where = ("", "") if told else (" was spent in the year here", f" in {whom.councils}")
        told.append(
            f"for each {ONE_OF_KIND[ours.name]} {_hundreds(here)}{where[0]} and "
            f"{_hundreds(there)}{where[1]}"
        )
        named.append(_line_titles(level, ours.name, lines))
    if not told:
        return "There is no kind of help that both gave."
    said = "; ".join(told)
    return f"{with_capital(said)}. The pounds are those on {_in_order(named)}."


def _line_titles(level: SplitLevel, kind: str, lines: Mapping[str, SpendLine]) -> str:
    """The lines that hold a kind's pounds, by their titles."""
    declared = next(one for one in level.kinds if one.id == kind)
    return listed([f"“{lines[name].title}”" for name in declared.lines if name in lines])


def _in_order(named: Sequence[str]) -> str:
    """The lines of each kind, in the order in which their pounds were told."""
    said = "; and on ".join(named)
    return said if len(named) == 1 else f"{said}, in that order"


def _hundreds(pounds: float) -> str:
    """A year's cost for one child to the nearest hundred pounds."""
    return whole_pounds(round_half_away_from_zero(pounds / 100.0, 0) * 100.0)


def _kind(factors: FactorsOfSpend, name: str) -> KindBehind:
    return next(kind for kind in factors.kinds if kind.name == name)


def rounded_sentence(split: GapSplit) -> str:
    """That the parts as shown miss the gap as shown, and by how much; nothing where they do not."""
    shown = sum(round_half_away_from_zero(part.pounds_per_child, 0) for part in split.parts)
    told = gap_as_told(split)
    if shown == told:
        return ""
    return (
        "Each figure is rounded by itself: the parts as shown come to "
        f"{way(shown)}, and the gap to {way(told)}."
    )


def against_sentence(level: SplitLevel, against: Part | None) -> str:
    """The part that goes the other way, beside a headline that names another; else nothing."""
    if against is None:
        return ""
    title = part_title(level, against.cause)
    return f"{NOT_ALL}: {inside(title)} is {way(against.pounds_per_child)}."


def mean_sentence(council: str, split: GapSplit, whom: Whom) -> str:
    """The gap from the mean of the others' rates: another comparison, and no part of the split."""
    apart = way(split.gap_from_mean_of_rates)
    spent = "as much as that" if apart == "£0" else f"{apart} than that"
    return (
        "Another comparison, and no part of this sum: with each council counting alike, the mean "
        f"in {whom.councils} is {whole_pounds(split.mean_of_their_rates)}; {placed(council)} spent "
        f"{spent}."
    )


def left_out_sentence(split: GapSplit, names: Mapping[str, str]) -> str:
    """The councils of the set whose account could not be read; nothing where there is none."""
    without_pounds = without_pounds_sentence(split, names)
    unread = [code for code, why in split.left_out if not isinstance(why, NoPrice)]
    if not unread:
        return without_pounds
    who = listed([placed(names[code]) for code in unread])
    verb = "is" if len(unread) == 1 else "are"
    why = "its figures" if len(unread) == 1 else "their figures"
    said = f"{who} {verb} left out, as {why} cannot be read for this. {without_pounds}".strip()
    return with_capital(said)


def why_no_split(
    council: str, level: SplitLevel, missing: Missing, *, told_here: bool = False
) -> str:
    """Why a gap cannot be parted; `told_here` is whether the council's own return has its parts."""
    opening = "The gap cannot be parted."
    helped = f"children {_state(level)}"
    if isinstance(missing, NoPrice):
        return why_not_parted(missing)
    if Reason.SUPPRESSED in missing.reasons:
        return f"{opening} Numbers of {helped} are withheld, because they could point to a few."
    if Reason.NOT_RETURNED in missing.reasons:
        spending = "spending on children in care" if level == IN_CARE else "spending"
        if told_here:
            return f"{opening} Too few of the councils beside it break down their {spending}."
        return f"{opening} The return of {placed(council)} does not break down its {spending}."
    if Reason.NOT_COLLECTED in missing.reasons:
        return f"{opening} The return did not ask for these lines in the year."
    if Reason.DENOMINATOR_UNAVAILABLE in missing.reasons:
        return f"{opening} There are no {helped} in the figures to set the spending against."
    if Reason.NOT_APPLICABLE in missing.reasons:
        return (
            f"{opening} So few children live here that how many one would expect to be "
            f"{_state(level)} cannot be worked out."
        )
    return f"{opening} {missing_sentences(missing)}"


def too_few_beside(councils: int) -> str:
    """Why a gap to so few councils cannot be parted: nobody could say how sure its parts are."""
    here = "none stands" if not councils else "only one stands" if councils == 1 else "two stand"
    return (
        "The gap cannot be parted: that takes at least three councils to compare with, and here "
        f"{here} beside."
    )


def largest_first(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts by size."""
    return tuple(sorted(parts, key=lambda part: -abs(part.pounds_per_child)))
