"""Has it moved? The mean of the last two of five periods against that of the first two.

On the scale, M = ½(y₅ + y₄) − ½(y₂ + y₁), with noise ¼Σ(s² + b) over those four periods: chance
and the transient part of the wobble. A move that lasts is a move, so the rest of the wobble is
not noise here. The same of the gap to similar councils says whether it came nearer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.changes import large_enough
from brightfutures.measures.results import Why
from brightfutures.measures.standing import Standing
from brightfutures.measures.study import Study

PERIODS_READ = 5
ENDS = (0, 1, 3, 4)
"""Which of the five periods are averaged: the first two and the last two."""


@dataclass(frozen=True, eq=False)
class Moves:
    """One number for each council, on the scale; NaN where no movement can be read.

    first, last         the means of the first and of the last two periods
    z                   of the move
    gap_first, gap_last, gap_z   the same of the gap to the comparators' mean
    """

    first: Numbers
    last: Numbers
    z: Numbers
    gap_first: Numbers
    gap_last: Numbers
    gap_z: Numbers


def window_of(place: int) -> range | None:
    """The columns of the five periods that end in this one."""
    return range(place - PERIODS_READ + 1, place + 1) if place >= PERIODS_READ - 1 else None


def readable(study: Study, place: int) -> Flags:
    """The councils whose five periods can be read as one run."""
    window = window_of(place)
    councils = study.councils
    if window is None or any(study.is_pandemic[column] for column in window):
        return np.zeros(councils, dtype=bool)
    run = study.material.joined[:councils, window[1] : place + 1].all(axis=1)
    run &= np.isfinite(study.y[:councils, window[0] : place + 1]).all(axis=1)
    return np.asarray(run & enough_at_both_ends(study, place))


def enough_at_both_ends(study: Study, place: int) -> Flags:
    """The councils with five counted, out of thirty, in each of the periods that are averaged."""
    columns = [place - PERIODS_READ + 1 + end for end in ENDS]
    panel, rows = study.material.panel, slice(study.councils)
    return np.asarray(
        large_enough(panel.numerator[rows, columns], panel.denominator[rows, columns]).all(axis=1)
    )


def why_unreadable(study: Study, row: int, place: int) -> Why:
    """Why one council's movement cannot be read."""
    window = window_of(place)
    panel = study.material.panel
    if not study.counted:
        return Why.NO_COUNTS
    if panel.missing[row, place]:
        return Why.VALUE_MISSING
    if window is None:
        return Why.TOO_FEW_PERIODS
    if any(study.is_pandemic[column] for column in window):
        return Why.PANDEMIC
    if study.material.broken[window[1] : place + 1].any():
        return Why.BREAK_IN_SERIES
    years = study.years
    adjoin = years[place] - years[window[0]] == PERIODS_READ - 1
    if adjoin and not study.material.joined[row, window[1] : place + 1].all():
        return Why.AREA_CHANGED
    if adjoin and np.isfinite(study.y[row, window[0] : place + 1]).all():
        return Why.TOO_FEW_CHILDREN
    return Why.TOO_FEW_PERIODS


def moves_of(study: Study, place: int, transient: float, standing: Standing) -> Moves:
    """The move of every council over the five periods that end in `place`.

    `standing` is that of every period, beside the same comparators.
    """
    ok = readable(study, place)[:, np.newaxis]
    window = window_of(place)
    nothing = np.full(study.councils, np.nan)
    if window is None or not ok.any():
        return Moves(nothing, nothing, nothing, nothing, nothing, nothing)
    columns = [window[end] for end in ENDS]
    y = np.where(ok, study.y[: study.councils, columns], np.nan)
    gap = np.where(ok & standing.with_mean[:, columns], standing.gap[:, columns], np.nan)
    noise = study.s2[: study.councils, columns] + transient
    of_mean = standing.chance_of_mean + transient / np.maximum(standing.with_value, 1.0)
    first, last, z = move_over(y, noise)
    gap_first, gap_last, gap_z = move_over(gap, noise + of_mean[:, columns])
    return Moves(first, last, z, gap_first, gap_last, gap_z)


def move_over(ends: Numbers, noise: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The means of the first two and of the last two periods, and z of the move between them.

    Both are anything × four periods on the scale; `noise` is each one's variance.
    """
    first, last = ends[..., :2].mean(axis=-1), ends[..., 2:].mean(axis=-1)
    return first, last, (last - first) / np.sqrt(noise.sum(axis=-1) / 4.0)
