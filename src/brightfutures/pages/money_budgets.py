"""Budgets beside outturn on a page about money: each year in words, and line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from brightfutures.catalogue.spending import SpendLine
from brightfutures.findings.budget_words import BudgetWords
from brightfutures.findings.overspend_words import LEAST_BUDGET_POUNDS
from brightfutures.findings.pounds_words import signed_share
from brightfutures.money.overspend import Overspend
from brightfutures.pages.money_lines import LineRow, MoneyCell, millions
from brightfutures.quantities import Missing, Value


@dataclass(frozen=True, kw_only=True)
class BudgetTable:
    """One year's lines: budget, outturn, and what was spent beyond the budget."""

    period: str
    headings: tuple[str, ...]
    rows: tuple[LineRow, ...]


@dataclass(frozen=True, kw_only=True)
class BudgetSection:
    """A year's budget beside its outturn: in words, and line by line."""

    period: str
    sentences: str
    table: BudgetTable


BUDGET_HEADINGS = ("Line", "Budget, £m", "Outturn, £m", "Over the budget, £m", "Over, as a share")


def budget_sections(
    budgets: Iterable[BudgetWords],
    overspends: Mapping[str, Sequence[Overspend]],
    titles: Mapping[str, SpendLine],
) -> tuple[BudgetSection, ...]:
    """A section for each year of which budgets are told; `overspends` by year, the total first."""
    return tuple(
        BudgetSection(
            period=one.period,
            sentences=" ".join(one.sentences),
            table=_budget_table(one.period, overspends[one.period], titles),
        )
        for one in budgets
    )


def _budget_table(
    period: str, lines: Sequence[Overspend], titles: Mapping[str, SpendLine]
) -> BudgetTable:
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
                    _share(one),
                ),
            )
            for place, one in enumerate(lines)
        ),
    )


def _with_sign(value: Value) -> MoneyCell:
    cell = millions(value)
    if isinstance(value, Missing) or value <= 0 or cell.text == "0.00":
        return cell
    return MoneyCell(text=f"+{cell.text}")


def _share(one: Overspend) -> MoneyCell:
    """The share of the budget that was spent over it; a dash where so small a budget has none."""
    budget, share = one.budget_pounds, one.over_share
    if share is None or isinstance(budget, Missing) or budget < LEAST_BUDGET_POUNDS:
        return MoneyCell(text="–")
    return MoneyCell(text=signed_share(share))
