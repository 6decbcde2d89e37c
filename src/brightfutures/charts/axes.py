"""Where things go: round numbers along an axis, and labels that keep out of each other's way."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from brightfutures.charts.words import plain_number

_ROUND = (1.0, 2.0, 2.5, 5.0)
_MOST_STEPS = 4
# Beyond these a step can no longer be worked out in floating point.
_VAST, _TINY = 1e290, 1e-290
_MOST = sys.float_info.max


@dataclass(frozen=True)
class Axis:
    """A linear axis from `low` to `high`, with the round numbers to mark along it."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def __post_init__(self) -> None:
        if not (
            math.isfinite(self.low) and math.isfinite(self.high) and self.low / 2 < self.high / 2
        ):
            raise ValueError(f"An axis runs from low to high, not {self.low} to {self.high}.")

    @cached_property
    def _half_low(self) -> float:
        return self.low / 2

    @cached_property
    def _half_span(self) -> float:
        return self.high / 2 - self.low / 2

    def share(self, number: float) -> float:
        """How far along the axis a number lies: 0 at `low`, 1 at `high`."""
        # Halved first, so that the difference of two vast numbers is still a number.
        return (number / 2 - self._half_low) / self._half_span

    def between(self, start: float, end: float) -> Callable[[float], float]:
        """The scale that puts `low` at `start` and `high` at `end`; no mark leaves the axis."""
        # As in `share`, with what is the same for every number worked out once.
        low, span, room = self._half_low, self._half_span, end - start

        def place(number: float) -> float:
            share = (number / 2 - low) / span
            if share < 0.0:
                return start
            return start + (1.0 if share > 1.0 else share) * room

        return place

    def tick_text(self, tick: float) -> str:
        """A tick with as many decimal places as the axis needs to tell its ticks apart."""
        if len(self.ticks) < 2 or not _TINY < abs(self.ticks[1] - self.ticks[0]) < 1e15:
            return plain_number(tick)
        step = self.ticks[1] - self.ticks[0]
        places = next((p for p in range(9) if abs(round(step, p) - step) < step * 1e-6), 9)
        if abs(tick) >= 1e15 or places == 9:
            return f"{tick:.3g}".replace("-", "−")
        return f"{tick:,.{places}f}".replace("-", "−") if abs(tick) > step / 2 else "0"


def axis_covering(numbers: Sequence[float], *, from_zero: bool) -> Axis:
    """An axis over all the numbers with three to five round ticks, the lowest at its low end.

    It ends at the highest tick, or at the highest number where that is nearer to the tick below.
    With `from_zero` it also covers zero. No numbers at all give an axis from 0 to 1 without
    ticks; numbers that are all the same give them some room on both sides.
    """
    if not numbers:
        return Axis(0.0, 1.0, ())
    low, high = min(numbers), max(numbers)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        room = abs(low) / 10 or 1.0
        low, high = (0.0, 1.0) if from_zero else (low - room, high + room)
    half_span = high / 2 - low / 2
    largest = max(abs(low), abs(high))
    if largest > _VAST or half_span < max(_TINY, largest * 1e-9):
        return _plain_axis(low, high)
    step = _round_step(low, high)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    if last - first < 2:
        last = first + 2
    ticks = tuple(_times(place, step) for place in range(first, last + 1))
    if len(ticks) > 3 and high < ticks[-1] - step / 2:
        ticks = ticks[:-1]
    return Axis(min(ticks[0], low), max(ticks[-1], high), ticks)


def axis_between(numbers: Sequence[float]) -> Axis:
    """An axis from the lowest number to the highest and no further, without ticks.

    Numbers that are all the same lie in the middle; no numbers at all give 0 to 1.
    """
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    if high / 2 - low / 2 < _TINY:
        room = abs(low) / 10 or 1.0
        low, high = max(low - room, -_MOST), min(high + room, _MOST)
    return Axis(low, high, ())


def _plain_axis(low: float, high: float) -> Axis:
    """An axis for numbers too vast or too close together for round steps."""
    if low / 2 + high / 2 in (low, high) or high - low < _TINY:
        low = max(-_MOST, low - abs(low) * 1e-6 - _TINY)
        high = min(_MOST, high + abs(high) * 1e-6 + _TINY)
    return Axis(low, high, (low, high))


def _round_step(low: float, high: float) -> float:
    """The smallest round step that covers low to high in four steps or fewer."""
    power = math.floor(math.log10((high - low) / _MOST_STEPS))
    for exponent in range(power, power + 3):
        for leading in _ROUND:
            step = _times(1, leading * 10.0**exponent)
            steps = math.ceil(high / step - 1e-9) - math.floor(low / step + 1e-9)
            if steps <= _MOST_STEPS:
                return step
    raise AssertionError("a step a hundred times too large always fits")


def _times(times: int, step: float) -> float:
    """`times` × `step` without the dust of floating point (0.3, not 0.30000000000000004)."""
    return float(f"{times * step:.12g}")


def spread_labels(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """The centres of labels that would like to be at `wanted`, moved so that none overlap.

    Labels keep their order and stay between `low` and `high`, and the sum of the squares of
    the distances moved is as small as can be: labels that touch are moved together, to the
    mean of where they would like to be. Labels too high for the room are an error.
    """
    if sum(heights) > high - low + 1e-9:
        raise ValueError(f"Labels {sum(heights)} high do not fit between {low} and {high}.")
    order = sorted(range(len(wanted)), key=lambda label: (wanted[label], label))
    # With the heights above it taken off, each label asks for a top, and the tops must only
    # never fall: a monotone regression, by pooling neighbours that are in the wrong order.
    blocks: list[tuple[float, int]] = []  # mean of the tops asked for, how many labels
    above = 0.0
    for label in order:
        top, count = wanted[label] - heights[label] / 2 - above, 1
        while blocks and blocks[-1][0] > top:
            earlier, labels = blocks.pop()
            top = (earlier * labels + top * count) / (labels + count)
            count += labels
        blocks.append((top, count))
        above += heights[label]
    tops = [max(low, min(top, high - above)) for top, count in blocks for _ in range(count)]
    centres = [0.0] * len(wanted)
    above = 0.0
    for label, top in zip(order, tops, strict=True):
        centres[label] = top + above + heights[label] / 2
        above += heights[label]
    return tuple(centres)
