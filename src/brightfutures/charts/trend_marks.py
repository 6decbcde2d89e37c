"""The marks of a trend, large or small: the shaded band, breaks, both lines and hollow rings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from brightfutures.charts.axes import Axis, spread_labels
from brightfutures.charts.drawing import (
    area_between,
    box,
    circle,
    coordinate,
    line_through,
    path,
    text,
)
from brightfutures.charts.frame import Plot, Sheet
from brightfutures.charts.lettering import text_width
from brightfutures.charts.palette import DARK, FAINT, GREY, PAPER, US
from brightfutures.charts.timeline import is_number, numbers_in
from brightfutures.charts.words import Figure
from brightfutures.quantities import Interval

if TYPE_CHECKING:
    from brightfutures.charts.trend import TrendChart

LANE = 22
"""The room under the plot for hollow marks that have no height of their own."""


@dataclass(frozen=True, kw_only=True)
class Pen:
    """How thick the two lines are, how the second is dashed, and how large the marks on them."""

    us: float
    comparison: float
    dashes: str
    newest: float
    alone: float
    hollow: float


@dataclass(frozen=True)
class Layout:
    """Where periods and figures lie on a sheet, and with what they are drawn."""

    chart: TrendChart
    sheet: Sheet
    plot: Plot
    axis: Axis
    pen: Pen

    @cached_property
    def y(self) -> Callable[[float], float]:
        """The scale that gives the height of a figure."""
        return self.axis.between(self.plot.bottom, self.plot.top)

    @cached_property
    def places(self) -> tuple[float, ...]:
        """Where each period lies across the plot."""
        return tuple(map(self.x, self.chart.timeline.places))

    @cached_property
    def x(self) -> Callable[[float], float]:
        """The scale of places along the timeline across the plot; alone one lies in the middle."""
        first, last = self.chart.reach
        if first == last:
            middle = (self.plot.left + self.plot.right) / 2
            return lambda place: middle
        return Axis(first, last, ()).between(self.plot.left, self.plot.right)

    @property
    def lane(self) -> float:
        """The height of the rings of withheld figures."""
        return self.plot.bottom + LANE / 2 + 2


def every_number(chart: TrendChart) -> list[float]:
    """All that the scale must hold."""
    numbers = numbers_in(chart.us.figures)
    for span in filter(None, chart.us.ranges):
        numbers += [span.low, span.high]
    if chart.comparison:
        numbers += numbers_in(chart.comparison.figures)
    for low, high in filter(None, chart.middle_half):
        numbers += [low, high]
    return numbers


def lane_height(chart: TrendChart) -> float:
    """The room that rings need under the plot."""
    return LANE if in_lane(chart) else 0


def in_lane(chart: TrendChart) -> list[int]:
    """Withheld figures without a range: they stand under the plot, where no figure can be."""
    return [i for i in chart.withheld() if not (chart.us.ranges and chart.us.ranges[i])]


def last_number(figures: Sequence[Figure]) -> tuple[int, float] | None:
    """The newest number and its place; None where there is none."""
    for index in range(len(figures) - 1, -1, -1):
        figure = figures[index]
        if isinstance(figure, (int, float)):
            return index, figure
    return None


def middle_half(layout: Layout) -> list[str]:
    """The band in which the middle half of similar councils lie."""
    spans = layout.chart.middle_half
    shapes = []
    for run in layout.chart.timeline.runs([None if span is None else span[0] for span in spans]):
        lower, upper = [], []
        for index in run:
            span = spans[index]
            assert span is not None
            # A period on its own still needs some width to be seen.
            reach = 3 if len(run) == 1 else 0
            for x in {layout.places[index] - reach, layout.places[index] + reach}:
                lower.append((x, layout.y(span[0])))
                upper.append((x, layout.y(span[1])))
        shapes.append(area_between(sorted(lower), sorted(upper)))
    return [path("".join(shapes), fill=FAINT)]


def breaks(layout: Layout) -> list[str]:
    """A dotted line at each break, with its number."""
    chart, plot = layout.chart, layout.plot
    between = chart.timeline.breaks_between
    if not between:
        return []
    places = [layout.x(place) for place, _ in between]
    lines = "".join(
        f"M{coordinate(x)} {coordinate(plot.top - 2)}V{coordinate(plot.bottom)}" for x in places
    )
    return [
        path(lines, stroke=GREY, stroke_dasharray="1 3"),
        *_break_numbers(layout, places, [numbers for _, numbers in between]),
    ]


def _break_numbers(layout: Layout, places: Sequence[float], numbers: Sequence[str]) -> list[str]:
    plot = layout.plot
    widths = [text_width(number, layout.sheet.text_size) + 4 for number in numbers]
    if sum(widths) > plot.right - plot.left:
        return []  # so many that none could be read; the notes still say when each was
    centres = spread_labels(places, widths, plot.left, plot.right)
    return [
        text(x, plot.top - 6, number, fill=DARK, text_anchor="middle")
        for x, number in zip(centres, numbers, strict=True)
    ]


def comparison(layout: Layout) -> list[str]:
    """What the council is set beside: a dashed line, and a dot for a period on its own."""
    line = layout.chart.comparison
    if line is None:
        return []
    pen = layout.pen
    runs = _runs(layout, line.figures)
    strokes = _strokes(runs)
    dots = [circle(x, y, 2.5, fill=DARK) for x, y in _alone(runs)]
    return [
        path(
            strokes,
            fill="none",
            stroke=DARK,
            stroke_width=pen.comparison,
            stroke_dasharray=pen.dashes,
        ),
        *dots,
    ]


def us(layout: Layout) -> list[str]:
    """Our line, its newest figure and rings for what is withheld."""
    figures, ranges = layout.chart.us.figures, layout.chart.us.ranges
    found = []
    if ranges:
        whiskers = _whiskers(
            layout,
            [
                span if is_number(figure) else None
                for span, figure in zip(ranges, figures, strict=True)
            ],
        )
        found.append(path(whiskers, fill="none", stroke=US))
    runs = _runs(layout, figures)
    found.append(
        path(
            _strokes(runs),
            fill="none",
            stroke=US,
            stroke_width=layout.pen.us,
            stroke_linejoin="round",
            stroke_linecap="round",
        )
    )
    found += [circle(x, y, layout.pen.alone, fill=US) for x, y in _alone(runs)]
    last = last_number(figures)
    if last:
        found.append(circle(layout.places[last[0]], layout.y(last[1]), layout.pen.newest, fill=US))
    return found + [_hollow(layout, index) for index in layout.chart.withheld()]


def _hollow(layout: Layout, index: int) -> str:
    """A withheld figure: a hollow rod over the range it must lie in, else a ring in the lane."""
    x = layout.places[index]
    span = layout.chart.us.ranges[index] if layout.chart.us.ranges else None
    if span is None:
        return circle(x, layout.lane, layout.pen.hollow, fill=PAPER, stroke=US, stroke_width=2)
    bottom, top = layout.y(span.low), layout.y(span.high)
    return box(x - 4, top - 1, 8, bottom - top + 2, rx=4, fill=PAPER, stroke=US, stroke_width=2)


_Runs = list[list[tuple[float, float]]]
"""The stretches of a line, each as the points it goes through."""


def _runs(layout: Layout, figures: Sequence[Figure]) -> _Runs:
    places, y = layout.places, layout.y
    numbers: dict[int, float] = {
        i: figure for i, figure in enumerate(figures) if isinstance(figure, (int, float))
    }
    runs = layout.chart.timeline.runs(figures)
    return [[(places[i], y(numbers[i])) for i in run] for run in runs]


def _strokes(runs: _Runs) -> str:
    return "".join(map(line_through, runs))


def _alone(runs: _Runs) -> list[tuple[float, float]]:
    return [run[0] for run in runs if len(run) == 1]


def _whiskers(layout: Layout, ranges: Sequence[Interval | None]) -> str:
    shapes = []
    for x, span in zip(layout.places, ranges, strict=True):
        if span is not None:
            top, bottom = layout.y(span.high), layout.y(span.low)
            shapes.append(
                f"M{coordinate(x)} {coordinate(top)}V{coordinate(bottom)}"
                f"M{coordinate(x - 3)} {coordinate(top)}h6m-6 {coordinate(bottom - top)}h6"
            )
    return "".join(shapes)
