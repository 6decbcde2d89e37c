"""The two tests of a difference: more than the wobble, and outside the usual spread.

z₁ = (y − ȳ) / √(v + Σv/k²) with v = s² + A, where A is how far councils stray from their own
long run (`wobble`), and z₂ = (y − ȳ) / √(s² + τ²(1 + 1/k) + Σs²/k²).

Asked for with the median or the pooled average alone, the same tests are made from that average:
it is put on the scale as the count that the council would have at it, so that a council lies
above it on the scale just where its figure does. The noise stays that of the mean.

A count that is withheld as 1 to 5 is tested at both ends: `near` is the end closer to the
comparison and `far` the other; they are the same where the count is known. Where the ends lie
on either side of the comparison `near` is nought.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import Indicator
from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.averages import Average, Averages, Column
from brightfutures.measures.scale import chance_variance, from_scale, to_scale
from brightfutures.measures.spread import usual_spread
from brightfutures.measures.standing import Standing

FEWEST_OUT_OF = 30.0
FEWEST_EXPECTED = 5.0


@dataclass(frozen=True, eq=False)
class Ends:
    """The numerator's fewest and most for each council; the same where it is known."""

    fewest: Numbers
    most: Numbers
    denominator: Numbers
    withheld: Flags


@dataclass(frozen=True, eq=False)
class DifferenceTests:
    """One number for each council; NaN where it cannot be tested.

    too_small_near, too_small_far   the gap is under the catalogue's smallest gap
    agree        the mean, the median and the pooled average put it on the same side; true of
                 all where one average alone was asked for
    enough       out of 30 or more, and 5 or more expected at the comparators' mean
    tau2         the usual spread, a variance on the scale
    """

    near: Numbers
    far: Numbers
    usual_near: Numbers
    withheld: Flags
    too_small_near: Flags
    too_small_far: Flags
    agree: Flags
    enough: Flags
    tau2: float


def ends_of(column: Column, fewest: Numbers, most: Numbers, denominator: Numbers) -> Ends:
    """Both ends of the numerator, where it is known and where it is withheld."""
    withheld = np.isnan(column.numerator) & np.isfinite(fewest) & (denominator > 0)
    known = np.isfinite(column.numerator)
    return Ends(
        fewest=np.where(withheld, fewest, column.numerator),
        most=np.where(withheld, np.minimum(most, denominator), column.numerator),
        denominator=np.where(known | withheld, denominator, np.nan),
        withheld=withheld,
    )


def test_differences(
    indicator: Indicator,
    column: Column,
    ends: Ends,
    beside: tuple[Standing, Averages],
    wobble: float,
    only: Average | None,
) -> DifferenceTests:
    """Both tests for every council in one period.

    `beside` says where the comparators lie in it; `wobble` is A, NaN where unknown. With `only`
    the differences are from that average and no other is asked.
    """
    kind, (standing, averages) = indicator.kind, beside
    k = np.where(standing.with_value > 0, standing.with_value, np.nan)
    mean_value = from_scale(kind, standing.mean, indicator.per)
    expected = ends.denominator * mean_value / indicator.per
    enough = (ends.denominator >= FEWEST_OUT_OF) & (expected >= FEWEST_EXPECTED)
    tau2 = usual_spread(
        standing.gap,
        column.s2 + standing.chance_of_mean,
        standing.with_value,
        standing.with_mean & enough,
    )
    centre, average = standing.mean, mean_value
    if only in (Average.MEDIAN, Average.POOLED):
        average = averages.median if only is Average.MEDIAN else averages.pooled
        centre = to_scale(kind, ends.denominator * average / indicator.per, ends.denominator)
    sides = []
    for count in (ends.fewest, ends.most):
        gap = to_scale(kind, count, ends.denominator) - centre
        s2 = chance_variance(kind, count, ends.denominator)
        value = indicator.per * count / ends.denominator
        sides.append(
            (
                gap / np.sqrt(s2 + wobble + standing.chance_of_mean + wobble / k),
                gap / np.sqrt(s2 + tau2 * (1.0 + 1.0 / k) + standing.chance_of_mean),
                np.abs(value - average) < indicator.smallest_gap * average,
                _same_side(gap, value, averages.median, averages.pooled),
            )
        )
    (z_low, usual_low, small_low, agree_low), (z_high, usual_high, small_high, agree_high) = sides
    near, far, low_is_near = nearer_and_further(z_low, z_high)
    straddle = z_low * z_high < 0
    usual_near = np.where(low_is_near, usual_low, usual_high)
    return DifferenceTests(
        near=near,
        far=far,
        usual_near=np.where(straddle, 0.0, usual_near),
        withheld=ends.withheld,
        too_small_near=np.where(low_is_near, small_low, small_high),
        too_small_far=np.where(low_is_near, small_high, small_low),
        agree=np.ones_like(straddle) if only else agree_low & agree_high & ~straddle,
        enough=enough,
        tau2=tau2,
    )


def nearer_and_further(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers, Flags]:
    """Of z at both ends that nearer to nought, the other, and whether the low end is the nearer.

    Where they lie on either side of nought the nearer is nought itself.
    """
    low_is_near = np.abs(low) <= np.abs(high)
    near = np.where(low * high < 0, 0.0, np.where(low_is_near, low, high))
    return near, np.where(low_is_near, high, low), np.asarray(low_is_near)


def _same_side(gap: Numbers, value: Numbers, median: Numbers, pooled: Numbers) -> Flags:
    """Whether all three averages put the council above, or all three below."""
    above = (gap > 0) & (value > median) & (value > pooled)
    below = (gap < 0) & (value < median) & (value < pooled)
    return np.asarray(above | below)
