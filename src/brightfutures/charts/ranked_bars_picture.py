"""How ranked bars are drawn: bars by standing, an average across them, and our name over ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brightfutures.charts.axes import Axis, axis_covering
from brightfutures.charts.councils import CouncilMark, Councils, Standing
from brightfutures.charts.drawing import coordinate, path, picture, text
from brightfutures.charts.frame import (
    EndLabel,
    LabelColumn,
    Phrase,
    Plot,
    Sheet,
    grid,
    room_for,
    tick_texts,
)
from brightfutures.charts.lettering import fitted, text_width
from brightfutures.charts.palette import DARK, GREY, PALE, US

if TYPE_CHECKING:
    from brightfutures.charts.ranked_bars import RankedBarsChart

_COLOURS = {
    Standing.OTHER: PALE,
    Standing.SIMILAR: DARK,
    Standing.HIGHER: DARK,
    Standing.LOWER: DARK,
    Standing.US: US,
}


@dataclass(frozen=True)
class _Layout:
    """Where councils and figures lie on this sheet; `ranked` is lowest first."""

    chart: RankedBarsChart
    sheet: Sheet
    plot: Plot
    axis: Axis
    ranked: list[tuple[float, CouncilMark]]

    def y(self, number: float) -> float:
        return self.axis.between(self.plot.bottom, self.plot.top)(number)

    @property
    def pitch(self) -> float:
        return (self.plot.right - self.plot.left) / max(len(self.ranked), 1)

    def x(self, place: int) -> float:
        return self.plot.left + self.pitch * (place + 0.5)

    def top_of(self, place: int) -> float:
        """The top of a bar, or of its range."""
        number, mark = self.ranked[place]
        return self.y(max(number, mark.range.high if mark.range else number, 0.0))


def ranked_bars_picture(chart: RankedBarsChart, identifier: str, sheet: Sheet) -> str:
    """The SVG of a ranked bars chart on a sheet of this size."""
    ranked = Councils(chart.councils).ranked()
    axis = axis_covering(_every_number(chart, ranked), from_zero=True)
    ticks = tick_texts(axis, chart.words, sheet)
    ends = _end_texts(chart, ranked, sheet)
    top, bottom = sheet.line * 1.6, sheet.height - sheet.line * max(len(ends), 1) - 9
    layout = _Layout(chart, sheet, Plot(0, top, 0, bottom), axis, ranked)
    column = _average_label(layout)
    right = sheet.width - (column.width + 10 if column.labels else 2)
    layout = _Layout(chart, sheet, Plot(room_for(ticks, sheet), top, right, bottom), axis, ranked)
    marks = [
        *grid(layout.plot, axis, ticks, sheet),
        *_bars(layout),
        *_average_line(layout),
        *_our_label(layout),
        *_ends(layout, ends),
        *column.marks(right + 8, 2, bottom + sheet.line / 2),
    ]
    return picture(
        chart.words, identifier, sheet.width, sheet.height, marks, text_size=sheet.text_size
    )


def _every_number(chart: RankedBarsChart, ranked: list[tuple[float, CouncilMark]]) -> list[float]:
    numbers = [number for number, _ in ranked]
    for _, mark in ranked:
        numbers += [mark.range.low, mark.range.high] if mark.range else []
    return numbers + ([chart.average.number] if chart.average else [])


def _bars(layout: _Layout) -> list[str]:
    zero = coordinate(layout.y(0))
    bars = dict.fromkeys(_COLOURS, "")
    ranges = {True: "", False: ""}
    for place, (number, mark) in enumerate(layout.ranked):
        x = coordinate(layout.x(place))
        bars[mark.standing] += f"M{x} {zero}V{coordinate(layout.y(number))}"
        if mark.range:
            low, high = layout.y(mark.range.low), layout.y(mark.range.high)
            shape = f"M{x} {coordinate(low)}V{coordinate(high)}"
            ranges[mark.standing is Standing.US] += shape
    thick = min(layout.pitch * 0.75, 40)
    found = [
        path(shape, stroke=_COLOURS[standing], stroke_width=thick)
        for standing, shape in bars.items()
    ]
    thin = min(1, thick * 0.6)
    found.append(path(ranges[False], stroke=GREY, stroke_width=thin))
    return [*found, path(ranges[True], stroke=US, stroke_width=thin)]


def _average_label(layout: _Layout) -> LabelColumn:
    average = layout.chart.average
    if not average:
        return LabelColumn(layout.sheet, ())
    words = f"{average.name} {layout.chart.words.show(average.number)}"
    phrase = Phrase(words, DARK, most_lines=4)
    return LabelColumn(layout.sheet, (EndLabel(layout.y(average.number), (phrase,)),))


def _average_line(layout: _Layout) -> list[str]:
    if not layout.chart.average:
        return []
    y = coordinate(layout.y(layout.chart.average.number))
    shape = f"M{coordinate(layout.plot.left)} {y}H{coordinate(layout.plot.right + 4)}"
    return [path(shape, stroke=DARK, stroke_width=2, stroke_dasharray="6 4")]


def _our_label(layout: _Layout) -> list[str]:
    """Our name over the lower bars to the left of ours, with a thin line down to our bar."""
    us = Councils(layout.chart.councils).us
    if us is None:
        return []
    sheet, plot = layout.sheet, layout.plot
    words = f"{us.name} {layout.chart.words.figure(us.figure)}"
    words = fitted(words, plot.right - plot.left, sheet.text_size, bold=True)
    width = text_width(words, sheet.text_size, bold=True)
    place = next((i for i, (_, mark) in enumerate(layout.ranked) if mark is us), None)
    if place is None:
        return [text(plot.left, sheet.text_size, words, fill=US, font_weight="bold")]
    x = layout.x(place)
    right = max(x + 4, plot.left + width)
    spanned = range(min(len(layout.ranked), int((right - plot.left) / layout.pitch) + 1))
    baseline = min(layout.top_of(i) for i in spanned) - 8
    if layout.chart.average:
        line = layout.y(layout.chart.average.number)
        if baseline - sheet.text_size - 3 < line < baseline + 6:
            baseline = line - 7
    label = text(right, baseline, words, fill=US, font_weight="bold", text_anchor="end")
    leader = f"M{coordinate(x)} {coordinate(baseline + 4)}V{coordinate(layout.top_of(place))}"
    return [label, path(leader, stroke=US)]


def _end_texts(
    chart: RankedBarsChart, ranked: list[tuple[float, CouncilMark]], sheet: Sheet
) -> list[list[str]]:
    """Who is lowest and who is highest: on one line if both fit, else on two."""
    if not ranked:
        return []
    show = chart.words.show
    (lowest, low), (highest, high) = ranked[0], ranked[-1]
    texts = [f"Lowest: {low.name} {show(lowest)}", f"Highest: {high.name} {show(highest)}"]
    if len(ranked) == 1:
        return []
    if sum(text_width(words, sheet.text_size) for words in texts) < sheet.width * 0.72:
        return [texts]
    return [[fitted(words, sheet.width, sheet.text_size)] for words in texts]


def _ends(layout: _Layout, ends: list[list[str]]) -> list[str]:
    line, plot = layout.sheet.line, layout.plot
    first, second = plot.bottom + line + 2, plot.bottom + 2 * line + 2
    if len(ends) == 1:
        lowest, highest = ends[0]
        width = text_width(lowest, layout.sheet.text_size)
        width += text_width(highest, layout.sheet.text_size) + layout.sheet.text_size
        right = max(plot.right, plot.left + width)
        return [
            text(plot.left, first, lowest, fill=DARK),
            text(right, first, highest, fill=DARK, text_anchor="end"),
        ]
    return [
        text(*place, words, fill=DARK, text_anchor=anchor)
        for (words,), place, anchor in zip(
            ends,
            ((0.0, first), (layout.sheet.width - 1.0, second)),
            ("start", "end"),
            strict=False,
        )
    ]
