"""Ranked bars: who is high and who is low? Every council as a thin bar, lowest to highest."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.charts.axes import Axis, axis_covering
from brightfutures.charts.councils import (
    Average,
    CouncilMark,
    Councils,
    Standing,
    ranking_table,
)
from brightfutures.charts.drawing import coordinate, path, picture, text
from brightfutures.charts.frame import (
    NARROW,
    WIDE,
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
from brightfutures.charts.words import ChartTable, ChartWords, refuse_nonsense

_COLOURS = {Standing.OTHER: PALE, Standing.SIMILAR: DARK, Standing.US: US}


@dataclass(frozen=True, kw_only=True)
class RankedBarsChart:
    """Every council that has a number as a bar from zero, lowest at the left.

    We are navy and named above; similar councils are dark; the lowest and the highest council
    are named below. Where councils have ranges, each bar has its range as a thin line.
    Councils without a number are in the table and not in the picture.
    """

    words: ChartWords
    councils: tuple[CouncilMark, ...]
    average: Average | None = None

    def __post_init__(self) -> None:
        Councils(self.councils).checked(self.words.title)
        if self.average:
            refuse_nonsense([self.average.number], self.words.title)

    def svg(self, identifier: str, *, narrow: bool = False) -> str:
        """The chart as SVG, 720 units wide, or 340 for a small screen."""
        return _Bars(self, NARROW if narrow else WIDE).svg(identifier)

    def table(self) -> ChartTable:
        """Every council with its figure and range, highest first, those without one last."""
        return ranking_table(self.words, self.councils)


@dataclass(frozen=True)
class _Bars:
    """A ranked bars chart on a sheet."""

    chart: RankedBarsChart
    sheet: Sheet

    def svg(self, identifier: str) -> str:
        words, sheet = self.chart.words, self.sheet
        ranked = Councils(self.chart.councils).ranked()
        axis = self._axis(ranked)
        ticks = tick_texts(axis, words, sheet)
        top, bottom = sheet.line * 1.7, sheet.height - sheet.line * self._end_lines - 8
        column = self._average_label(axis, top, bottom)
        right = sheet.width - (column.width + 8 if column.labels else 2)
        plot = Plot(room_for(ticks, sheet), top, right, bottom)
        marks = [
            *grid(plot, axis, ticks, sheet),
            *self._bars(ranked, axis, plot),
            *self._average_line(axis, plot),
            *self._our_label(ranked, axis, plot),
            *self._ends(ranked, plot),
            *column.marks(right + 8, top - sheet.line, bottom + sheet.line),
        ]
        return picture(
            words, identifier, sheet.width, sheet.height, marks, text_size=sheet.text_size
        )

    @property
    def _end_lines(self) -> int:
        return 1 if self.sheet is WIDE else 2

    def _axis(self, ranked: list[tuple[float, CouncilMark]]) -> Axis:
        numbers = [number for number, _ in ranked]
        for _, mark in ranked:
            numbers += [mark.range.low, mark.range.high] if mark.range else []
        if self.chart.average:
            numbers.append(self.chart.average.number)
        return axis_covering(numbers, from_zero=True)

    def _bars(self, ranked: list[tuple[float, CouncilMark]], axis: Axis, plot: Plot) -> list[str]:
        y, pitch = axis.between(plot.bottom, plot.top), _pitch(len(ranked), plot)
        bars: dict[Standing, str] = dict.fromkeys(_COLOURS, "")
        ranges = ""
        for place, (number, mark) in enumerate(ranked):
            x = coordinate(plot.left + pitch * (place + 0.5))
            bars[mark.standing] += f"M{x} {coordinate(y(0))}V{coordinate(y(number))}"
            if mark.range:
                ranges += f"M{x} {coordinate(y(mark.range.low))}V{coordinate(y(mark.range.high))}"
        thick = min(pitch * 0.75, 40)
        found = [
            path(shape, stroke=_COLOURS[standing], stroke_width=thick)
            for standing, shape in bars.items()
        ]
        return [*found, path(ranges, stroke=GREY, stroke_width=min(1, thick))]

    def _average_line(self, axis: Axis, plot: Plot) -> list[str]:
        if not self.chart.average:
            return []
        y = coordinate(axis.between(plot.bottom, plot.top)(self.chart.average.number))
        shape = f"M{coordinate(plot.left)} {y}H{coordinate(plot.right + 4)}"
        return [path(shape, stroke=DARK, stroke_width=2, stroke_dasharray="6 4")]

    def _average_label(self, axis: Axis, top: float, bottom: float) -> LabelColumn:
        average = self.chart.average
        if not average:
            return LabelColumn(self.sheet, ())
        words = f"{average.name} {self.chart.words.show(average.number)}"
        at = axis.between(bottom, top)(average.number)
        return LabelColumn(self.sheet, (EndLabel(at, (Phrase(words, DARK, most_lines=4),)),))

    def _our_label(
        self, ranked: list[tuple[float, CouncilMark]], axis: Axis, plot: Plot
    ) -> list[str]:
        """Our name over the bars, where nothing else is, and a thin line down to our bar."""
        us = Councils(self.chart.councils).us
        if us is None:
            return []
        words = f"{us.name} {self.chart.words.figure(us.figure)}"
        words = fitted(words, self.sheet.width - 4, self.sheet.text_size, bold=True)
        half = text_width(words, self.sheet.text_size, bold=True) / 2
        place = next((i for i, (_, mark) in enumerate(ranked) if mark is us), None)
        x = plot.left if place is None else plot.left + _pitch(len(ranked), plot) * (place + 0.5)
        centre = min(max(x, half + 2), self.sheet.width - half - 2)
        baseline = self.sheet.text_size
        label = text(centre, baseline, words, fill=US, font_weight="bold", text_anchor="middle")
        if place is None:
            return [label]
        end = axis.between(plot.bottom, plot.top)(max(ranked[place][0], 0))
        if us.range:
            end = min(end, axis.between(plot.bottom, plot.top)(us.range.high))
        leader = f"M{coordinate(x)} {coordinate(baseline + 6)}V{coordinate(end)}"
        return [label, path(leader, stroke=US)]

    def _ends(self, ranked: list[tuple[float, CouncilMark]], plot: Plot) -> list[str]:
        if not ranked:
            return []
        low, high = ranked[0], ranked[-1]
        show, size = self.chart.words.show, self.sheet.text_size
        lowest = f"Lowest: {low[1].name} {show(low[0])}"
        highest = f"Highest: {high[1].name} {show(high[0])}"
        baseline = plot.bottom + self.sheet.line
        second = baseline + self.sheet.line * (self._end_lines - 1)
        room = self.sheet.width / (1 if self._end_lines == 2 else 2) - 8
        right = self.sheet.width if self._end_lines == 2 else max(plot.right, self.sheet.width / 2)
        left = 0.0 if self._end_lines == 2 else plot.left
        return [
            text(left, baseline, fitted(lowest, room - left, size), fill=DARK),
            text(
                right,
                second,
                fitted(highest, room - (self.sheet.width - right), size),
                fill=DARK,
                text_anchor="end",
            ),
        ]


def _pitch(count: int, plot: Plot) -> float:
    return (plot.right - plot.left) / max(count, 1)
