"""The level behind a council's figure: a row beside the figure, and a block of its own."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import Indicator
from brightfutures.findings.level_behind_words import (
    beside_the_verdict,
    level_said,
    too_few_for_a_chance,
)
from brightfutures.measures.levels.shrinkage import Shrunken
from brightfutures.measures.results import Comparison
from brightfutures.pages.addresses import topic_address


@dataclass(frozen=True, kw_only=True)
class LevelBehindOf:
    """The block: paragraphs, and where the method is told."""

    paragraphs: tuple[str, ...]
    method: str


def level_behind_of(
    indicator: Indicator, found: Shrunken | str | None, comparison: Comparison
) -> LevelBehindOf | None:
    """The block of one council; a sentence alone says why there is no level, None asks for none."""
    if found is None:
        return None
    method = topic_address("level-behind")
    if isinstance(found, str):
        return LevelBehindOf(paragraphs=(found,), method=method)
    verdict = comparison.verdict
    said = level_said(
        indicator, found, too_few=too_few_for_a_chance(comparison.here, verdict.reason)
    )
    paragraphs = [f"{said.here} {said.own}", f"{said.place} {said.bear_in_mind}"]
    stands = beside_the_verdict(found, verdict)
    if stands:
        paragraphs.insert(1, stands)
    return LevelBehindOf(paragraphs=tuple(paragraphs), method=method)


def level_row(indicator: Indicator, found: Shrunken | str | None) -> tuple[str, str] | None:
    """The level and its range, for the row after the figure's in a table; None for none."""
    if found is None or isinstance(found, str):
        return None
    said = level_said(indicator, found)
    return said.cell, said.note
