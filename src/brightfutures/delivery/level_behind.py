"""The level behind a council's figure, as plain data and as text in a terminal."""

from __future__ import annotations

import textwrap
from typing import Any

from brightfutures.delivery.edition import Edition
from brightfutures.findings.level_behind_words import (
    LevelSaid,
    level_said,
    too_few_for_a_chance,
)
from brightfutures.measures.levels.shrinkage import Shrunken, size_of_a_fifth
from brightfutures.measures.results import Comparison
from brightfutures.quantities import AreaKind, CannotAnswer, Missing

NO_COUNTS_OF_ITS_OWN = (
    "Only the publisher’s own figure is known here, not the counts it is made of, so what lies "
    "behind it cannot be told."
)


def levels_of_all(edition: Edition, indicator: str, period: str) -> tuple[Shrunken, ...]:
    """Every council's in one period; none where nothing can be told."""
    try:
        return edition.measures.levels_behind.of_all(indicator, period)
    except CannotAnswer:
        return ()


def level_behind(edition: Edition, comparison: Comparison) -> Shrunken | str | None:
    """One council's, or the sentence that says why not; None where there is no figure to ask of."""
    area = edition.geography.by_code[comparison.area]
    if area.kind is not AreaKind.COUNCIL or isinstance(comparison.here.value, Missing):
        return None
    try:
        found = edition.measures.levels_behind.of(
            comparison.indicator, area.code, comparison.period
        )
    except CannotAnswer as why:
        return str(why)
    return found or NO_COUNTS_OF_ITS_OWN


def level_behind_account(edition: Edition, comparison: Comparison) -> dict[str, Any] | None:
    """As plain data: numbers and words, or words alone that say why there are no numbers."""
    found = level_behind(edition, comparison)
    if found is None:
        return None
    if isinstance(found, str):
        return {"words": found}
    numbers = level_numbers(found, too_few=_too_few(comparison))
    return {**numbers, "words": " ".join(_said(edition, comparison, found).sentences)}


def _said(edition: Edition, comparison: Comparison, found: Shrunken) -> LevelSaid:
    indicator = edition.catalogue.indicators[comparison.indicator]
    return level_said(indicator, found, too_few=_too_few(comparison))


def _too_few(comparison: Comparison) -> bool:
    return too_few_for_a_chance(comparison.here, comparison.verdict.reason)


def level_numbers(found: Shrunken, *, too_few: bool) -> dict[str, Any]:
    """One council's numbers, unrounded; of `too_few` no chance of a place."""
    *_, highest, lowest = level_cells(found, too_few=too_few)
    return {
        "value": found.estimate,
        "low": found.range.low,
        "high": found.range.high,
        "average": found.average,
        "reliability": found.reliability,
        "fifth": size_of_a_fifth(found.rank.of),
        "chance_highest_fifth": highest,
        "chance_lowest_fifth": lowest,
        "rank": {"low": found.rank.low, "high": found.rank.high, "of": found.rank.of},
    }


def level_cells(found: Shrunken | None, *, too_few: bool) -> list[float | None]:
    """The level, its range, how much is its own and the chances of both fifths, for a table."""
    if found is None:
        return [None] * 6
    told = [found.estimate, found.range.low, found.range.high, found.reliability]
    chances = (found.chance_highest_fifth, found.chance_lowest_fifth)
    return [*told, *((None, None) if too_few else chances)]


def level_behind_lines(edition: Edition, comparison: Comparison) -> list[str]:
    """As a person reads it in a terminal; nothing where there is no figure to ask of."""
    found = level_behind(edition, comparison)
    if found is None:
        return []
    if isinstance(found, str):
        said: tuple[str, ...] = (found,)
    else:
        sentences = _said(edition, comparison, found).sentences
        said = (" ".join(sentences[:2]), " ".join(sentences[2:]))
    lines = ["", "The level behind the figure"]
    for paragraph in said:
        lines += textwrap.wrap(paragraph, 80)
    return lines
