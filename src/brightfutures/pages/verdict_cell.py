"""A verdict as it stands in a table: its shape, its words and whom it is against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brightfutures.catalogue import Indicator, Stage
from brightfutures.findings.figures import missing_words
from brightfutures.findings.verdict_words import (
    DIFFERENT,
    LEVEL_SHAPES,
    both_ends_words,
    direction_words,
    level_words,
)
from brightfutures.measures.results import Comparison, Level, Why
from brightfutures.quantities import Missing


@dataclass(frozen=True, kw_only=True)
class VerdictCell:
    """A verdict as it stands in a table: shape, words, and whom it is against."""

    shape: str
    words: str
    different: bool
    note: str


def verdict_cell(
    indicator: Indicator, comparison: Comparison, *, average: str | None = None
) -> VerdictCell:
    """The verdict as it stands in the table.

    `average` is what a verdict against England was measured from, as it is shown; empty where a
    column of the table shows it, None where it is not to be said.
    """
    verdict = comparison.verdict
    notes = []
    if direction_words(verdict):
        notes.append(direction_words(verdict))
    if verdict.against == "england" and verdict.level is not Level.CANNOT_SAY:
        notes += _against_england(average)
    notes += filter(None, [both_ends_words(comparison.here.value, verdict.level)])
    if verdict.level is Level.CANNOT_SAY:
        notes.append(_short_reason(indicator, comparison))
    return VerdictCell(
        shape=LEVEL_SHAPES[verdict.level],
        words=level_words(indicator, verdict),
        different=verdict.level in DIFFERENT,
        note=", ".join(notes),
    )


def _against_england(average: str | None) -> list[str]:
    if average is None:
        return ["against average council"]
    return [f"against average council, {average}"] if average else []


SHORT_REASONS: Mapping[str, str] = {
    "no_counts": "no counts published",
    "too_few_comparators": "too few to compare with",
    "too_few_children": "numbers too small",
    "break_in_series": "counting changed",
    "unreliable": "figure unreliable",
    "withheld_ends_disagree": "figure withheld",
    "value_missing": "no figure",
}


def _short_reason(indicator: Indicator, comparison: Comparison) -> str:
    value = comparison.here.value
    if isinstance(value, Missing):
        return missing_words(value)
    reason = comparison.verdict.reason
    if reason is Why.NO_COUNTS and indicator.stage is Stage.MONEY:
        return "money, not a count"
    return SHORT_REASONS.get(reason.value, "") if reason else ""
