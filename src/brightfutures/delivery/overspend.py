"""A council's budgets and outturns as plain data: the answer of `overspend --json`, schema 1.

Published budgets are of 2016-17 and 2017-18. For other years a council gives its own budget and
outturn in a file (`own_budget`), which is read and nothing of which is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null
from brightfutures.delivery.handed_in import bytes_of
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.own_budget import read_own_budget
from brightfutures.findings.overspend_words import (
    TWO_RETURNS,
    how_usual_sentence,
    lines_sentence,
    overspend_sentence,
)
from brightfutures.findings.spend_words import NO_RANGE
from brightfutures.money.overspend import HowUsual, Overspend
from brightfutures.money.prevention import TOTAL
from brightfutures.quantities import Area, CannotAnswer, Missing

SCHEMA = 1

OWN_FILE = (
    "For these years no budgets are published, so it cannot be said how usual this was; budget and "
    "outturn are as the council’s own file tells them."
)


@dataclass(frozen=True, kw_only=True)
class BudgetYear:
    """One year's lines, the total first where there is one, and how usual each was if published."""

    period: str
    own: bool
    lines: tuple[Overspend, ...]
    usual: Mapping[str, HowUsual]


def budget_years(edition: Edition, area: Area, file: Path | None) -> tuple[BudgetYear, ...]:
    """Every year told: the published ones, and those of the council's own file.

    `WrongUse` for a file that cannot be read, `CannotAnswer` where there is no year at all.
    """
    books = edition.books
    found = [
        BudgetYear(
            period=period,
            own=False,
            lines=books.budgets.overspends(area.code, period),
            usual={
                one.line: books.budgets.how_usual(period, one.line)
                for one in books.budgets.overspends(area.code, period)
            },
        )
        for period in books.budgets.years
    ]
    if file is not None:
        found += _own_years(edition, file)
    if not found:
        raise CannotAnswer("No budgets are loaded: load the ministry’s revenue account budgets.")
    return tuple(found)


def _own_years(edition: Edition, file: Path) -> list[BudgetYear]:
    told = read_own_budget(file.name, bytes_of(file), edition.catalogue.spend_lines)
    periods = sorted({one.period for one in told})
    return [
        BudgetYear(
            period=period,
            own=True,
            lines=tuple(sorted((one for one in told if one.period == period), key=_total_first)),
            usual={},
        )
        for period in periods
    ]


def _total_first(one: Overspend) -> bool:
    return one.line != TOTAL


def sentences_of(edition: Edition, area: Area, year: BudgetYear) -> tuple[str, ...]:
    """What is said of one year: its total if it is told, how usual that was, and its lines."""
    titles = edition.catalogue.spend_lines
    total = [one for one in year.lines if one.line == TOTAL]
    lines = [one for one in year.lines if one.line != TOTAL]
    said = [overspend_sentence(area.name, one, titles[one.line]) for one in total]
    said += [how_usual_sentence(year.usual[TOTAL]) for _ in total if TOTAL in year.usual]
    if year.own:
        said += [overspend_sentence(area.name, one, titles[one.line]) for one in lines]
    else:
        said.append(lines_sentence(lines, titles))
    return tuple(filter(None, said))


def notes_of(years: Sequence[BudgetYear]) -> tuple[str, ...]:
    """What to know of the figures."""
    published = (TWO_RETURNS,) if any(not year.own for year in years) else ()
    return (NO_RANGE, *published, *((OWN_FILE,) if any(year.own for year in years) else ()))


def overspend_data(edition: Edition, area: Area, file: Path | None = None) -> dict[str, Any]:
    """Every line and year in pounds of the year, with how usual it was; `null` has its reasons."""
    years = budget_years(edition, area, file)
    return {
        "schema": SCHEMA,
        "notice": standing_notice(edition),
        "council": area.name,
        "code": area.code,
        "years": [
            {
                "period": year.period,
                "source": "the council’s own file" if year.own else "published returns",
                "sentences": list(sentences_of(edition, area, year)),
                "lines": [_line(edition, one, year.usual.get(one.line)) for one in year.lines],
            }
            for year in years
        ],
        "notes": list(notes_of(years)),
    }


def _line(edition: Edition, one: Overspend, usual: HowUsual | None) -> dict[str, Any]:
    share = one.over_share
    over = one.over_pounds
    return {
        "line": one.line,
        "title": edition.catalogue.spend_lines[one.line].title,
        "budget_pounds": number_or_null(one.budget_pounds),
        "outturn_pounds": number_or_null(one.outturn_pounds),
        "over_pounds": number_or_null(over),
        "over_percent": None if share is None else 100.0 * share,
        "missing": list(over.reasons) if isinstance(over, Missing) else [],
        "how_usual": None
        if usual is None or usual.middle_share is None
        else {
            "councils": usual.councils,
            "councils_over": usual.over,
            "middle_percent": 100.0 * usual.middle_share,
        },
    }
