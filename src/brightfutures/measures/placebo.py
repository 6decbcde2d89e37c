"""What others that began in the same place went on to do: the placebo group of an improvement.

Councils chosen because they began badly improve on the average without doing anything: part of
what made them look bad was a bad year, and it goes away again (regression to the mean, Galton
1886). Those that began furthest out come back most. So the improvement of a council is held
against that of every other council of the same half, along a straight line through them by where
they began: the slope is the middle one of all pairs (Theil 1950, Sen 1968), so that a few that
truly improved do not bend it, and half of the others lie above the line.

Others improve by more or less than the line says: by chance, which their counts give, and by
what councils ordinarily drift in that time, κ, which is the excess of their spread (Winsorised,
as everywhere here). The noise of a council's improvement beyond the line is then

    its own chance + κ + σ²·(1/n + (x − x̄)²/Σ(x − x̄)²),

the last being how far the line itself, through n others, is uncertain at its own start x, with σ²
the mean variance of the others (the textbook formula for a line by least squares).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers, Rows
from brightfutures.measures.winsorised import FEWEST_DIFFERENCES, excess_variance


@dataclass(frozen=True, eq=False)
class Beyond:
    """One number for each council of the half; NaN with fewer than 20 others.

    typical   what others improved by that began where it did
    noise     the variance of its improvement beyond that
    z         the improvement less the typical one, over the root of the noise
    """

    typical: Numbers
    noise: Numbers
    z: Numbers


def beyond_others(start: Numbers, improved: Numbers, chance: Numbers, others: Flags) -> Beyond:
    """Every council held against the others, itself never among them.

    `chance` is the variance that counting alone gives each improvement; `others` is councils ×
    councils, true where the column may stand in the placebo group of the row.
    """
    count = len(start)
    typical, noise = np.full(count, np.nan), np.full(count, np.nan)
    pairs = _pairs(start, improved)
    for row in range(count):
        group = others[row].copy()
        group[row] = False
        if group.sum() >= FEWEST_DIFFERENCES:
            slope = _middle_slope(pairs, group)
            x, level = start[group], improved[group] - slope * start[group]
            middle = float(np.median(level))
            drift = excess_variance(level - middle, chance[group], 1.0)
            typical[row] = middle + slope * start[row]
            spread = drift + float(chance[group].mean())
            noise[row] = chance[row] + drift + spread * _leverage(x, start[row])
    return Beyond(typical=typical, noise=noise, z=(improved - typical) / np.sqrt(noise))


def _pairs(start: Numbers, improved: Numbers) -> tuple[Rows, Rows, Numbers]:
    """Every pair of councils that began apart: the two rows and the slope between them."""
    one, other = np.triu_indices(len(start), 1)
    run, rise = start[other] - start[one], improved[other] - improved[one]
    apart = np.abs(run) > 0.0
    return one[apart], other[apart], rise[apart] / run[apart]


def _middle_slope(pairs: tuple[Rows, Rows, Numbers], group: Flags) -> float:
    one, other, slope = pairs
    inside = slope[group[one] & group[other]]
    return float(np.median(inside)) if len(inside) else 0.0


def _leverage(x: Numbers, at: float) -> float:
    """1/n + (x − x̄)²/Σ(x − x̄)²."""
    square = float(((x - x.mean()) ** 2).sum())
    share = (at - float(x.mean())) ** 2 / square if square > 0.0 else 0.0
    return 1.0 / len(x) + share
