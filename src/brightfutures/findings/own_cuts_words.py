"""A council's own falls of a fifth or more in words, and what was found after such falls.

"Fell", not "cut": a return tells that a line holds less, and not that anybody decided it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightfutures.catalogue import Catalogue, Indicator
from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.after_cuts_words import WHAT_IT_IS, after_cut_sentence
from brightfutures.findings.figures import listed, many
from brightfutures.findings.place_names import placed
from brightfutures.findings.pounds_words import share_words
from brightfutures.findings.sentence_case import inside
from brightfutures.money.after_cuts import AfterCuts
from brightfutures.money.books import Books
from brightfutures.money.own_cuts import OwnCut, can_be_read, own_cuts
from brightfutures.quantities import Area, Period, PeriodKind

NOT_NOTHING = (
    "That does not mean that nothing followed: some falls are the same spending on another line."
)


def own_cuts_in_words(catalogue: Catalogue, books: Books, area: Area) -> tuple[str, ...]:
    """Which of a council's lines fell by a fifth or more, and what was found after such falls."""
    found, row = books.after_cuts, books.panel.places.rows[area.code]
    cuts, lines = own_cuts(found.cuts, row), catalogue.spend_lines
    own = own_cuts_sentence(area.name, cuts, lines, read=can_be_read(found.cuts, row))
    after = found_after_sentences(found, cuts, lines, catalogue.indicators)
    return tuple(filter(None, (own, *after)))


def own_cuts_sentence(
    council: str, cuts: Sequence[OwnCut], lines: Mapping[str, SpendLine], *, read: bool
) -> str:
    """Which lines fell by a fifth or more in real terms, when and by how much.

    `read` is whether any change of the council's can be read; nothing is said where none can.
    """
    if not read:
        return ""
    if not cuts:
        return (
            "In the years that can be read no line of the return of "
            f"{placed(council)} fell by a fifth or more beyond prices, over a year or two."
        )
    by_line: dict[str, list[OwnCut]] = {}
    for one in cuts:
        by_line.setdefault(one.line, []).append(one)
    told = [
        f"{inside(lines[line].title)} ({'; '.join(_fall(one) for one in falls)})"
        for line, falls in by_line.items()
    ]
    return (
        f"In the returns of {placed(council)} spending fell by a fifth or more beyond prices, over "
        f"a year or two, on {listed(told)}."
    )


def _fall(one: OwnCut) -> str:
    return f"{share_words(abs(one.share))}, {_year(one.first_year)} to {_year(one.last_year)}"


def _year(ends: int) -> str:
    return Period.ending(PeriodKind.FINANCIAL_YEAR, ends).label


def found_after_sentences(
    found: AfterCuts,
    cuts: Sequence[OwnCut],
    lines: Mapping[str, SpendLine],
    indicators: Mapping[str, Indicator],
) -> tuple[str, ...]:
    """What was found over all councils after falls on the same lines, or on any where none fell."""
    own = {one.line for one in cuts}
    asked = [one for one in found.results if one.p is not None and (not own or one.line in own)]
    if not asked:
        return ()
    such = "such falls" if own else "falls of a fifth or more"
    opening = (
        f"What came after {such} was asked over all councils: of {many(len(asked), 'comparison')} "
        "with councils without them"
    )
    told = [one for one in found.told if one in asked]
    if not told:
        return (f"{opening}, none shows a difference that chance would not make.", NOT_NOTHING)
    shows = "shows" if len(told) == 1 else "show"
    sentences = [
        after_cut_sentence(one, lines[one.line], indicators[one.indicator])
        .removesuffix(WHAT_IT_IS)
        .strip()
        for one in told
    ]
    return (
        f"{opening}, {len(told)} {shows} a difference that chance seldom makes.",
        *sentences,
        WHAT_IT_IS,
    )
