"""The rows of every panel: councils first, then parts of regions, regions and England."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from brightfutures.catalogue import Geography
from brightfutures.measures.arrays import Flags
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
    def members(self) -> Flags:
        """Areas × councils: which councils make up a region or England.

        No council makes up another council, nor a part of a region: a London borough's region
        is London, and which part of it a borough lies in is the publisher's to say.
        """
        members = np.zeros((len(self.areas), self.councils), dtype=bool)
        for row, area in enumerate(self.areas):
            for council in range(self.councils):
                members[row, council] = area.kind is AreaKind.COUNTRY or (
                    area.kind is AreaKind.REGION and self.areas[council].region == area.code
                )
        return members


def places_of(geography: Geography) -> Places:
    """The rows of every panel for this geography."""
    councils = geography.councils(former=True)
    others = [area for kind in _ORDER for area in geography.areas if area.kind is kind]
    return Places(areas=(*councils, *others), councils=len(councils))
