"""The level behind every figure of a made-up England, held against the level planted there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from brightfutures.delivery.edition import Edition
from brightfutures.measures.levels.shrinkage import Shrunken, size_of_a_fifth
from brightfutures.quantities import CannotAnswer

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.truth import TrueIndicator, Truth


@dataclass(frozen=True)
class Scored:
    """One list of councils: what was said of each, and what is true, in the indicator's unit."""

    indicator: str
    held: np.ndarray
    chance: np.ndarray
    truly_there: np.ndarray
    raw_error: float
    our_error: float
    reliability: np.ndarray


def every_list(edition: Edition, truth: Truth, periods_back: tuple[int, ...]) -> Iterator[Scored]:
    """Every counted indicator of the fixed set, in its newest period and some before."""
    for indicator in edition.catalogue.health_check_set():
        told = truth.indicator(indicator.id)
        labels = edition.measures.periods(indicator.id)
        for back in periods_back:
            if told is None or back >= len(labels) or labels[-1 - back] not in told.periods:
                continue
            try:
                found = edition.measures.levels_behind.of_all(indicator.id, labels[-1 - back])
            except CannotAnswer:
                continue
            yield scored(found, told, truth, (indicator.id, indicator.per))


def scored(
    found: tuple[Shrunken, ...], told: TrueIndicator, truth: Truth, of: tuple[str, float]
) -> Scored:
    name, per = of
    place = told.periods.index(found[0].period)
    known = [one for one in found if one.area in truth.row]
    level = np.array([told.level[truth.row[one.area], place] for one in known])
    known = [one for one, at in zip(known, level, strict=True) if np.isfinite(at)]
    level = told.back(level[np.isfinite(level)]) * (per if np.isfinite(told.whole) else 1.0)
    low, high = (np.array([getattr(one.range, end) for one in known]) for end in ("low", "high"))
    raw = np.array([one.raw for one in known])
    ours = np.array([one.estimate for one in known])
    from_highest = len(level) - 1 - np.argsort(np.argsort(level))
    return Scored(
        indicator=name,
        held=(low <= level) & (level <= high),
        chance=np.array([one.chance_highest_fifth for one in known]),
        truly_there=from_highest < size_of_a_fifth(len(level)),
        raw_error=float(((raw - level) ** 2).sum()),
        our_error=float(((ours - level) ** 2).sum()),
        reliability=np.array([one.reliability for one in known]),
    )
