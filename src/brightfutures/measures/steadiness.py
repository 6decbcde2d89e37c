"""How strongly councils' gaps to their comparators agree one and three years apart."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.correlation import correlation_of_columns
from brightfutures.measures.results import Steadiness

FEWEST_COUNCILS = 30


def steadiness_of(gap: Numbers, joined: Flags, last: int) -> Steadiness:
    """The mean, over pairs of periods up to `last`, of the correlation of councils' gaps.

    `gap` and `joined` (the change from the period before may be read) are councils × periods.
    """
    until = slice(last + 1)
    return Steadiness(
        one_year=_mean_agreement(gap[:, until], joined[:, until], 1),
        three_years=_mean_agreement(gap[:, until], joined[:, until], 3),
    )


def _mean_agreement(gap: Numbers, joined: Flags, apart: int) -> float | None:
    if gap.shape[1] <= apart:
        return None
    pairs = gap.shape[1] - apart
    run = np.ones((gap.shape[0], pairs), dtype=bool)
    for step in range(1, apart + 1):
        run &= joined[:, step : step + pairs]
    now = np.where(run, gap[:, apart:], np.nan)
    each = correlation_of_columns(now, gap[:, :-apart], FEWEST_COUNCILS)
    known = each[np.isfinite(each)]
    return float(known.mean()) if len(known) else None
