"""Areas: councils, the nine regions and England, each under one canonical ONS code."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class AreaKind(StrEnum):
    """What an area is. A council's region is always one of the nine."""

    COUNCIL = "council"
    REGION = "region"
    COUNTRY = "country"
    PART_OF_REGION = "part_of_region"  # Inner and Outer London: can be asked for, never a council's


ENGLAND = "E92000001"


@dataclass(frozen=True, kw_only=True)
class Area:
    """One area and the dates it existed.

    `first` is the day it came into being and `last` its final day; `None` means before our
    figures begin, or still there. `region` is the code of one of the nine regions, and only for
    councils. `successors` are the codes of the councils that took over from a former one.
    """

    code: str
    name: str
    kind: AreaKind
    dfe_code: str | None = None
    region: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None
    successors: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.code or not self.name:
            raise ValueError("An area needs a code and a name.")
        if self.kind is AreaKind.COUNCIL and self.region is None:
            raise ValueError(f"{self.name} is a council and needs a region.")
        if self.kind is not AreaKind.COUNCIL and self.region is not None:
            raise ValueError(f"{self.name} is not a council and cannot lie in a region.")
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"{self.name} ends before it begins.")

    def existed_on(self, day: datetime.date) -> bool:
        """Whether the area existed on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def is_former(self) -> bool:
        """Whether the area has ended."""
        return self.last is not None
