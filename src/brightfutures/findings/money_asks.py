"""What to ask first about a council's money: of its gap's clearest parts, of a line, of the return.

The rule, in order, and never more than four:

1. The two largest parts of the gap of all lines that are clear (their ranges leave out nought),
   whichever way they go: what stands behind each is asked, as no return says it.
2. Of the lines that are no sum of others the one furthest, for each child, from the councils it is
   compared with, where that is a twentieth or more of what they spend in all: costs are booked in
   different places, and that is wise to rule out.
3. The first of the questions on its return.

A question never says which answer is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brightfutures.catalogue import Catalogue
from brightfutures.findings.comparison_words import Whom
from brightfutures.findings.gap_words import largest_first, part_title, way
from brightfutures.findings.pounds_words import whole_pounds
from brightfutures.money.council_money import CouncilMoney, LineOfYear
from brightfutures.money.gap_result import Cause, GapSplit
from brightfutures.money.prevention import TOTAL
from brightfutures.money.split_levels import ALL_LINES
from brightfutures.quantities import Missing

MOST_PARTS = 2
FAR_APART = 0.05
"""Of what the others spend in all: a line that is nearer is not asked about."""
BOOKED_LIKE_OTHERS = "booked_like_others"

WHY_MORE: Mapping[Cause, str] = {
    Cause.NEED: (
        "Where does the need that deprivation and age suggest show here, and does money follow it?"
    ),
    Cause.NUMBER: (
        "Why are more children in need here than deprivation and age suggest: do more come, do "
        "cases stay open for longer, or is there need that neither shows?"
    ),
    Cause.MIX: "Why do more of the children in need here have the dearer kinds of help?",
    Cause.PRICE: (
        "What does the higher cost for each child in need pay for, and do others book that "
        "elsewhere?"
    ),
    Cause.REMAINDER: (
        "What is bought on the lines that are set against no children, and where do others book it?"
    ),
}
WHY_LESS: Mapping[Cause, str] = {
    Cause.NEED: "What makes families here need help that deprivation and age do not show?",
    Cause.NUMBER: (
        "Why are fewer children in need here than deprivation and age suggest: does help come "
        "sooner, are cases closed sooner, or does help not reach them?"
    ),
    Cause.MIX: "Why do fewer of the children in need here have the dearer kinds of help?",
    Cause.PRICE: (
        "Why does each child in need cost less here: less dear homes, less help, or costs on other "
        "lines?"
    ),
    Cause.REMAINDER: (
        "Do families here go without what others buy on the lines that are set against no "
        "children, or is it booked elsewhere?"
    ),
}
"""What is asked of a part, by its cause, where it makes the council spend more and where less."""


@dataclass(frozen=True, kw_only=True)
class MoneyAsk:
    """One question: what it is about, with the figure, and what to ask."""

    about: str
    question: str


def money_asks(catalogue: Catalogue, money: CouncilMoney, whom: Whom) -> tuple[MoneyAsk, ...]:
    """What to ask of the gap and of a line; nothing of a council that has ended."""
    if money.area.is_former or money.theirs is None:
        return ()
    return (*_of_parts(money.split), *_of_a_line(catalogue, money, whom))


def _of_parts(split: GapSplit | None) -> Iterator[MoneyAsk]:
    clear = [] if split is None else [part for part in split.parts if part.clear]
    for part in largest_first(clear)[:MOST_PARTS]:
        why = WHY_MORE if part.pounds_per_child > 0 else WHY_LESS
        yield MoneyAsk(
            about=f"{part_title(ALL_LINES, part.cause)} ({way(part.pounds_per_child)})",
            question=why[part.cause],
        )


def _of_a_line(catalogue: Catalogue, money: CouncilMoney, whom: Whom) -> Iterator[MoneyAsk]:
    gaps = {one.line: gap for one in _leaves(money.lines) if (gap := _gap(one)) is not None}
    theirs = money.theirs.cash if money.theirs else None
    if not gaps or theirs is None or isinstance(theirs, Missing):
        return
    furthest = max(gaps, key=lambda name: abs(gaps[name]))
    if abs(gaps[furthest]) < FAR_APART * theirs.pounds:
        return
    line = next(one for one in money.lines if one.line == furthest)
    assert line.theirs is not None
    assert not isinstance(line.ours.cash, Missing)
    assert not isinstance(line.theirs.cash, Missing)
    here, there = line.ours.cash.pounds, line.theirs.cash.pounds
    yield MoneyAsk(
        about=f"{catalogue.spend_lines[furthest].title} ({whole_pounds(here)} for each child, and "
        f"{whole_pounds(there)} in {whom.councils})",
        question=catalogue.questions[BOOKED_LIKE_OTHERS].question,
    )


def _leaves(lines: tuple[LineOfYear, ...]) -> Iterator[LineOfYear]:
    """The lines that are no sum of others, the total never."""
    for place, one in enumerate(lines):
        deeper = lines[place + 1].depth > one.depth if place + 1 < len(lines) else False
        if one.line != TOTAL and not deeper:
            yield one


def _gap(one: LineOfYear) -> float | None:
    if one.theirs is None:
        return None
    ours, theirs = one.ours.cash, one.theirs.cash
    if isinstance(ours, Missing) or isinstance(theirs, Missing):
        return None
    return ours.pounds - theirs.pounds


def return_ask(how_many: int, first: str) -> MoneyAsk:
    """The questions on the return: how many, and what the first is about."""
    raises = "one question," if how_many == 1 else f"{how_many} questions, the first"
    return MoneyAsk(about="The return", question=f"Is it right? It raises {raises} “{first}”.")


def no_return_ask(year: str) -> MoneyAsk:
    """What to ask where no return was sent for a year: nothing can be asked of its figures."""
    return MoneyAsk(
        about="The return",
        question=f"No return was sent for {year}: why, and when will it be?",
    )
