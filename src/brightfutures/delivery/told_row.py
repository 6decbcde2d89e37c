"""A measure in a row of a file: what the figure is, and what is said of it."""

from __future__ import annotations

from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import number_or_null, why_missing
from brightfutures.findings.verdict_words import level_words
from brightfutures.measures.results import Comparison

TOLD = (
    "Indicator id", "Unit", "Period", "Value", "Why missing", "Average beside it", "Verdict",
    "Over five years",
)  # fmt: skip
"""The headings of what `told_row` gives."""


def told_row(edition: Edition, entry: Comparison) -> list[Any]:
    """A council's figure on one indicator with its verdict and movement, in the order of `TOLD`."""
    indicator, value = edition.catalogue.indicators[entry.indicator], entry.here.value
    return [
        indicator.id,
        indicator.unit,
        entry.period,
        number_or_null(value),
        why_missing(value),
        entry.verdict.average,
        level_words(indicator, entry.verdict),
        entry.moved.level.value.replace("_", " ") if entry.moved else None,
    ]
