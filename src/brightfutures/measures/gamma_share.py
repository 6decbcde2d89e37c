"""The share of a gamma law below a value, which is the chance of a Poisson count as well.

Written out for the reason given in `student_t`: without the library the server is a thirtieth
smaller.
"""

from __future__ import annotations

from math import lgamma

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.crossings import crossings
from brightfutures.measures.quadrature import gauss_legendre

FEW = 100.0
"""Values up to which a series is added up; beyond, the curve is looked at in some places."""

TERMS = 300
NODES = 64
FAR = 14.0
"""Standard deviations beyond which nothing is left that a double holds,"""

AND_MORE = 40.0
"""and how much beyond that for small shapes, whose curves have a longer tail."""

NEAR = 1e-12
"""How near to each other, as a share of the upper one, two values stand for one quantile."""


def gamma_share(shape: Numbers, value: Numbers) -> Numbers:
    """P(a, x) = γ(a, x)/Γ(a) for shapes a above nought and values x of nought or more.

    It is the chance of a or more events where x are expected, for whole a. By its series up to
    100 (DLMF, dlmf.nist.gov, 8.11.4), beyond that by Gauss and Legendre's rule over the part of
    the curve where anything lies. Right to eight digits for shapes up to a million.
    """
    shape, value = np.broadcast_arrays(np.asarray(shape, float), np.asarray(value, float))
    found: Numbers = np.zeros(shape.shape)
    few = value <= FEW
    found[few] = _by_series(shape[few], value[few])
    found[~few] = _by_places(shape[~few], value[~few])
    return found


def gamma_quantile(shape: Numbers, share: Numbers) -> Numbers:
    """The value, of those up to 100, below which a share of each law lies."""
    shape, share = np.broadcast_arrays(np.asarray(shape, float), np.asarray(share, float))
    low, high = np.zeros(shape.shape), np.full(shape.shape, FEW)
    return crossings(lambda value: share - gamma_share(shape, value), low, high, NEAR)


def _by_series(shape: Numbers, value: Numbers) -> Numbers:
    """x^a·e^(−x)/Γ(a + 1) · Σ xⁿ / ((a + 1)…(a + n)), whose terms are all above nought."""
    ratios = value[:, None] / (shape[:, None] + np.arange(1.0, TERMS))
    terms = 1.0 + np.cumprod(ratios, axis=1).sum(axis=1)
    with np.errstate(divide="ignore"):  # of nought nothing lies below
        first = np.exp(shape * np.log(value) - value - _log_gamma(shape + 1.0))
    return np.asarray(np.minimum(first * terms, 1.0))


def _by_places(shape: Numbers, value: Numbers) -> Numbers:
    places, weights = gauss_legendre(NODES)
    from_here = np.minimum(shape, value)
    low = np.maximum(from_here - FAR * np.sqrt(from_here), 0.0)
    end = shape + FAR * np.sqrt(shape) + AND_MORE
    width = np.minimum(value, end) - low
    at = low[:, None] + width[:, None] * places
    log_height = (shape[:, None] - 1.0) * np.log(at) - at - _log_gamma(shape)[:, None]
    share = (np.exp(log_height) * weights).sum(axis=1) * width
    return np.asarray(np.where(value > end, 1.0, np.minimum(share, 1.0)))


def _log_gamma(values: Numbers) -> Numbers:
    return np.array([lgamma(each) for each in values.tolist()])
