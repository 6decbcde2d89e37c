"""The gap to a comparison, in the indicator's unit and in children, with its 95% range.

On the scale the gap g lies within g ± 1.96·√(s² + Σs²/k² + A(1 + 1/k)): chance and the lasting
wobble of the council and of those it is compared with. Both ends are laid on from the
comparators' mean ȳ and put back into the unit; children are the gap times the denominator.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.intervals import Z_OF_LEVEL
from brightfutures.measures.results import Gap
from brightfutures.measures.scale import from_scale


@dataclass(frozen=True, kw_only=True)
class GapOnScale:
    """Where a council lies beside its comparators' mean on the scale.

    `chance` is s² of the council and of that mean together, `long_run` A, `comparators` k.
    """

    kind: IndicatorKind
    per: float
    mean: float
    gap: float
    chance: float
    long_run: float
    comparators: float

    @property
    def noise(self) -> float:
        """The variance of the gap round that of the long run."""
        return self.chance + self.long_run * (1.0 + 1.0 / self.comparators)


def range_of_gap(place: GapOnScale, value: float, denominator: float) -> Gap:
    """The gap of a figure, out of so many, with its range."""
    reach = Z_OF_LEVEL[95.0] * np.sqrt(place.noise)
    ends = place.mean + place.gap + np.array([-reach, reach])
    mean = float(from_scale(place.kind, np.asarray(place.mean), place.per))
    low, high = (float(end) - mean for end in from_scale(place.kind, ends, place.per))
    gap = value - mean
    low, high = min(low, gap), max(high, gap)  # the ½ of the scale can leave a nought outside
    children = denominator / place.per
    return Gap(
        value=gap,
        low=low,
        high=high,
        children=gap * children,
        children_low=low * children,
        children_high=high * children,
    )
