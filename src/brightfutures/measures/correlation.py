"""Pearson's correlation of two sets of columns, missing numbers left out."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Numbers


def correlation_of_columns(first: Numbers, second: Numbers, fewest: int) -> Numbers:
    """For each column, the correlation over the rows where both are there.

    NaN for a column with fewer than `fewest` such rows, or where one of them does not vary.
    """
    both = np.isfinite(first) & np.isfinite(second)
    count = both.sum(axis=0)
    divisor = np.maximum(count, 1)
    x, y = np.where(both, first, 0.0), np.where(both, second, 0.0)
    x = np.where(both, x - x.sum(axis=0) / divisor, 0.0)
    y = np.where(both, y - y.sum(axis=0) / divisor, 0.0)
    size = np.sqrt((x * x).sum(axis=0) * (y * y).sum(axis=0))
    found = np.full(count.shape, np.nan)
    np.divide((x * y).sum(axis=0), size, out=found, where=(size > 0) & (count >= fewest))
    return found
