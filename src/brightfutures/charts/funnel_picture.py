"""How a funnel is drawn: limits behind, councils as dots, us as a diamond with our name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from brightfutures.charts.axes import Axis, axis_covering
from brightfutures.charts.councils import Councils, Standing
from brightfutures.charts.drawing import (
    Point,
    coordinate,
    diamond,
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
from brightfutures.charts.palette import DARK, GREY, PAPER, US

if TYPE_CHECKING:
    from brightfutures.charts.funnel import FunnelChart, FunnelLimits

_EDGE = 8  # a diamond at the right edge of the plot stays clear of the labels


@dataclass(frozen=True)
class _Layout:
    """Where figures and denominators lie on this sheet."""

    chart: FunnelChart
    sheet: Sheet
    plot: Plot
    across: Axis
    up: Axis

    def x(self, denominator: float) -> float:
        return self.across.between(self.plot.left, self.plot.right)(denominator)

    def y(self, number: float) -> float:
        return self.up.between(self.plot.bottom, self.plot.top)(number)


def funnel_picture(chart: FunnelChart, identifier: str, sheet: Sheet) -> str:
    """The SVG of a funnel on a sheet of this size."""
    having = [council for council in chart.councils if council.mark.number is not None]
    up = axis_covering(_figures_and_limits(chart), from_zero=chart.from_zero)
    across = axis_covering([council.denominator for council in having], from_zero=True)
    ticks = tick_texts(up, chart.words, sheet)
    foot = (3 if up.low > 0 else 2) * sheet.line + 9
    plot = Plot(room_for(ticks, sheet), 12, sheet.width, sheet.height - foot)
    # The labels' heights need the scale, and the plot's width needs the labels.
    layout = _Layout(chart, sheet, plot, across, up)
    column = LabelColumn(sheet, tuple(_end_labels(layout)))
    last = text_width(_denominator_texts(layout)[-1], sheet.text_size) if across.ticks else 0
    right = sheet.width - max(column.width + _EDGE + 4, last / 2)
    layout = _Layout(chart, sheet, Plot(plot.left, plot.top, right, plot.bottom), across, up)
    marks = [
        *grid(layout.plot, up, ticks, sheet),
        *_denominators(layout),
        *scale_note(up, chart.words, sheet),
        *_limits(layout),
        *_dots(layout),
        *_us(layout),
        *column.marks(right + _EDGE + 2, 2, plot.bottom + 2),
    ]
    return picture(
        chart.words, identifier, sheet.width, sheet.height, marks, text_size=sheet.text_size
    )


def _figures_and_limits(chart: FunnelChart) -> list[float]:
    """What the scale covers: every figure, and limits but for where they fly apart at the left.

    The outer pair may leave the plot: it would take the room that the figures need.
    """
    widest = max((council.denominator for council in chart.councils), default=0.0)
    return [
        *Councils(chart.marks).numbers(),
        chart.average.number,
        *(
            end
            for limits in chart.limits
            if not limits.is_outer
            for place, *ends in zip(limits.denominators, limits.low, limits.high, strict=True)
            for end in ends
            if widest / 10 <= place <= widest
        ),
    ]


def _end_labels(layout: _Layout) -> list[EndLabel]:
    chart = layout.chart
    average = f"{chart.average.name} {chart.words.show(chart.average.number)}"
    labels = [EndLabel(layout.y(chart.average.number), (Phrase(average, DARK, most_lines=4),))]
    for limits in chart.limits:
        if not limits.name:
            continue
        labels.append(EndLabel(layout.y(limits.high[-1]), (Phrase(limits.name, DARK),)))
    return labels


def _denominator_texts(layout: _Layout) -> list[str]:
    sheet, across = layout.sheet, layout.across
    return [
        fitted(across.tick_text(tick), sheet.width / 4, sheet.text_size) for tick in across.ticks
    ]


def _denominators(layout: _Layout) -> list[str]:
    sheet, plot = layout.sheet, layout.plot
    texts = _denominator_texts(layout)
    places = [layout.x(tick) for tick in layout.across.ticks]
    widths = [text_width(words, sheet.text_size) for words in texts]
    found = [
        text(places[i], plot.bottom + sheet.line + 3, texts[i], fill=DARK, text_anchor="middle")
        for i in (spaced(places, widths, sheet.text_size) if places else ())
    ]
    name = fitted(layout.chart.denominator_name, sheet.width - plot.left, sheet.text_size)
    return [*found, text(plot.left, plot.bottom + 2 * sheet.line + 3, name, fill=DARK)]


def _limits(layout: _Layout) -> list[str]:
    found = []
    for limits in layout.chart.limits:
        shape = "".join(
            line_through(stretch)
            for numbers in (limits.low, limits.high)
            for stretch in _inside(layout, limits, numbers)
        )
        # Chance alone is dotted and the fuller allowance solid: told apart without colour. The
        # outer pair of each is lighter in weight or sparser.
        if limits.is_overdispersed:
            width = 0.7 if limits.is_outer else 1.5
            found.append(path(shape, fill="none", stroke=DARK, stroke_width=width))
        else:
            dots = "1.5 6" if limits.is_outer else "2 3"
            found.append(
                path(shape, fill="none", stroke=GREY, stroke_width=1.5, stroke_dasharray=dots)
            )
    y = coordinate(layout.y(layout.chart.average.number))
    average = f"M{coordinate(layout.plot.left)} {y}H{coordinate(layout.plot.right)}"
    return [*found, path(average, stroke=DARK, stroke_width=2, stroke_dasharray="6 4")]


def _inside(layout: _Layout, limits: FunnelLimits, numbers: Sequence[float]) -> list[list[Point]]:
    """The stretches of a limit that lie within the plot, cut where they cross its edge.

    A limit beyond the plot must end there: drawn along the edge it would seem to be the edge.
    """
    shares = [
        (_near(layout.across.share(denominator)), _near(layout.up.share(number)))
        for denominator, number in zip(limits.denominators, numbers, strict=True)
    ]
    stretches: list[list[Point]] = []
    for start, end in pairwise(shares):
        cut = _cut(start, end)
        if cut is None:
            continue
        if stretches and stretches[-1][-1] == cut[0]:
            stretches[-1].append(cut[1])
        else:
            stretches.append(list(cut))
    plot = layout.plot
    wide, high = plot.right - plot.left, plot.bottom - plot.top
    return [
        [(plot.left + across * wide, plot.bottom - up * high) for across, up in stretch]
        for stretch in stretches
    ]


def _near(share: float) -> float:
    """A share that can still be reckoned with, however far from the plot it lies."""
    return min(max(share, -1e6), 1e6)


def _cut(start: Point, end: Point) -> tuple[Point, Point] | None:
    """The part of the line from start to end that lies within the unit square, if any.

    Liang and Barsky's method: the stretch is narrowed by each of the four edges in turn.
    """
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for step, room in ((-dx, x), (dx, 1 - x), (-dy, y), (dy, 1 - y)):
        if step == 0:
            if room < 0:
                return None
            continue
        crossing = room / step
        if step < 0:
            first = max(first, crossing)
        else:
            last = min(last, crossing)
    if first >= last:
        return None
    begin = start if first == 0 else (x + first * dx, y + first * dy)
    finish = end if last == 1 else (x + last * dx, y + last * dy)
    return begin, finish


def _dots(layout: _Layout) -> list[str]:
    found = []
    for standing, fill, size in ((Standing.OTHER, GREY, 5), (Standing.SIMILAR, DARK, 7)):
        places = sorted(
            (layout.x(council.denominator), layout.y(number))
            for council in layout.chart.councils
            if council.mark.standing is standing and (number := council.mark.number) is not None
        )
        # A stroke of no length with round ends is a dot, and takes a third of the room to say.
        shape = "".join(f"M{coordinate(x)} {coordinate(y)}h0" for x, y in places)
        found.append(path(shape, stroke=fill, stroke_width=size, stroke_linecap="round"))
    return [*found, *_triangles(layout)]


def _triangles(layout: _Layout) -> list[str]:
    found = []
    for standing, way in ((Standing.HIGHER, -1), (Standing.LOWER, 1)):
        shape = "".join(
            f"M{coordinate(layout.x(council.denominator) - 4)} "
            f"{coordinate(layout.y(number) - way * 3.5)}h8l-4 {7 * way}z"
            for council in layout.chart.councils
            if council.mark.standing is standing and (number := council.mark.number) is not None
        )
        found.append(path(shape, fill=DARK, stroke=PAPER, stroke_width=0.5))
    return found


def _us(layout: _Layout) -> list[str]:
    us = next((c for c in layout.chart.councils if c.mark.standing is Standing.US), None)
    if us is None or us.mark.number is None:
        return []
    x, y = layout.x(us.denominator), layout.y(us.mark.number)
    sheet, plot = layout.sheet, layout.plot
    words = f"{us.mark.name} {layout.chart.words.show(us.mark.number)}"
    words = fitted(words, plot.right - plot.left, sheet.text_size, bold=True)
    width = text_width(words, sheet.text_size, bold=True)
    left = x + 12 if x + 12 + width <= plot.right else x - 12 - width
    baseline = y + sheet.text_size * 0.35
    if left < plot.left:  # neither side has room: above the diamond, or below it near the top
        left = min(max(x - width / 2, plot.left), plot.right - width)
        baseline = y - 12 if y - 12 - sheet.text_size > 0 else y + 12 + sheet.text_size * 0.8
    baseline = min(baseline, plot.bottom - sheet.text_size * 0.3)  # clear of the numbers below
    halo = text(
        left,
        baseline,
        words,
        fill=PAPER,
        stroke=PAPER,
        stroke_width=4,
        stroke_linejoin="round",
        font_weight="bold",
    )
    return [
        halo,
        text(left, baseline, words, fill=US, font_weight="bold"),
        path(diamond(x, y, 8), fill=US, stroke=PAPER),
    ]
