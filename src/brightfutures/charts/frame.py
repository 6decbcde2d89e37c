"""The frame of a large chart: its size, the room inside, grid lines and labels at line ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from brightfutures.charts.axes import Axis, spread_labels
from brightfutures.charts.drawing import coordinate, lettering, path, text
from brightfutures.charts.lettering import fitted, longest_word, text_width, wrapped
from brightfutures.charts.palette import DARK, FAINT, PALE
from brightfutures.charts.words import ChartWords


@dataclass(frozen=True)
class Sheet:
    """The size of a drawing and of its text, and the most room the labels at the right take."""

    width: float
    height: float
    text_size: float
    most_label_room: float

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.text_size * 1.25

    @property
    def gap(self) -> float:
        """The room kept between one end label and the next."""
        return self.text_size * 0.4


WIDE = Sheet(720, 330, 16, 190)
NARROW = Sheet(340, 300, 14, 114)
SMALL = Sheet(280, 138, 13, 64)
"""For one chart among many, whose lines a legend for all of them names."""


@dataclass(frozen=True)
class Phrase:
    """Part of an end label, in one colour and weight, on at most so many lines."""

    words: str
    fill: str
    bold: bool = False
    most_lines: int = 3


@dataclass(frozen=True)
class EndLabel:
    """A label to the right of the plot that would like to be at the height `at`."""

    at: float
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True)
class LabelColumn:
    """The labels at the right of a plot, wrapped to one width. Earlier ones matter more."""

    sheet: Sheet
    labels: tuple[EndLabel, ...]

    @cached_property
    def _room(self) -> float:
        if self.sheet.width > NARROW.width:
            return self.sheet.most_label_room
        # On a narrow sheet every unit belongs to the plot: no wider than the longest word.
        widest = max(
            (
                longest_word(phrase.words, self.sheet.text_size, bold=phrase.bold)
                for label in self.labels
                for phrase in label.phrases
            ),
            default=0.0,
        )
        return min(max(widest + 1, 72), self.sheet.most_label_room)

    @cached_property
    def _lines(self) -> list[list[tuple[Phrase, str]]]:
        """The lines of each label, every one with the phrase it is of."""
        size, room = self.sheet.text_size, self._room
        return [
            [
                (phrase, line)
                for phrase in label.phrases
                for line in wrapped(
                    phrase.words, room, size, bold=phrase.bold, most_lines=phrase.most_lines
                )
            ]
            for label in self.labels
        ]

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max(
            (
                text_width(line, self.sheet.text_size, bold=phrase.bold)
                for lines in self._lines
                for phrase, line in lines
            ),
            default=0.0,
        )

    def marks(self, x: float, top: float, bottom: float) -> list[str]:
        """The labels as text at x, none over another; the last ones left out if room is short."""
        line, gap = self.sheet.line, self.sheet.gap
        kept: list[tuple[EndLabel, list[tuple[Phrase, str]]]] = []
        used = 0.0
        for label, lines in zip(self.labels, self._lines, strict=True):
            if used + len(lines) * line + gap <= bottom - top:
                kept.append((label, lines))
                used += len(lines) * line + gap
        heights = [len(lines) * line + gap for _, lines in kept]
        centres = spread_labels([label.at for label, _ in kept], heights, top, bottom)
        found = []
        for (_, lines), centre in zip(kept, centres, strict=True):
            baseline = centre - len(lines) * line / 2 + self.sheet.text_size
            placed = [
                (phrase, (x, baseline + number * line, words))
                for number, (phrase, words) in enumerate(lines)
            ]
            for (fill, bold), alike in groupby(placed, lambda one: (one[0].fill, one[0].bold)):
                weight: dict[str, str | float] = {"font_weight": "bold"} if bold else {}
                found.append(lettering([text for _, text in alike], fill=fill, **weight))
        return found


@dataclass(frozen=True)
class Plot:
    """The rectangle in which figures are drawn."""

    left: float
    top: float
    right: float
    bottom: float


def tick_texts(axis: Axis, words: ChartWords, sheet: Sheet) -> list[str]:
    """What stands at each tick, kept to a fifth of the sheet's width."""
    show = words.show_tick or axis.tick_text
    return [fitted(show(tick), sheet.width / 5, sheet.text_size) for tick in axis.ticks]


def room_for(texts: Sequence[str], sheet: Sheet) -> float:
    """The room that tick labels need at the left of a plot."""
    return max((text_width(words, sheet.text_size) for words in texts), default=0.0) + 8


def grid(plot: Plot, axis: Axis, texts: Sequence[str], sheet: Sheet) -> list[str]:
    """Horizontal grid lines with their labels at the left; the line at zero a little darker.

    A tick without words keeps its line.
    """
    place = axis.between(plot.bottom, plot.top)
    if not axis.ticks:
        return [path(_across(plot, plot.bottom), stroke=PALE)]
    heights = [place(tick) for tick in axis.ticks]
    faint = [y for y, tick in zip(heights, axis.ticks, strict=True) if tick != 0]
    labels = [
        (plot.left - 8, y + sheet.text_size * 0.35, words)
        for y, words in zip(heights, texts, strict=True)
        if words
    ]
    return [
        path("".join(_across(plot, y) for y in faint), stroke=FAINT),
        *(path(_across(plot, place(tick)), stroke=PALE) for tick in axis.ticks if tick == 0),
        lettering(labels, fill=DARK, text_anchor="end"),
    ]


def _across(plot: Plot, y: float) -> str:
    return f"M{coordinate(plot.left)} {coordinate(y)}H{coordinate(plot.right)}"


def scale_note(axis: Axis, words: ChartWords, sheet: Sheet) -> list[str]:
    """A scale that does not begin at zero says so, at the foot of the sheet."""
    if axis.low <= 0:
        return []
    show = words.show_tick or axis.tick_text
    note = f"Scale starts at {show(axis.low)}, not at 0"
    return [text(0, sheet.height - 4, fitted(note, sheet.width, sheet.text_size), fill=DARK)]


def spaced(places: Sequence[float], widths: Sequence[float], gap: float) -> tuple[int, ...]:
    """Which of the labels centred at `places` to write, so that none comes near another.

    The last is always written, the others at an even stride back from it, and a stride that
    also reaches the first is preferred where it is not much longer.
    """
    count = len(places)

    def at_stride(stride: int) -> list[int]:
        return list(range(count - 1, -1, -stride))[::-1]

    def fits(chosen: list[int]) -> bool:
        return all(
            places[later] - places[earlier] >= (widths[later] + widths[earlier]) / 2 + gap
            for earlier, later in pairwise(chosen)
        )

    fitting = [stride for stride in range(1, count + 1) if fits(at_stride(stride))]
    shortest = fitting[0] if fitting else count
    reaching = [stride for stride in fitting if (count - 1) % stride == 0]
    if reaching and reaching[0] <= 2 * shortest:
        shortest = reaching[0]
    return tuple(at_stride(shortest))
