"""Whether the top of a table was judged as lots would have it, whole histories being dealt out.

Much the same councils stand at the top year after year, and a grade stands for years, so places
at the top are not so many draws. So whole histories of grades are dealt to councils at random:
each council keeps its places and gets the history of another. What is added up is

    Σ over councils i of a(i, π(i)), a(i, j) = Σ over years of
        [i at the top] × ([history j less than good] − share less than good of that year)

where a year in which a history has no grade counts for nothing. Over all ways π to deal among n
councils, its mean is ΣΣa/n and its variance ΣΣd²/(n − 1), where d is a less the means of its row
and column, plus that of all. Hoeffding (1951), "A combinatorial central limit theorem", who also
shows that it is nearly normal.
"""

from __future__ import annotations

import math

import numpy as np

from brightfutures.measures.agreement.top_of_table_results import Dealt
from brightfutures.measures.arrays import Numbers


def dealt(places: Numbers, less: Numbers) -> Dealt:
    """What is found beside what dealing gives.

    `places` is councils × years, 1 where a council is at the top and 0 elsewhere; `less` is 1
    where it stood judged less than good, 0 where good or outstanding, NaN where not judged.
    """
    judged = np.isfinite(less)
    marked = np.where(judged, less, 0.0)
    share = marked.sum(axis=0) / np.maximum(judged.sum(axis=0), 1)
    each = places @ np.where(judged, marked - share, 0.0).T
    lots = float((places * judged * share).sum())
    surplus = float(np.trace(each))
    deviation = math.sqrt(_variance(each))
    centre = surplus - float(each.sum()) / len(each)
    z = centre / deviation if deviation > 0.0 else 0.0
    return Dealt(
        councils=int((places * judged).any(axis=1).sum()),
        found=round(lots + surplus),
        expected=lots + surplus - centre,
        deviation=deviation,
        z=z,
        p=math.erfc(abs(z) / math.sqrt(2.0)),
    )


def _variance(each: Numbers) -> float:
    """Of the sum of one number in each row and column."""
    if len(each) < 2:
        return 0.0
    around = each - each.mean(axis=0) - each.mean(axis=1, keepdims=True) + each.mean()
    return float((around**2).sum()) / (len(each) - 1)
