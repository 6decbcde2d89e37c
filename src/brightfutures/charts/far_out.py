"""Far out: the few numbers so far from the rest that a scale over all would squeeze the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

FAR = 3.0
"""Times the width of the middle half, beyond either end of it (Tukey 1977, the outer fences)."""
FEWEST = 8
"""With fewer numbers none is called far out."""


@dataclass(frozen=True)
class WithoutFarOut:
    """A scale over the numbers that are not far out, and those that lie beyond it, in order."""

    low: float
    high: float
    below: tuple[float, ...]
    above: tuple[float, ...]

    def holds(self, number: float) -> bool:
        """Whether a number lies on the scale."""
        return self.low <= number <= self.high


def without_far_out(numbers: Sequence[float], ours: float | None = None) -> WithoutFarOut:
    """The scale over all numbers but those far out; `ours` always lies on it, and what is nearer.

    Raises `ValueError` without a number.
    """
    if not numbers:
        raise ValueError("There is no number to draw a scale over.")
    low, high = _fences(numbers)
    inside = [number for number in numbers if low <= number <= high]
    inside += [] if ours is None else [ours]
    first, last = min(inside), max(inside)
    return WithoutFarOut(
        low=first,
        high=last,
        below=tuple(sorted(number for number in numbers if number < first)),
        above=tuple(sorted(number for number in numbers if number > last)),
    )


def _fences(numbers: Sequence[float]) -> tuple[float, float]:
    if len(numbers) < FEWEST:
        return min(numbers), max(numbers)
    quarter, _, three_quarters = quantiles(numbers, n=4, method="inclusive")
    room = FAR * (three_quarters - quarter)
    return quarter - room, three_quarters + room
