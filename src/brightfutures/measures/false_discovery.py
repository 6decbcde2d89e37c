"""False discovery: how many flags would be false (Benjamini and Hochberg 1995).

With p-values in order p(1) ≤ … ≤ p(m), q(i) is the smallest p(j)·m/j over j ≥ i. Flagging
q ≤ 0.05 keeps false flags to about one in twenty of those raised.
"""

from __future__ import annotations

import math

import numpy as np

from brightfutures.measures.arrays import Numbers

_erfc = np.frompyfunc(math.erfc, 1, 1)


def two_sided_p(z: Numbers) -> Numbers:
    """How often chance would give a z at least this far from nought; NaN stays NaN."""
    return np.asarray(_erfc(np.abs(z) / math.sqrt(2.0)), dtype=np.float64)


def q_values(p: Numbers) -> Numbers:
    """Q for p of shape tests × anything, down the first axis; a NaN is no test and stays NaN."""
    if not p.shape[0]:
        return p.copy()
    tests = np.isfinite(p).sum(axis=0)
    order = np.argsort(p, axis=0, kind="stable")  # NaN sorts last
    ranked = np.take_along_axis(p, order, axis=0)
    place = np.arange(1, p.shape[0] + 1).reshape((-1,) + (1,) * (p.ndim - 1))
    scaled = np.where(np.isfinite(ranked), ranked * (tests / place), np.inf)
    falling = np.minimum.accumulate(scaled[::-1], axis=0)[::-1]
    q = np.empty(p.shape)
    np.put_along_axis(q, order, np.minimum(falling, 1.0), axis=0)
    return np.where(np.isfinite(p), q, np.nan)


def q_beside(p: Numbers, others: Numbers) -> Numbers:
    """Q of tests outside of a fixed set, each as if it alone were added to the set.

    p has any shape, `others` is tests × that shape. The set's own q values are not touched, and
    no outside test touches another.
    """
    together = np.concatenate([np.asarray(p)[np.newaxis], others], axis=0)
    return np.array(q_values(together)[0])  # a copy: a view would keep the whole set with it
