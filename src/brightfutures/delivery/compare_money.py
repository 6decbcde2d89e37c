"""The part about money of councils side by side: from an edition, as plain data, with sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null, reasons_or_null
from brightfutures.delivery.money_cost_figures import figures_of_cost
from brightfutures.delivery.money_figure import MoneyFigure, as_written
from brightfutures.delivery.money_figures import (
    figures_of_prevention,
    figures_of_years,
)
from brightfutures.delivery.return_checks import questions_on
from brightfutures.findings.side_by_side_money import (
    NOT_TESTED,
    MoneyCellWords,
    MoneyRowWords,
    money_side_by_side,
)
from brightfutures.findings.unit_cost_words import cost_sentence
from brightfutures.money.checks.cost_asked_about import asks_about_cost
from brightfutures.money.side_by_side import money_beside
from brightfutures.quantities import ENGLAND, Area


def money_rows(edition: Edition, areas: Sequence[Area]) -> tuple[MoneyRowWords, ...]:
    """The measures of money of these councils; none where no return is loaded."""
    found = money_beside(edition.books, [area.code for area in areas])
    if found is None:
        return ()
    questions = {area.code: questions_on(edition, area.code, found.period) for area in areas}
    rules = edition.catalogue.checks
    asked = {
        kind.id: {
            code for code, each in questions.items() if asks_about_cost(each, rules, kind.line)
        }
        for kind in found.kinds
    }
    return money_side_by_side(found, edition.catalogue.spend_lines, asked)


def money_account(edition: Edition, rows: Sequence[MoneyRowWords]) -> dict[str, Any] | None:
    """The part as plain data; null where it is not asked for."""
    if not rows:
        return None
    return {
        "sentence": NOT_TESTED,
        "measures": [
            {
                "measure": row.id,
                "title": row.title,
                "unit": row.unit,
                "year": row.period,
                "range_is": row.range_is or None,
                "range_note": row.range_note or None,
                "england": _cell(edition, row.unit, row.england),
                "councils": [_cell(edition, row.unit, cell) for cell in row.cells],
            }
            for row in rows
        ],
    }


def _cell(edition: Edition, unit: str, cell: MoneyCellWords) -> dict[str, Any]:
    return {
        "code": cell.code,
        "name": edition.name_of(cell.code),
        "value": as_written(unit, number_or_null(cell.value)),
        "low": as_written(unit, cell.low),
        "high": as_written(unit, cell.high),
        "missing": reasons_or_null(cell.value),
        "note": cell.note or None,
    }


def figures_behind_money(edition: Edition, codes: Sequence[str]) -> Iterator[MoneyFigure]:
    """What the figures are worked out from, council by council and then England, with its rows."""
    found = money_beside(edition.books, codes)
    if found is None:
        return
    for one in (*found.councils, found.england):
        name = "England" if one.code == ENGLAND else edition.name_of(one.code)
        yield from figures_of_years(edition, name, [one.spend], one.code)
        yield from figures_of_prevention(edition, one.code, name, [one.prevention])
        for kind in found.kinds:
            cost = one.costs[kind.id]
            words = cost_sentence(name, cost)
            yield from figures_of_cost(edition, kind, name, cost, words, one.code)
