"""Of all councils, in how many each part of the gap is clear, and which way it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brightfutures.money.gap_result import Cause, GapSplit
from brightfutures.quantities import Missing


@dataclass(frozen=True, kw_only=True)
class CauseCount:
    """Of the councils whose gap can be parted: where one part is clear, and where it leads.

    `leading` are those where it is clear and the largest of the parts that go the gap's way;
    `middle_size_pounds` is the middle council's part for each child, without its sign.
    """

    cause: Cause
    more: int
    less: int
    leading: int
    middle_size_pounds: float

    @property
    def clear(self) -> int:
        """How many councils have it clear, either way."""
        return self.more + self.less


@dataclass(frozen=True, kw_only=True)
class GapCounts:
    """One level over all councils; `not_parted` are those whose gap cannot be, by code."""

    level: str
    parted: int
    not_parted: Mapping[str, Missing]
    causes: tuple[CauseCount, ...]


def gap_counts(level: str, splits: Mapping[str, GapSplit | Missing]) -> GapCounts:
    """The counts over one level's splits, by council."""
    told = [split for split in splits.values() if isinstance(split, GapSplit)]
    return GapCounts(
        level=level,
        parted=len(told),
        not_parted={code: split for code, split in splits.items() if isinstance(split, Missing)},
        causes=tuple(_count(cause, told) for cause in Cause) if told else (),
    )


def _count(cause: Cause, told: Iterable[GapSplit]) -> CauseCount:
    splits = list(told)
    parts = [split.part(cause) for split in splits]
    sizes = sorted(abs(part.pounds_per_child) for part in parts)
    half = len(sizes) // 2
    middle = sizes[half] if len(sizes) % 2 else (sizes[half - 1] + sizes[half]) / 2.0
    return CauseCount(
        cause=cause,
        more=sum(part.low > 0 for part in parts),
        less=sum(part.high < 0 for part in parts),
        leading=sum(leads(split, cause) for split in splits),
        middle_size_pounds=middle,
    )


def leads(split: GapSplit, cause: Cause) -> bool:
    """Whether a part is clear and the largest of those that go the gap's way."""
    same_way = [part for part in split.parts if part.pounds_per_child * split.gap > 0]
    if not same_way:
        return False
    largest = max(same_way, key=lambda part: abs(part.pounds_per_child))
    return largest.cause is cause and largest.clear
