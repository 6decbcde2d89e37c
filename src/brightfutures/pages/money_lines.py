"""Where the money goes on a page: the lines of the return, and budgets beside outturn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.figures import missing_words, number
from brightfutures.findings.pounds_words import signed_share, whole_pounds
from brightfutures.money.council_money import LineOfYear
from brightfutures.money.overspend import Overspend
from brightfutures.money.per_child import PerChild
from brightfutures.quantities import Missing, Value

MILLION = 1e6


@dataclass(frozen=True, kw_only=True)
class MoneyCell:
    """A figure in a table, or the words for why there is none."""

    text: str
    missing: bool = False


@dataclass(frozen=True, kw_only=True)
class LineRow:
    """One line of the return; `depth` is 0 for the total."""

    title: str
    depth: int
    cells: tuple[MoneyCell, ...]


@dataclass(frozen=True, kw_only=True)
class BudgetTable:
    """One year's lines: budget, outturn, and what was spent beyond the budget."""

    period: str
    headings: tuple[str, ...]
    rows: tuple[LineRow, ...]


BUDGET_HEADINGS = ("Line", "Budget, £m", "Outturn, £m", "Over the budget, £m", "Over, as a share")


def line_headings(beside: str) -> tuple[str, ...]:
    """Over the columns of the lines; `beside` is how the councils beside are called."""
    return (
        "Line",
        "Before income, £m",
        "Income, £m",
        "After income, £m",
        "For each child",
        f"{beside}, for each child",
        "Section 251 return, before income, £m",
    )


def line_rows(lines: Sequence[LineOfYear], titles: Mapping[str, SpendLine]) -> tuple[LineRow, ...]:
    """A row for each line: before income, income, after it, for each child here and beside."""
    return tuple(
        LineRow(
            title=titles[one.line].title,
            depth=one.depth,
            cells=(
                millions(one.spend_pounds),
                millions(one.income_pounds),
                millions(one.net_pounds),
                _per_child(one.ours),
                _per_child(one.theirs),
                millions(one.section_251_pounds),
            ),
        )
        for one in lines
    )


def budget_table(
    period: str, lines: Sequence[Overspend], titles: Mapping[str, SpendLine]
) -> BudgetTable:
    """Budget beside outturn, line by line, the total first."""
    return BudgetTable(
        period=period,
        headings=BUDGET_HEADINGS,
        rows=tuple(
            LineRow(
                title=titles[one.line].title,
                depth=0 if place == 0 else 1,
                cells=(
                    millions(one.budget_pounds),
                    millions(one.outturn_pounds),
                    _with_sign(one.over_pounds),
                    _share(one.over_share),
                ),
            )
            for place, one in enumerate(lines)
        ),
    )


def millions(value: Value) -> MoneyCell:
    """Pounds in millions to two decimal places: the returns are in thousands."""
    if isinstance(value, Missing):
        return MoneyCell(text=missing_words(value), missing=True)
    return MoneyCell(text=number(value / MILLION, 2))


def _with_sign(value: Value) -> MoneyCell:
    cell = millions(value)
    if isinstance(value, Missing) or value <= 0 or cell.text == "0.00":
        return cell
    return MoneyCell(text=f"+{cell.text}")


def _share(share: float | None) -> MoneyCell:
    return MoneyCell(text="–" if share is None else signed_share(share))


def _per_child(one: PerChild | None) -> MoneyCell:
    if one is None:
        return MoneyCell(text="–")
    if isinstance(one.cash, Missing):
        return MoneyCell(text=missing_words(one.cash), missing=True)
    return MoneyCell(text=whole_pounds(one.cash.pounds))
