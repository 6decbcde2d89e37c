"""Councils side by side as plain data: the answer of `compare --json`, schema 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from brightfutures.catalogue import Indicator
from brightfutures.delivery.comparison_set import comparison_set
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import (
    SCHEMA,
    area_cell,
    figures,
    moved,
    range_of,
    similar_councils,
    verdict,
)
from brightfutures.findings.pair_words import pairs_sentence
from brightfutures.measures import Against
from brightfutures.measures.results import Comparison, Pair
from brightfutures.quantities import Area, AreaKind, CannotAnswer, WrongUse

MOST_COUNCILS = 12


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which councils on which indicators, in which period and beside whom."""

    councils: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    period: str | None = None
    against: str | None = None


@dataclass(frozen=True, kw_only=True)
class SideBySide:
    """One indicator of every council named, all of the same period.

    `pairs` is the first council beside each of the others, in their order.
    """

    indicator: Indicator
    comparisons: tuple[Comparison, ...]
    pairs: tuple[Pair, ...]
    pairs_sentence: str


@dataclass(frozen=True, kw_only=True)
class Compared:
    """All that is said of the councils named; `left_out` are indicators without figures."""

    areas: tuple[Area, ...]
    against: Against
    rows: tuple[SideBySide, ...]
    left_out: tuple[Indicator, ...]


def councils_named(edition: Edition, names: Sequence[str]) -> tuple[Area, ...]:
    """The councils, in the order named; `WrongUse` for one unknown, named twice, or too many."""
    if len(names) > MOST_COUNCILS:
        raise WrongUse(
            f"At most {MOST_COUNCILS} councils stand side by side, and {len(names)} are named."
        )
    areas: list[Area] = []
    for name in names:
        area = edition.area(name)
        if area.kind is not AreaKind.COUNCIL:
            raise WrongUse(f"Councils are compared, and {area.name} is not one.")
        if area in areas:
            raise WrongUse(f"{area.name} is named twice.")
        areas.append(area)
    return tuple(areas)


def side_by_side(edition: Edition, asked: Asked) -> Compared:
    """The councils named beside those like them, and the first beside each of the others.

    Without an indicator, the health-check set in the order of a child's journey; what has no
    figures there is left out. Raises `CannotAnswer` for an indicator asked for by name that has
    none, and `WrongUse` for a name that is not known.
    """
    areas = councils_named(edition, asked.councils)
    against = comparison_set(edition, asked.against)
    if asked.indicators:
        named = []
        for name in dict.fromkeys(name.strip().lower() for name in asked.indicators):
            holding = edition.holding(name)
            period = holding.period(holding.indicator(name), asked.period)
            named.append(_row(holding, name, areas, period, against))
        return Compared(areas=areas, against=against, rows=tuple(named), left_out=())
    rows, left_out = [], []
    for indicator in edition.catalogue.health_check_set():
        try:
            rows.append(_row(edition, indicator.id, areas, asked.period, against))
        except CannotAnswer:
            left_out.append(indicator)
    if not rows:
        raise CannotAnswer(
            f"No measure of the health check has figures for {asked.period}."
            if asked.period
            else "The files that are loaded hold no measure of the health check."
        )
    return Compared(areas=areas, against=against, rows=tuple(rows), left_out=tuple(left_out))


def _row(
    edition: Edition, name: str, areas: Sequence[Area], period: str | None, against: Against
) -> SideBySide:
    indicator, measures = edition.indicator(name), edition.measures
    first = measures.compare(indicator.id, areas[0].code, period, against=against)
    others = [area.code for area in areas[1:]]
    rest = [measures.compare(indicator.id, code, first.period, against=against) for code in others]
    pairs = measures.pairs(indicator.id, areas[0].code, others, first.period) if others else ()
    return SideBySide(
        indicator=indicator,
        comparisons=(first, *rest),
        pairs=pairs,
        pairs_sentence=pairs_sentence(indicator, areas[0].name, pairs, edition.name_of),
    )


def compare(edition: Edition, asked: Asked) -> dict[str, Any]:
    """Councils side by side as plain data."""
    found = side_by_side(edition, asked)
    return {
        "schema": SCHEMA,
        "made_up": edition.store.made_up,
        "against": list(found.against) if isinstance(found.against, tuple) else found.against,
        "councils": [{"code": area.code, "name": area.name} for area in found.areas],
        "indicators": [_indicator(edition, row) for row in found.rows],
        "left_out": [indicator.id for indicator in found.left_out],
    }


def _indicator(edition: Edition, row: SideBySide) -> dict[str, Any]:
    indicator, first = row.indicator, row.comparisons[0]
    pairs: tuple[Pair | None, ...] = (None, *row.pairs)
    return {
        "indicator": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit,
        "stage": indicator.stage.value,
        "good_direction": indicator.good_direction.value,
        "period": first.period,
        "england": area_cell(edition, first.england),
        "councils": [
            _council(edition, indicator, comparison, pair)
            for comparison, pair in zip(row.comparisons, pairs, strict=True)
        ],
        "between": row.pairs_sentence or None,
    }


def _council(
    edition: Edition, indicator: Indicator, comparison: Comparison, pair: Pair | None
) -> dict[str, Any]:
    similar = similar_councils(edition, comparison.similar)
    return {
        "code": comparison.area,
        "name": edition.name_of(comparison.area),
        **figures(comparison.here),
        "interval": range_of(comparison.interval),
        "similar": similar and {key: similar[key] for key in similar if key != "councils"},
        "verdict": verdict(indicator, comparison),
        "moved": moved(comparison.moved),
        "first_beside_it": pair and _pair(pair),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    """The first council named beside this one: higher or lower than it, or neither."""
    return {
        "level": pair.level.value,
        "reason": pair.reason and pair.reason.value,
        "direction": pair.direction.value,
        "z_wobble": pair.z_wobble,
        "p": pair.p,
        "q": pair.q,
    }
