"""Sparkline: which way has it gone? Our figures as one small line, without words."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.charts.axes import Axis, axis_between
from brightfutures.charts.drawing import circle, line_through, path, picture
from brightfutures.charts.palette import PAPER, US
from brightfutures.charts.timeline import Break, Timeline, numbers_in
from brightfutures.charts.words import ChartTable, ChartWords, Figure, is_withheld, refuse_nonsense

WIDTH, HEIGHT = 96, 28
_EDGE = 5.0
_LANE = 8.0
# The height stands for at least this share of the largest figure, so that a figure that hardly
# moves looks as if it hardly moves.
_LEAST_SPAN = 0.25
_MOST = sys.float_info.max


@dataclass(frozen=True, kw_only=True)
class SparklineChart:
    """Our figures over a few years. Gaps stay gaps; the newest period ends in a dot.

    A withheld figure is a ring under the line, where no figure can be. The line is not joined
    over a missing figure, a period left out, or a break.
    """

    words: ChartWords
    periods: tuple[str, ...]
    figures: tuple[Figure, ...]
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        Timeline(self.periods, self.breaks)
        if len(self.figures) != len(self.periods):
            raise ValueError(f"'{self.words.title}' needs {len(self.periods)} figures.")
        refuse_nonsense(self.figures, self.words.title)

    def svg(self, identifier: str) -> str:
        """The sparkline as SVG, 96 by 28 units."""
        withheld = [i for i, figure in enumerate(self.figures) if is_withheld(figure)]
        timeline = Timeline(self.periods, self.breaks)
        x = _across(timeline.places)
        bottom = HEIGHT - _EDGE - (_LANE if withheld else 0)
        y = _axis(numbers_in(self.figures)).between(bottom, _EDGE)
        points = {
            i: (x[i], y(figure))
            for i, figure in enumerate(self.figures)
            if isinstance(figure, (int, float))
        }
        runs = timeline.runs(self.figures)
        strokes = "".join(line_through([points[i] for i in run]) for run in runs)
        marks = [
            path(
                strokes,
                fill="none",
                stroke=US,
                stroke_width=2,
                stroke_linejoin="round",
                stroke_linecap="round",
            )
        ]
        marks += [circle(*points[run[0]], 1.6, fill=US) for run in runs if len(run) == 1]
        newest = len(self.figures) - 1
        if newest in points:
            marks.append(circle(*points[newest], 3.2, fill=US))
        ring = HEIGHT - _EDGE
        marks += [
            circle(x[i], ring, 2.6, fill=PAPER, stroke=US, stroke_width=1.4) for i in withheld
        ]
        return picture(self.words, identifier, WIDTH, HEIGHT, marks)

    def table(self) -> ChartTable:
        """A row for each period with its figure."""
        rows = zip(self.periods, map(self.words.figure, self.figures), strict=True)
        return ChartTable(
            caption=self.words.title,
            header=("Period", "Figure"),
            rows=tuple(rows),
            holds_numbers=(False, True),
            notes=Timeline(self.periods, self.breaks).notes,
        )


def _across(places: Sequence[float]) -> list[float]:
    if len(places) == 1:
        return [WIDTH - _EDGE]
    return list(map(Axis(places[0], places[-1], ()).between(_EDGE, WIDTH - _EDGE), places))


def _axis(numbers: Sequence[float]) -> Axis:
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    least = max(abs(low), abs(high)) * _LEAST_SPAN or 1.0
    lacking = max(0.0, least / 2 - (high / 2 - low / 2))
    return axis_between([max(low - lacking, -_MOST), min(high + lacking, _MOST)])
