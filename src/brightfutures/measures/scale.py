"""The scale of comparison: logit for proportions, logarithm for rates.

y = logit((x + ½)/(n + 1)) for x out of n, y = log((x + ½)/n) for x per n. The halves keep a
count of nought on the scale (Haldane 1956, Anscombe 1956). Chance alone moves y with variance
s² = 1/(x + ½) + 1/(n − x + ½), or s² = 1/(x + ½). The counts may be full-time equivalents
(workforce), for which s² is the same formula and so only about right.
"""

from __future__ import annotations

import numpy as np

from brightfutures.catalogue import Indicator, IndicatorKind
from brightfutures.measures.arrays import Numbers


def has_counts(indicator: Indicator) -> bool:
    """Whether the indicator's figures are counts, so that chance can be reckoned."""
    return indicator.kind in (IndicatorKind.RATE, IndicatorKind.PROPORTION)


def to_scale(kind: IndicatorKind, numerator: Numbers, denominator: Numbers) -> Numbers:
    """Counts on the scale; NaN where either is missing or there is nothing to divide by."""
    base = np.where(denominator > 0, denominator, np.nan)
    if kind is IndicatorKind.PROPORTION:
        inside = np.clip(numerator, 0.0, base)
        return np.asarray(np.log((inside + 0.5) / (base - inside + 0.5)))
    return np.asarray(np.log((np.maximum(numerator, 0.0) + 0.5) / base))


def chance_variance(kind: IndicatorKind, numerator: Numbers, denominator: Numbers) -> Numbers:
    """s²: how far chance alone moves a figure on the scale, as a variance."""
    base = np.where(denominator > 0, denominator, np.nan)
    if kind is IndicatorKind.PROPORTION:
        inside = np.clip(numerator, 0.0, base)
        return np.asarray(1.0 / (inside + 0.5) + 1.0 / (base - inside + 0.5))
    return np.asarray(1.0 / (np.maximum(numerator, 0.0) + 0.5) + 0.0 * base)


def from_scale(kind: IndicatorKind, y: Numbers, per: float) -> Numbers:
    """A figure on the scale as the value a reader sees, in the indicator's own unit."""
    if kind is IndicatorKind.PROPORTION:
        return np.asarray(per / (1.0 + np.exp(-y)))
    return np.asarray(per * np.exp(y))
