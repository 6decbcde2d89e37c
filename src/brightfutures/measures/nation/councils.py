"""One indicator over all of England: which councils differ from the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.averages import quantiles_of_rows
from brightfutures.measures.cells import cell_at, interval_at, number_or_none
from brightfutures.measures.comparison import back, wobble_of
from brightfutures.measures.funnel import Funnel, funnel_of
from brightfutures.measures.judge import Judge
from brightfutures.measures.levels.probable import probable_levels
from brightfutures.measures.ranks import every_rank_range
from brightfutures.measures.results import Cell, Level, National, Steadiness, Wobble
from brightfutures.measures.similar import ENGLAND_SET, SIMILAR
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS


@dataclass(frozen=True, kw_only=True)
class Nation:
    """What is true of one indicator over all England in one period.

    `england` is England's own figure. `average` is the mean of councils, each counted alike, on
    the comparison's scale and shown back-transformed; `median` and `middle_half` are of their
    values. `steadiness` is of their gaps to all other councils, and `alikeness` how much a
    council resembles its similar ones (as in `SimilarCouncils`).
    """

    period: str
    england: Cell | None
    with_value: int
    average: float | None
    median: float | None
    middle_half: tuple[float, float] | None
    wobble: Wobble | None
    steadiness: Steadiness
    alikeness: float | None
    funnel: Funnel | None


def nation_of(study: Study, judge: Judge, england: int | None, place: int) -> Nation:
    """One indicator over all England in one period."""
    column = study.column(place)
    values = column.value[np.isfinite(column.value)]
    low, median, high = (
        (float(found[0]) for found in quantiles_of_rows(values[np.newaxis], (0.25, 0.5, 0.75)))
        if len(values)
        else (None, None, None)
    )
    y = column.y[np.isfinite(column.y)]
    return Nation(
        period=study.material.panel.periods[place],
        england=cell_at(study, england, place) if england is not None else None,
        with_value=len(values),
        average=float(back(study, float(y.mean()))) if len(y) else None,
        median=median,
        middle_half=None if low is None or high is None else (low, high),
        wobble=wobble_of(study, judge, place),
        steadiness=judge.beside(ENGLAND_SET).steadiness(study, place),
        alikeness=judge.beside(SIMILAR).alikeness(study, place),
        funnel=funnel_of(study, judge, place),
    )


def levels_across_england(study: Study, judge: Judge, place: int) -> tuple[Level, ...]:
    """The level of every council that existed, beside the mean of all others, in order of name."""
    levels, _, _ = judge.across_councils(study, place)
    return tuple(LEVELS[levels.level[row]] for row in study.rows_there(place))


def across_england(study: Study, judge: Judge, place: int) -> tuple[National, ...]:
    """Every council that existed in one period, in order of name, beside the mean of all others.

    q is Benjamini and Hochberg's over these councils, so that of all those named here as higher
    or lower about one in twenty may be so by the ordinary wobble alone.
    """
    levels, judged, q = judge.across_councils(study, place)
    pair = probable_levels(study, judge.studies, place)
    ranks = every_rank_range(*pair) if pair is not None else (None,) * study.councils
    found = []
    for row in study.rows_there(place):
        reason = int(levels.reason[row])
        tests = judged.tests
        known = tests is not None and np.isfinite(judged.p[row]) and not tests.withheld[row]
        found.append(
            National(
                here=cell_at(study, row, place),
                interval=interval_at(study, row, place, 95.0),
                level=LEVELS[levels.level[row]],
                reason=WHYS[reason] if reason != NO_REASON else None,
                z_wobble=number_or_none(tests.near[row]) if tests is not None and known else None,
                q=number_or_none(q[row]) if known else None,
                rank=ranks[row],
            )
        )
    return tuple(found)
