"""The full account of one figure as plain data: the answer of `explain --json`, schema 1."""

from __future__ import annotations

import json
import math
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.measures.results import Cell, Comparison, SimilarCouncils
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Missing, Value

SCHEMA = 1


def json_text(answer: dict[str, Any]) -> str:
    """An answer as JSON for people and programs alike; a number that is no number is an error."""
    return json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False)


def explain(
    edition: Edition, indicator_text: str, council_text: str, period_text: str | None = None
) -> dict[str, Any]:
    """One indicator of one area in one period, with what it was compared with and its sources."""
    edition = edition.holding(indicator_text)
    indicator = edition.indicator(indicator_text)
    area = edition.area(council_text)
    period = edition.period(indicator, period_text)
    comparison = edition.measures.compare(indicator.id, area.code, period)
    return account(edition, comparison)


def account(edition: Edition, comparison: Comparison) -> dict[str, Any]:
    """One comparison as plain data."""
    indicator = edition.catalogue.indicators[comparison.indicator]
    area = edition.geography.by_code[comparison.area]
    kind = edition.catalogue.series[indicator.numerator[0]].period_kind
    interval = comparison.interval
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "indicator": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit,
        "council": {"code": area.code, "name": area.name, "kind": area.kind.value},
        "period": comparison.period,
        "period_kind": kind.value,
        **figures(comparison.here),
        "interval": interval
        and {"low": interval.low, "high": interval.high, "level": interval.level},
        "similar": _similar(edition, comparison.similar),
        "region": _area_cell(edition, comparison.region),
        "england": _area_cell(edition, comparison.england),
        "verdict": {
            "level": comparison.verdict.level.value,
            "reason": comparison.verdict.reason and comparison.verdict.reason.value,
        },
        "history": [{"period": cell.period, **figures(cell)} for cell in comparison.history],
        "sources": [source(row) for row in edition.source_rows(comparison)],
    }


def number_or_null(value: Value) -> float | None:
    """A number, or null where it is missing."""
    return None if isinstance(value, Missing) or math.isnan(value) else value


def reasons_or_null(value: Value) -> list[str] | None:
    """The reasons a value is missing, or null where it is not."""
    return [reason.value for reason in value.reasons] if isinstance(value, Missing) else None


def figures(cell: Cell) -> dict[str, Any]:
    """A cell's value, counts and reasons, unrounded."""
    return {
        "value": number_or_null(cell.value),
        "numerator": cell.numerator,
        "denominator": cell.denominator,
        "missing": reasons_or_null(cell.value),
    }


def _similar(edition: Edition, similar: SimilarCouncils | None) -> dict[str, Any] | None:
    if similar is None:
        return None
    return {
        "set": similar.set,
        "mean": similar.mean,
        "median": similar.median,
        "pooled": similar.pooled,
        "with_value": similar.with_value,
        "alikeness": similar.alikeness,
        "councils": [
            {
                "code": council.area,
                "name": edition.name_of(council.area),
                "value": number_or_null(council.value),
                "missing": reasons_or_null(council.value),
                "closeness": council.closeness,
            }
            for council in similar.councils
        ],
    }


def _area_cell(edition: Edition, cell: Cell | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    return {
        "code": cell.area,
        "name": edition.name_of(cell.area),
        **figures(cell),
        "basis": cell.basis,
    }


def source(row: SourceRow) -> dict[str, Any]:
    """Where one reading stands."""
    return {
        "series": row.series,
        "file": row.file,
        "publisher": row.publisher,
        "publication": row.publication,
        "release": row.release,
        "sha256": row.sha256,
        "row": row.row,
    }
