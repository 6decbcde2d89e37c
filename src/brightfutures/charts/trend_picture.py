"""How a trend chart is drawn, from its grid at the back to the end of our line at the front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brightfutures.charts.axes import Axis, axis_covering
from brightfutures.charts.drawing import lettering, picture
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
from brightfutures.charts.palette import DARK, US
from brightfutures.charts.trend_marks import (
    Layout,
    Pen,
    breaks,
    comparison,
    every_number,
    in_lane,
    lane_height,
    last_number,
    middle_half,
    us,
)

if TYPE_CHECKING:
    from brightfutures.charts.trend import Line, TrendChart

_DOT = 5
_WIDE_PEN = Pen(us=4, comparison=2.5, dashes="6 4", newest=_DOT, alone=3.5, hollow=4.5)
_NARROW_PEN = Pen(us=3, comparison=2, dashes="6 4", newest=_DOT, alone=3.5, hollow=4.5)


def trend_picture(
    chart: TrendChart, identifier: str, sheet: Sheet, named_by: str | None = None
) -> str:
    """The SVG of a trend chart on a sheet of this size."""
    axis = axis_covering(every_number(chart), from_zero=chart.from_zero)
    ticks = tick_texts(axis, chart.words, sheet)
    pen = _WIDE_PEN if sheet.width > 500 else _NARROW_PEN
    plot = Plot(0, sheet.line + 2, 0, _bottom(chart, sheet, axis))
    # The labels' heights need the scale, and the plot's width needs the labels: the scale first.
    layout = Layout(chart, sheet, plot, axis, pen)
    column = LabelColumn(sheet, tuple(_end_labels(layout)))
    periods = [fitted(label, sheet.width / 4, sheet.text_size) for label in chart.periods]
    widths = [text_width(label, sheet.text_size) for label in periods]
    left = max(room_for(ticks, sheet), widths[0] / 2)
    right = sheet.width - max(column.width + 2 * _DOT + 4, widths[-1] / 2)
    plot = Plot(left, plot.top, right, plot.bottom)
    layout = Layout(chart, sheet, plot, axis, pen)
    marks = [
        *grid(plot, axis, ticks, sheet),
        *middle_half(layout),
        *breaks(layout),
        *_period_labels(layout, periods, widths),
        *scale_note(axis, chart.words, sheet),
        *comparison(layout),
        *us(layout),
        *column.marks(right + 2 * _DOT + 2, 2, plot.bottom + lane_height(chart) + 4),
    ]
    return picture(
        chart.words,
        identifier,
        sheet.width,
        sheet.height,
        marks,
        text_size=sheet.text_size,
        named_by=named_by,
    )


def _bottom(chart: TrendChart, sheet: Sheet, axis: Axis) -> float:
    lines = 2 if axis.low > 0 else 1
    return sheet.height - lines * sheet.line - 9 - lane_height(chart)


def _end_labels(layout: Layout) -> list[EndLabel]:
    chart = layout.chart
    shaded = Phrase(chart.middle_half_name, DARK)
    has_band = any(chart.middle_half)
    own = has_band and chart.band_is_ours
    ours = _line_label(layout, chart.us, US, bold=True)
    labels = [EndLabel(ours.at, (*ours.phrases, shaded)) if own else ours]
    if chart.comparison and last_number(chart.comparison.figures):
        label = _line_label(layout, chart.comparison, DARK, bold=False)
        phrases = (*label.phrases, shaded) if has_band and not own else label.phrases
        labels.append(EndLabel(label.at, phrases))
    elif has_band and not own:
        low, high = [span for span in chart.middle_half if span][-1]
        labels.append(EndLabel(layout.y(low / 2 + high / 2), (shaded,)))
    if chart.withheld():
        labels.append(EndLabel(_withheld_height(layout), (Phrase(chart.withheld_name, US),)))
    return labels


def _line_label(layout: Layout, line: Line, fill: str, *, bold: bool) -> EndLabel:
    last = last_number(line.figures)
    if last is None:
        middle = (layout.plot.top + layout.plot.bottom) / 2
        return EndLabel(middle, (Phrase(f"{line.name}: no figures", fill, bold, 4),))
    index, number = last
    words = f"{line.name} {layout.chart.words.show(number)}"
    if index < len(line.figures) - 1:
        words += f" in {layout.chart.periods[index]}"
    return EndLabel(layout.y(number), (Phrase(words, fill, bold, 4),))


def _withheld_height(layout: Layout) -> float:
    if in_lane(layout.chart):
        return layout.lane
    span = layout.chart.us.ranges[layout.chart.withheld()[-1]]
    return layout.y(span.low / 2 + span.high / 2) if span else layout.lane


def _period_labels(layout: Layout, labels: Sequence[str], widths: Sequence[float]) -> list[str]:
    baseline = layout.plot.bottom + lane_height(layout.chart) + layout.sheet.line + 3
    shown = spaced(layout.places, widths, layout.sheet.text_size)
    texts = [(layout.places[index], baseline, labels[index]) for index in shown]
    return [lettering(texts, fill=DARK, text_anchor="middle")]
