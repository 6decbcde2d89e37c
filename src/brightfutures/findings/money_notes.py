"""What one must know before a council's finance figures are leaned on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.spending import SaidOfReturn
from brightfutures.findings.figures import counted, listed
from brightfutures.findings.gap_words import ADDS_UP, rounded_sentence
from brightfutures.findings.place_names import placed, placed_first
from brightfutures.findings.spend_words import NO_RANGE
from brightfutures.money.books import Books
from brightfutures.money.council_money import CouncilMoney, LineOfYear
from brightfutures.money.finance_returns import BEFORE_INCOME
from brightfutures.money.gap_result import GapSplit
from brightfutures.money.panel_sums import england_beside_councils
from brightfutures.money.prevention import TOTAL
from brightfutures.quantities import Missing, Reason

NEITHER_WAY = (
    "Spending more or less than others says nothing of how well children are helped: it is a "
    "question to ask, and not an answer."
)
ALLOCATED = (
    "Councils do not all put the same costs on the same line: overheads, shared services and staff "
    "who work across lines are allocated differently. The total is surer than its lines."
)
TWO_RETURNS = (
    "The revenue outturn goes to the housing ministry and the section 251 return to the Department "
    "for Education. They treat overheads and grants differently, so their lines seldom agree to "
    "the pound. Both are set side by side before income."
)
NOT_NOUGHT = "What was not returned is not known, and it is not nought."
CHILDREN = (
    "“Each child” is each child aged 0 to 17 who lives in the area, helped or not, in the middle "
    "of the year."
)
NO_2021_22 = "The return of 2021-22 is not among the published files that we hold: it is a gap."
ROUNDED = "Figures are rounded to whole pounds, so rounded parts may miss their sum by a pound."


def money_notes(
    catalogue: Catalogue, books: Books, money: CouncilMoney, names: Mapping[str, str]
) -> tuple[str, ...]:
    """What to know of this council's figures, the most telling first."""
    return tuple(_notes(catalogue, books, money, names))


def _notes(
    catalogue: Catalogue, books: Books, money: CouncilMoney, names: Mapping[str, str]
) -> Iterator[str]:
    yield NEITHER_WAY
    yield from _omissions_and_contradictions(catalogue, money)
    for one in _notes_on_returns(catalogue, money, of_the_year=False):
        yield _sourced(one)
    yield from _not_broken_down(catalogue, money)
    yield ALLOCATED
    yield TWO_RETURNS
    if money.period is not None:
        yield f"{not_returned_sentence(books, money.period, names)} {NOT_NOUGHT}".strip()
    if money.split is not None:
        told_there = any(
            isinstance(one.split, GapSplit) and rounded_sentence(one.split) for one in money.gaps
        )
        yield ADDS_UP if told_there else f"{ADDS_UP} {ROUNDED}"
    else:
        yield NO_RANGE
    yield CHILDREN
    if gap_in_years(books):
        yield NO_2021_22


def notes_of_the_year(catalogue: Catalogue, money: CouncilMoney) -> tuple[str, ...]:
    """What the publisher's own notes say of the council's return of the year that is told."""
    return tuple(_sourced(one) for one in _notes_on_returns(catalogue, money, of_the_year=True))


def _notes_on_returns(
    catalogue: Catalogue, money: CouncilMoney, *, of_the_year: bool
) -> Iterator[SaidOfReturn]:
    """The notes on the return of the year that is told, or those on the returns of others."""
    for one in catalogue.spending.notes.values():
        if one.area == money.area.code and (one.period == money.period) is of_the_year:
            yield one


def _omissions_and_contradictions(catalogue: Catalogue, money: CouncilMoney) -> Iterator[str]:
    """What the publisher says was left out, and where a published return contradicts itself."""
    spending = catalogue.spending
    for one in (*spending.omissions.values(), *spending.contradictions.values()):
        if one.area == money.area.code:
            yield _sourced(one)


def _sourced(one: SaidOfReturn) -> str:
    return f"{one.sentence} ({one.source})"


def _not_broken_down(catalogue: Catalogue, money: CouncilMoney) -> Iterator[str]:
    """The lines whose parts, or which themselves, the council did not tell in the year."""
    silent = [line for line in money.lines if line.depth and not_told(line)]
    if silent and money.lines and not not_told(money.lines[0]):
        titles = [catalogue.spend_lines[one.line].spent_on for one in silent]
        yield (
            f"In {money.period} {placed(money.area.name)} told its total, and no figure for "
            f"{listed(titles)}."
        )


def not_told(line: LineOfYear) -> bool:
    """Whether a line was asked for and not returned."""
    value = line.spend_pounds
    return isinstance(value, Missing) and Reason.NOT_RETURNED in value.reasons


def not_returned_sentence(books: Books, period: str, names: Mapping[str, str]) -> str:
    """Which councils sent no return for a year; nothing where all did."""
    beside = england_beside_councils(books.panel, TOTAL, BEFORE_INCOME, period)
    silent = [
        placed(names[code])
        for code, missing in beside.absent
        if Reason.NOT_RETURNED in missing.reasons
    ]
    if not silent:
        return ""
    if len(silent) == 1:
        return f"{placed_first(silent[0])} sent no return for {period} in time."
    many = counted(len(silent))
    return f"{many} councils sent no return for {period} in time: {listed(silent)}."


def gap_in_years(books: Books) -> bool:
    """Whether the years of the return skip 2021-22."""
    periods = books.panel.periods
    return "2020-21" in periods and "2022-23" in periods and "2021-22" not in periods
