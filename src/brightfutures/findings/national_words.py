"""One indicator over all England in words: how many councils differ, and how far apart they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue, GoodDirection, Indicator, Stage
from brightfutures.findings.figures import (
    figure,
    listed,
    number,
    period_words,
    shown,
    unit_words,
)
from brightfutures.findings.headline import first_sayable
from brightfutures.findings.verdict_words import (
    ABOVE,
    DIFFERENT,
    LEVEL_WORDS,
    NO_CLEAR_DIFFERENCE,
    both_ends_words,
    is_near,
)
from brightfutures.measures import LEAST_ALIKE
from brightfutures.measures.comparison import direction_of
from brightfutures.measures.nation.councils import Nation
from brightfutures.measures.results import Direction, Level, National, Why
from brightfutures.quantities import Missing

NameOf = Callable[[str], str]

MOST_APART_OF = 100
"""The measure on which councils stand apart most is one that so many councils can be tested on."""

FAR = 1 / 3
"""How far the average may lie from the middle council, as a share of it, before both are said."""

CLOSELY = 0.5
"""From this correlation on similar councils are said to be closely alike."""

FEW_LEFT_OUT = 10
"""If more councils than this cannot be tested, the headline says of whom it speaks."""


@dataclass(frozen=True)
class Counted:
    """How many councils have a verdict on one indicator, and which."""

    higher: int
    lower: int
    tested: int

    @property
    def different(self) -> int:
        """How many are called either."""
        return self.higher + self.lower


def counted_levels(levels: Sequence[Level]) -> Counted:
    """How many councils are called higher and lower, of those that can be tested."""
    different = [level in ABOVE for level in levels if level in DIFFERENT]
    return Counted(
        higher=sum(different),
        lower=len(different) - sum(different),
        tested=sum(level is not Level.CANNOT_SAY for level in levels),
    )


def counted(found: Sequence[National]) -> Counted:
    """The same of councils with their figures."""
    return counted_levels([one.level for one in found])


def national_headline(indicator: Indicator, found: Sequence[National]) -> str:
    """The finding over all England, without a full stop; said more shortly of a long title."""
    told = counted(found)
    if not told.tested:
        return _headline_without_a_test(indicator, found)
    councils = f"{told.tested} councils"
    if len(found) - told.tested > FEW_LEFT_OUT:
        councils = f"the {councils} that can be tested"
    return first_sayable(
        f"{indicator.title}: {_who_is_apart(told, councils, 'the average council')}",
        f"{indicator.title}: {_who_is_apart(told, f'{told.tested} councils tested')}",
        f"{indicator.title}: {_in_fewest_words(told)}",
    )


def _who_is_apart(told: Counted, councils: str, average: str = "average") -> str:
    """How many of some councils are called higher and lower, with few words for a bare average."""
    if not told.different:
        return f"not one of {councils} is clearly higher or lower than {average}"
    first, second = (told.higher, "higher"), (told.lower, "lower")
    if not told.higher:
        first, second = second, first
    are, more = "is" if first[0] == 1 else "are", "" if average == "average" else "and "
    clearly = "clearly " if more else ""
    return (
        f"{first[0]} of {councils} {are} clearly {first[1]} than {average}, "
        f"{more}{second[0] or 'none'} {clearly}{second[1]}"
    )


def _in_fewest_words(told: Counted) -> str:
    """The same as a note: "39 of 144 clearly higher than average, 30 lower"."""
    if not told.different:
        return f"none of {told.tested} clearly higher or lower than average"
    return _who_is_apart(told, str(told.tested)).replace(" is ", " ").replace(" are ", " ")


def _headline_without_a_test(indicator: Indicator, found: Sequence[National]) -> str:
    values = [float(one.here.value) for one in found if not isinstance(one.here.value, Missing)]
    if len(values) < 2:
        return f"{indicator.title}: hardly any council has a figure"
    if min(values) == max(values):
        return f"{indicator.title}: {figure(indicator, values[0])} in all {len(values)} councils"
    return (
        f"{indicator.title}: from {figure(indicator, min(values))} to "
        f"{figure(indicator, max(values))} among {len(values)} councils"
    )


def lead_sentences(catalogue: Catalogue, indicator: Indicator, nation: Nation) -> tuple[str, ...]:
    """England's figure, the average council's, the middle half, and which way is good."""
    when = period_words(catalogue, indicator, nation.period)
    unit = unit_words(indicator)
    beside = "" if unit in ("per cent", "pounds", "score") else f" {unit}"
    found = []
    if nation.england is not None and not isinstance(nation.england.value, Missing):
        found.append(
            f"For England as a whole the figure was {shown(indicator, nation.england.value)}"
            f"{beside} {when}."
        )
    if nation.average is not None and nation.middle_half is not None:
        low, high = nation.middle_half
        found.append(
            f"The average council, each counted alike, is at {figure(indicator, nation.average)}"
            f"{_middle_one(indicator, nation)}; half of all councils lie between "
            f"{figure(indicator, low)} and {figure(indicator, high)}."
        )
    return (*found, direction_sentence(indicator))


def _middle_one(indicator: Indicator, nation: Nation) -> str:
    """The middle council, where a few at nought or near it pull the average away from it."""
    average, median = nation.average, nation.median
    if average is None or median is None or abs(average - median) <= FAR * abs(median):
        return ""
    return f" and the one in the middle at {figure(indicator, median)}"


def direction_sentence(indicator: Indicator) -> str:
    """Which way is good, or that the figures do not say."""
    if indicator.good_direction is GoodDirection.NEITHER:
        return "Higher is not in itself better here, and lower is not worse."
    return f"{indicator.good_direction.value.capitalize()} is better."


def false_alarm_sentence(found: Sequence[National]) -> str | None:
    """How the verdicts of this page are given; None where there is none."""
    told = counted(found)
    if not told.tested:
        return None
    return (
        "A council is called higher or lower only where it lies further from the average of all "
        "other councils than this figure ordinarily strays. With "
        f"{told.tested} councils tested at once the bar is raised, so that of those named about "
        "one in twenty may be a false alarm. A council’s own page compares it with similar "
        "councils and allows for all the measures tested there, so its words can differ."
    )


def no_test_sentence(indicator: Indicator, found: Sequence[National]) -> str:
    """Why nobody is called higher or lower on this indicator."""
    if not any(one.reason is Why.NO_COUNTS for one in found):
        return f"No council is called higher or lower. {_nothing_can_be_said(found)}"
    if indicator.stage is Stage.MONEY:
        return "Spending is not a count of children, so no council is called higher or lower."
    return "No counts are published, so no council is called higher or lower."


def unusual_sentences(found: Sequence[National], name_of: NameOf) -> tuple[str, ...]:
    """Who lies outside the usual spread, now and the period before, by name."""
    said = []
    for level, words in ((Level.UNUSUALLY_HIGH, "high"), (Level.UNUSUALLY_LOW, "low")):
        names = [name_of(one.here.area) for one in found if one.level is level]
        if names:
            said.append(f"Unusually {words}, in this period and the one before: {listed(names)}.")
    return tuple(said)


def cannot_say_sentence(found: Sequence[National]) -> str | None:
    """For how many councils it cannot be said, and why; None if for none."""
    if not any(one.level is Level.CANNOT_SAY for one in found):
        return None
    return _nothing_can_be_said(found)


def _nothing_can_be_said(found: Sequence[National]) -> str:
    why = Counter(one.reason for one in found if one.level is Level.CANNOT_SAY)
    ordered = sorted(why.items(), key=lambda pair: (-pair[1], str(pair[0])))
    parts = [f"{count} {_REASONS.get(reason, 'for another reason')}" for reason, count in ordered]
    count, first = parts[0].split(" ", 1)
    parts[0] = f"{count} {'council' if count == '1' else 'councils'} {first}"
    return f"Nothing can be said of {listed(parts)}."


_REASONS: dict[Why | None, str] = {
    Why.VALUE_MISSING: "without a figure",
    Why.TOO_FEW_CHILDREN: "with numbers too small to compare",
    Why.UNRELIABLE: "with a figure marked unreliable",
    Why.WITHHELD_ENDS_DISAGREE: "whose number is withheld",
    Why.NO_COUNTS: "without published counts",
    Why.AREA_CHANGED: "whose area changed",
    Why.TOO_FEW_COMPARATORS: "with too few to compare with",
    Why.BREAK_IN_SERIES: "where the way of counting changed",
    Why.NO_HISTORY: "with too little history",
    Why.JOINT_RETURN: "that return one figure together",
}


def alikeness_of_all(alikeness: float | None) -> str | None:
    """How much similar councils tell of each other on this indicator."""
    if alikeness is None:
        return None
    strength = f"(correlation {number(alikeness, 2)})"
    if alikeness < LEAST_ALIKE:
        return (
            f"On this measure similar councils are hardly more alike than any others {strength}, "
            "so each council’s own page compares it with England."
        )
    said = "closely" if alikeness >= CLOSELY else "only loosely"
    return f"On this measure councils resemble their similar councils {said} {strength}."


def national_level_words(indicator: Indicator, one: National, average: float | None) -> str:
    """The verdict on one council among all, in two or three words."""
    if one.level is Level.ABOUT_THE_SAME and not _lies_close(indicator, one, average):
        return NO_CLEAR_DIFFERENCE
    return LEVEL_WORDS[one.level]


def _lies_close(indicator: Indicator, one: National, average: float | None) -> bool:
    value = one.here.value
    gap = None if isinstance(value, Missing) or average is None else value - average
    return one.reason is Why.GAP_TOO_SMALL or is_near(indicator, gap, average)


def national_note(indicator: Indicator, one: National) -> str:
    """Beside a verdict: better or worse where that is agreed, or why nothing can be said."""
    direction = direction_of(indicator, one.level)
    said = "" if direction is Direction.NEITHER else direction.value
    said = ", ".join(filter(None, (said, both_ends_words(one.here.value, one.level))))
    if said:
        return said
    if one.level is not Level.CANNOT_SAY or isinstance(one.here.value, Missing):
        return ""
    return _REASONS.get(one.reason, "").removeprefix("with ").removeprefix("whose ")


def most_apart(counts: Mapping[str, Counted]) -> str | None:
    """The indicator on which the greatest share of councils is called higher or lower."""
    widely = {name: told for name, told in counts.items() if told.tested >= MOST_APART_OF}
    if not any(told.different for told in widely.values()):
        return None
    return max(widely, key=lambda name: widely[name].different / widely[name].tested)


def list_headline(title: str | None, told: Counted | None) -> str:
    """The finding over all indicators: on which of them councils stand apart most."""
    if title is None or told is None:
        return "No measure sets councils clearly apart"
    return (
        f"Differences between councils show most clearly on “{title}”: {told.different} of "
        f"{told.tested} are clearly higher or lower than the average council"
    )


def half_words(indicator: Indicator, nation: Nation) -> str:
    """Between which figures half of all councils lie, as it stands in a table."""
    if nation.middle_half is None:
        return ""
    low, high = (figure(indicator, end) for end in nation.middle_half)
    return f"half of councils: {low} to {high}"


def ordinary_move_words(nation: Nation) -> str:
    """How much a figure ordinarily moves in a year, as it stands in a table."""
    wobble = nation.wobble
    if wobble is None or wobble.ordinary_move_share is None:
        return "–"
    return f"{number(100 * wobble.ordinary_move_share)}%"


def alikeness_word(alikeness: float | None) -> str:
    """How alike similar councils are, in a word or two, as it stands in a table."""
    if alikeness is None:
        return "–"
    if alikeness < LEAST_ALIKE:
        return "hardly"
    return "closely" if alikeness >= CLOSELY else "loosely"
