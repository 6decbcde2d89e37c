"""Our own record in words: how often we were right, and where a simpler rule does better."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightfutures.findings.figures import number
from brightfutures.measures.track_record_counts import Held, Kept
from brightfutures.measures.track_record_results import (
    BesideRule,
    IndicatorRecord,
    Rule,
    TrackRecord,
    beside_rule,
    table_did_not_exist_yet,
    table_existed,
)
from brightfutures.measures.track_record_rounds import TABLE_BEGAN

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

FIRST_TABLE = min(TABLE_BEGAN.values())
"""The first year for which there was a table of similar councils that we hold."""

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
        "still beyond where the movement began a year later",
        "gone on in the same direction the next year",
    ),
}

CAVEATS = (
    "The same council is counted again in every year and on every measure, so these are fewer "
    "separate facts than the numbers suggest.",
    "A past verdict uses no figure of a later period, but it uses the figures of its time as they "
    "have since been corrected.",
    "A verdict is followed beside the councils it was given with, even where we would choose "
    "others today.",
)


def times(count: int) -> str:
    """Never, once, twice, 312 times."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count:,} times")


def percent(held: Held) -> str:
    """A share in whole per cent; with a decimal where that would round to none or to all."""
    if held.share is None:
        return "–"
    return _percent(held.share)


def _percent(share: float) -> str:
    near_an_end = 0 < share < 0.01 or 0.99 < share < 1
    return f"{number(100 * share, 1 if near_an_end else 0)}%"


def of(held: Held) -> str:
    """1,495 of 1,546 (97%)."""
    said = f"{held.held:,} of {held.of:,}"
    return f"{said} ({percent(held)})" if held.of else said


def times_of(held: Held) -> str:
    """1,495 times of 1,546 (97%)."""
    return of(held).replace(" of ", " times of ", 1)


def likely(held: Held) -> str:
    """The range of a share, as it stands in brackets."""
    found = held.interval
    if found is None:
        return ""
    return f"likely between {_percent(found.low)} and {_percent(found.high)}"


def indicator_sentence(record: IndicatorRecord) -> str:
    """One sentence on the verdicts of one measure, a year later."""
    kept = record.kept(1)
    if not kept.flags:
        return "In no year that has a later one have we called a council higher or lower on this."
    return _what_became(kept, "we called a council higher or lower on this", "on that side")


def movement_sentence(record: IndicatorRecord) -> str | None:
    """One sentence on the movements of one measure, a year later; None if it never moved."""
    kept = record.moved(1)
    if not kept.flags:
        return None
    return _what_became(kept, "we said that a figure had risen or fallen", "beyond where it began")


def _what_became(kept: Kept, did: str, there: str) -> str:
    if not kept.placed:
        return f"{_capital(times(kept.flags))} {did}; none of these can be looked up a year later."
    if kept.flags == 1:
        still = "was still" if kept.still_there else "was no longer"
        return f"Once {did}; a year later it {still} {there}."
    turned = f"the verdict had {turned_round(kept.opposite)}"
    if kept.placed == kept.flags:
        return (
            f"Of {kept.flags:,} times {did}, it was still {there} a year later "
            f"{times(kept.still_there)}; {turned}."
        )
    return (
        f"Of {kept.flags:,} times {did}, {kept.placed:,} can be looked up a year later, when it "
        f"was still {there} {times(kept.still_there)}; {turned}."
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def turned_round(count: int) -> str:
    """Never turned round, turned round once."""
    return "never turned round" if not count else f"turned round {times(count)}"


def table_sentence(record: IndicatorRecord) -> str | None:
    """Which of one measure's verdicts rest on a table made later; None if none does."""
    early = record.kept(1, table_did_not_exist_yet).flags
    if not early:
        return None
    which = "One of them is of a year" if early == 1 else f"{early:,} of them are of years"
    return (
        f"{which} before {FIRST_TABLE}, beside similar councils of a table that was only made in "
        "that year."
    )


def overall_sentences(record: TrackRecord) -> tuple[str, ...]:
    """The whole record in a few sentences, the verdicts first and then the movements."""
    one, two = record.kept(1), record.kept(2)
    if not one.placed:
        return ("There is no past verdict yet that can be looked up in a later year.",)
    found = [
        f"Of {one.flags:,} times we called a council higher or lower on one of "
        f"{len(record.indicators)} measures, {one.placed:,} can be looked up a year later: it "
        f"was still on that side {times_of(one.on_that_side)}, and the verdict had "
        f"{turned_round(one.opposite)}.",
    ]
    if two.placed:
        found.append(
            f"Two years later it was still on that side {times_of(two.on_that_side)}, and the "
            f"verdict had {turned_round(two.opposite)}."
        )
    if one.answered:
        found.append(
            f"The verdict itself was the same a year later {times_of(one.same_verdict)}; "
            f"{times(one.nothing_clear)} no difference was clear any more."
        )
    moved = record.moved(1)
    if moved.placed:
        found.append(
            f"Of {moved.flags:,} times we said that a figure had risen or fallen, "
            f"{moved.placed:,} can be looked up a year later: it was still beyond where it began "
            f"{times_of(moved.on_that_side)}, and the verdict had {turned_round(moved.opposite)}."
        )
    later = record.moved(2)
    if later.placed:
        found.append(
            f"Two years later it was still beyond where it began {times_of(later.on_that_side)}; a "
            f"movement the other way had followed {times_of(later.opposite_verdict)}. A movement "
            "says what has happened, not what comes next."
        )
    return tuple(found)


def table_sentences(record: TrackRecord) -> tuple[str, ...]:
    """What the years before the first table of similar councils rest on, and what checks them."""
    early, late = record.kept(1, table_did_not_exist_yet), record.kept(1, table_existed)
    if not early.placed:
        return ()
    found = [
        f"{early.flags:,} of these verdicts are of years before {FIRST_TABLE}, for which we hold "
        f"no table of similar councils made by then. They are worked out with that of "
        f"{FIRST_TABLE}: still on that side a year later {times_of(early.on_that_side)}.",
    ]
    if late.placed:
        found.append(
            "The other verdicts rest on a table, or on a comparison with all of England, that "
            f"could be had at the time: it was so {times_of(late.on_that_side)}."
        )
    always = sum(
        (entry.kept(1, lambda used: used.year < FIRST_TABLE) for entry in record.beside_england),
        Kept(),
    )
    if always.placed:
        found.append(
            f"Had all verdicts before {FIRST_TABLE} been given beside England, it would have been "
            f"so {times_of(always.on_that_side)}."
        )
    return tuple(found)


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
    )


def who_wins(ours: Held, theirs: Held, name: str) -> str:
    """Who held more often, and whether by more than chance may give."""
    one, other = ours.interval, theirs.interval
    if one is None or other is None:
        return "There is nothing to set side by side."
    if ours.held * theirs.of == theirs.held * ours.of:
        return "They are level."
    we_lead = ours.held * theirs.of > theirs.held * ours.of
    clear = one.low > other.high or other.low > one.high
    winner = "Ours" if we_lead else _capital(name)
    if clear:
        return f"{winner} wins here."
    return f"{winner} is ahead here, by no more than chance may give."


def where_a_rule_leads(records: Sequence[IndicatorRecord], rule: Rule) -> tuple[str, ...]:
    """The indicators on which a simpler rule held more often than ours on our own yardstick."""
    found = []
    for record in records:
        both = beside_rule(rule, record.rules)
        ours, theirs = both.ours_on_ours, both.theirs_on_ours
        if ours.of and theirs.of and ours.held * theirs.of < theirs.held * ours.of:
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
