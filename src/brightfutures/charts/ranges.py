"""Ranges: how much, and how sure? A row for each thing, with one or two ranges side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from brightfutures.charts.frame import NARROW, WIDE
from brightfutures.charts.ranges_picture import ranges_picture
from brightfutures.charts.words import ChartTable, ChartWords, refuse_nonsense


@dataclass(frozen=True, kw_only=True)
class RangeMark:
    """A number between two others."""

    number: float
    low: float
    high: float

    @property
    def numbers(self) -> tuple[float, float, float]:
        """All three, lowest first."""
        return self.low, self.number, self.high


@dataclass(frozen=True, kw_only=True)
class RangeRow:
    """One thing with a mark for each series; `None` where there is nothing to say."""

    name: str
    marks: tuple[RangeMark | None, ...]


@dataclass(frozen=True, kw_only=True)
class RangesChart:
    """Ranges about dots, one under another, on one scale that covers nought.

    Of two series the first is a hollow dot and the second a full one, named above the rows.
    Without rows there is an empty scale. `last_is_us`: the last series is the council the page is
    about, and has its colour.
    """

    words: ChartWords
    series: tuple[str, ...]
    rows: tuple[RangeRow, ...]
    last_is_us: bool = False

    def __post_init__(self) -> None:
        if not 1 <= len(self.series) <= 2:
            raise ValueError(f"'{self.words.title}' needs one or two series.")
        if any(len(row.marks) != len(self.series) for row in self.rows):
            raise ValueError(f"Every row of '{self.words.title}' needs {len(self.series)} marks.")
        for mark in self.marks:
            refuse_nonsense(mark.numbers, self.words.title)
            if not mark.low <= mark.number <= mark.high:
                raise ValueError(f"A range in '{self.words.title}' does not hold its number.")

    @property
    def marks(self) -> tuple[RangeMark, ...]:
        """Every mark there is."""
        every = chain.from_iterable(row.marks for row in self.rows)
        return tuple(mark for mark in every if mark is not None)

    def svg(self, identifier: str, *, narrow: bool = False) -> str:
        """The chart as SVG, 720 units wide, or 340 for a small screen, as high as it must be."""
        return ranges_picture(self, identifier, NARROW if narrow else WIDE)

    def table(self) -> ChartTable:
        """Every row with each number and its range."""
        return ChartTable(
            caption=self.words.title,
            header=("Measure", *self.series),
            rows=tuple((row.name, *(self._cell(mark) for mark in row.marks)) for row in self.rows),
            holds_numbers=(False, *(True for _ in self.series)),
        )

    def _cell(self, mark: RangeMark | None) -> str:
        if mark is None:
            return "–"
        if mark.low == mark.high:
            return self.words.show(mark.number)
        return f"{self.words.show(mark.number)} ({self.words.span(mark.low, mark.high)})"
