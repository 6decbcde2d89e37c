"""Waterfall: how does one total become another? Each part begins where the one before it ended."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from brightfutures.charts.frame import NARROW, WIDE
from brightfutures.charts.waterfall_picture import waterfall_picture
from brightfutures.charts.words import ChartTable, ChartWords, refuse_nonsense
from brightfutures.quantities import Interval


@dataclass(frozen=True, kw_only=True)
class WaterfallPart:
    """What is added to the total so far, or taken from it; its range where there is one."""

    name: str
    change: float
    range: Interval | None = None


@dataclass(frozen=True, kw_only=True)
class Total:
    """Where a waterfall begins or ends."""

    name: str
    number: float


@dataclass(frozen=True, kw_only=True)
class WaterfallChart:
    """From another's total to ours, row by row.

    What adds is a full arrow to the right and what takes off a hollow one to the left, so that
    shape and words say which; no colour does. Our total is navy. Under an arrow a thin line is
    the range of where it may end. Totals are marks and no bars, so that the scale may begin
    where the parts can be seen; it says so.
    """

    words: ChartWords
    start: Total
    parts: tuple[WaterfallPart, ...]
    end: Total

    def __post_init__(self) -> None:
        title = self.words.title
        refuse_nonsense([self.start.number, self.end.number], title)
        refuse_nonsense([part.change for part in self.parts], title)
        for part in self.parts:
            if part.range:
                refuse_nonsense([part.range.low, part.range.high], title)
        reached = self.running[-1]
        size = max(abs(number) for number in (*self.running, self.end.number))
        if not math.isclose(reached, self.end.number, rel_tol=0.0, abs_tol=max(0.005, size * 1e-9)):
            raise ValueError(f"The parts of '{title}' lead to {reached}, not {self.end.number}.")

    @property
    def running(self) -> Sequence[float]:
        """The total before the first part and after each."""
        return tuple(accumulate((part.change for part in self.parts), initial=self.start.number))

    def change_text(self, change: float) -> str:
        """A change as it is written: with its sign, and none for what is shown as nought."""
        size = self.words.show(abs(change))
        if change == 0 or size == self.words.show(0.0):
            return self.words.show(0.0)
        return f"{'+' if change > 0 else '−'}{size}"

    def svg(self, identifier: str, *, narrow: bool = False) -> str:
        """The chart as SVG, 720 units wide, or 340 for a small screen, as high as it must be."""
        return waterfall_picture(self, identifier, NARROW if narrow else WIDE)

    def table(self) -> ChartTable:
        """Every row: what it changes, its range, and the total so far."""
        show = self.words.show
        rows = [(self.start.name, "–", "–", show(self.start.number))]
        for part, total in zip(self.parts, self.running[1:], strict=True):
            rows.append((part.name, self.change_text(part.change), self._span(part), show(total)))
        rows.append((self.end.name, "–", "–", show(self.end.number)))
        return ChartTable(
            caption=self.words.title,
            header=("Part", "Change", "95% range", "Total so far"),
            rows=tuple(rows),
            holds_numbers=(False, True, True, True),
        )

    def _span(self, part: WaterfallPart) -> str:
        if part.range is None:
            return "–"
        return f"{self.change_text(part.range.low)} to {self.change_text(part.range.high)}"
