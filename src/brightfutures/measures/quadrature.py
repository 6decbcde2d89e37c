"""Where to look at a smooth curve, and with what weight, to know the area beneath it."""

from __future__ import annotations

from functools import cache

import numpy as np

from brightfutures.measures.arrays import Numbers


@cache
def gauss_legendre(nodes: int) -> tuple[Numbers, Numbers]:
    """Places between 0 and 1, and the weight of each, by Gauss and Legendre's rule."""
    places, weights = np.polynomial.legendre.leggauss(nodes)
    return (places + 1.0) / 2.0, weights / 2.0
