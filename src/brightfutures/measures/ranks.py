"""The range of places that the data allow: nobody holds a place more exactly than this."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.results import RankRange

CLEAR = 1.96


def rank_range(y: Numbers, v: Numbers, row: int) -> RankRange | None:
    """The places from lowest (1) that council `row` may hold among those with a value.

    Every other council is compared with it in turn: those clearly below, by
    (y − yⱼ)/√(v + vⱼ) ≥ 1.96, must come before it and those clearly above must come after. `v`
    is chance and wobble together. None where the council has no value.
    """
    known = np.isfinite(y) & np.isfinite(v)
    if not known[row]:
        return None
    z = (y[row] - y[known]) / np.sqrt(v[row] + v[known])
    count = int(known.sum())
    return RankRange(
        low=1 + int((z >= CLEAR).sum()), high=count - int((z <= -CLEAR).sum()), of=count
    )
