"""How far councils really differ, and what has moved, in words: a paragraph for each outcome.

England's figure is called higher or lower than it was, never rising or falling: no trend is read.

Only the measures of the fixed health-check set are named in prose; the tables hold them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.catalogue.outcomes import Outcome
from brightfutures.findings.figures import counted, figure, listed, number, unit_words
from brightfutures.measures.nation.spread_results import (
    Apart,
    Lasts,
    NationalSpread,
    Split,
    WhyNoSplit,
)
from brightfutures.measures.results import Movement

Told = Sequence[tuple[Indicator, NationalSpread]]
"""Measures with what is said of each."""

MOST_NAMED = 3
"""So many measures are named in one sentence; the rest are counted."""

HOW_TO_READ = (
    "What sets councils apart in a year has three parts. What lasts was there three years before. "
    "What comes and goes was not, and is more than chance. Chance is what counting so few gives of "
    "itself.",
    "A low council is one that a tenth of councils lie below, and a high council one that a tenth "
    "lie above. That a difference lasts makes it neither right nor wrong, and nothing here says "
    "what comes next.",
    "Where England’s own figure is called higher or lower than it was, that tells where it stands "
    "now. It is not a trend.",
)

CIRCUMSTANCES = (
    "Circumstances are what a council cannot change soon: child poverty, deprivation, how old its "
    "children are, how closely people live, and where it matters unaccompanied children. How much "
    "they account for is tried on councils that the model has not seen, a tenth at a time. Below "
    "nought, the average of all councils would have told more. A model that is honest about its "
    "doubt has 95 in 100 of those councils within its range."
)

WORTH_NAMING = 0.1
"""Circumstances that account for less of what lasts are not named in prose."""


def which_measures(told: Told) -> str:
    """Of which measures the words speak, and of which the tables."""
    return (
        f"The words below speak of the {len(fixed_set(told))} measures of the health check; the "
        f"tables hold all {len(told)}."
    )


def fixed_set(told: Told) -> Told:
    """The measures of the health-check set among these."""
    return tuple(pair for pair in told if pair[0].health_check)


def parted(told: Told) -> list[tuple[Indicator, Split]]:
    """The measures whose differences can be parted, those that last most first."""
    found = [(indicator, one.split) for indicator, one in told if one.split is not None]
    return sorted(found, key=lambda pair: -pair[1].lasting.share)


def spread_headline(told: Told) -> str:
    """The finding over all outcomes, without a full stop."""
    found = parted(fixed_set(told))
    if not found:
        return "How much of what sets councils apart lasts cannot be told yet"
    lasts = Counter(split.lasts for _, split in found)
    less = lasts[Lasts.LESS_THAN_HALF]
    unsure = len(found) - lasts[Lasts.MOST] - less
    others = [f"on {less} it mostly does not"] if less else []
    others += [f"on {unsure} it cannot be told"] if unsure else []
    rest = f"; {', '.join(others)}" if others else ""
    return (
        f"On {lasts[Lasts.MOST]} of {len(found)} measures most of what sets councils apart "
        f"lasts{rest}"
    )


def spread_lead(told: Told) -> str:
    """On what it lasts most and least, on how many England has moved, and since when."""
    told = fixed_set(told)
    found = parted(told)
    said: list[str] = []
    if len(found) > 1:
        (most, first), (least, last) = found[0], found[-1]
        said.append(
            f"It lasts most on {quoted(most)}, where {percent(first.lasting.share)} of it was "
            f"there {_years_before(first)} before, and least on {quoted(least)}, with "
            f"{percent(last.lasting.share)}."
        )
    counts = Counter(one.england.moved for _, one in told)
    followed = sum(counts.values()) - counts[Movement.CANNOT_SAY]
    if followed:
        said.append(
            f"England’s own figure is now higher on {counts[Movement.HAS_RISEN]} and lower on "
            f"{counts[Movement.HAS_FALLEN]} of the {followed} measures that can be followed for "
            "five years or more, by clearly more than it ordinarily moves in a year. They are "
            "followed from 2013, or from the first later year that can be read."
        )
    return " ".join(said)


@dataclass(frozen=True, kw_only=True)
class OutcomeWords:
    """One outcome or enabler: how councils differ on it, and what has moved."""

    differences: tuple[str, ...]
    change: tuple[str, ...]


def outcome_words(outcome: Outcome, told: Told) -> OutcomeWords:
    """One outcome or enabler: where councils differ lastingly, where not, and what has moved."""
    if not told:
        return OutcomeWords(
            differences=(
                "No figure is published that sets one council beside another on this.",
                f"None says {either(outcome.not_measured)}.",
            ),
            change=(),
        )
    told = fixed_set(told) or told
    return OutcomeWords(
        differences=(
            *_where_it_lasts(told),
            *_where_it_cannot_be_told(told),
            *_circumstances(told),
        ),
        change=(*_what_has_moved(told), *_closer_or_further(told)),
    )


def either(words: Sequence[str]) -> str:
    """Things of which none is so: "how, whether or what"."""
    return " or ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _where_it_lasts(told: Told) -> list[str]:
    found = parted(told)
    most = [pair for pair in found if pair[1].lasts is Lasts.MOST]
    less = [pair for pair in reversed(found) if pair[1].lasts is Lasts.LESS_THAN_HALF]
    said: list[str] = []
    if most:
        said.append(f"Most of what sets councils apart lasts on {_with_shares(most)}.")
        said += _width_sentence(*most[0])
    if less:
        said.append(
            f"{'But less' if most else 'Less'} than half of it lasts on {_with_shares(less)}: a "
            "council that stands out there in one year is often not the one that did before."
        )
    return said


def _width_sentence(indicator: Indicator, split: Split) -> list[str]:
    low, high = (
        figure(indicator, end) for end in (split.width.lasting_low, split.width.lasting_high)
    )
    if low == high:
        return []
    return [
        f"Leaving out what does not last, a low council on {quoted(indicator)} is at {low} and a "
        f"high one at {high}{_unit(indicator)}."
    ]


def _where_it_cannot_be_told(told: Told) -> list[str]:
    said: list[str] = []
    unsure = [pair for pair in parted(told) if pair[1].lasts is Lasts.CANNOT_TELL]
    if unsure:
        said.append(f"Whether most of it lasts cannot be told on {_with_shares(unsure)}.")
    for reason in WhyNoSplit:
        names = [quoted(indicator) for indicator, one in told if one.why_no_split is reason]
        if names:
            said.append(f"{few(names)} cannot be parted in this way, {WHY_NOT[reason]}.")
    return said


WHY_NOT: dict[WhyNoSplit, str] = {
    WhyNoSplit.NO_COUNTS: "for no counts are published",
    WhyNoSplit.NO_PERIOD_BEFORE: "for no year far enough back can be set beside the newest",
    WhyNoSplit.TOO_FEW_COUNCILS: "for too few councils have large enough numbers",
}
"""Why differences cannot be parted, as the end of a sentence."""


def _circumstances(told: Told) -> list[str]:
    known = [
        (indicator, one.circumstances, one.circumstances.of_lasting)
        for indicator, one in told
        if one.circumstances is not None and one.circumstances.of_lasting is not None
    ]
    known.sort(key=lambda entry: -entry[2])
    named = [
        f"{quoted(indicator)} ({percent(share)})"
        for indicator, _, share in known
        if share >= WORTH_NAMING
    ]
    none = [quoted(indicator) for indicator, one, _ in reversed(known) if one.explained <= 0]
    said: list[str] = []
    if named:
        said.append(f"Circumstances account for some of what lasts on {few(named)}.")
    if none:
        who = "They account" if named else "Circumstances account"
        said.append(f"{who} for none of it on {few(none)}.")
    return said


def _what_has_moved(told: Told) -> list[str]:
    said: list[str] = []
    for movement, word in ((Movement.HAS_RISEN, "higher"), (Movement.HAS_FALLEN, "lower")):
        names = [
            _then_and_now(indicator, one)
            for indicator, one in told
            if one.england.moved is movement
        ]
        if names:
            who = "It" if said else "England’s own figure"
            said.append(f"{who} is now {word} on {few(names)}.")
    for movement, words in (
        (Movement.NO_CLEAR_CHANGE, "{} is neither clearly higher nor clearly lower on {}."),
        (Movement.CANNOT_SAY, "whether {} is higher or lower than it was cannot be told on {}."),
    ):
        names = [quoted(indicator) for indicator, one in told if one.england.moved is movement]
        if names:
            who = "it" if said else "England’s own figure"
            sentence = words.format(who, few(names))
            said.append(sentence[0].upper() + sentence[1:])
    return said


def _then_and_now(indicator: Indicator, one: NationalSpread) -> str:
    change = one.england
    if change.from_value is None or change.to_value is None:
        return quoted(indicator)
    then, now = figure(indicator, change.from_value), figure(indicator, change.to_value)
    return (
        f"{quoted(indicator)} (from {then} in {change.from_period} to {now} in {change.to_period})"
    )


def _closer_or_further(told: Told) -> list[str]:
    said: list[str] = []
    for apart, words in ((Apart.CLOSER, "closer together"), (Apart.FURTHER, "further apart")):
        names = [
            f"{quoted(indicator)} (since {then.from_period})"
            for indicator, one in told
            if (then := one.spread_then) is not None and then.apart is apart
        ]
        if names:
            said.append(f"Councils now lie {words} on {few(names)}.")
    return said


def quoted(indicator: Indicator) -> str:
    """A measure by its title, as it stands in a sentence."""
    return f"“{indicator.title}”"


def percent(share: float) -> str:
    """A share in whole per cent."""
    return f"{number(100 * share)}%"


def _with_shares(found: Sequence[tuple[Indicator, Split]]) -> str:
    return few([f"{quoted(name)} ({percent(split.lasting.share)})" for name, split in found])


def few(names: Sequence[str]) -> str:
    """The first few names, and how many more measures there are."""
    if len(names) <= MOST_NAMED + 1:
        return listed(names)
    rest = counted(len(names) - MOST_NAMED).lower()
    return f"{', '.join(names[:MOST_NAMED])} and {rest} more"


def _unit(indicator: Indicator) -> str:
    unit = unit_words(indicator)
    return "" if unit in ("per cent", "pounds") else f" {unit}"


def _years_before(split: Split) -> str:
    years = int(split.period[:4]) - int(split.before[:4])
    return f"{counted(years).lower()} years"
