"""How ranges are drawn: names at the left of their rows, or above them on a small screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brightfutures.charts.axes import Axis, axis_covering
from brightfutures.charts.drawing import circle, coordinate, path, picture, text
from brightfutures.charts.frame import NARROW, Sheet, spaced, tick_texts
from brightfutures.charts.lettering import fitted, text_width, wrapped
from brightfutures.charts.palette import DARK, FAINT, GREY, PALE, PAPER, US

if TYPE_CHECKING:
    from brightfutures.charts.ranges import RangesChart

RADIUS = 4.5
NAME_SHARE = 0.5
"""The share of a wide sheet that names may take."""


@dataclass(frozen=True)
class _Layout:
    """Where rows and numbers lie: the lines of each name, the plot's sides and its axis."""

    chart: RangesChart
    sheet: Sheet
    names: tuple[tuple[str, ...], ...]
    left: float
    right: float
    axis: Axis

    @property
    def is_narrow(self) -> bool:
        return self.sheet.width <= NARROW.width

    @property
    def step(self) -> float:
        """From one range of a row to the next."""
        return self.sheet.text_size * 0.9

    def height_of(self, row: int) -> float:
        """The height of a row with the gap after it."""
        lines = len(self.names[row]) * self.sheet.line
        marks = len(self.chart.series) * self.step
        gap = self.sheet.text_size * 0.7
        return (lines + marks if self.is_narrow else max(lines, marks)) + gap

    def first_mark(self, row: int, top: float) -> float:
        """The height of the first range of a row that begins at `top`."""
        above = len(self.names[row]) * self.sheet.line if self.is_narrow else 1.0
        return top + above + self.step / 2

    def is_ours(self, place: int) -> bool:
        """Whether the series in this place is the council the page is about."""
        return self.chart.last_is_us and place == len(self.chart.series) - 1

    def colour_of(self, place: int) -> str:
        """The colour of a series' dots and of its name."""
        return US if self.is_ours(place) else DARK

    def x(self, number: float) -> float:
        return self.axis.between(self.left, self.right)(number)


def ranges_picture(chart: RangesChart, identifier: str, sheet: Sheet) -> str:
    """The SVG of ranges on a sheet of this width."""
    numbers = [number for mark in chart.marks for number in mark.numbers]
    axis = axis_covering(numbers, from_zero=True)
    ticks = tick_texts(axis, chart.words, sheet)
    edge = max((text_width(words, sheet.text_size) for words in ticks), default=0.0) / 2 + RADIUS
    layout = _laid_out(chart, sheet, axis, edge)
    legend, top = _legend(layout)
    heights = [layout.height_of(row) for row in range(len(chart.rows))]
    bottom = top + sum(heights) + RADIUS
    tops = [top + sum(heights[:row]) for row in range(len(heights))]
    spans = [
        (layout.first_mark(row, at) - layout.step / 2, at + heights[row])
        for row, at in enumerate(tops)
    ]
    marks = [
        *legend,
        *_scale(layout, ticks, spans if layout.is_narrow else [(top, bottom)], bottom),
    ]
    for row, at in enumerate(tops):
        marks += _row(layout, row, at)
    return picture(
        chart.words,
        identifier,
        sheet.width,
        bottom + sheet.line * 1.5,
        marks,
        text_size=sheet.text_size,
    )


def _laid_out(chart: RangesChart, sheet: Sheet, axis: Axis, edge: float) -> _Layout:
    narrow = sheet.width <= NARROW.width
    room = sheet.width if narrow else sheet.width * NAME_SHARE
    names = tuple(wrapped(row.name, room, sheet.text_size, most_lines=2) for row in chart.rows)
    widest = max(
        (text_width(line, sheet.text_size) for lines in names for line in lines), default=0.0
    )
    left = edge if narrow else max(widest + sheet.text_size, edge)
    return _Layout(chart, sheet, names, left, sheet.width - edge, axis)


def _legend(layout: _Layout) -> tuple[list[str], float]:
    """The name of each series after its dot, on one line or on one each; and where they end."""
    sheet, found = layout.sheet, list[str]()
    room = sheet.width - 3 * RADIUS
    bold = [layout.is_ours(place) for place, _ in enumerate(layout.chart.series)]
    texts = [
        fitted(name, room, sheet.text_size, bold=heavy)
        for name, heavy in zip(layout.chart.series, bold, strict=True)
    ]
    widths = [
        4 * RADIUS + text_width(words, sheet.text_size, bold=heavy)
        for words, heavy in zip(texts, bold, strict=True)
    ]
    beside = sum(widths) + sheet.text_size * (len(texts) - 1) <= sheet.width
    x = y = 0.0
    for place, (words, width) in enumerate(zip(texts, widths, strict=True)):
        found.append(_dot(layout, place, x + RADIUS + 1, y + sheet.text_size * 0.65))
        weight: dict[str, str | float] = {"font_weight": "bold"} if bold[place] else {}
        fill = layout.colour_of(place)
        found.append(text(x + 3 * RADIUS, y + sheet.text_size, words, fill=fill, **weight))
        x, y = (x + width + sheet.text_size, y) if beside else (0.0, y + sheet.line)
    return found, (sheet.line if beside else y) + sheet.text_size * 0.8


def _scale(
    layout: _Layout, ticks: list[str], spans: Sequence[tuple[float, float]], bottom: float
) -> list[str]:
    """A line down at each tick, through no name; the ticks' labels below."""
    sheet, found = layout.sheet, list[str]()
    places = [layout.x(tick) for tick in layout.axis.ticks]
    for tick, x in zip(layout.axis.ticks, places, strict=True):
        shape = "".join(
            f"M{coordinate(x)} {coordinate(high)}V{coordinate(low)}" for high, low in spans
        )
        found.append(path(shape, stroke=DARK if tick == 0 else FAINT))
    if not places:
        shape = f"M{coordinate(layout.left)} {coordinate(bottom)}H{coordinate(layout.right)}"
        return [*found, path(shape, stroke=PALE)]
    widths = [text_width(words, sheet.text_size) for words in ticks]
    for place in spaced(places, widths, sheet.text_size * 0.5):
        found.append(
            text(places[place], bottom + sheet.line, ticks[place], fill=DARK, text_anchor="middle")
        )
    return found


def _row(layout: _Layout, row: int, top: float) -> Iterable[str]:
    sheet, lines = layout.sheet, layout.names[row]
    for number, words in enumerate(lines):
        yield text(0, top + sheet.text_size + number * sheet.line, words, fill=DARK)
    first = layout.first_mark(row, top)
    for place, mark in enumerate(layout.chart.rows[row].marks):
        if mark is not None:
            y = first + place * layout.step
            low, high = layout.x(mark.low), layout.x(mark.high)
            shape = f"M{coordinate(low)} {coordinate(y)}H{coordinate(high)}"
            full = place == len(layout.chart.series) - 1
            yield path(shape, stroke=layout.colour_of(place) if full else GREY, stroke_width=2)
            yield _dot(layout, place, layout.x(mark.number), y)


def _dot(layout: _Layout, place: int, x: float, y: float) -> str:
    """The dot of a series: the last is full, one before it hollow."""
    if place == len(layout.chart.series) - 1:
        return circle(x, y, RADIUS, fill=layout.colour_of(place))
    return circle(x, y, RADIUS - 1, fill=PAPER, stroke=DARK, stroke_width=2)
