"""What an indicator's figures are made of: its panel and what must be known beside it."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.quantities import Panel, Period


@dataclass(frozen=True, eq=False)
class Material:
    """A panel with the facts about its cells that a comparison needs. All areas × periods.

    The first `councils` rows of the panel are councils, former ones included; regions and
    England follow.

    spoken     a file speaks of the cell
    printed    the value is the publisher's own: its denominator is not published, or is not
               the one it was worked out from
    summed     a region's or England's figure is the sum of its councils
    existed    the area existed on the last day of the period
    joined     the figure can be read on from the period before: the years adjoin, no series
               breaks between them and the area is the same
    broken     a series breaks between the period before and this one (by period only)
    fewest, most   the numerator at both ends where it is withheld; NaN elsewhere
    joint      pairs of councils, by row, that return one figure together and so have the same
    """

    panel: Panel
    periods: tuple[Period, ...]
    councils: int
    spoken: Flags
    printed: Flags
    summed: Flags
    existed: Flags
    joined: Flags
    broken: Flags
    fewest: Numbers
    most: Numbers
    joint: tuple[tuple[int, int], ...]
