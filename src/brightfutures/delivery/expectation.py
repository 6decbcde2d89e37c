"""What circumstances would lead one to expect, as plain data and as text in a terminal."""

from __future__ import annotations

import textwrap
from typing import Any

from brightfutures.catalogue import Indicator
from brightfutures.delivery.edition import Edition
from brightfutures.findings.what_is_expected import what_is_expected
from brightfutures.measures.expectation.results import ContextEffect, ContextModel, Expectation
from brightfutures.measures.results import Comparison, Gap
from brightfutures.pages.expected_of import expected_rows

WIDTH = 80


def expectation_account(edition: Edition, comparison: Comparison) -> dict[str, Any] | None:
    """One council's expectation as plain data; null where nothing can be fitted."""
    found = _found(edition, comparison)
    if found is None:
        return None
    expectation, model = found
    indicator = edition.catalogue.indicators[comparison.indicator]
    council = edition.name_of(comparison.area)
    said = what_is_expected(indicator, comparison, expectation, model, council)
    return {
        "expected": expectation.expected,
        "low": expectation.low,
        "high": expectation.high,
        "level": expectation.level.value,
        "reason": expectation.reason and expectation.reason.value,
        "z_wobble": expectation.z_wobble,
        "z_usual": expectation.z_usual,
        "p": expectation.p,
        "q": expectation.q,
        "gap": gap_account(expectation.gap),
        "without": [
            {
                "circumstance": each.variable.id,
                "expected": each.expected,
                "level": each.level.value,
                "reason": each.reason and each.reason.value,
            }
            for each in expectation.without
        ],
        "model": model_account(model),
        "words": " ".join(said.sentences),
    }


def gap_account(gap: Gap | None) -> dict[str, Any] | None:
    """A gap in the indicator's unit and in children; null where nothing is counted."""
    if gap is None:
        return None
    return {
        "value": gap.value,
        "low": gap.low,
        "high": gap.high,
        "children": gap.children,
        "children_low": gap.children_low,
        "children_high": gap.children_high,
    }


def model_account(model: ContextModel) -> dict[str, Any]:
    """One indicator's circumstances over England as plain data."""
    return {
        "councils": model.councils,
        "left_out": model.left_out,
        "average": model.average,
        "spread": model.spread,
        "spread_alone": model.spread_alone,
        "explained": model.explained,
        "held_out_within": model.held_out_within,
        "sampling_error": model.sampling_error,
        "circumstances": [_effect(effect) for effect in model.effects],
    }


def _effect(effect: ContextEffect) -> dict[str, Any]:
    return {
        "id": effect.variable.id,
        "title": effect.variable.title,
        "period": effect.period.label,
        "adds" if effect.adds else "times": effect.times,
        "low": effect.low,
        "high": effect.high,
        "expected_below": effect.expected_below,
        "expected_above": effect.expected_above,
    }


def expectation_lines(edition: Edition, comparison: Comparison) -> list[str]:
    """The same as a person reads it in a terminal; nothing where nothing can be fitted."""
    found = _found(edition, comparison)
    if found is None:
        return []
    expectation, model = found
    indicator = edition.catalogue.indicators[comparison.indicator]
    council = edition.name_of(comparison.area)
    said = what_is_expected(indicator, comparison, expectation, model, council)
    lines = ["", "What would be expected, given its circumstances"]
    for group in (said.first, said.here, said.how_sure):
        lines += textwrap.wrap(" ".join(group), WIDTH)
    lines += _without(indicator, expectation)
    for group in (said.bear_in_mind, (said.how_ranges_held,)):
        lines += textwrap.wrap(" ".join(group), WIDTH)
    return lines


def _without(indicator: Indicator, expectation: Expectation) -> list[str]:
    rows = expected_rows(indicator, expectation)
    longest = max((len(row.what) for row in rows), default=0)
    return [
        f"  {row.what:<{longest}} {row.expected:>8}  {row.verdict.shape} {row.verdict.words}"
        for row in rows
    ]


def _found(edition: Edition, comparison: Comparison) -> tuple[Expectation, ContextModel] | None:
    expectation = edition.measures.expected.of(
        comparison.indicator, comparison.area, comparison.period
    )
    if expectation is None:
        return None
    model = edition.measures.expected.model(comparison.indicator, comparison.period)
    return (expectation, model) if model is not None else None
