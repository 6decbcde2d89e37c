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
    councils = places.councils
    numerator, denominator = fraction.numerator[:councils], fraction.denominator[:councils]
    has = (fraction.missing[:councils] == 0) & np.isfinite(numerator) & np.isfinite(denominator)
    has &= there[:councils]
    members = places.members.astype(np.float64)
    known = members @ has.astype(np.float64)
    expected = members @ there[:councils].astype(np.float64)
    enough = (known > 0) & (known >= LEAST_SHARE_OF_COUNCILS * expected)
    lacks_base = fraction.missing == Reason.DENOMINATOR_UNAVAILABLE.bit
    summed = enough & (fraction.missing != 0) & (~fraction.spoken | lacks_base)
    top = members @ np.where(has, numerator, 0.0)
    base = members @ np.where(has, denominator, 0.0)
    summed &= base > 0
    fraction.numerator = np.where(summed, top, fraction.numerator)
    fraction.denominator = np.where(summed, base, fraction.denominator)
    ratio = np.full(base.shape, np.nan)
    np.divide(per * top, base, out=ratio, where=summed)
    fraction.value = np.where(summed, ratio, fraction.value)
    fraction.missing = np.where(summed, 0, fraction.missing).astype(np.uint16)
    fraction.numerator_missing = np.where(summed, 0, fraction.numerator_missing).astype(np.uint16)
    fraction.summed = summed
