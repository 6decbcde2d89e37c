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

from brightfutures.measures.arrays import Flags, Numbers
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
    for row in range(count):
        group = others[row].copy()
        group[row] = False
        if group.sum() >= FEWEST_DIFFERENCES:
            x, y = start[group], improved[group]
            slope, level = line_through(x, y)
            typical[row] = level + slope * start[row]
            drift = excess_variance(y - level - slope * x, chance[group], 1.0)
            noise[row] = noise_beyond(
                float(chance[row]),
                drift,
                float(chance[group].mean()),
                unsureness_of_line(x, float(start[row])),
            )
    return Beyond(typical=typical, noise=noise, z=(improved - typical) / np.sqrt(noise))


def line_through(x: Numbers, y: Numbers) -> tuple[float, float]:
    """Slope and level of the line of the middle: the median slope of all pairs, and of y − slope·x.

    Pairs that do not differ in x have no slope; where all are so, the line is level.
    """
    one, other = np.triu_indices(len(x), 1)
    run, rise = x[other] - x[one], y[other] - y[one]
    apart = run != 0.0
    slope = float(np.median(rise[apart] / run[apart])) if apart.any() else 0.0
    return slope, float(np.median(y - slope * x))


def unsureness_of_line(x: Numbers, at: float) -> float:
    """1/n + (at − x̄)²/Σ(x − x̄)²: how unsure a line through n points is, in variances of one."""
    middle = float(x.mean())
    square = float(((x - middle) ** 2).sum())
    return 1.0 / len(x) + ((at - middle) ** 2 / square if square > 0.0 else 0.0)


def noise_beyond(chance: float, drift: float, chance_of_others: float, unsureness: float) -> float:
    """The variance of an improvement beyond the line where nothing but chance and drift is behind.

    `chance_of_others` is their mean.
    """
    return chance + drift + (drift + chance_of_others) * unsureness
