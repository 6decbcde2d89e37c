"""How a figure goes with deprivation: the most deprived fifth of councils beside the least.

Today's councils are put in order of a circumstance (the share of their children in income-deprived
families) and parted in five groups of as many councils each. A group's rate is pooled, R = Σx/Σn.
Its variance is that of a ratio of two sums over the group's k councils (Cochran 1977, Sampling
Techniques, §6.4, each group a sample of councils as they might have been):

    V(R) = k/(k − 1) · Σ(x − R·n)² / (Σn)²

so that it holds all that sets the councils of a group apart: chance, the wobble, and what lasts.
The ratio of two groups has the 95% range exp(log(R₁/R₅) ± t·√(V₁/R₁² + V₅/R₅²)) with
Student's t of k₁ + k₅ − 2 degrees of freedom. A closed form, so that the order of councils and a
seed change nothing; drawing councils again and again gives the same range (tests/oracle).

The slope index of inequality uses all five (Mackenbach and Kunst 1997; the Office for Health
Improvement and Disparities' `phe_sii`): the line through the five rates, each weighed by its
children, over the share of all children in less deprived groups, half its own counted. The slope
is how much higher the rate is at the most deprived end than at the least; the rates are
independent, so its variance is Σc²V with the weights c by which a slope adds up rates.

It is of councils and not of families: it cannot say which children are in care, nor why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Numbers, Rows
from brightfutures.measures.student_t import student_t
from brightfutures.quantities import Interval

GROUPS = 5
FEWEST_IN_A_GROUP = 8
"""With fewer councils in a group, how they differ cannot be told from them."""

LEVEL = 95.0


@dataclass(frozen=True, kw_only=True)
class Fifth:
    """One group of councils, pooled: 1 is the most deprived.

    `rate` and `range` are in the indicator's unit; `count` and `out_of` are what it is made of.
    """

    place: int
    councils: int
    count: float
    out_of: float
    rate: float
    range: Interval
    variance: float


@dataclass(frozen=True, kw_only=True)
class Gradient:
    """The five groups in one period, the most deprived first, and what they come to.

    `ratio` is the rate of the most deprived over that of the least; `slope` the slope index, in
    the indicator's unit, above nought where the more deprived have more.
    """

    period: str
    fifths: tuple[Fifth, ...]
    ratio: float
    ratio_range: Interval
    slope: float
    slope_range: Interval

    @property
    def most(self) -> Fifth:
        """The most deprived fifth of councils."""
        return self.fifths[0]

    @property
    def least(self) -> Fifth:
        """The least deprived fifth of councils."""
        return self.fifths[-1]

    @property
    def councils(self) -> int:
        """How many councils are in it."""
        return sum(fifth.councils for fifth in self.fifths)


def fifths_by(deprivation: Numbers, codes: Sequence[str]) -> Rows:
    """The group of each council, 1 the most deprived to 5; 0 where its deprivation is not known.

    Of two equally deprived the lower code comes first, so that the order given changes nothing.
    """
    known = np.flatnonzero(np.isfinite(deprivation))
    ordered = sorted(known.tolist(), key=lambda row: (-deprivation[row], codes[row]))
    found = np.zeros(len(deprivation), dtype=np.int64)
    found[ordered] = 1 + (GROUPS * np.arange(len(ordered))) // max(len(ordered), 1)
    return found


def gradient_of(
    period: str, count: Numbers, out_of: Numbers, fifth: Rows, per: float
) -> Gradient | None:
    """The five groups of councils in one period; councils without a count are left out.

    None where a group has too few councils, or nobody is counted at either end.
    """
    known = np.isfinite(count) & np.isfinite(out_of) & (out_of > 0) & (fifth > 0)
    fifths = []
    for place in range(1, GROUPS + 1):
        rows = known & (fifth == place)
        if rows.sum() < FEWEST_IN_A_GROUP:
            return None
        fifths.append(pooled(place, count[rows], out_of[rows], per))
    most, least = fifths[0], fifths[-1]
    if most.rate <= 0 or least.rate <= 0:
        return None
    ratio, ratio_range = ratio_between(most, least)
    slope, slope_range = slope_index(fifths)
    return Gradient(
        period=period,
        fifths=tuple(fifths),
        ratio=ratio,
        ratio_range=ratio_range,
        slope=slope,
        slope_range=slope_range,
    )


def pooled(place: int, count: Numbers, out_of: Numbers, per: float) -> Fifth:
    """Some councils as one: their rate with its 95% range and variance, as the module says."""
    councils, top, base = len(count), float(count.sum()), float(out_of.sum())
    share = top / base
    apart = float(((count - share * out_of) ** 2).sum())
    variance = councils / (councils - 1) * apart / base**2 * per**2
    rate, reach = per * share, _t(councils - 1) * float(np.sqrt(variance))
    return Fifth(
        place=place,
        councils=councils,
        count=top,
        out_of=base,
        rate=rate,
        range=_range(max(0.0, rate - reach), rate + reach),
        variance=variance,
    )


def ratio_between(most: Fifth, least: Fifth) -> tuple[float, Interval]:
    """The one rate over the other with its 95% range, as the module says."""
    ratio = most.rate / least.rate
    error = np.sqrt(most.variance / most.rate**2 + least.variance / least.rate**2)
    reach = _t(most.councils + least.councils - 2) * error
    return ratio, _range(float(ratio * np.exp(-reach)), float(ratio * np.exp(reach)))


def slope_index(fifths: Sequence[Fifth]) -> tuple[float, Interval]:
    """The slope index with its 95% range, in the indicator's unit."""
    rates = np.array([fifth.rate for fifth in reversed(fifths)])
    variance = np.array([fifth.variance for fifth in reversed(fifths)])
    share = np.array([fifth.out_of for fifth in reversed(fifths)])
    share = share / share.sum()
    middle = np.cumsum(share) - share / 2.0
    apart = middle - (share * middle).sum()
    weights = share * apart / (share * apart**2).sum()
    slope = float((weights * rates).sum())
    freedom = sum(fifth.councils for fifth in fifths) - GROUPS
    reach = _t(freedom) * float(np.sqrt((weights**2 * variance).sum()))
    return slope, _range(slope - reach, slope + reach)


def _range(low: float, high: float) -> Interval:
    return Interval(low, high, LEVEL)


def _t(freedom: int) -> float:
    return student_t(freedom + 1.0, LEVEL)
