"""Regions and England where the publisher gives no figure: the sum of their councils."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from brightfutures.measures.arrays import Flags
from brightfutures.measures.places import Places
from brightfutures.quantities import Reason

if TYPE_CHECKING:
    from brightfutures.measures.panels import Fraction

LEAST_SHARE_OF_COUNCILS = 0.5
"""A sum over fewer of an area's councils than this says too little about the area."""


def fill_from_councils(fraction: Fraction, there: Flags, per: float, places: Places) -> None:
    """Sum councils into a region's or England's cell that has no published figure.

    Only councils with both a numerator and a denominator are summed, so that both are of the
    same councils. A cell for which the publisher states why the figure is missing keeps that
    reason; one that lacks only its denominator is summed afresh.
    """
    councils, wide = slice(places.councils), slice(places.councils, None)
    top, base = fraction.numerator[councils], fraction.denominator[councils]
    has = (fraction.missing[councils] == 0) & np.isfinite(top) & np.isfinite(base)
    has &= there[councils]
    known = places.members @ has.astype(np.float64)
    expected = places.members @ there[councils].astype(np.float64)
    top_sum = places.members @ np.where(has, top, 0.0)
    base_sum = places.members @ np.where(has, base, 0.0)
    missing = fraction.missing[wide]
    lacks_base = missing == Reason.DENOMINATOR_UNAVAILABLE.bit
    summed = (missing != 0) & (~fraction.spoken[wide] | lacks_base) & (base_sum > 0)
    summed &= known >= LEAST_SHARE_OF_COUNCILS * expected
    fraction.numerator[wide][summed] = top_sum[summed]
    fraction.denominator[wide][summed] = base_sum[summed]
    fraction.value[wide][summed] = per * top_sum[summed] / base_sum[summed]
    missing[summed] = 0
    fraction.numerator_missing[wide][summed] = 0
    fraction.summed[wide] = summed
