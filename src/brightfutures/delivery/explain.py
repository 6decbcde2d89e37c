"""The full account of one figure as plain data: the answer of `explain --json`, schema 1."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any

from brightfutures.catalogue import Indicator
from brightfutures.delivery.comparison_set import comparison_set
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.expectation import expectation_account, gap_account
from brightfutures.delivery.level_behind import level_behind_account
from brightfutures.findings.verdict_words import verdict_sentence
from brightfutures.measures.results import (
    Alternative,
    Cell,
    Comparison,
    Moved,
    RankRange,
    SimilarCouncils,
    Steadiness,
    Wobble,
)
from brightfutures.published.readings import SourceRow
from brightfutures.quantities import Interval, Missing, Money, Value

SCHEMA = 1


def json_text(answer: dict[str, Any]) -> str:
    """An answer as JSON for people and programs alike; a number that is no number is an error."""
    return json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False)


def explain(
    edition: Edition,
    indicator_text: str,
    council_text: str,
    period_text: str | None = None,
    against_text: str | None = None,
) -> dict[str, Any]:
    """One indicator of one area in one period, with what it was compared with and its sources."""
    edition = edition.holding(indicator_text)
    indicator = edition.indicator(indicator_text)
    area = edition.area(council_text)
    period = edition.period(indicator, period_text)
    against = comparison_set(edition, against_text)
    comparison = edition.measures.compare(indicator.id, area.code, period, against=against)
    alternatives = edition.measures.alternatives(
        indicator.id, area.code, comparison.period, against=against
    )
    return account(edition, comparison, alternatives)


def account(
    edition: Edition, comparison: Comparison, alternatives: Sequence[Alternative] | None = None
) -> dict[str, Any]:
    """One comparison as plain data, with what other comparisons would say where they are given."""
    indicator = edition.catalogue.indicators[comparison.indicator]
    area = edition.geography.by_code[comparison.area]
    kind = edition.catalogue.series[indicator.numerator[0]].period_kind
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
        "interval": range_of(comparison.interval),
        "similar": similar_councils(edition, comparison.similar),
        "region": area_cell(edition, comparison.region),
        "england": area_cell(edition, comparison.england),
        "verdict": verdict(indicator, comparison),
        **({} if alternatives is None else _otherwise(edition, comparison, alternatives)),
        "wobble": wobble_of(comparison.wobble),
        "steadiness": steadiness_of(comparison.steadiness),
        "rank": rank_of(comparison.rank),
        "moved": moved(comparison.moved),
        "history": [{"period": cell.period, **figures(cell)} for cell in comparison.history],
        "sources": [source(row) for row in edition.source_rows(comparison)],
    }


def verdict(indicator: Indicator, comparison: Comparison) -> dict[str, Any]:
    """The verdict, the tests it rests on and its sentence."""
    given = comparison.verdict
    return {
        "level": given.level.value,
        "reason": given.reason and given.reason.value,
        "direction": given.direction.value,
        "against": given.against,
        "z_wobble": given.z_wobble,
        "z_usual": given.z_usual,
        "p": given.p,
        "q": given.q,
        "gap": gap_account(given.gap),
        "words": verdict_sentence(indicator, comparison),
    }


def _otherwise(
    edition: Edition, comparison: Comparison, alternatives: Sequence[Alternative]
) -> dict[str, Any]:
    """What others would say, what lies behind the figure, and what would be expected."""
    return {
        "alternatives": [*map(_alternative, alternatives)],
        "level_behind": level_behind_account(edition, comparison),
        "expectation": expectation_account(edition, comparison),
    }


def _alternative(alternative: Alternative) -> dict[str, Any]:
    return {
        "name": alternative.name,
        "title": alternative.title,
        "value": alternative.value,
        "level": alternative.level.value,
        "reason": alternative.reason and alternative.reason.value,
        "agrees": alternative.agrees,
    }


def wobble_of(wobble: Wobble | None) -> dict[str, Any] | None:
    """How much a figure ordinarily moves; null where that is not known."""
    if wobble is None:
        return None
    return {
        "a": wobble.a,
        "from_changes": wobble.from_changes,
        "borrowed": wobble.borrowed,
        "long_run": wobble.long_run,
        "transient": wobble.transient,
        "ordinary_move_share": wobble.ordinary_move_share,
    }


def steadiness_of(steadiness: Steadiness | None) -> dict[str, Any] | None:
    """How strongly gaps agree one and three years apart."""
    if steadiness is None:
        return None
    return {
        "one_year": steadiness.one_year,
        "three_years": steadiness.three_years,
    }


def rank_of(rank: RankRange | None) -> dict[str, Any] | None:
    """The places from lowest (1) that the data allow."""
    if rank is None:
        return None
    return {"low": rank.low, "high": rank.high, "of": rank.of}


def moved(found: Moved | None) -> dict[str, Any] | None:
    """Whether the figure has moved over five periods, and its gap with it."""
    if found is None:
        return None
    return {
        "level": found.level.value,
        "reason": found.reason and found.reason.value,
        "from": found.from_period,
        "to": found.to_period,
        "from_value": found.from_value,
        "to_value": found.to_value,
        "q": found.q,
        "against_similar": found.against_similar.value,
    }


def number_or_null(value: Value) -> float | None:
    """A number, or null where it is missing."""
    return None if isinstance(value, Missing) or math.isnan(value) else value


def pounds_or_null(money: Money | Missing | None) -> float | None:
    """Pounds of money, or null where it is missing or there is none."""
    return money.pounds if isinstance(money, Money) else None


def price_year_or_null(money: Money | Missing) -> str | None:
    """The year in whose prices money is, or null where it is missing."""
    return money.price_year if isinstance(money, Money) else None


def reasons_of(value: Value | Money | None) -> list[str]:
    """The reasons a value is missing; none where it is not."""
    return [reason.value for reason in value.reasons] if isinstance(value, Missing) else []


def reasons_or_null(value: Value) -> list[str] | None:
    """The reasons a value is missing, or null where it is not."""
    return reasons_of(value) or None


def why_missing(value: Value | Money | None) -> str | None:
    """The same reasons in one cell."""
    return ", ".join(reasons_of(value)) or None


def figures(cell: Cell) -> dict[str, Any]:
    """A cell's value, counts and reasons, unrounded."""
    return {
        "value": number_or_null(cell.value),
        "numerator": cell.numerator,
        "denominator": cell.denominator,
        "missing": reasons_or_null(cell.value),
    }


def range_of(interval: Interval | None) -> dict[str, Any] | None:
    """A range with its level in per cent."""
    if interval is None:
        return None
    return {"low": interval.low, "high": interval.high, "level": interval.level}


def similar_councils(edition: Edition, similar: SimilarCouncils | None) -> dict[str, Any] | None:
    """The comparison set with its three averages and its councils."""
    if similar is None:
        return None
    return {
        "set": similar.set,
        "mean": similar.mean,
        "plain_mean": similar.plain_mean,
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
                **({} if council.distance is None else {"distance": council.distance}),
            }
            for council in similar.councils
        ],
    }


def area_cell(edition: Edition, cell: Cell | None) -> dict[str, Any] | None:
    """A region's or England's figure, with its name and whether it is published or a sum."""
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
