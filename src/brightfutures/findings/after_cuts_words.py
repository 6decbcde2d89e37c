"""What followed cuts in words: an association with its range and its placebo, never advice."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

from brightfutures.catalogue import Indicator, IndicatorKind
from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.figures import many, number
from brightfutures.findings.sentence_case import with_capital
from brightfutures.money.after_cuts import (
    FALSE_DISCOVERY,
    FEWEST_COUNCILS,
    AfterCut,
    AfterCuts,
    Followed,
)
from brightfutures.quantities import Interval

WHAT_IT_IS = (
    "This says what went together, and not what a cut did: councils that cut a line differ from "
    "others in more than the cut. It is no advice to cut or not to cut."
)

NOT_NOTHING = (
    "“Cannot tell” does not mean that nothing followed: many falls are likely the same spending "
    "booked on another line, which draws what is found towards nought."
)

HOW_WORKED_OUT = (
    "A cut is a fall by a fifth or more in real terms, over one year or two, and years on are "
    "counted from the year in which it was complete. What an indicator did "
    "from the last year before it is set beside councils that did not cut before, then or until "
    "after, in the same years, less what each council’s own two years before lead one to expect. "
    "Of several cuts in a row the first is followed. No change is read across a "
    "break, a missing year or the pandemic. How far apart the two groups could be by chance is "
    "found by dealing the councils’ histories of cuts out anew, among councils of like size."
)


def after_cuts_headline(found: AfterCuts) -> str:
    """How many of all the answers say something, as the heading of a table."""
    tested = sum(one.p is not None for one in found.results)
    told = len(found.told)
    if not tested:
        return "The figures loaded cannot tell what followed cuts."
    if not told:
        return "The published figures cannot tell what followed cuts, for any line or measure."
    which = "one shows" if told == 1 else f"{told:,} show"
    return (
        f"Of {tested:,} ways to ask what followed cuts, {which} a difference that chance seldom "
        "makes."
    )


def line_after_cuts_sentence(line: SpendLine, found: AfterCuts) -> str:
    """How many councils cut a line, how much was asked, and what can be told."""
    results = found.of_line(line.id)
    tested = [one for one in results if one.p is not None]
    councils = max((one.councils for one in results), default=0)
    if not tested:
        return (
            f"Too few councils cut what they spent on {line.spent_on} by a fifth or more to tell "
            "what followed."
        )
    opening = (
        f"Up to {many(councils, 'council')} cut what they spent on {line.spent_on} by a fifth or "
        "more in the years that can be read"
    )
    told = [one for one in tested if one.followed in (Followed.MORE, Followed.LESS)]
    if not told:
        return (
            f"{opening}. Of {many(len(tested), 'comparison')} with councils that did not, none "
            "shows a difference that chance would not make."
        )
    shows = "shows" if len(told) == 1 else "show"
    return (
        f"{opening}. Of {many(len(tested), 'comparison')} with councils that did not, "
        f"{len(told)} {shows} a difference that chance seldom makes."
    )


def after_cut_sentence(one: AfterCut, line: SpendLine, indicator: Indicator) -> str:
    """One line, measure, span and horizon: what can be said, with its range."""
    span = "one year" if one.span_years == 1 else "two years"
    on = "one year on" if one.years_on == 1 else f"{('two', 'three')[one.years_on - 2]} years on"
    where = f"Where spending on {line.spent_on} was cut by a fifth or more over {span}"
    what = f"“{indicator.title}”"
    if one.unit_effect is None or one.unit_likely is None:
        return (
            f"{with_capital(on)} there are figures of {what} for {many(one.councils, 'council')} "
            f"that cut spending on {line.spent_on} over {span}: fewer than {FEWEST_COUNCILS}, and "
            "too few to tell."
        )
    rests = f"{many(one.cuts, 'cut')} in {many(one.councils, 'council')}"
    if one.followed in (Followed.MORE, Followed.LESS):
        more = "more" if one.followed is Followed.MORE else "less"
        return (
            f"{where}, {what} had {on} risen {_size(abs(one.unit_effect), indicator)} {more} than "
            f"where it was not ({_span(one.unit_likely, indicator)}; {rests}). {WHAT_IT_IS}"
        )
    opening = f"{where}, it cannot be told whether {what} then moved otherwise than elsewhere"
    if one.followed is Followed.ALREADY_APART:
        return f"{opening}: the councils had moved apart before the cut ({on}; {rests})."
    said = f"{opening}: {on} it may be {_span(one.unit_likely, indicator)} ({rests})."
    return f"{said} {seen}" if (seen := smallest_seen_sentence(one, indicator)) else said


def smallest_seen_sentence(one: AfterCut, indicator: Indicator) -> str:
    """The smallest move that would likely have been seen; nothing where none is worked out."""
    if one.smallest_seen is None:
        return ""
    low, high = (_side(end, indicator) for end in (one.smallest_seen.low, one.smallest_seen.high))
    return f"Asked alone, {low} or {high} is the smallest that would be seen four times in five."


def least_seen_sentence(
    line: SpendLine, found: AfterCuts, indicators: Mapping[str, Indicator]
) -> str:
    """The rise below which half of a line's comparisons could miss it, by kind of measure."""
    sizes: dict[IndicatorKind, str] = {}
    for kind in (IndicatorKind.RATE, IndicatorKind.PROPORTION):
        rises = [
            (one.smallest_seen.high, indicators[one.indicator])
            for one in found.of_line(line.id)
            if one.smallest_seen is not None and indicators[one.indicator].kind is kind
        ]
        if rises:
            sizes[kind] = _size(median(size for size, _ in rises), rises[0][1])
    if not sizes:
        return ""
    rate, share = sizes.get(IndicatorKind.RATE), sizes.get(IndicatorKind.PROPORTION)
    beside = f"{rate} (for shares, {share})" if rate and share else rate or share
    return f"In half of them a rise of under about {beside} could easily have been missed."


def placebo_sentence(found: AfterCuts) -> str:
    """What the two placebos say of how far this can be trusted."""
    before = [one.before_p for one in found.results if one.before_p is not None]
    apart = sum(p <= FALSE_DISCOVERY for p in before)
    moved = sum(one.p <= FALSE_DISCOVERY for one in found.placebos)
    if not before:
        return ""
    return (
        "Two tests that should find nothing: in the two years before a cut the councils had moved "
        f"apart in {apart:,} of {many(len(before), 'comparison')}, and the number of children "
        f"living there, which such a cut does not move, differs in {moved:,} of "
        f"{len(found.placebos):,}. Chance alone makes about one in twenty of either."
    )


def left_out_sentence(found: AfterCuts) -> str:
    """How many falls were not read as cuts, and why."""
    moved = sum(one.left_out.get("recoded", 0) for one in found.cuts.values())
    gone = sum(one.left_out.get("vanished", 0) for one in found.cuts.values())
    read = sum(int((one.cut == 1.0).sum()) for one in found.cuts.values())
    if not read:
        return "No fall of a fifth or more in real terms can be read in the returns loaded."
    return (
        f"{many(read, 'fall')} of a fifth or more over one year or two are read as cuts. Left out "
        f"are {moved:,} in which another line rose by nearly the same, and {gone:,} in which the "
        "line all but vanished: in both the pounds have likely moved and were not cut."
    )


def _size(value: float, indicator: Indicator) -> str:
    if indicator.kind is IndicatorKind.PROPORTION:
        return f"{number(value, 1)} percentage points"
    return f"{number(value)}%"


def _span(likely: Interval, indicator: Indicator) -> str:
    """A range about nought: anything from 15% less to 2% more."""
    low, high = (_side(end, indicator) for end in (likely.low, likely.high))
    return f"anything from {low} to {high}"


def _side(value: float, indicator: Indicator) -> str:
    return f"{_size(abs(value), indicator)} {'less' if value < 0 else 'more'}"
