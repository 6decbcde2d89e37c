"""The map: which cell of a grid each council of today stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from brightfutures.catalogue.declarations import CatalogueError, build, read_toml
from brightfutures.catalogue.geography import Geography
from brightfutures.quantities import AreaKind

BLOCK = 4
"""Columns of a region's block, where councils have no place of their own on the map."""

BLOCKS = 3
"""Regions side by side there."""

LETTERS = 3
"""Letters of a council's name in its cell there."""


@dataclass(frozen=True, kw_only=True)
class GridCell:
    """One council's cell: its column from the west, its row from the north, both from nought."""

    code: str
    column: int
    row: int
    letters: str

    def __post_init__(self) -> None:
        if self.column < 0 or self.row < 0:
            raise ValueError("a cell cannot lie outside the grid.")
        if not 2 <= len(self.letters) <= LETTERS:
            raise ValueError(f"'{self.letters}' must be two or three letters.")


def read_grid(file: Traversable) -> Mapping[str, GridCell]:
    """The cells by the code of their council; `CatalogueError` if two share a cell or a council."""
    tables: list[dict[str, Any]] = read_toml(file).get("cell", []) if file.is_file() else []
    cells = [build(GridCell, table, f"{file.name} ({table.get('code', '?')})") for table in tables]
    if len({cell.code for cell in cells}) != len(cells):
        raise CatalogueError(f"{file.name} gives one council two cells.")
    if len({(cell.column, cell.row) for cell in cells}) != len(cells):
        raise CatalogueError(f"{file.name} puts two councils on one cell.")
    return {cell.code: cell for cell in cells}


def grid_of(geography: Geography, cells: Mapping[str, GridCell]) -> Mapping[str, GridCell]:
    """A cell for every council of today: its place on the map, or one in its region's block.

    A made-up England has no shape. Where any council has no place on the map, each region is a
    block of cells, its councils in order of name from left to right and from top to bottom, and
    the blocks follow each other in the ledger's order, `BLOCKS` side by side.
    """
    codes = [area.code for area in geography.councils()]
    if all(code in cells for code in codes):
        return {code: cells[code] for code in codes}
    return _blocks(geography)


def _blocks(geography: Geography) -> Mapping[str, GridCell]:
    councils = geography.councils()
    regions = [area.code for area in geography.areas if area.kind is AreaKind.REGION]
    found: dict[str, GridCell] = {}
    top = 1  # a row above each block for the region's name
    for first in range(0, len(regions), BLOCKS):
        beside = [
            [area for area in councils if area.region == region]
            for region in regions[first : first + BLOCKS]
        ]
        for place, block in enumerate(beside):
            for number, area in enumerate(block):
                found[area.code] = GridCell(
                    code=area.code,
                    column=place * BLOCK + number % BLOCK,
                    row=top + number // BLOCK,
                    letters=area.name[:LETTERS].strip(),
                )
        top += 1 + max(-(-len(block) // BLOCK) for block in beside)
    return found
