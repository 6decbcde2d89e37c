"""How strongly councils' gaps to their comparators agree one and three years apart."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.results import Steadiness
from brightfutures.measures.standing import correlation
from brightfutures.measures.study import Study

FEWEST_COUNCILS = 30


def steadiness_of(study: Study, gap_at: Callable[[int], Numbers], last: int) -> Steadiness:
    """The mean, over pairs of periods up to `last`, of the correlation of councils' gaps.

    `gap_at` gives the gaps of one column, NaN where there is none. Nothing is paired across a
    break or a change of area.
    """
    return Steadiness(
        one_year=_mean_agreement(study, gap_at, last, 1),
        three_years=_mean_agreement(study, gap_at, last, 3),
    )


def _mean_agreement(
    study: Study, gap_at: Callable[[int], Numbers], last: int, apart: int
) -> float | None:
    found = []
    for place in range(apart, last + 1):
        run = _read_on(study, place, apart)
        if run.any():
            now = np.where(run, gap_at(place), np.nan)
            found.append(correlation(now, gap_at(place - apart), FEWEST_COUNCILS))
    known = [agreement for agreement in found if np.isfinite(agreement)]
    return float(np.mean(known)) if known else None


def _read_on(study: Study, place: int, apart: int) -> Flags:
    steps = study.material.joined[: study.councils, place - apart + 1 : place + 1]
    return np.asarray(steps.all(axis=1))
