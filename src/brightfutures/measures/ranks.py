"""The range of places that the data allow: nobody holds a place more exactly than this.

After Goldstein and Spiegelhalter (1996): the level behind every council's figure, each as unsure
as it is, is drawn again and again, and the places of one council counted.
We do not draw. At each of a row of points of the council's own spread, those that come before it
are a sum of independent chances, whose law is near normal; the points together, each by its
weight, give the law of its place. Even steps are taken: of a council whose level is far less sure
than the others' the law has steps, which a few uneven points (Gauss and Hermite's rule) placed as
much as a tenth out. These are within two hundredths on the published files.
"""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.results import RankRange

POINTS = np.linspace(-3.6, 3.6, 25)
WEIGHTS = np.exp(-0.5 * POINTS**2)
WEIGHTS = WEIGHTS / WEIGHTS.sum()
"""Points of a normal spread, 0.3 of a standard deviation apart, with the weight of each."""

TAIL = 0.025


def rank_range(y: Numbers, v: Numbers, row: int) -> RankRange | None:
    """The places from lowest (1) that council `row` probably holds, 95%, among those with a value.

    `y` are levels and `v` how unsure they are, as variances. The place that its own level has
    among the others is always within.
    None where the council has no value.
    """
    up_to = law_of_place(y, v, row)
    if up_to is None:
        return None
    return range_of_law(up_to, y, v, row)


def range_of_law(up_to: Numbers, y: Numbers, v: Numbers, row: int) -> RankRange:
    """The same from the law of its place, where that is known already."""
    low = 1 + int(np.searchsorted(up_to, TAIL))
    high = 1 + int(np.searchsorted(up_to, 1.0 - TAIL))
    known = np.isfinite(y) & np.isfinite(v)
    shown = 1 + int((y[known] < y[row]).sum())
    return RankRange(low=min(low, shown), high=max(min(high, len(up_to)), shown), of=len(up_to))


def law_of_place(y: Numbers, v: Numbers, row: int) -> Numbers | None:
    """The chance that council `row` holds the first place, one of the first two, of three and on.

    Among those with a value and its variance `v`; `None` where the council itself has none.
    """
    known = np.isfinite(y) & np.isfinite(v)
    if not known[row]:
        return None
    known[row] = False
    # Half as exact as usual, which is far more than the law is, and in half the time.
    others, spread = (part.astype(np.float32) for part in (y[known], np.sqrt(v[known])))
    drawn = (y[row] + np.sqrt(v[row]) * POINTS).astype(np.float32)[:, np.newaxis]
    with np.errstate(divide="ignore", invalid="ignore"):
        far = (drawn - others) / spread
    far[np.isnan(far)] = 0.0  # both known exactly, and equal
    before = _share_below(far)
    mean = before.sum(axis=1, keepdims=True)
    deviation = np.sqrt((before * (1.0 - before)).sum(axis=1, keepdims=True)) + 1e-9
    places = np.arange(len(others) + 1, dtype=np.float32)
    return np.asarray(WEIGHTS @ _share_below((places + 0.5 - mean) / deviation))


def every_rank_range(y: Numbers, v: Numbers) -> tuple[RankRange | None, ...]:
    """The same for every council."""
    return tuple(rank_range(y, v, row) for row in range(len(y)))


def _share_below(z: Numbers) -> Numbers:
    """The normal distribution to within 2 in 10,000 (Page 1977), quicker than the exact one."""
    inner = np.minimum(np.maximum(z, -8.0), 8.0)  # as np.clip, which takes as long as all the rest
    return np.asarray(
        0.5 * (1.0 + np.tanh(0.7978845608 * (inner * (1.0 + 0.044715 * inner * inner))))
    )
