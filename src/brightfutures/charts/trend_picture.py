"""How a trend chart is drawn, from its grid at the back to the end of our line at the front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brightfutures.charts.axes import Axis, axis_covering, spread_labels
from brightfutures.charts.drawing import (
    area_between,
    box,
    circle,
    coordinate,
    line_through,
    path,
    picture,
    text,
)
from brightfutures.charts.frame import (
    EndLabel,
    LabelColumn,
    Phrase,
    Plot,
    Sheet,
    grid,
    room_for,
    scale_note,
    spaced,
    tick_texts,
)
from brightfutures.charts.lettering import fitted, text_width
from brightfutures.charts.palette import DARK, FAINT, GREY, PAPER, US
from brightfutures.charts.timeline import is_number, numbers_in
from brightfutures.charts.words import Figure
from brightfutures.quantities import Interval

if TYPE_CHECKING:
    from brightfutures.charts.trend import Line, TrendChart

_LANE = 22  # the room under the plot for hollow marks that have no height of their own
_DOT = 5


@dataclass(frozen=True)
class _Layout:
    """Where periods and figures lie on this sheet."""

    chart: TrendChart
    sheet: Sheet
    plot: Plot
    axis: Axis
    places: tuple[float, ...]

    def y(self, number: float) -> float:
        return self.axis.between(self.plot.bottom, self.plot.top)(number)

    @property
    def lane(self) -> float:
        return self.plot.bottom + _LANE / 2 + 2


def trend_picture(chart: TrendChart, identifier: str, sheet: Sheet) -> str:
    """The SVG of a trend chart on a sheet of this size."""
    axis = axis_covering(_every_number(chart), from_zero=chart.from_zero)
    ticks = tick_texts(axis, chart.words, sheet)
    plot = Plot(0, sheet.line + 2, 0, _bottom(chart, sheet, axis))
    # The labels' heights need the scale, and the plot's width needs the labels: the scale first.
    layout = _Layout(chart, sheet, plot, axis, ())
    column = LabelColumn(sheet, tuple(_end_labels(layout)))
    periods = [fitted(label, sheet.width / 4, sheet.text_size) for label in chart.periods]
    widths = [text_width(label, sheet.text_size) for label in periods]
    left = max(room_for(ticks, sheet), widths[0] / 2)
    right = sheet.width - max(column.width + 2 * _DOT + 4, widths[-1] / 2)
    plot = Plot(left, plot.top, right, plot.bottom)
    layout = _Layout(chart, sheet, plot, axis, _across(chart.timeline.places, plot))
    marks = [
        *grid(plot, axis, ticks, sheet),
        *_middle_half(layout),
        *_breaks(layout),
        *_period_labels(layout, periods, widths),
        *scale_note(axis, chart.words, sheet),
        *_comparison(layout),
        *_us(layout),
        *column.marks(right + 2 * _DOT + 2, 2, plot.bottom + _lane_height(chart) + 4),
    ]
    return picture(
        chart.words, identifier, sheet.width, sheet.height, marks, text_size=sheet.text_size
    )


def _every_number(chart: TrendChart) -> list[float]:
    numbers = numbers_in(chart.us.figures)
    for span in filter(None, chart.us.ranges):
        numbers += [span.low, span.high]
    if chart.comparison:
        numbers += numbers_in(chart.comparison.figures)
    for low, high in filter(None, chart.middle_half):
        numbers += [low, high]
    return numbers


def _bottom(chart: TrendChart, sheet: Sheet, axis: Axis) -> float:
    lines = 2 if axis.low > 0 else 1
    return sheet.height - lines * sheet.line - 9 - _lane_height(chart)


def _lane_height(chart: TrendChart) -> float:
    return _LANE if _in_lane(chart) else 0


def _in_lane(chart: TrendChart) -> list[int]:
    """Withheld figures without a range: they stand under the plot, where no figure can be."""
    return [i for i in chart.withheld() if not (chart.us.ranges and chart.us.ranges[i])]


def _across(places: Sequence[float], plot: Plot) -> tuple[float, ...]:
    if len(places) == 1:
        return ((plot.left + plot.right) / 2,)
    scale = Axis(places[0], places[-1], ()).between(plot.left, plot.right)
    return tuple(map(scale, places))


def _last(figures: Sequence[Figure]) -> tuple[int, float] | None:
    for index in range(len(figures) - 1, -1, -1):
        figure = figures[index]
        if isinstance(figure, (int, float)):
            return index, figure
    return None


def _end_labels(layout: _Layout) -> list[EndLabel]:
    chart = layout.chart
    shaded = Phrase(chart.middle_half_name, DARK)
    has_band = any(chart.middle_half)
    labels = [_line_label(layout, chart.us, US, bold=True)]
    if chart.comparison and _last(chart.comparison.figures):
        label = _line_label(layout, chart.comparison, DARK, bold=False)
        phrases = (*label.phrases, shaded) if has_band else label.phrases
        labels.append(EndLabel(label.at, phrases))
    elif has_band:
        low, high = [span for span in chart.middle_half if span][-1]
        labels.append(EndLabel(layout.y(low / 2 + high / 2), (shaded,)))
    if chart.withheld():
        labels.append(EndLabel(_withheld_height(layout), (Phrase(chart.withheld_name, US),)))
    return labels


def _line_label(layout: _Layout, line: Line, fill: str, *, bold: bool) -> EndLabel:
    last = _last(line.figures)
    if last is None:
        middle = (layout.plot.top + layout.plot.bottom) / 2
        return EndLabel(middle, (Phrase(f"{line.name}: no figures", fill, bold, 4),))
    index, number = last
    words = f"{line.name} {layout.chart.words.show(number)}"
    if index < len(line.figures) - 1:
        words += f" in {layout.chart.periods[index]}"
    return EndLabel(layout.y(number), (Phrase(words, fill, bold, 4),))


def _withheld_height(layout: _Layout) -> float:
    if _in_lane(layout.chart):
        return layout.lane
    span = layout.chart.us.ranges[layout.chart.withheld()[-1]]
    return layout.y(span.low / 2 + span.high / 2) if span else layout.lane


def _middle_half(layout: _Layout) -> list[str]:
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


def _breaks(layout: _Layout) -> list[str]:
    chart, plot = layout.chart, layout.plot
    between = chart.timeline.breaks_between
    if not between:
        return []
    first, last = chart.timeline.places[0], chart.timeline.places[-1]
    scale = Axis(first, last, ()).between(plot.left, plot.right)
    places = [scale(place) for place, _ in between]
    lines = "".join(
        f"M{coordinate(x)} {coordinate(plot.top - 2)}V{coordinate(plot.bottom)}" for x in places
    )
    return [
        path(lines, stroke=GREY, stroke_dasharray="1 3"),
        *_break_numbers(layout, places, [numbers for _, numbers in between]),
    ]


def _break_numbers(layout: _Layout, places: Sequence[float], numbers: Sequence[str]) -> list[str]:
    plot = layout.plot
    widths = [text_width(number, layout.sheet.text_size) + 4 for number in numbers]
    if sum(widths) > plot.right - plot.left:
        return []  # so many that none could be read; the notes still say when each was
    centres = spread_labels(places, widths, plot.left, plot.right)
    return [
        text(x, plot.top - 6, number, fill=DARK, text_anchor="middle")
        for x, number in zip(centres, numbers, strict=True)
    ]


def _period_labels(layout: _Layout, labels: Sequence[str], widths: Sequence[float]) -> list[str]:
    baseline = layout.plot.bottom + _lane_height(layout.chart) + layout.sheet.line + 3
    return [
        text(layout.places[index], baseline, labels[index], fill=DARK, text_anchor="middle")
        for index in spaced(layout.places, widths, layout.sheet.text_size)
    ]


def _comparison(layout: _Layout) -> list[str]:
    line = layout.chart.comparison
    if line is None:
        return []
    width = 2 if layout.sheet.width < 500 else 2.5
    strokes = _strokes(layout, line.figures)
    dots = [circle(x, y, 2.5, fill=DARK) for x, y in _alone(layout, line.figures)]
    return [
        path(strokes, fill="none", stroke=DARK, stroke_width=width, stroke_dasharray="6 4"),
        *dots,
    ]


def _us(layout: _Layout) -> list[str]:
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
    found.append(
        path(
            _strokes(layout, figures),
            fill="none",
            stroke=US,
            stroke_width=4 if layout.sheet.width > 500 else 3,
            stroke_linejoin="round",
            stroke_linecap="round",
        )
    )
    found += [circle(x, y, 3.5, fill=US) for x, y in _alone(layout, figures)]
    last = _last(figures)
    if last:
        found.append(circle(layout.places[last[0]], layout.y(last[1]), _DOT, fill=US))
    return found + [_hollow(layout, index) for index in layout.chart.withheld()]


def _hollow(layout: _Layout, index: int) -> str:
    """A withheld figure: a hollow rod over the range it must lie in, else a ring in the lane."""
    x = layout.places[index]
    span = layout.chart.us.ranges[index] if layout.chart.us.ranges else None
    if span is None:
        return circle(x, layout.lane, 4.5, fill=PAPER, stroke=US, stroke_width=2)
    bottom, top = layout.y(span.low), layout.y(span.high)
    return box(x - 4, top - 1, 8, bottom - top + 2, rx=4, fill=PAPER, stroke=US, stroke_width=2)


def _runs(layout: _Layout, figures: Sequence[Figure]) -> list[list[tuple[float, float]]]:
    numbers: dict[int, float] = {
        i: figure for i, figure in enumerate(figures) if isinstance(figure, (int, float))
    }
    runs = layout.chart.timeline.runs(figures)
    return [[(layout.places[i], layout.y(numbers[i])) for i in run] for run in runs]


def _strokes(layout: _Layout, figures: Sequence[Figure]) -> str:
    return "".join(map(line_through, _runs(layout, figures)))


def _alone(layout: _Layout, figures: Sequence[Figure]) -> list[tuple[float, float]]:
    return [run[0] for run in _runs(layout, figures) if len(run) == 1]


def _whiskers(layout: _Layout, ranges: Sequence[Interval | None]) -> str:
    shapes = []
    for x, span in zip(layout.places, ranges, strict=True):
        if span is not None:
            top, bottom = layout.y(span.high), layout.y(span.low)
            shapes.append(
                f"M{coordinate(x)} {coordinate(top)}V{coordinate(bottom)}"
                f"M{coordinate(x - 3)} {coordinate(top)}h6m-6 {coordinate(bottom - top)}h6"
            )
    return "".join(shapes)
