"""Of all councils, in how many each part of the gap is clear, which way it goes, and is largest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brightfutures.money.gap_result import Cause, GapSplit, Part
from brightfutures.quantities import Missing


@dataclass(frozen=True, kw_only=True)
class CauseCount:
    """Of the councils whose gap can be parted: where one part is clear, largest, and leads.

    `largest` are those where it is the largest part whichever way it goes; of them it is clear in
    `largest_and_clear`, and in `surely_largest` its whole range is further from nought than any
    other part's reaches. `leading` are those where it is clear and the largest of the parts that
    go the gap's way. `middle_size_pounds` is the middle council's part for each child, without its
    sign.
    """

    cause: Cause
    more: int
    less: int
    largest: int
    largest_and_clear: int
    surely_largest: int
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

    @property
    def surely_led(self) -> int:
        """In how many councils it is sure which part is the largest."""
        return sum(one.surely_largest for one in self.causes)


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
    largest = [split for split in splits if largest_part(split).cause is cause]
    sizes = sorted(abs(part.pounds_per_child) for part in parts)
    half = len(sizes) // 2
    middle = sizes[half] if len(sizes) % 2 else (sizes[half - 1] + sizes[half]) / 2.0
    return CauseCount(
        cause=cause,
        more=sum(part.low > 0 for part in parts),
        less=sum(part.high < 0 for part in parts),
        largest=len(largest),
        largest_and_clear=sum(split.part(cause).clear for split in largest),
        surely_largest=sum(surely_largest(split) for split in largest),
        leading=sum(leads(split, cause) for split in splits),
        middle_size_pounds=middle,
    )


def largest_part(split: GapSplit) -> Part:
    """The largest part, whichever way it goes; the first of those of one size."""
    return max(split.parts, key=lambda part: abs(part.pounds_per_child))


def surely_largest(split: GapSplit) -> bool:
    """Whether the whole range of the largest part is further from nought than any other reaches."""
    largest = largest_part(split)
    others = [part for part in split.parts if part is not largest]
    reach = max((max(abs(part.low), abs(part.high)) for part in others), default=0.0)
    return largest.clear and min(abs(largest.low), abs(largest.high)) > reach


def leads(split: GapSplit, cause: Cause) -> bool:
    """Whether a part is clear and the largest of those that go the gap's way."""
    same_way = [part for part in split.parts if part.pounds_per_child * split.gap > 0]
    if not same_way:
        return False
    largest = max(same_way, key=lambda part: abs(part.pounds_per_child))
    return largest.cause is cause and largest.clear
