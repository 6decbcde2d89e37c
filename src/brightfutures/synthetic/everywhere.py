"""Figures of the whole country alone, such as prices: they stand at England and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.calibration import Quantity
from brightfutures.synthetic.chance import generator

Numbers = npt.NDArray[np.float64]


def draw_everywhere(
    seed: int, quantity: Quantity, years: Sequence[int], parts: Mapping[str, Numbers]
) -> Numbers:
    """One row, a figure for each year: the mean of its `parts`, or the printed one with a wobble.

    Not known (NaN) before the first printed year and after the last, for nobody printed it.
    """
    if quantity.top:
        return np.asarray(np.mean([parts[name] for name in quantity.top], axis=0).round(9))
    chance = generator(seed, f"wobble of {quantity.id}")
    moved = np.exp(quantity.wobble * chance.standard_normal(len(years)))
    first, last = quantity.england[0][0], quantity.england[-1][0]
    figures = [
        round(quantity.england_ratio(year) * by, quantity.decimal_places)
        if first <= year <= last
        else np.nan
        for year, by in zip(years, moved.tolist(), strict=True)
    ]
    return np.array([figures])
