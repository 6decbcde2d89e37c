"""Sums of series: what is added, what is taken away, and why a sum is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Bits, Flags, Numbers
from brightfutures.measures.grids import Grid
from brightfutures.quantities import Reason

FEWEST_WITHHELD = 1.0
MOST_WITHHELD = 5.0
"""What a count withheld as too few children can be."""


@dataclass(frozen=True, eq=False)
class Count:
    """Areas × periods of a sum of series.

    A sum with a missing part is missing, with the reasons of every part. `fewest` and `most`
    bound a sum that is missing only because parts of it are withheld; they are NaN elsewhere
    and are never shown: a withheld figure does not become a number.
    """

    value: Numbers
    missing: Bits
    spoken: Flags
    fewest: Numbers
    most: Numbers


def add_up(
    added: Sequence[Grid], taken_away: Sequence[Grid] = (), *, bounded: Sequence[bool] = ()
) -> Count:
    """The grids added together, less those taken away; all of the same areas and years.

    `bounded` says of each grid, those taken away last, whether a withheld count in it is sure
    to be 1 to 5. Publishers also withhold larger counts, so that a small one beside them cannot
    be worked out; of those nothing is known. Left out, no grid is.
    """
    first = added[0]
    value, fewest, most = (np.zeros(first.value.shape) for _ in range(3))
    missing = np.zeros(first.value.shape, dtype=np.uint16)
    spoken = np.zeros(first.value.shape, dtype=bool)
    sure = iter(bounded or [False] * (len(added) + len(taken_away)))
    for grids, sign in ((added, 1.0), (taken_away, -1.0)):
        for grid in grids:
            withheld = (grid.missing == Reason.SUPPRESSED.bit) & next(sure)
            low = np.where(withheld, FEWEST_WITHHELD, grid.value)
            high = np.where(withheld, MOST_WITHHELD, grid.value)
            value += sign * grid.value
            fewest += low if sign > 0 else -high
            most += high if sign > 0 else -low
            missing |= grid.missing
            spoken |= grid.spoken
    number = missing == 0
    return Count(
        value=np.where(number, value, np.nan),
        missing=missing,
        spoken=spoken,
        fewest=np.where(number, np.nan, np.maximum(fewest, 0.0)),
        most=np.where(number, np.nan, most),
    )
