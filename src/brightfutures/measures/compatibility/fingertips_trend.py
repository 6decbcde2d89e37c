"""Fingertips' recent trend: the last five points at 99.8%, and no point alone may make it.

For a proportion χ² = N(N·Σxt − Σx·Σnt)² / (Σx(N − Σx)(N·Σnt² − (Σnt)²)), with N = Σn, t = 1 to 5.
For others a straight line weighed by 1/se², se = (U₉₅ − L₉₅)/3.92, and χ² = (slope/its error)².
Years must adjoin, but one whose figure is withheld is stepped over, as if the years on either side
were next to each other: so the markers of its own file show.
There is a trend if χ² > 9.54953570608324 and the slope has one sign in all six fits: of the five
points (of their logits, unweighed, for a proportion) and of each four of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.compatibility.results import RecentTrend, Trend, WhyNoTrend

POINTS = 5
CRITICAL = 9.54953570608324
"""The χ² with one degree of freedom that is passed by chance twice in a thousand."""

STANDARD_ERRORS_IN_AN_INTERVAL = 3.92


@dataclass(frozen=True, kw_only=True)
class Point:
    """One period's figure with what its test needs; `None` stands for a figure not valid."""

    period: str
    value: float
    count: float
    denominator: float
    low_95: float
    high_95: float


def recent_trend(
    points: Sequence[Point | None], good: GoodDirection, *, proportion: bool
) -> RecentTrend:
    """The trend of the last five valid points of adjoining years, given oldest first."""
    valid = [point for point in points if point is not None]
    if not points or points[-1] is None:
        return _none(WhyNoTrend.NO_LATEST_VALUE, ())
    if len(valid) < POINTS:
        return _none(WhyNoTrend.TOO_FEW_POINTS, tuple(point.period for point in valid))
    last = valid[-POINTS:]
    periods = tuple(point.period for point in last)
    if proportion and any(point.count == point.denominator for point in last):
        return _none(WhyNoTrend.COUNT_IS_DENOMINATOR, periods)
    count = np.array([point.count for point in last])
    base = np.array([point.denominator for point in last])
    if proportion:
        chi2 = chi2_for_trend(count, base)
        with np.errstate(divide="ignore"):
            heights = np.log(count / (base - count))
        weights = np.ones(POINTS)
    else:
        width = np.array([point.high_95 - point.low_95 for point in last])
        weights = (STANDARD_ERRORS_IN_AN_INTERVAL / width) ** 2
        heights = np.array([point.value for point in last])
        chi2 = chi2_of_weighted_slope(heights, weights)
    slopes = six_slopes(heights, weights)
    same_sign = len({bool(slope < 0) for slope in slopes}) == 1  # nought counts as a rise
    trend = Trend.NO_CHANGE
    if chi2 > CRITICAL and same_sign and np.isfinite(slopes[0]) and slopes[0] != 0:
        trend = Trend.INCREASING if slopes[0] > 0 else Trend.DECREASING
    return RecentTrend(
        trend=trend,
        word=_word(trend, good),
        chi2=chi2 if np.isfinite(chi2) else None,
        same_sign=same_sign,
        periods=periods,
        reason=None,
    )


def chi2_for_trend(count: Numbers, denominator: Numbers) -> float:
    """The χ² test for a trend in proportions."""
    t = np.arange(1.0, len(count) + 1.0)
    n, x = denominator.sum(), count.sum()
    xt, nt, nt2 = (count * t).sum(), (denominator * t).sum(), (denominator * t * t).sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(n * (n * xt - x * nt) ** 2 / (x * (n - x) * (n * nt2 - nt**2)))


def weighted_slope(heights: Numbers, weights: Numbers, t: Numbers) -> tuple[float, float]:
    """The slope of the weighed straight line, and its variance."""
    w, wt = weights.sum(), (weights * t).sum()
    spread = w * (weights * t * t).sum() - wt**2
    with np.errstate(invalid="ignore"):
        slope = (w * (weights * heights * t).sum() - wt * (weights * heights).sum()) / spread
    return float(slope), float(w / spread)


def chi2_of_weighted_slope(heights: Numbers, weights: Numbers) -> float:
    """(slope / its standard error)²."""
    slope, variance = weighted_slope(heights, weights, np.arange(1.0, len(heights) + 1.0))
    return slope**2 / variance


def six_slopes(heights: Numbers, weights: Numbers) -> list[float]:
    """The slope of all the points, then of all but each in turn; time keeps its places."""
    t = np.arange(1.0, len(heights) + 1.0)
    keep = [np.ones(len(t), dtype=bool)] + [t != left_out for left_out in t]
    return [weighted_slope(heights[one], weights[one], t[one])[0] for one in keep]


def _none(reason: WhyNoTrend, periods: tuple[str, ...]) -> RecentTrend:
    return RecentTrend(
        trend=Trend.CANNOT_BE_CALCULATED,
        word=_word(Trend.CANNOT_BE_CALCULATED, GoodDirection.NEITHER),
        chi2=None,
        same_sign=None,
        periods=periods,
        reason=reason,
    )


def _word(trend: Trend, good: GoodDirection) -> str:
    """Fingertips' own words for the marker."""
    if trend is Trend.CANNOT_BE_CALCULATED:
        return "Cannot be calculated"
    if trend is Trend.NO_CHANGE:
        return "No significant change"
    way = "Increasing" if trend is Trend.INCREASING else "Decreasing"
    if good is GoodDirection.NEITHER:
        return way
    better = (trend is Trend.INCREASING) == (good is GoodDirection.HIGHER)
    return f"{way} and getting {'better' if better else 'worse'}"
