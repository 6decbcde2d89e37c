"""Every indicator over all England: the list's page, and its figures as JSON, CSV and XLSX."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import SCHEMA, json_text, number_or_null
from brightfutures.delivery.health_check_rows import standing_notice
from brightfutures.delivery.spreadsheets import Workbook, csv_bytes
from brightfutures.findings.national_words import Counted, counted_levels
from brightfutures.measures.nation.councils import Nation

Nations = Mapping[str, tuple[Nation, Counted]]


_KEPT: WeakKeyDictionary[Edition, Nations] = WeakKeyDictionary()
"""What was found in each edition that is still in use."""


def nations_of(edition: Edition) -> Nations:
    """Every indicator with figures: what is true over England, and how many councils differ.

    It takes a third of a second the first time, and is then kept as long as the edition is.
    """
    if edition not in _KEPT:
        _KEPT[edition] = _worked_out(edition)
    return _KEPT[edition]


def _worked_out(edition: Edition) -> Nations:
    councils = edition.measures.all_councils
    return {
        name: (councils.nation(name), counted_levels(councils.levels_across_england(name)))
        for name in edition.measures.with_figures()
    }


HEADINGS = (
    "Stage", "Measure", "Indicator id", "Unit", "Period", "England", "Average council",
    "Councils higher", "Councils lower", "Councils tested", "Ordinary move in a year (share)",
    "Alikeness of similar councils", "Steadiness over one year",
)  # fmt: skip


def _rows(edition: Edition) -> list[list[Any]]:
    rows = []
    for name, (nation, told) in nations_of(edition).items():
        indicator = edition.catalogue.indicators[name]
        england, wobble = nation.england, nation.wobble
        rows.append(
            [
                indicator.stage.value,
                indicator.title,
                indicator.id,
                indicator.unit,
                nation.period,
                number_or_null(england.value) if england else None,
                nation.average,
                told.higher if told.tested else None,
                told.lower if told.tested else None,
                told.tested,
                wobble.ordinary_move_share if wobble else None,
                nation.alikeness,
                nation.steadiness.one_year,
            ]
        )
    return rows


def _csv(edition: Edition) -> bytes:
    notice = [standing_notice(edition), *[None] * (len(HEADINGS) - 1)]
    return csv_bytes(HEADINGS, [*_rows(edition), notice])


def _xlsx(edition: Edition) -> bytes:
    book = Workbook("All indicators over England", standing_notice(edition))
    widths = (20, 52, 44, 22, 10, 12, 12, 10, 10, 10, 12, 12, 12)
    book.table("Indicators", HEADINGS, _rows(edition), widths)
    return book.content()


KEYS = (
    "stage", "title", "indicator", "unit", "period", "england", "average", "councils_higher",
    "councils_lower", "councils_tested", "ordinary_move_share", "alikeness", "steadiness_one_year",
)  # fmt: skip


def _json(edition: Edition) -> bytes:
    answer = {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "indicators": [dict(zip(KEYS, row, strict=True)) for row in _rows(edition)],
        "notice": standing_notice(edition),
    }
    return json_text(answer).encode("utf-8")


LIST_FORMS: dict[str, Callable[[Edition], bytes]] = {"json": _json, "csv": _csv, "xlsx": _xlsx}
"""How each suffix is written."""
