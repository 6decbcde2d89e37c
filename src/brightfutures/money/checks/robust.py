"""Middles and spreads that a few wrong figures cannot move: returns hold wrong figures."""

from __future__ import annotations

import math

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers

NORMAL_SPREAD = 1.4826
"""The median distance from the median of a normal distribution, times this, is its spread."""


def logs(pounds: Numbers) -> Numbers:
    """Natural logarithms of what is above nought; NaN elsewhere."""
    found = np.full(pounds.shape, np.nan)
    np.log(pounds, out=found, where=pounds > 0)
    return found


def middle(values: Numbers, fewest: int) -> float | None:
    """The median of the known values; None where there are fewer than `fewest`."""
    known = values[np.isfinite(values)]
    return float(np.median(known)) if len(known) >= fewest else None


def usual_range(log_values: Numbers, spreads: float, fewest: int) -> tuple[float, float] | None:
    """The range of values within some robust spreads of the middle, on a scale of ratios."""
    centre = middle(log_values, fewest)
    if centre is None:
        return None
    known = log_values[np.isfinite(log_values)]
    spread = NORMAL_SPREAD * float(np.median(np.abs(known - centre)))
    return math.exp(centre - spreads * spread), math.exp(centre + spreads * spread)


def share_within(distances: Numbers, share: float, fewest: int) -> float | None:
    """The distance that a share of the known ones do not exceed."""
    known = distances[np.isfinite(distances)]
    return float(np.quantile(known, share)) if len(known) >= fewest else None


def where_known(values: Numbers, known: Flags) -> Numbers:
    """The values where they count, NaN elsewhere."""
    return np.where(known, values, np.nan)
