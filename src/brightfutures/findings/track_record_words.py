"""Our own record in words: how often we were right, and where a simpler rule does better."""

from __future__ import annotations

from brightfutures.findings.figures import number
from brightfutures.measures.track_record.counts import Held, Kept
from brightfutures.measures.track_record.results import (
    IndicatorRecord,
    TrackRecord,
    table_did_not_exist_yet,
    table_existed,
)
from brightfutures.measures.track_record.rounds import TABLE_BEGAN

FIRST_TABLE = min(TABLE_BEGAN.values())
"""The first year for which there was a table of similar councils that we hold."""

ANY_COUNCIL = "Any council at random, called or not"

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
    """1,495 of 1,546 (97%); a dash where there is nothing to count."""
    return f"{held.held:,} of {held.of:,} ({percent(held)})" if held.of else "–"


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
    if record.any_side(1).of:
        found.append(any_side_sentence(record.any_side(1)))
    if two.placed:
        found.append(
            f"Two years later it was still on that side {times_of(two.on_that_side)}, and the "
            f"verdict had {turned_round(two.opposite)}."
        )
    if one.answered:
        found.append(
            f"We called the same side again a year later {times_of(one.side_again)}, and "
            f"{times(one.same_level)} it was the very same verdict; {times(one.nothing_clear)} no "
            "difference was clear any more."
        )
    moved = record.moved(1)
    if moved.placed:
        found.append(
            f"Of {moved.flags:,} times we said that a figure had risen or fallen, "
            f"{moved.placed:,} can be looked up a year later: it was still beyond where it began "
            f"{times_of(moved.on_that_side)}, and the verdict had {turned_round(moved.opposite)}."
        )
    if moved.placed and record.any_movement(1).of:
        found.append(any_movement_sentence(record.any_movement(1)))
    later = record.moved(2)
    if later.placed:
        found.append(
            f"Two years later it was still beyond where it began {times_of(later.on_that_side)}; a "
            f"movement the other way had followed {times_of(later.opposite_verdict)}. A movement "
            "says what has happened, not what comes next."
        )
    return tuple(found)


def any_side_sentence(held: Held) -> str:
    """How often any council stays on its side, beside which ours is to be read."""
    return (
        f"Any council picked at random stays on its side {_in_a_hundred(held)}, called or not "
        f"({held.held:,} of {held.of:,})."
    )


def any_movement_sentence(held: Held) -> str:
    """How often any movement holds, beside which ours is to be read."""
    return (
        f"Any movement picked at random, clear or not, is still beyond where it began "
        f"{_in_a_hundred(held)} ({held.held:,} of {held.of:,})."
    )


def _in_a_hundred(held: Held) -> str:
    return f"{number(100 * (held.share or 0.0), 0)} times in 100"


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
