"""Student's t: how many standard errors a range must reach where the spread itself is uncertain.

Written out because the library that has it takes a fifth of a second to load and 13 megabytes,
which is a tenth of the time and a thirtieth of the room that the server may take.
"""

from __future__ import annotations

from functools import cache
from math import lgamma, pi, sqrt
from statistics import NormalDist

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.quadrature import gauss_legendre

NODES = 48
"""Places at which the curve is looked at: ten digits for shares up to .99, or whole degrees."""

MANY = 1000.0
"""Degrees of freedom from which a series says more exactly what Γ says by a difference."""

MOST_STEPS = 100


def student_t_quantile(freedom: Numbers, share: float) -> Numbers:
    """The value below which so large a share lies, for degrees of freedom of 1 or more.

    `share` is between a half and one. With t = √ν·tan θ the share below t is

        1/2 + Γ((ν + 1)/2) / (√π·Γ(ν/2)) · ∫₀^θ cos^(ν − 1) φ dφ

    (Abramowitz and Stegun 1964, 26.7.1), whose integral is taken by Gauss and Legendre's rule. The
    value is found by Newton's steps, which from the normal law's below it never overshoot.
    """
    if not 0.5 <= share < 1.0:
        raise ValueError("A share of Student's t must be from a half up to one.")
    freedom = np.asarray(freedom, dtype=float)
    places, weights = gauss_legendre(NODES)
    factor = _factor(freedom)
    found = np.full(freedom.shape, NormalDist().inv_cdf(share))
    for _ in range(MOST_STEPS):
        angle = np.arctan(found / np.sqrt(freedom))
        power = (freedom - 1.0)[..., None] / 2.0
        curve = np.exp(power * np.log1p(-(np.sin(angle[..., None] * places) ** 2)))
        below = 0.5 + factor * angle * (curve * weights).sum(axis=-1)
        height = np.exp(-(freedom + 1.0) / 2.0 * np.log1p(found**2 / freedom))
        step = (share - below) * np.sqrt(freedom) / (factor * height)
        found = found + step
        if not (np.abs(step) > 1e-12 * np.abs(found)).any():
            break
    return found


@cache
def student_t(count: float, level: float) -> float:
    """How many standard errors each side of a mean of so many; NaN stays NaN."""
    return float(student_t_quantile(np.array(count - 1.0), 0.5 + level / 200.0))


def _factor(freedom: Numbers) -> Numbers:
    """Γ((ν + 1)/2) / (√π·Γ(ν/2)) of each."""
    return np.array([_factor_of(each) for each in freedom.ravel().tolist()]).reshape(freedom.shape)


def _factor_of(freedom: float) -> float:
    half = freedom / 2.0
    if freedom < MANY:
        return float(np.exp(lgamma(half + 0.5) - lgamma(half)) / sqrt(pi))
    series = 1.0 - 1.0 / (8.0 * half) + 1.0 / (128.0 * half**2) + 5.0 / (1024.0 * half**3)
    return sqrt(half / pi) * series
