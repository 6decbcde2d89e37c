"""A cell of a grid map: what stands in it, how it is shaded, and its shape."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from brightfutures.charts.councils import CouncilMark, Standing
from brightfutures.charts.drawing import coordinate, path
from brightfutures.charts.palette import DARK, FAINT, GREY, PAPER, US


class Told(StrEnum):
    """What a test told of a council: the only thing that a cell's shade and shape may say."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_DIFFERENCE = "no difference"
    CANNOT_SAY = "cannot say"


@dataclass(frozen=True, kw_only=True)
class MapCell:
    """A council in its cell. `region` groups cells; `said` is its figure and verdict in words.

    `address` is where the cell leads; None for a map that leads nowhere.
    """

    mark: CouncilMark
    column: int
    row: int
    letters: str
    region: str
    told: Told
    said: str
    address: str | None = None


@dataclass(frozen=True)
class Look:
    """How a cell is shaded, its edge, and the ink of what stands in it."""

    fill: str
    edge: str
    ink: str
    thick: float = 1.0
    dashes: str = ""

    @cached_property
    def attributes(self) -> str:
        """Fill and edge as they stand in an element."""
        edge = f' stroke="{self.edge}" stroke-width="{coordinate(self.thick)}"'
        dashes = f' stroke-dasharray="{self.dashes}"' if self.dashes else ""
        return f' fill="{self.fill}"{"" if self.edge == self.fill else edge}{dashes}'


LOOKS = {
    Told.HIGHER: Look(DARK, DARK, PAPER),
    Told.LOWER: Look(PAPER, DARK, DARK, thick=2.0),
    Told.NO_DIFFERENCE: Look(FAINT, FAINT, DARK),
    Told.CANNOT_SAY: Look(PAPER, GREY, DARK),
}
"""How each verdict is shaded."""

MISSING = Look(PAPER, GREY, DARK, dashes="2 2")
"""A council without a figure."""

OURS = Look(US, US, PAPER)
"""The council that the reader asked about."""


def is_told(cell: MapCell) -> bool:
    """Whether there is a figure, or a verdict on one that is withheld."""
    return cell.mark.number is not None or cell.told is not Told.CANNOT_SAY


def look_of(cell: MapCell) -> Look:
    """How a council's cell is shaded."""
    if cell.mark.standing is Standing.US:
        return OURS
    return LOOKS[cell.told] if is_told(cell) else MISSING


def square(look: Look, x: float, y: float, side: float) -> str:
    """A square with its edge inside it.

    Written out here and not by `drawing.path`: a page draws three hundred of them.
    """
    inset = look.thick / 2 if look.edge != look.fill else 0.0
    long = coordinate(side - 2 * inset)
    shape = f"M{coordinate(x + inset)} {coordinate(y + inset)}h{long}v{long}h-{long}z"
    return f'<path d="{shape}"{look.attributes}/>'


def shape(told: Told, x: float, y: float, ink: str) -> str:
    """The verdict as a shape around a middle: up, down, a dot, or a dash for none."""
    if told is Told.HIGHER:
        return f'<path d="M{coordinate(x - 4.5)} {coordinate(y + 4)}h9l-4.5 -8z" fill="{ink}"/>'
    if told is Told.LOWER:
        return f'<path d="M{coordinate(x - 4.5)} {coordinate(y - 4)}h9l-4.5 8z" fill="{ink}"/>'
    if told is Told.NO_DIFFERENCE:
        return f'<circle cx="{coordinate(x)}" cy="{coordinate(y)}" r="2.5" fill="{ink}"/>'
    return path(f"M{coordinate(x - 4)} {coordinate(y)}h8", stroke=ink, stroke_width=1.5)
