"""The legend of a grid map, and the sheet it stands on: what each kind of cell means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brightfutures.charts.councils import Standing
from brightfutures.charts.drawing import text
from brightfutures.charts.grid_map_cells import (
    LOOKS,
    MISSING,
    OURS,
    Look,
    Told,
    is_told,
    shape,
    square,
)
from brightfutures.charts.lettering import fitted, text_width, wrapped
from brightfutures.charts.palette import DARK, US

if TYPE_CHECKING:
    from brightfutures.charts.grid_map import GridMapChart

_SQUARE = 14
"""The side of a square in the legend."""


@dataclass(frozen=True)
class MapSheet:
    """The width of a drawing, what a cell takes of it, and whether letters stand in the cells."""

    width: float
    pitch: float
    text_size: float
    has_letters: bool

    @property
    def line(self) -> float:
        """The height of a line of the legend."""
        return self.text_size * 1.6


@dataclass(frozen=True)
class Legend:
    """The lines of a legend: what a square looks like, its shape, and its words."""

    sheet: MapSheet
    lines: tuple[tuple[Look | None, Told | None, str], ...]

    @property
    def width(self) -> float:
        """The width of the widest line."""
        widest = (
            text_width(words, self.sheet.text_size, bold=look is OURS or look is None)
            for look, _, words in self.lines
        )
        return _SQUARE + 8 + max(widest, default=0.0)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.sheet.line

    def marks(self, x: float, y: float) -> list[str]:
        """The lines from a corner at the top left; our council's in navy and bold."""
        found = []
        ours = False
        for number, (look, told, words) in enumerate(self.lines):
            top = y + number * self.sheet.line
            ours = look is OURS or (ours and look is None)
            weight: dict[str, str | float] = {"font_weight": "bold"} if ours else {}
            if look is not None:
                found.append(square(look, x, top + 1, _SQUARE))
            if look is not None and told is not None:
                found.append(shape(told, x + _SQUARE / 2, top + 1 + _SQUARE / 2, look.ink))
            ink = US if ours else DARK
            baseline = top + _SQUARE / 2 + self.sheet.text_size * 0.45
            found.append(text(x + _SQUARE + 8, baseline, words, fill=ink, **weight))
        return found


def legend_of(chart: GridMapChart, sheet: MapSheet) -> Legend:
    """Our council first, then each verdict that some council has, then those without a figure."""
    room = sheet.width * (0.31 if sheet.has_letters else 0.92) - _SQUARE - 8
    lines: list[tuple[Look | None, Told | None, str]] = []
    us = next((cell for cell in chart.cells if cell.mark.standing is Standing.US), None)
    if us is not None:
        said = wrapped(us.said, room, sheet.text_size, bold=True, most_lines=3)
        told = us.told if is_told(us) else None
        lines += [(OURS, told, said[0]), *((None, None, words) for words in said[1:])]
    having = [cell for cell in chart.cells if is_told(cell)]
    for told, words in chart.key:
        count = sum(cell.told is told for cell in having)
        if count:
            said_words = fitted(f"{words}: {count}", room, sheet.text_size)
            lines.append((LOOKS[told], told, said_words))
    if len(having) < len(chart.cells):
        words = fitted(f"No figure: {len(chart.cells) - len(having)}", room, sheet.text_size)
        lines.append((MISSING, None, words))
    return Legend(sheet, tuple(lines))
