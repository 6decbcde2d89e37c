"""The rows of every panel: councils first, then parts of regions, regions and England."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from brightfutures.catalogue import Geography
from brightfutures.measures.arrays import Numbers
from brightfutures.quantities import Area, AreaKind

_ORDER = (AreaKind.PART_OF_REGION, AreaKind.REGION, AreaKind.COUNTRY)


@dataclass(frozen=True, eq=False)
class Places:
    """Every area in the order of the panels' rows, and which councils lie in which."""

    areas: tuple[Area, ...]
    councils: int

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The areas' codes, row by row."""
        return tuple(area.code for area in self.areas)

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each code."""
        return {code: row for row, code in enumerate(self.codes)}

    @cached_property
    def england(self) -> int | None:
        """England's row."""
        return next(
            (row for row, area in enumerate(self.areas) if area.kind is AreaKind.COUNTRY), None
        )

    @cached_property
    def members(self) -> Numbers:
        """The areas that are not councils × councils: 1 where the council lies in the area.

        None lies in a part of a region: a London borough's region is London, and which part of
        it a borough lies in is the publisher's to say.
        """
        members = np.zeros((len(self.areas) - self.councils, self.councils))
        for row, area in enumerate(self.areas[self.councils :]):
            for place, council in enumerate(self.areas[: self.councils]):
                if area.kind is AreaKind.COUNTRY or council.region == area.code:
                    members[row, place] = 1.0
        return members


def places_of(geography: Geography) -> Places:
    """The rows of every panel for this geography."""
    councils = geography.councils(former=True)
    others = [area for kind in _ORDER for area in geography.areas if area.kind is kind]
    return Places(areas=(*councils, *others), councils=len(councils))
