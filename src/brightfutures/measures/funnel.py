"""Funnel limits: how far figures lie from the average of councils, by how many they are out of.

Two kinds, for they answer two questions. *Plain* limits are what chance alone would allow round
the average θ: for a percentage θ ± z√(θ(1 − θ)/n), cut off at 0 and 1, which is where the range
of a figure (Wilson) just touches θ; for a rate the count whose exact Poisson range just touches
the count expected, θn (as in the Office for Health Improvement and Disparities'
PHEindicatormethods). *Overdispersed* limits allow too for how far councils ordinarily differ:
y₀ ± z√(s²(n) + τ²) on the scale of comparison (Spiegelhalter 2005), drawn where the figure of a
council that lies there on the scale would be.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.crossings import crossings
from brightfutures.measures.gamma_share import gamma_share
from brightfutures.measures.intervals import Z_OF_LEVEL
from brightfutures.measures.judge import Judge
from brightfutures.measures.scale import chance_variance, from_scale
from brightfutures.measures.study import Study

LEVELS_DRAWN = (95.0, 99.8)
PLACES = 60
"""How many denominators a limit is worked out for, closer together where they are small."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """One pair of limits, in the indicator's unit, for denominators from small to large."""

    level: float
    overdispersed: bool
    denominators: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Funnel:
    """The average of councils, each counted alike, and the limits round it.

    `usual_spread` is τ², a variance on the scale; None where too few councils can be counted to
    know it, and then there are plain limits only. Of the `councils` with counts so many lie
    outside the 95% limits of chance alone, and of how councils ordinarily differ.
    """

    centre: float
    usual_spread: float | None
    limits: tuple[Limits, ...]
    councils: int
    outside_chance: int
    outside_usual: int | None


def funnel_of(study: Study, judge: Judge, place: int) -> Funnel | None:
    """The funnel of one indicator in one period; None without counts in at least two councils."""
    column = study.column(place)
    known = np.isfinite(column.y)
    if not study.counted or known.sum() < 2:
        return None
    kind, per = study.indicator.kind, study.indicator.per
    y0 = float(column.y[known].mean())
    share = float(from_scale(kind, np.asarray(y0), 1.0))
    base, value = column.denominator[known], column.value[known] / per

    def outside(ends: tuple[Numbers, Numbers]) -> int:
        return int(((value < ends[0]) | (value > ends[1])).sum())

    across = np.linspace(np.sqrt(base.min()), np.sqrt(base.max()), PLACES) ** 2
    if across[0] == across[-1]:
        return None
    _, judged, _ = judge.across_councils(study, place)
    tau2 = judged.tests.tau2 if judged.tests is not None else float("nan")
    found = [
        _limits(level, False, across, plain_limits(kind, share, across, level), per)
        for level in LEVELS_DRAWN
    ]
    outside_usual = None
    if np.isfinite(tau2):
        found += [
            _limits(level, True, across, overdispersed_limits(kind, y0, across, tau2, level), per)
            for level in LEVELS_DRAWN
        ]
        outside_usual = outside(overdispersed_limits(kind, y0, base, tau2, LEVELS_DRAWN[0]))
    return Funnel(
        centre=per * share,
        usual_spread=tau2 if np.isfinite(tau2) else None,
        limits=tuple(found),
        councils=int(known.sum()),
        outside_chance=outside(plain_limits(kind, share, base, LEVELS_DRAWN[0])),
        outside_usual=outside_usual,
    )


def _limits(
    level: float, overdispersed: bool, across: Numbers, ends: tuple[Numbers, Numbers], per: float
) -> Limits:
    low, high = ends
    return Limits(
        level=level,
        overdispersed=overdispersed,
        denominators=tuple(across.tolist()),
        low=tuple((per * low).tolist()),
        high=tuple((per * high).tolist()),
    )


def plain_limits(
    kind: IndicatorKind, average: float, denominator: Numbers, level: float
) -> tuple[Numbers, Numbers]:
    """Between which shares chance alone would leave a figure out of so many, at this average."""
    if kind is IndicatorKind.PROPORTION:
        reach = Z_OF_LEVEL[level] * np.sqrt(average * (1.0 - average) / denominator)
        return np.maximum(average - reach, 0.0), np.minimum(average + reach, 1.0)
    low, high = counts_that_touch(average * denominator, level)
    return low / denominator, high / denominator


def overdispersed_limits(
    kind: IndicatorKind, y0: float, denominator: Numbers, tau2: float, level: float
) -> tuple[Numbers, Numbers]:
    """Between which shares councils ordinarily lie, with chance; `y0` is on the scale."""
    share = from_scale(kind, np.asarray(y0), 1.0)
    s2 = chance_variance(kind, share * denominator, denominator)
    reach = Z_OF_LEVEL[level] * np.sqrt(s2 + tau2)
    low, high = (figure_at(kind, y0 + way * reach, denominator) for way in (-1.0, 1.0))
    return low, high


def figure_at(kind: IndicatorKind, y: Numbers, denominator: Numbers) -> Numbers:
    """The share x/n of a council that lies at y on the scale, whose halves are taken off again."""
    share = from_scale(kind, y, 1.0)
    if kind is IndicatorKind.PROPORTION:
        return np.clip((share * (denominator + 1.0) - 0.5) / denominator, 0.0, 1.0)
    return np.maximum(share - 0.5 / denominator, 0.0)


def counts_that_touch(expected: Numbers, level: float) -> tuple[Numbers, Numbers]:
    """The counts, not always whole, whose exact Poisson ranges end just where is expected.

    The lower limit of the greater count, and the upper limit of the lesser one, are the count
    expected. The lesser is nought where the range of no child at all already reaches as far.
    """
    wanted = np.asarray(expected, dtype=float)
    tail = (1.0 - level / 100.0) / 2.0
    room = 20.0 + 10.0 * np.sqrt(wanted)  # far beyond any limit at these levels

    def falling_to(share: float, more: float, low: Numbers, high: Numbers) -> Numbers:
        """The count x for which gamma_share(x + more, wanted), which falls with x, is `share`."""
        return crossings(lambda count: gamma_share(count + more, wanted) - share, low, high)

    high = falling_to(tail, 0.0, wanted, wanted + room)
    low = falling_to(1.0 - tail, 1.0, np.zeros_like(wanted), wanted)
    return low, high
