"""The usual spread between councils and those like them, beyond chance: τ²."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.winsorised import excess_variance


def usual_spread(gap: Numbers, chance: Numbers, with_value: Numbers, usable: Flags) -> float:
    """τ², additive, from the differences of councils from their comparators' mean.

    The difference of a council from the mean of k comparators has variance `chance` (s² of the
    council plus that of the mean) + τ²(1 + 1/k); τ² is the moment estimate with Winsorised z
    over all England. NaN with fewer than 20 usable councils.
    """
    used = usable & np.isfinite(gap) & np.isfinite(chance) & (with_value > 0)
    return excess_variance(gap[used], chance[used], 1.0 + 1.0 / with_value[used])
