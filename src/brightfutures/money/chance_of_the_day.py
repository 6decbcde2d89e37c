"""How much of a count's chance is of the day it was taken on, and not of the year it stands for.

Money follows the children of the whole year; the count is of one day, or the mean of both
year-ends. Where children come by chance and stay for exponential times of mean L years, their
number is Poisson and its correlation over t years is e^(−t/L) (the infinite-server queue: Cox and
Miller, *The Theory of Stochastic Processes*, 1965). With x = 1/L, of the Poisson variance

    the year's mean has         2(x − 1 + e^(−x))/x²
    its covariance with a year-end is  (1 − e^(−x))/x
    the mean of both year-ends has     (1 + e^(−x))/2

so that the variance of count less year's mean follows. Children in care stay for two years or so,
and the count of a day is a good account of the year; of help that lasts for weeks it is not.
"""

from __future__ import annotations

import math

from brightfutures.quantities import Missing, Value


def mean_stay_years(helped: Value, ended: Value) -> float | None:
    """How long help lasts on average: those helped over those whose help ended in the year.

    None where either is not known (Little, *A Proof for the Queuing Formula: L = λW*, 1961).
    """
    if isinstance(helped, Missing) or isinstance(ended, Missing) or ended <= 0:
        return None
    return helped / ended


def chance_of_the_day(stay_years: float | None, *, both_year_ends: bool) -> float:
    """The share (0 to 1) of a count's Poisson variance that its year's spend never saw.

    All of it where the mean stay is not known. Raises `ValueError` for a stay of no time at all.
    """
    if stay_years is None:
        return 1.0
    if not stay_years > 0:
        raise ValueError(f"Children stay for some time, not {stay_years} years.")
    x = 1.0 / stay_years
    gone = -math.expm1(-x)
    year = 2.0 * (x - gone) / x**2 if x > 1e-4 else 1.0 - x / 3.0
    shared = gone / x
    counted = (2.0 - gone) / 2.0 if both_year_ends else 1.0
    return min(max(counted + year - 2.0 * shared, 0.0), 1.0)
