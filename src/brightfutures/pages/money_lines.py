"""Where the money goes on a page: the lines of the return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.figures import missing_words, number
from brightfutures.findings.pounds_words import MILLION, money_words
from brightfutures.money.council_money import LineOfYear
from brightfutures.quantities import Missing, Money, Value


@dataclass(frozen=True, kw_only=True)
class MoneyCell:
    """A figure in a table, or the words for why there is none; it may stand over columns beside.

    `span` is over how many columns.
    """

    text: str
    missing: bool = False
    span: int = 1


@dataclass(frozen=True, kw_only=True)
class LineRow:
    """One line of the return; `depth` is 0 for the total."""

    title: str
    depth: int
    cells: tuple[MoneyCell, ...]


def line_headings(beside: str = "") -> tuple[str, ...]:
    """Over the columns of the lines; `beside` is how the councils beside are called, if any are."""
    return (
        "Line",
        "Before income, £m",
        "Income, £m",
        "After income, £m",
        "For each child",
        *((f"{beside}, each child",) if beside else ()),
        "Section 251 return, £m",
    )


def line_rows(lines: Sequence[LineOfYear], titles: Mapping[str, SpendLine]) -> tuple[LineRow, ...]:
    """A row for each line: before income, income, after it, for each child here and beside.

    Where nobody stands beside there is no such cell.
    """
    return tuple(
        LineRow(
            title=titles[one.line].title,
            depth=one.depth,
            cells=_said_once(
                (
                    millions(one.spend_pounds),
                    millions(one.income_pounds),
                    millions(one.net_pounds),
                    money_cell(one.ours.cash),
                    *((money_cell(one.theirs.cash),) if one.theirs is not None else ()),
                    millions(one.section_251_pounds),
                )
            ),
        )
        for one in lines
    )


def _said_once(cells: Sequence[MoneyCell]) -> tuple[MoneyCell, ...]:
    """The cells of a row, those side by side that have no figure for the same reason as one."""
    found: list[MoneyCell] = []
    for cell in cells:
        last = found[-1] if found else None
        if last is not None and cell.missing and last.missing and cell.text == last.text:
            found[-1] = replace(last, span=last.span + 1)
        else:
            found.append(cell)
    return tuple(found)


def millions(value: Value) -> MoneyCell:
    """Pounds in millions to two decimal places: the returns are in thousands."""
    if isinstance(value, Missing):
        return MoneyCell(text=missing_words(value), missing=True)
    return MoneyCell(text=number(value / MILLION, 2))


def money_cell(money: Money | Missing) -> MoneyCell:
    """Whole pounds."""
    return MoneyCell(text=money_words(money), missing=isinstance(money, Missing))
