"""The two tests of a figure against what is expected of it.

z₁ = (y − ŷ) / √(s² + A + x'Cx): more than chance, the lasting wobble and the unsureness of the
expectation. z₂ is how far along its 95% range the figure lies, on the side where it does, 1.96
being the end: so a figure is outside the usual spread just where it is outside of the range
that is shown. Both are worked out at both ends of a withheld count, as against other councils.
"""

from __future__ import annotations

import numpy as np

from brightfutures.catalogue import Indicator
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.difference_tests import (
    FEWEST_EXPECTED,
    FEWEST_OUT_OF,
    DifferenceTests,
    Ends,
    nearer_and_further,
)
from brightfutures.measures.expectation.levels import ExpectedLevels
from brightfutures.measures.expectation.reach import Reach
from brightfutures.measures.scale import chance_variance, from_scale, to_scale
from brightfutures.measures.verdict import UNUSUAL_NOW


def along_the_range(stray: Numbers, reach: Reach) -> Numbers:
    """z₂, from how many standard deviations a figure lies above (or below) what is expected."""
    return np.asarray(UNUSUAL_NOW * stray / np.where(stray > 0, reach.above, reach.below))


def test_against_expectation(
    indicator: Indicator, ends: Ends, expected: ExpectedLevels, wobble: float
) -> DifferenceTests:
    """Both tests for every council in one period; `wobble` is A, NaN where unknown."""
    kind, per = indicator.kind, indicator.per
    usual = from_scale(kind, expected.level, per)
    count = ends.denominator * usual / per
    sides = []
    for end in (ends.fewest, ends.most):
        gap = to_scale(kind, end, ends.denominator) - expected.level
        s2 = chance_variance(kind, end, ends.denominator)
        sides.append(
            (
                gap / np.sqrt(s2 + wobble + expected.unsureness),
                along_the_range(gap / expected.deviation, expected.reach),
                np.abs(per * end / ends.denominator - usual) < indicator.smallest_gap * usual,
            )
        )
    (z_low, usual_low, small_low), (z_high, usual_high, small_high) = sides
    near, far, low_is_near = nearer_and_further(z_low, z_high)
    straddle = z_low * z_high < 0
    return DifferenceTests(
        near=near,
        far=far,
        usual_near=np.where(straddle, 0.0, np.where(low_is_near, usual_low, usual_high)),
        withheld=ends.withheld,
        too_small_near=np.where(low_is_near, small_low, small_high),
        too_small_far=np.where(low_is_near, small_high, small_low),
        agree=np.ones(len(near), dtype=bool),  # there is but one expectation
        enough=(ends.denominator >= FEWEST_OUT_OF) & (count >= FEWEST_EXPECTED),
        tau2=expected.spread,
    )
