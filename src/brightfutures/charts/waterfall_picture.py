"""How a waterfall is drawn: rows downwards, arrows sideways, names at the left or above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brightfutures.charts.axes import Axis, axis_covering
from brightfutures.charts.drawing import coordinate, diamond, path, picture, text
from brightfutures.charts.frame import NARROW, Sheet, spaced, tick_texts
from brightfutures.charts.lettering import fitted, text_width, wrapped
from brightfutures.charts.palette import DARK, FAINT, GREY, PAPER, US

if TYPE_CHECKING:
    from brightfutures.charts.waterfall import WaterfallChart

ARROW, HEAD = 14.0, 8.0
"""How thick an arrow is, and how long its head."""

NAME_SHARE, VALUE_SHARE = 0.36, 0.2
"""The most of a sheet that names at the left, and figures at the right, may take."""

SEEN = 1.5
"""A part shorter than this is drawn as a stroke: it has no direction to be seen."""


@dataclass(frozen=True)
class _Row:
    """A row to be drawn: its lines of words, its figure, and from where to where it leads."""

    lines: tuple[str, ...]
    value: str
    begins: float
    ends: float
    low: float | None = None
    high: float | None = None
    is_total: bool = False
    is_us: bool = False


@dataclass(frozen=True)
class _Layout:
    sheet: Sheet
    axis: Axis
    left: float
    right: float
    rows: tuple[_Row, ...]

    @property
    def is_narrow(self) -> bool:
        return self.sheet.width <= NARROW.width

    def x(self, number: float) -> float:
        return self.axis.between(self.left, self.right)(number)

    def words_height(self, row: _Row) -> float:
        return len(row.lines) * self.sheet.line

    def height_of(self, row: _Row) -> float:
        """The height of a row with the gap after it."""
        drawn = ARROW + 10.0
        words = self.words_height(row)
        return (words + drawn + 4.0 if self.is_narrow else max(words, drawn)) + 8.0

    def middle_of(self, row: _Row, top: float) -> float:
        """The height of a row's arrow."""
        if self.is_narrow:
            return top + self.words_height(row) + 4.0 + ARROW / 2
        return top + max(self.sheet.text_size * 0.65, ARROW / 2)


def waterfall_picture(chart: WaterfallChart, identifier: str, sheet: Sheet) -> str:
    """The SVG of a waterfall on a sheet of this width."""
    layout, ticks = _laid_out(chart, sheet)
    legend, top = _legend(layout)
    tops = [top]
    for row in layout.rows:
        tops.append(tops[-1] + layout.height_of(row))
    bottom = tops[-1]
    marks = [*legend, *_scale(layout, ticks, tops)]
    middles = [layout.middle_of(row, at) for row, at in zip(layout.rows, tops, strict=False)]
    for place, row in enumerate(layout.rows[:-1]):
        marks.append(_link(layout, row.ends, middles[place], middles[place + 1]))
    for row, at, middle in zip(layout.rows, tops, middles, strict=False):
        marks += _row(layout, row, at, middle)
    height = bottom + sheet.line * 1.4
    if layout.axis.low > 0:
        tick = (chart.words.show_tick or layout.axis.tick_text)(layout.axis.low)
        note = fitted(f"Scale starts at {tick}, not at 0", sheet.width, sheet.text_size)
        marks.append(text(0, height + sheet.text_size * 0.9, note, fill=DARK))
        height += sheet.line
    return picture(
        chart.words, identifier, sheet.width, height + 2, marks, text_size=sheet.text_size
    )


def _laid_out(chart: WaterfallChart, sheet: Sheet) -> tuple[_Layout, list[str]]:
    narrow = sheet.width <= NARROW.width
    rows = _rows(chart, sheet, narrow)
    numbers = [
        number
        for row in rows
        for number in (row.begins, row.ends, row.low, row.high)
        if number is not None
    ]
    axis = axis_covering(numbers, from_zero=False)
    ticks = tick_texts(axis, chart.words, sheet)
    edge = max((text_width(words, sheet.text_size) for words in ticks), default=0.0) / 2 + 6
    if narrow:
        return _Layout(sheet, axis, edge, sheet.width - edge, rows), ticks
    name_room = max(text_width(line, sheet.text_size, bold=True) for r in rows for line in r.lines)
    value_room = max(text_width(row.value, sheet.text_size, bold=True) for row in rows)
    left = max(name_room + sheet.text_size, edge)
    right = sheet.width - max(value_room + sheet.text_size, edge)
    return _Layout(sheet, axis, left, right, rows), ticks


def _rows(chart: WaterfallChart, sheet: Sheet, narrow: bool) -> tuple[_Row, ...]:
    size = sheet.text_size

    def value(words: str) -> str:
        return fitted(words, sheet.width * VALUE_SHARE, size, bold=True)

    def lines(name: str) -> tuple[str, ...]:
        share = 1.0 - VALUE_SHARE - 0.05 if narrow else NAME_SHARE
        return wrapped(name, sheet.width * share, size, bold=True, most_lines=2) or ("",)

    def total(name: str, number: float, *, is_us: bool) -> _Row:
        shown = value(chart.words.show(number))
        return _Row(lines(name), shown, number, number, is_total=True, is_us=is_us)

    rows = [total(chart.start.name, chart.start.number, is_us=False)]
    for part, begins in zip(chart.parts, chart.running, strict=False):
        rows.append(
            _Row(
                lines(part.name),
                value(chart.change_text(part.change)),
                begins,
                begins + part.change,
                begins + part.range.low if part.range else None,
                begins + part.range.high if part.range else None,
            )
        )
    return (*rows, total(chart.end.name, chart.end.number, is_us=True))


def _legend(layout: _Layout) -> tuple[list[str], float]:
    """What a full arrow, a hollow one and a thin line say, on as few lines as they take."""
    sheet, found = layout.sheet, list[str]()
    items = ["adds to it", "takes from it"]
    if any(row.low is not None for row in layout.rows):
        items.append("95% range")
    x, y = 0.0, 0.0
    for place, words in enumerate(items):
        width = 34.0 + text_width(words, sheet.text_size)
        if x and x + width > sheet.width:
            x, y = 0.0, y + sheet.line
        middle = y + sheet.text_size * 0.65
        if place == 2:
            found.append(_whisker(x + 1, x + 25, middle))
        else:
            ends = (x + 1, x + 25) if place == 0 else (x + 25, x + 1)
            found.append(_arrow(*ends, middle))
        found.append(text(x + 31, y + sheet.text_size, words, fill=DARK))
        x += width + sheet.text_size
    return found, y + sheet.line + sheet.text_size * 0.8


def _scale(layout: _Layout, ticks: list[str], tops: list[float]) -> Iterable[str]:
    """A line down at each tick, through no name; the ticks' labels below."""
    sheet, bottom = layout.sheet, tops[-1]
    places = [layout.x(tick) for tick in layout.axis.ticks]
    if layout.is_narrow:
        spans = [
            (at + layout.words_height(row) + 3.0, at + layout.height_of(row) - 3.0)
            for row, at in zip(layout.rows, tops, strict=False)
        ]
    else:
        spans = [(tops[0], bottom - 4.0)]
    for x in places:
        yield path(
            "".join(f"M{coordinate(x)} {coordinate(a)}V{coordinate(b)}" for a, b in spans),
            stroke=FAINT,
        )
    widths = [text_width(words, sheet.text_size) for words in ticks]
    for place in spaced(places, widths, sheet.text_size * 0.5) if places else ():
        at = bottom + sheet.text_size
        yield text(places[place], at, ticks[place], fill=DARK, text_anchor="middle")


def _row(layout: _Layout, row: _Row, top: float, middle: float) -> Iterable[str]:
    sheet = layout.sheet
    look: dict[str, str | float] = {"fill": US if row.is_us else DARK}
    if row.is_total:
        look["font_weight"] = "bold"
    for number, words in enumerate(row.lines):
        yield text(0, top + sheet.text_size + number * sheet.line, words, **look)
    yield text(sheet.width, top + sheet.text_size, row.value, text_anchor="end", **look)
    begins, ends = layout.x(row.begins), layout.x(row.ends)
    if row.is_us:
        yield path(diamond(ends, middle, ARROW / 2), fill=US)
    elif row.is_total:
        yield path(_upright(ends, middle, ARROW), stroke=DARK, stroke_width=4)
    else:
        yield _arrow(begins, ends, middle)
        if row.low is not None and row.high is not None:
            yield _whisker(layout.x(row.low), layout.x(row.high), middle + ARROW / 2 + 6)


def _arrow(begins: float, ends: float, middle: float) -> str:
    """Full to the right, hollow to the left, a stroke where it is too short to point."""
    length = ends - begins
    if abs(length) < SEEN:
        return path(_upright(ends, middle, ARROW), stroke=DARK, stroke_width=2)
    sign = 1.0 if length > 0 else -1.0
    half, neck = ARROW / 2, ends - sign * min(HEAD, abs(length))
    body = ARROW / 4
    corners = [
        (begins, middle - body),
        (neck, middle - body),
        (neck, middle - half),
        (ends, middle),
        (neck, middle + half),
        (neck, middle + body),
        (begins, middle + body),
    ]
    shape = "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in corners) + "Z"
    return path(shape, fill=DARK if sign > 0 else PAPER, stroke=DARK, stroke_width=1.5)


def _whisker(low: float, high: float, y: float) -> str:
    ends = f"{_upright(low, y, 6)}{_upright(high, y, 6)}"
    return path(
        f"M{coordinate(low)} {coordinate(y)}H{coordinate(high)}{ends}",
        stroke=GREY,
        stroke_width=1.5,
    )


def _link(layout: _Layout, number: float, top: float, bottom: float) -> str:
    """A dotted line from where one row ends to where the next begins."""
    if layout.is_narrow:  # a name stands between
        return ""
    x = layout.x(number)
    return path(
        f"M{coordinate(x)} {coordinate(top + ARROW / 2)}V{coordinate(bottom - ARROW / 2)}",
        stroke=GREY,
        stroke_dasharray="2 3",
    )


def _upright(x: float, middle: float, length: float) -> str:
    return f"M{coordinate(x)} {coordinate(middle - length / 2)}V{coordinate(middle + length / 2)}"
