"""The place of every council among all, in per cent, which no scale or national trend moves."""

from __future__ import annotations

import numpy as np

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.arrays import Numbers, Rows
from brightfutures.measures.study import Study

FEWEST_PLACED = 30
"""In a period with fewer councils than this nobody is given a place."""

DIGITS = 9
"""Places are kept to so many decimals, so that the same share of two years is a tie."""


def places_of_councils(study: Study) -> Numbers:
    """Councils × periods: the place from lowest (near 0) to highest (near 100); NaN for none.

    place = 100 × (councils below + half of those with the same figure, itself included) / all.
    """
    y = study.y[: study.councils]
    return np.stack([_places(y[:, place]) for place in range(y.shape[1])], axis=1)


def turned_so_that_high_is_good(study: Study, places: Numbers) -> Numbers:
    """The same places, turned round where the catalogue calls a lower figure good."""
    if study.indicator.good_direction is GoodDirection.LOWER:
        return 100.0 - places
    return places


def place_at(places: Numbers, rows: Rows, columns: Rows) -> Numbers:
    """The place of each of some councils in a period of its own; NaN where there is none."""
    known = (rows >= 0) & (columns >= 0)
    found = np.full(len(rows), np.nan)
    found[known] = places[rows[known], columns[known]]
    return found


def _places(y: Numbers) -> Numbers:
    known = np.isfinite(y)
    found = np.full(len(y), np.nan)
    if known.sum() >= FEWEST_PLACED:
        found[known] = percent_below(y[known])
    return found


def percent_below(values: Numbers) -> Numbers:
    """Of each value the per cent of all that lie below, half of those equal to it counted."""
    _, which, count = np.unique(values, return_inverse=True, return_counts=True)
    middle = np.cumsum(count) - count / 2.0
    return np.asarray(np.round(100.0 * middle[which] / len(values), DIGITS), dtype=np.float64)
