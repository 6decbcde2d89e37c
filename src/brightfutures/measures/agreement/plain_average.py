"""The plain average that is often asked for: a council's mean place over all its figures.

Over every indicator of which the catalogue says which way is good, each counting alike, whatever
it tells of, however few children it counts and however much it wobbles. It is worked out only to
ask how far such a table can be trusted: it is never shown and no council in it is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.agreement.places import (
    places_of_councils,
    turned_so_that_high_is_good,
)
from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.correlation import correlation_of_columns
from brightfutures.measures.study import Study

DIGITS = 6
"""Means are compared to so many decimals, fewer than places have: the rounding of places, which
differs when a figure is turned round, must not part two councils with the same mean."""

FEWEST_MEASURES = 10
"""An average of fewer figures is no table of all."""

FEWEST_TOGETHER = 30
"""Councils that two columns must share before their correlation is said."""


@dataclass(frozen=True, eq=False)
class PlainAverage:
    """The tables of all years. `places` is indicators × councils × years, high is good.

    `average` is councils × years, NaN where a council has less than half of the figures of the
    year; `measures` counts the figures of each year.
    """

    indicators: tuple[str, ...]
    years: tuple[int, ...]
    places: Numbers
    average: Numbers
    measures: tuple[int, ...]


def has_direction(study: Study) -> bool:
    """Whether the catalogue says which way is good."""
    return study.indicator.good_direction is not GoodDirection.NEITHER


def plain_average(studies: Sequence[Study]) -> PlainAverage:
    """Every year's table; a period counts in the year in which it ends, the pandemic's in none."""
    chosen = [study for study in studies if has_direction(study)]
    years = tuple(sorted({year for study in chosen for year in study.years}))
    councils = chosen[0].councils if chosen else 0
    places = np.full((len(chosen), councils, len(years)), np.nan)
    for number, study in enumerate(chosen):
        turned = turned_so_that_high_is_good(study, places_of_councils(study))
        for column, year in enumerate(study.years):
            if not study.is_pandemic[column]:
                places[number, :, years.index(year)] = turned[:, column]
    there = np.isfinite(places).any(axis=1)
    return PlainAverage(
        indicators=tuple(study.indicator.id for study in chosen),
        years=years,
        places=places,
        average=mean_of_half_or_more(places, there[:, np.newaxis, :]),
        measures=tuple(there.sum(axis=0).tolist()),
    )


def mean_of_half_or_more(places: Numbers, asked: Flags) -> Numbers:
    """The mean down the first axis where at least half of the figures asked for are there."""
    known = np.isfinite(places)
    count = known.sum(axis=0)
    wanted = np.broadcast_to(asked, places.shape).sum(axis=0)
    total = np.where(known, places, 0.0).sum(axis=0)
    found = np.full(count.shape, np.nan)
    np.divide(total, count, out=found, where=(count > 0) & (2 * count >= wanted))
    return np.asarray(np.round(found, DIGITS), dtype=np.float64)


def agreement_apart(columns: Numbers, years: Sequence[int], apart: int) -> float | None:
    """How closely a figure agrees with itself so many years later: the mean over pairs of years.

    `columns` is councils × years. Pearson's correlation of each pair; None where there is none.
    """
    pairs = _pairs_apart(years, apart)
    if not pairs:
        return None
    ones, others = (list(places) for places in zip(*pairs, strict=True))
    return _mean_of_known(
        correlation_of_columns(columns[:, ones], columns[:, others], FEWEST_TOGETHER)
    )


def agreement_of_averages(places: Numbers, years: Sequence[int], apart: int) -> float | None:
    """The same of the plain average, over the measures that both years of a pair have.

    `places` is indicators × councils × years. Both averages are worked out anew over what the two
    years share, so that a table of other measures is not taken for wobble; years that share less
    than `FEWEST_MEASURES` are no pair.
    """
    there = np.asarray(np.isfinite(places).any(axis=1))
    each = []
    for one, other in _pairs_apart(years, apart):
        shared = there[:, one] & there[:, other]
        if shared.sum() < FEWEST_MEASURES:
            continue
        both = places[shared][:, :, [one, other]]
        average = mean_of_half_or_more(both, np.ones((1, 1, 1), dtype=bool))
        each.append(correlation_of_columns(average[:, :1], average[:, 1:], FEWEST_TOGETHER))
    return _mean_of_known(np.concatenate(each)) if each else None


def _pairs_apart(years: Sequence[int], apart: int) -> list[tuple[int, int]]:
    return [
        (one, other)
        for one, year in enumerate(years)
        for other, later in enumerate(years)
        if later == year + apart
    ]


def _mean_of_known(each: Numbers) -> float | None:
    known = each[np.isfinite(each)]
    return float(known.mean()) if len(known) else None


def agreement_of_figures(places: Numbers) -> float | None:
    """Cronbach's α of figures × councils: how far a plain average of them tells of one thing.

    From the mean correlation of two figures over the councils that have both; None of one alone.
    """
    there = places[np.isfinite(places).any(axis=1)]
    if len(there) < 2:
        return None
    one, other = np.triu_indices(len(there), 1)
    each = correlation_of_columns(there[one].T, there[other].T, FEWEST_TOGETHER)
    known = each[np.isfinite(each)]
    if not len(known):
        return None
    return cronbach(len(there), float(known.mean()))


def cronbach(count: int, mean_correlation: float) -> float:
    """α = k·r / (1 + (k − 1)·r), its standardised form; nought where r is below nought."""
    r = max(0.0, mean_correlation)
    return count * r / (1.0 + (count - 1) * r)
