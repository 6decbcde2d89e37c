"""Between ratios and the scale on which councils are compared, and England's level on it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.calibration import SHARES, Quantity, QuantityKind

Numbers = npt.NDArray[np.float64]

REACH = 8.0  # on the scale, to either side of England's own
HALVINGS = 48


def on_scale(quantity: Quantity, ratio: Numbers) -> Numbers:
    """A ratio on the scale: its log, its log odds, or itself for a score."""
    with np.errstate(divide="ignore"):
        if quantity.kind is QuantityKind.SCORE:
            return ratio
        logged: Numbers = np.log(ratio)
        return logged - np.log1p(-ratio) if quantity.kind in SHARES else logged


def from_scale(quantity: Quantity, scaled: Numbers) -> Numbers:
    """The ratio that a number on the scale stands for."""
    if quantity.kind is QuantityKind.SCORE:
        return scaled
    if quantity.kind in SHARES:
        shares: Numbers = 1 / (1 + np.exp(-scaled))
        return shares
    rates: Numbers = np.exp(scaled)
    return rates


def england_levels(
    quantity: Quantity, years: tuple[int, ...], departure: Numbers, weights: Numbers
) -> Numbers:
    """The level of each year to which councils' departures add so that England's ratio is printed.

    `departure` and `weights` (what each council's figure is out of) are councils × years. Found
    by halving, which ends the same on every machine.
    """
    ratio = np.array([quantity.england_ratio(year) for year in years])
    whole = weights.sum(axis=0)
    if quantity.kind is QuantityKind.SCORE:
        level: Numbers = ratio - (departure * weights).sum(axis=0) / whole
        return level
    middle = on_scale(quantity, ratio)
    low, high = middle - REACH, middle + REACH
    for _ in range(HALVINGS):
        half = (low + high) / 2
        mean = (from_scale(quantity, half + departure) * weights).sum(axis=0) / whole
        low, high = np.where(mean < ratio, half, low), np.where(mean < ratio, high, half)
    return np.round((low + high) / 2, 9)


def price_ratio(quantity: Quantity, before: Quantity | None, year: int) -> float:
    """England's price in a year; before the first printed one it moves as that of `before`."""
    first = int(quantity.england[0][0])
    if before is None or year >= first:
        return quantity.england_ratio(year)
    moved = before.england_ratio(year) / before.england_ratio(first)
    return quantity.england_ratio(first) * moved
