"""Do councils lie closer together than they did? The same councils, then and now, net of chance.

With V the variance of y over councils less the mean of s², the answer is √(V now / V then), and
its range 2.58 standard errors either way on the logarithm, from Rubin's (1981) Bayesian bootstrap
of the councils, whose two periods stay together. 99% and not 95, because so many measures are
asked the same at once.
"""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.nation.england_change import first_place
from brightfutures.measures.nation.spread_results import Apart, SpreadThen
from brightfutures.measures.nation.spread_split import (
    FEWEST_COUNCILS,
    covariance,
    large_enough_to_part,
    weights,
)
from brightfutures.measures.study import Study

FEWEST_YEARS = 5
MOST_MISSING = 1 / 3
"""A period in which more of the newest's councils than this have no figure is no beginning."""

Z_99 = 2.5758293


def spread_then(study: Study, place: int) -> SpreadThen | None:
    """The spread of councils in one period beside the first that can be read, from 2013 on."""
    begin = _begin(study, place)
    if begin is None:
        return None
    start, rows = begin
    then, now = study.column(start), study.column(place)
    found = times_as_far((then.y[rows], then.s2[rows]), (now.y[rows], now.s2[rows]))
    if found is None:
        return None
    times, low, high = found
    periods = study.material.panel.periods
    return SpreadThen(
        from_period=periods[start],
        to_period=periods[place],
        councils=int(rows.sum()),
        times=times,
        low=low,
        high=high,
        apart=Apart.CLOSER if high < 1.0 else Apart.FURTHER if low > 1.0 else Apart.CANNOT_TELL,
    )


def _begin(study: Study, place: int) -> tuple[int, Flags] | None:
    """The first column with nearly as many councils as this one, and the councils in both."""
    first = first_place(study)
    if not study.counted or first is None or study.is_pandemic[place]:
        return None
    now = large_enough_to_part(study, place)
    for start in range(first, place):
        if study.years[place] - study.years[start] < FEWEST_YEARS:
            return None
        rows = now & large_enough_to_part(study, start)
        enough = rows.sum() >= max(FEWEST_COUNCILS, (1.0 - MOST_MISSING) * now.sum())
        if enough and not study.is_pandemic[start]:
            return start, rows
    return None


def times_as_far(
    then: tuple[Numbers, Numbers], now: tuple[Numbers, Numbers]
) -> tuple[float, float, float] | None:
    """How many times as far apart, with its range, from y and s² of the same councils twice.

    None where chance alone could be all of either spread.
    """
    order = np.lexsort((now[1], then[0], now[0]))
    before, after = ((y[order], s2[order]) for y, s2 in (then, now))
    whole = np.ones((1, len(order)))
    ends = np.concatenate([_beyond_chance(whole, *before), _beyond_chance(whole, *after)])
    if (ends <= 0).any():
        return None
    centre = 0.5 * float(np.log(ends[1] / ends[0]))
    weight = weights(len(order))
    v_then, v_now = _beyond_chance(weight, *before), _beyond_chance(weight, *after)
    if (np.minimum(v_then, v_now) <= 0).any():
        return None
    reach = Z_99 * float(np.std(0.5 * np.log(v_now / v_then)))
    low, high = np.exp([centre - reach, centre + reach]).tolist()
    return float(np.exp(centre)), low, high


def _beyond_chance(weight: Numbers, y: Numbers, s2: Numbers) -> Numbers:
    return np.asarray(covariance(weight, y, y) - (weight @ s2) / weight.sum(axis=1))
