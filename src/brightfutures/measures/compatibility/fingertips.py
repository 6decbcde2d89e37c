"""Fingertips' method on one council's counts: pooled average, verdict by interval, recent trend.

Rules as in the public source of the legacy site (https://fingertips.phe.org.uk, MIT licence):
- a group's average is all their counts over all their denominators, of those that have both, of
  at least two;
- Wilson's interval for a proportion, exact or Byar's for a rate, at 95% and 99.8%;
- similar if the benchmark lies within the 95% limits, ends included; better or worse beyond them,
  best or worst beyond the 99.8% limits; never a colour where no direction is called good.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.compatibility.fingertips_trend import POINTS, Point, recent_trend
from brightfutures.measures.compatibility.lait import few_neighbours
from brightfutures.measures.compatibility.results import (
    Benchmark,
    Colour,
    FingertipsAnswer,
    Shown,
    Significance,
)
from brightfutures.measures.compatibility.rounding import fingertips_text
from brightfutures.measures.compatibility.traps import Trap, TrapKind, trap
from brightfutures.measures.intervals import poisson_limits, wilson
from brightfutures.quantities import Interval

LEAST_POOLED = 2
LEVELS = (95.0, 99.8)


@dataclass(frozen=True, kw_only=True)
class Counts:
    """One council's count and what it is out of."""

    count: float
    denominator: float


@dataclass(frozen=True, kw_only=True)
class FingertipsMeasure:
    """One indicator as Fingertips needs it: `largest` is its greatest value of any area."""

    proportion: bool
    per: float
    good: GoodDirection
    largest: float


def limits(counts: Counts, measure: FingertipsMeasure, level: float) -> Interval:
    """The council's own interval at one level."""
    count, base = np.array([counts.count]), np.array([counts.denominator])
    if measure.proportion:
        low, high = wilson(count, base, level)
    else:
        low, high = poisson_limits(count, level)
        low, high = low / base, high / base
    return Interval(float(measure.per * low[0]), float(measure.per * high[0]), level)


def pooled_average(group: Sequence[Counts | None], per: float) -> tuple[float | None, int]:
    """All counts over all denominators; none of fewer than two councils. And of how many."""
    valid = [one for one in group if one is not None and one.denominator > 0]
    if len(valid) < LEAST_POOLED:
        return None, len(valid)
    count = math.fsum(one.count for one in valid)
    return per * count / math.fsum(one.denominator for one in valid), len(valid)


def significance(benchmark: float | None, interval: Interval | None) -> Significance:
    """Similar if the benchmark lies in the interval, ends included; else which side."""
    if benchmark is None or interval is None:
        return Significance.NOT_COMPARED
    if interval.low <= benchmark <= interval.high:
        return Significance.SIMILAR
    return Significance.LOWER if benchmark > interval.high else Significance.HIGHER


def benchmark_of(
    name: str,
    benchmark: float | None,
    intervals: tuple[Interval | None, Interval | None],
    measure: FingertipsMeasure,
    pooled_of: int | None = None,
) -> Benchmark:
    """One comparison in Fingertips' words and colours."""
    near, far = (significance(benchmark, interval) for interval in intervals)
    word, colour = _word(near, measure.good)
    strongest = word
    if near not in (Significance.SIMILAR, Significance.NOT_COMPARED) and far is near:
        strongest = {"Better": "Best", "Worse": "Worst"}.get(word, f"{word} (99.8%)")
    return Benchmark(
        name=name,
        benchmark=Shown(
            value=benchmark,
            text=fingertips_text(benchmark, measure.largest, proportion=measure.proportion),
        ),
        significance=near,
        word=word,
        word_of_two_levels=strongest,
        colour=colour,
        pooled_of=pooled_of,
    )


def _word(found: Significance, good: GoodDirection) -> tuple[str, Colour]:
    if found is Significance.NOT_COMPARED:
        return "Not compared", Colour.NONE
    if good is GoodDirection.NEITHER:
        return found.value.capitalize(), Colour.NONE
    if found is Significance.SIMILAR:
        return "Similar", Colour.AMBER
    better = (found is Significance.HIGHER) == (good is GoodDirection.HIGHER)
    return ("Better", Colour.GREEN) if better else ("Worse", Colour.RED)


def fingertips_answer(
    measure: FingertipsMeasure,
    own: Sequence[Counts | None],
    periods: Sequence[str],
    england: float | None,
    neighbours: Sequence[Counts | None],
) -> FingertipsAnswer:
    """What Fingertips' method says in the last of the periods, and which traps bite.

    `own` are the council's counts by period, oldest first, of years that adjoin; `neighbours`
    those of the similar councils in the last.
    """
    points = [
        _point(counts, period, measure) if counts is not None else None
        for counts, period in zip(own, periods, strict=True)
    ]
    here, point = own[-1], points[-1]
    narrow, wide = (limits(here, measure, level) if here is not None else None for level in LEVELS)
    value = point.value if point else None
    pooled, pooled_of = pooled_average(neighbours, measure.per)
    return FingertipsAnswer(
        period=periods[-1],
        value=Shown(
            value=value,
            text=fingertips_text(value, measure.largest, proportion=measure.proportion),
        ),
        interval_95=narrow,
        interval_998=wide,
        england=benchmark_of("England", england, (narrow, wide), measure),
        neighbours=benchmark_of(
            "Similar councils, pooled", pooled, (narrow, wide), measure, pooled_of
        ),
        listed=len(neighbours),
        trend=recent_trend(points, measure.good, proportion=measure.proportion),
        traps=tuple(_traps(points, periods, pooled_of, len(neighbours))),
    )


def _point(counts: Counts, period: str, measure: FingertipsMeasure) -> Point:
    interval = limits(counts, measure, 95.0)
    return Point(
        period=period,
        value=measure.per * counts.count / counts.denominator,
        count=counts.count,
        denominator=counts.denominator,
        low_95=interval.low,
        high_95=interval.high,
    )


def _traps(
    points: Sequence[Point | None], periods: Sequence[str], pooled_of: int, listed: int
) -> list[Trap]:
    found: list[Trap] = []
    stepped_over = _stepped_over(points, periods)
    if stepped_over:
        found.append(trap(TrapKind.TREND_OVER_HOLE, period=_listed(stepped_over)))
    if pooled_of < listed:
        found.append(few_neighbours(pooled_of, listed, periods[-1]))
    if points[-1] is None:
        newest = [point.period for point in points if point is not None]
        if newest:
            found.append(trap(TrapKind.NO_VALUE_IN_LATEST, period=periods[-1], newest=newest[-1]))
    return found


def _stepped_over(points: Sequence[Point | None], periods: Sequence[str]) -> list[str]:
    """The periods without a figure among those that the trend's five points span."""
    found: list[str] = []
    valid = 0
    for point, period in zip(reversed(points), reversed(periods), strict=True):
        if point is None:
            found.append(period)
            continue
        valid += 1
        if valid == POINTS:
            return found[::-1] if points[-1] is not None else []
    return []


def _listed(periods: Sequence[str]) -> str:
    """2019, 2020 and 2021."""
    if len(periods) == 1:
        return periods[0]
    return f"{', '.join(periods[:-1])} and {periods[-1]}"
