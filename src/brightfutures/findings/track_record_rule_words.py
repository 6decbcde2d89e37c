"""Ours beside simpler rules, in words: who wins on which yardstick, and what that leaves open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightfutures.findings.track_record_words import of
from brightfutures.measures.track_record.counts import Held
from brightfutures.measures.track_record.results import (
    BesideRule,
    IndicatorRecord,
    Rule,
    beside_rule,
)

RULE_NAMES: dict[Rule, str] = {
    Rule.QUARTERS: "the quartile rule",
    Rule.FIFTHS: "the top-or-bottom-fifth rule",
    Rule.ARROW: "the arrow",
}

RULE_SENTENCES: dict[Rule, str] = {
    Rule.QUARTERS: (
        "The quartile rule flags every council in the highest or the lowest quarter of all."
    ),
    Rule.FIFTHS: (
        "The top-or-bottom-fifth rule flags every council in the highest or the lowest fifth."
    ),
    Rule.ARROW: "The arrow says up or down by the last change alone, however small.",
}

_YARDSTICKS: dict[Rule, tuple[str, str]] = {
    Rule.QUARTERS: (
        "still on the same side of its similar councils’ average a year later",
        "in the highest or lowest quarter of all a year later, as it had been called",
    ),
    Rule.FIFTHS: (
        "still on the same side of its similar councils’ average a year later",
        "in the highest or lowest fifth of all a year later, as it had been called",
    ),
    Rule.ARROW: (
        "still beyond where our movement began, the mean of the first two of its five periods, a "
        "year later",
        "still beyond the value of the year before, where the arrow began, a year later",
    ),
}


def rule_sentences(found: BesideRule) -> tuple[str, ...]:
    """Ours beside one simpler rule, on our yardstick and on theirs; who wins is said."""
    if not found.flags:
        return ()
    name, (on_ours, on_theirs) = RULE_NAMES[found.rule], _YARDSTICKS[found.rule]
    return (
        f"{RULE_SENTENCES[found.rule]} It did so {found.theirs_raised:,} times where we did "
        f"{found.ours_raised:,} times; here are the {found.flags:,} clearest of each.",
        f"On our yardstick, {on_ours}: {of(found.ours_on_ours)} of ours and "
        f"{of(found.theirs_on_ours)} of theirs. "
        f"{who_wins(found.ours_on_ours, found.theirs_on_ours, name)}",
        f"On theirs, {on_theirs}: {of(found.ours_on_theirs)} of ours and "
        f"{of(found.theirs_on_theirs)} of theirs. "
        f"{who_wins(found.ours_on_theirs, found.theirs_on_theirs, name)}",
        *(arrow_sentences(found) if found.rule is Rule.ARROW else ()),
    )


def arrow_sentences(found: BesideRule) -> tuple[str, ...]:
    """What else is said beside the arrow: what comes next, and that size alone does as well."""
    ours, theirs = found.ours_went_on, found.theirs_went_on
    said = [
        f"Gone on in the same direction the next year: {of(ours)} of ours and {of(theirs)} of "
        f"theirs. {who_wins(ours, theirs, RULE_NAMES[Rule.ARROW])}"
    ]
    if leads(found.ours_on_ours, found.theirs_on_ours) and leads(
        found.theirs_on_theirs, found.ours_on_theirs
    ):
        said.insert(0, "Each is better on its own yardstick.")
    if found.largest_on_ours.of and found.ours_on_ours.of:
        said.append(largest_sentence(found.largest_on_ours, found.ours_on_ours))
    return tuple(said)


def largest_sentence(largest: Held, ours: Held) -> str:
    """How often the largest movements hold, and what that leaves to be said for the test."""
    found = (
        "Of as many of the largest movements over five periods, chosen by size alone, still beyond "
        f"where they began: {of(largest)}"
    )
    if not clearly_apart(ours, largest):
        return (
            f"{found}. That is about as often, so this does not by itself show that the test adds "
            "anything."
        )
    if leads(ours, largest):
        return f"{found}. That is less often than ours."
    return f"{found}. That is more often than ours."


def leads(one: Held, other: Held) -> bool:
    """Whether one share is larger than another, reckoned in whole numbers."""
    return one.held * other.of > other.held * one.of


def clearly_apart(one: Held, other: Held) -> bool:
    """Whether two shares differ by more than chance may give."""
    first, second = one.interval, other.interval
    if first is None or second is None:
        return False
    return first.low > second.high or second.low > first.high


def who_wins(ours: Held, theirs: Held, name: str) -> str:
    """Who held more often, and whether by more than chance may give."""
    if not ours.of or not theirs.of:
        return "There is nothing to set side by side."
    if ours.held * theirs.of == theirs.held * ours.of:
        return "They are level."
    winner = "Ours" if leads(ours, theirs) else name[:1].upper() + name[1:]
    if clearly_apart(ours, theirs):
        return f"{winner} wins here."
    return f"{winner} is ahead here, by no more than chance may give."


def where_a_rule_leads(records: Sequence[IndicatorRecord], rule: Rule) -> tuple[str, ...]:
    """The indicators on which a simpler rule held more often than ours on our own yardstick."""
    found = []
    for record in records:
        both = beside_rule(rule, record.rules)
        ours, theirs = both.ours_on_ours, both.theirs_on_ours
        if ours.of and theirs.of and leads(theirs, ours):
            found.append(record.indicator)
    return tuple(found)


def leads_sentence(
    records: Sequence[IndicatorRecord], rule: Rule, title_of: Callable[[str], str]
) -> str | None:
    """On which measures a simpler rule is ahead of ours on our own yardstick; None if on none."""
    ahead = where_a_rule_leads(records, rule)
    if not ahead:
        return None
    named = "; ".join(title_of(indicator) for indicator in ahead)
    return (
        f"Measure by measure, {RULE_NAMES[rule]} is ahead of ours on our own yardstick on "
        f"{len(ahead)} of {len(records)}: {named}."
    )
