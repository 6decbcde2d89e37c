"""Strip: where are we among all councils? One small line of ticks, with us as a diamond."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.charts.axes import Axis, axis_between
from brightfutures.charts.councils import CouncilMark, Councils, Standing, ranking_table
from brightfutures.charts.drawing import box, circle, coordinate, diamond, path, picture, rods
from brightfutures.charts.palette import DARK, FAINT, GREY, PAPER, US
from brightfutures.charts.words import ChartTable, ChartWords, refuse_nonsense

WIDTH, HEIGHT = 240, 28
_EDGE = 9.0  # room at both ends for the diamond
_ARROW = 6.0  # and at an end beyond which a council lies for the arrowhead
_MIDDLE = HEIGHT / 2
_RING = 2.5
_FOOT = HEIGHT - _RING - 0.5  # where the ring of a figure that is asked about is centred


@dataclass(frozen=True, kw_only=True)
class StripChart:
    """Every council as a thin tick from low to high, without words, small enough for a table.

    Similar councils are darker and taller, `middle_half` is the box behind them, and we are the
    navy diamond. The scale runs from the lowest council to the highest, or over `scale` where
    one is given; a council beyond it is an arrowhead at the edge, and we never lie beyond it.
    A council without a number has no tick. Ours, if withheld within a known range, is hollow.
    A figure that is asked about has a ring at the foot of its tick.
    """

    words: ChartWords
    councils: tuple[CouncilMark, ...]
    middle_half: tuple[float, float] | None = None
    scale: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        Councils(self.councils).checked(self.words.title)
        for span in filter(None, (self.middle_half, self.scale)):
            refuse_nonsense(span, self.words.title)
            if span[0] > span[1]:
                raise ValueError(f"A range in '{self.words.title}' runs from high to low: {span}.")

    def svg(self, identifier: str) -> str:
        """The strip as SVG, 240 by 28 units."""
        councils = Councils(self.councils)
        axis = self._axis()
        start, end = self._ends(axis)
        x = axis.between(start, end)
        marks = []
        if self.middle_half and councils.marks:
            left, right = map(x, self.middle_half)
            width = max(right - left, 2)
            marks.append(box(min(left, end - 2), 3, width, HEIGHT - 6, fill=FAINT))
        for standings, fill, height, width in (
            ((Standing.OTHER, Standing.HIGHER, Standing.LOWER), GREY, 10, 1),
            ((Standing.SIMILAR,), DARK, 18, 2),
        ):
            numbers = councils.numbers(*standings)
            shares = list(map(axis.share, numbers))
            inside = {round(start + at * (end - start), 1) for at in shares if 0 <= at <= 1}
            marks.append(path(rods(inside, width, _MIDDLE), stroke=fill, stroke_width=height))
            marks.append(path(_beyond(shares), fill=fill))
        marks += self._rings(axis)
        return picture(self.words, identifier, WIDTH, HEIGHT, [*marks, *self._us(axis)])

    def table(self) -> ChartTable:
        """Every council with its figure, highest first."""
        return ranking_table(self.words, self.councils)

    def _axis(self) -> Axis:
        us = Councils(self.councils).us
        ours: list[float] = []
        if us and us.number is not None:
            ours = [us.number]
        elif us and us.range:
            ours = [us.range.low, us.range.high]
        around = list(self.scale or Councils(self.councils).numbers()) + ours
        if not self.scale and self.middle_half:
            around += self.middle_half
        return axis_between(around)

    def _ends(self, axis: Axis) -> tuple[float, float]:
        """Where the scale begins and ends, clear of the arrowheads beyond it."""
        if self.scale is None:
            return _EDGE, WIDTH - _EDGE
        shares = [axis.share(number) for number in Councils(self.councils).numbers()]
        below, above = any(share < 0 for share in shares), any(share > 1 for share in shares)
        return _EDGE + (_ARROW if below else 0), WIDTH - _EDGE - (_ARROW if above else 0)

    def _rings(self, axis: Axis) -> list[str]:
        """A ring for each figure on the scale that is asked about."""
        start, end = self._ends(axis)
        asked = (mark.number for mark in self.councils if mark.asked_about)
        shares = sorted({axis.share(number) for number in asked if number is not None})
        return [
            circle(start + at * (end - start), _FOOT, _RING, fill=PAPER, stroke=DARK)
            for at in shares
            if 0 <= at <= 1
        ]

    def _us(self, axis: Axis) -> list[str]:
        us = Councils(self.councils).us
        x = axis.between(*self._ends(axis))
        if us is None:
            return []
        if us.number is not None:
            shape = diamond(x(us.number), _MIDDLE, 7)
            return [path(shape, fill=US, stroke=PAPER)]
        if us.range is None:
            return []
        left, right = x(us.range.low), x(us.range.high)
        return [
            box(
                left - 4,
                _MIDDLE - 4,
                right - left + 8,
                8,
                rx=4,
                fill=PAPER,
                stroke=US,
                stroke_width=2,
            )
        ]


def _beyond(shares: list[float]) -> str:
    """Arrowheads at the edges for councils beyond the scale."""
    left = f"M6 {coordinate(_MIDDLE - 4)}v8l-5-4z" if min(shares, default=0) < 0 else ""
    right = f"M{WIDTH - 6} {coordinate(_MIDDLE - 4)}v8l5-4z" if max(shares, default=0) > 1 else ""
    return left + right
