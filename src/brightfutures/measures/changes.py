"""Year-to-year changes of every council, net of England's, on the scale of comparison."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers

FEWEST_COUNTED = 5.0
FEWEST_OUT_OF = 30.0
"""Changes of smaller figures are too coarse to say how much a figure ordinarily moves."""


@dataclass(frozen=True, eq=False)
class Changes:
    """Councils × periods; the change in a column is from the period before.

    `net` is NaN wherever a change may not be read; `chance` is the variance that chance alone
    gives it: s² of both periods. `shared` is s² of the period before, the chance that a change
    has in common with the change before it.
    """

    net: Numbers
    chance: Numbers
    shared: Numbers

    @property
    def years(self) -> Numbers:
        """How many changes can be read in each period."""
        return np.asarray(np.isfinite(self.net).sum(axis=0), dtype=np.float64)


def yearly_changes(y: Numbers, s2: Numbers, england: Numbers, readable: Flags) -> Changes:
    """Changes of y net of England's.

    y, s2 and `readable` are councils × periods, `england` is England's y by period; where
    England's is not known the median change of councils stands in for it.
    """
    net = np.full(y.shape, np.nan)
    chance = np.full(y.shape, np.nan)
    shared = np.full(y.shape, np.nan)
    for place in range(1, y.shape[1]):
        rows = readable[:, place] & np.isfinite(y[:, place]) & np.isfinite(y[:, place - 1])
        if not rows.any():
            continue
        own = y[rows, place] - y[rows, place - 1]
        common = england[place] - england[place - 1]
        net[rows, place] = own - (common if np.isfinite(common) else np.median(own))
        chance[rows, place] = s2[rows, place] + s2[rows, place - 1]
        shared[rows, place] = s2[rows, place - 1]
    return Changes(net=net, chance=chance, shared=shared)


def large_enough(numerator: Numbers, denominator: Numbers) -> Flags:
    """Where a figure is large enough to say something about ordinary movement."""
    return np.asarray((numerator >= FEWEST_COUNTED) & (denominator >= FEWEST_OUT_OF))
