"""A trend drawn small, as one of many: figures at the line ends, and a legend for all elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brightfutures.charts.axes import Axis, axis_covering
from brightfutures.charts.drawing import picture, text
from brightfutures.charts.frame import (
    SMALL,
    EndLabel,
    LabelColumn,
    Phrase,
    Plot,
    grid,
    room_for,
    scale_note,
    tick_texts,
)
from brightfutures.charts.lettering import text_width
from brightfutures.charts.palette import DARK, US
from brightfutures.charts.trend_marks import (
    Layout,
    Pen,
    breaks,
    comparison,
    every_number,
    lane_height,
    last_number,
    middle_half,
    us,
)
from brightfutures.charts.words import Figure

if TYPE_CHECKING:
    from brightfutures.charts.trend import TrendChart

_PEN = Pen(us=2.5, comparison=1.5, dashes="4 3", newest=3.5, alone=2.5, hollow=3.5)
_EDGE = 8.0  # the room over the plot where no break has a number


def small_trend_picture(chart: TrendChart, identifier: str) -> str:
    """The SVG of a trend chart, 280 by 138 units."""
    sheet = SMALL
    axis = axis_covering(every_number(chart), from_zero=chart.from_zero)
    ticks = _outermost(tick_texts(axis, chart.words, sheet))
    top = sheet.line + 2 if chart.timeline.breaks_between else _EDGE
    plot = Plot(0, top, 0, _bottom(chart, axis))
    column = LabelColumn(sheet, tuple(_ends(Layout(chart, sheet, plot, axis, _PEN))))
    right = sheet.width - max(column.width + 2 * _PEN.newest + 2, _EDGE)
    plot = Plot(room_for(ticks, sheet), top, right, plot.bottom)
    layout = Layout(chart, sheet, plot, axis, _PEN)
    marks = [
        *grid(plot, axis, ticks, sheet),
        *middle_half(layout),
        *breaks(layout),
        *_first_and_last_period(layout),
        *scale_note(axis, chart.words, sheet),
        *comparison(layout),
        *us(layout),
        *column.marks(right + 2 * _PEN.newest, 0, plot.bottom + lane_height(chart) + 4),
    ]
    return picture(
        chart.words, identifier, sheet.width, sheet.height, marks, text_size=sheet.text_size
    )


def _outermost(ticks: list[str]) -> list[str]:
    """Only the lowest and the highest keep their words."""
    last = len(ticks) - 1
    return [words if place in (0, last) else "" for place, words in enumerate(ticks)]


def _bottom(chart: TrendChart, axis: Axis) -> float:
    lines = 2 if axis.low > 0 else 1
    return SMALL.height - lines * SMALL.line - 6 - lane_height(chart)


def _ends(layout: Layout) -> list[EndLabel]:
    """The newest figure of each line, with its period where the line ends before the newest.

    A year less on the axis is not before: the school year 2024-25 stands beside March 2025.
    """
    chart = layout.chart
    found = [_end(layout, chart.us.figures, Phrase("no figures", US, bold=True))]
    if chart.comparison and last_number(chart.comparison.figures):
        found.append(_end(layout, chart.comparison.figures, Phrase("", DARK)))
    return found


def _end(layout: Layout, figures: tuple[Figure, ...], phrase: Phrase) -> EndLabel:
    last = last_number(figures)
    if last is None:
        return EndLabel((layout.plot.top + layout.plot.bottom) / 2, (phrase,))
    place, number = last
    chart = layout.chart
    said = [chart.words.show(number)]
    ends_early = place < len(figures) - 1 or chart.timeline.places[place] < chart.reach[1] - 1
    if ends_early:
        said.append(f"in {chart.periods[place]}")
    return EndLabel(
        layout.y(number), tuple(Phrase(words, phrase.fill, phrase.bold) for words in said)
    )


def _first_and_last_period(layout: Layout) -> list[str]:
    """The names of the first and the last period, or of the last alone if they would touch."""
    chart, size = layout.chart, layout.sheet.text_size
    baseline = layout.plot.bottom + lane_height(chart) + layout.sheet.line + 2
    found: list[tuple[float, float, str]] = []
    for place in sorted({0, len(chart.periods) - 1}, reverse=True):
        words = chart.periods[place]
        half = text_width(words, size) / 2
        centre = min(max(layout.places[place], half), layout.sheet.width - half)
        if not found or centre + half + size / 2 <= found[0][0] - found[0][1]:
            found.append((centre, half, words))
    return [
        text(centre, baseline, words, fill=DARK, text_anchor="middle") for centre, _, words in found
    ]
