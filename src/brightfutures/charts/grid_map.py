"""Grid map: where are councils high and low? One cell for each council, small and large alike."""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.charts.councils import Councils
from brightfutures.charts.grid_map_cells import MapCell, Told
from brightfutures.charts.grid_map_legend import MapSheet
from brightfutures.charts.grid_map_picture import grid_map_picture
from brightfutures.charts.words import ChartTable, ChartWords

WIDE = MapSheet(width=720, pitch=34, text_size=13, has_letters=True)
NARROW = MapSheet(width=312, pitch=24, text_size=14, has_letters=False)
"""Thirteen columns on a screen of 320 pixels: each cell is then 24 across, and can be pressed."""


@dataclass(frozen=True, kw_only=True)
class GridMapChart:
    """Every council in a cell of a grid, shaded and marked by what a test told of it.

    Cells are read region by region, in the order given. Our council is navy. A council without a
    figure is an empty outline. Each cell is a link where it has an address; then the drawing is a
    group of links and no image. `key` are the words for each verdict, in the legend's order.
    """

    words: ChartWords
    cells: tuple[MapCell, ...]
    key: tuple[tuple[Told, str], ...]

    def __post_init__(self) -> None:
        Councils(tuple(cell.mark for cell in self.cells)).checked(self.words.title)
        if not self.cells:
            raise ValueError(f"The map '{self.words.title}' has no cells.")
        if len({(cell.column, cell.row) for cell in self.cells}) != len(self.cells):
            raise ValueError(f"Two councils share a cell of the map '{self.words.title}'.")

    def svg(self, identifier: str, *, narrow: bool = False) -> str:
        """The map as SVG, 720 units wide, or 312 for a small screen."""
        return grid_map_picture(self, identifier, NARROW if narrow else WIDE)

    def table(self) -> ChartTable:
        """Every council in the order of the cells, region by region."""
        return ChartTable(
            caption=self.words.title,
            header=("Council", "Region", "Figure", "Beside all others"),
            rows=tuple(
                (
                    cell.mark.name,
                    cell.region,
                    self.words.figure(cell.mark.figure),
                    dict(self.key).get(cell.told, "–"),
                )
                for cell in self.cells
            ),
            holds_numbers=(False, False, True, False),
        )
