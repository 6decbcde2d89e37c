"""Where functions that fall cross nought, many at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from brightfutures.measures.arrays import Numbers

MOST_STEPS = 100
CLOSE_ENOUGH = 1e-10
"""The part of a place's size within which it is found, unless it is to be found nearer."""


def crossings(
    function: Callable[[Numbers], Numbers],
    low: Numbers,
    high: Numbers,
    near: float = CLOSE_ENOUGH,
) -> Numbers:
    """The places between `low` and `high` where each of many functions crosses nought.

    `function` takes one place of each and answers with their values. Where a value is nought or
    less at `low` already, that is the place; at `high` all are nought or less. A curve through
    the last three places says where to look next where it can be trusted, else the middle does
    (Chandrupatla 1997, A new hybrid quadratic/bisection algorithm for finding the zero of a
    nonlinear function without using derivatives, Advances in Engineering Software 28:145-149).
    """
    newest, across = low, high
    value, value_across = function(newest), function(across)
    before, value_before = across, value_across
    below = value <= 0.0
    part = np.full_like(newest, 0.5)
    best = newest
    for _ in range(MOST_STEPS):
        nearer = np.abs(value) < np.abs(value_across)
        best = np.where(nearer, newest, across)
        width = np.abs(across - newest)
        within = near * np.maximum(np.abs(newest), np.abs(across))
        done = below | (width <= within) | (value == 0.0) | (value_across == 0.0)
        if done.all():
            break
        with np.errstate(divide="ignore", invalid="ignore"):
            least = np.minimum(within / width, 0.5)
        place = newest + np.clip(part, least, 1.0 - least) * (across - newest)
        place = np.where(done, best, place)
        found = function(place)
        same = np.sign(found) == np.sign(value)
        before = np.where(same, newest, across)
        value_before = np.where(same, value, value_across)
        across = np.where(same, across, newest)
        value_across = np.where(same, value_across, value)
        newest, value = place, found
        part = _part((newest, value), (across, value_across), (before, value_before))
    return np.where(below, low, best)


def _part(
    newest: tuple[Numbers, Numbers],
    across: tuple[Numbers, Numbers],
    before: tuple[Numbers, Numbers],
) -> Numbers:
    """How far from the newest place towards that on the other side of nought to look next."""
    (place, value), (other, value_other), (third, value_third) = newest, across, before
    with np.errstate(divide="ignore", invalid="ignore"):
        along = (place - other) / (third - other)
        down = (value - value_other) / (value_third - value_other)
        trusted = (down**2 < along) & ((1.0 - down) ** 2 < 1.0 - along)
        curve = value / (value_other - value) * value_third / (value_other - value_third)
        curve = curve + (third - place) / (other - place) * value / (value_third - value) * (
            value_other / (value_third - value_other)
        )
    return np.where(trusted & np.isfinite(curve), curve, 0.5)
