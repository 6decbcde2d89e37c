"""The map: one cell for every council of today, and England's shape in so far as a grid has one."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from brightfutures.catalogue import Catalogue
from brightfutures.catalogue.declarations import CatalogueError
from brightfutures.catalogue.geography import Geography
from brightfutures.catalogue.grid import GridCell, grid_of, read_grid
from brightfutures.quantities import Area, AreaKind

ONE = '{ code = "E1", column = 1, row = 1, letters = "Abc" }'
NARROWEST = 13
"""Columns, so that on a screen of 320 pixels each cell is still 24 across."""


def in_one_piece(cells: Iterable[GridCell]) -> bool:
    left = {(cell.column, cell.row) for cell in cells}
    reached = [left.pop()]
    while reached:
        x, y = reached.pop()
        for place in {(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & left:
            left.remove(place)
            reached.append(place)
    return not left


def region_cells(geography: Geography, cells: dict[str, GridCell], region: str) -> list[GridCell]:
    return [cells[area.code] for area in geography.councils() if area.region == region]


def made_up(counts: tuple[int, ...]) -> Geography:
    regions = [Area(code=f"R{i}", name=f"Region {i}", kind=AreaKind.REGION) for i in range(9)]
    councils = [
        Area(code=f"C{i}{n}", name=f"Place {n}", kind=AreaKind.COUNCIL, region=f"R{i}")
        for i, count in enumerate(counts)
        for n in range(count)
    ]
    return Geography(areas=(*regions, *councils), recodes={}, aliases={}, made_up=True)


def test_every_council_of_today_stands_on_the_map_once_and_no_other(catalogue: Catalogue):
    assert set(catalogue.grid) == {area.code for area in catalogue.geography.councils()}
    assert grid_of(catalogue.geography, catalogue.grid) == catalogue.grid


def test_no_two_councils_share_a_cell_or_their_letters(catalogue: Catalogue):
    cells = catalogue.grid.values()

    assert len({(cell.column, cell.row) for cell in cells}) == len(cells)
    assert len({cell.letters for cell in cells}) == len(cells)


def test_the_map_is_narrow_enough_for_a_telephone(catalogue: Catalogue):
    assert max(cell.column for cell in catalogue.grid.values()) < NARROWEST


def test_every_region_is_in_one_piece(catalogue: Catalogue):
    geography = catalogue.geography
    regions = [area for area in geography.areas if area.kind is AreaKind.REGION]

    for region in regions:
        assert in_one_piece(region_cells(geography, dict(catalogue.grid), region.code)), region.name


def test_the_city_is_in_the_middle_of_london_beside_its_seven_neighbours(catalogue: Catalogue):
    geography = catalogue.geography
    city = catalogue.grid[geography.code_of_name["city of london"]]
    london = region_cells(geography, dict(catalogue.grid), "E12000007")

    assert 2 * city.column == min(c.column for c in london) + max(c.column for c in london)
    assert 2 * city.row == min(c.row for c in london) + max(c.row for c in london)
    for name in ("camden", "islington", "hackney", "tower hamlets", "southwark", "lambeth",
                 "westminster"):  # fmt: skip
        beside = catalogue.grid[geography.code_of_name[name]]
        assert max(abs(beside.column - city.column), abs(beside.row - city.row)) == 1, name


def test_nothing_lies_further_south_or_west_than_the_isles_of_scilly(catalogue: Catalogue):
    scilly = catalogue.grid[catalogue.geography.code_of_name["isles of scilly"]]

    assert scilly.row == max(cell.row for cell in catalogue.grid.values())
    assert scilly.column == min(cell.column for cell in catalogue.grid.values())


@pytest.mark.parametrize(
    ("further", "nearer", "way"),
    [("cumberland", "cornwall", "north"), ("northumberland", "kent", "north"),
     ("leeds", "sheffield", "north"), ("norfolk", "shropshire", "east"),
     ("hull", "liverpool", "east"), ("havering", "hillingdon", "east"),
     ("kent", "devon", "east"), ("enfield", "croydon", "north")],
)  # fmt: skip
def test_the_points_of_the_compass_hold(catalogue: Catalogue, further: str, nearer: str, way: str):
    names = catalogue.geography.code_of_name
    one, other = catalogue.grid[names[further]], catalogue.grid[names[nearer]]

    assert one.row < other.row if way == "north" else one.column > other.column


@pytest.mark.parametrize("counts", [(17,) * 9, (1, 40, 3, 0, 0, 9, 12, 5, 1), (4, 4, 4)])
def test_councils_without_a_place_on_the_map_stand_in_blocks_of_their_region(
    catalogue: Catalogue, counts: tuple[int, ...]
):
    geography = made_up(counts)
    cells = dict(grid_of(geography, catalogue.grid))

    assert set(cells) == {area.code for area in geography.councils()}
    assert len({(cell.column, cell.row) for cell in cells.values()}) == len(cells)
    assert max(cell.column for cell in cells.values()) < NARROWEST
    for region, count in enumerate(counts):
        assert not count or in_one_piece(region_cells(geography, cells, f"R{region}"))


@pytest.mark.parametrize(
    ("cells", "said"),
    [([ONE, ONE], "one council two cells"), ([ONE, ONE.replace("E1", "E2")], "on one cell"),
     ([ONE.replace("Abc", "A")], "two or three letters"), ([ONE.replace("= 1,", "= -1,")],
      "outside the grid"), ([ONE.replace("row", "line")], "'line'")],
)  # fmt: skip
def test_a_map_that_cannot_be_drawn_is_refused(tmp_path: Path, cells: list[str], said: str):
    file = tmp_path / "grid.toml"
    file.write_text(f"cell = [{', '.join(cells)}]", encoding="utf-8")

    with pytest.raises(CatalogueError, match=said):
        read_grid(file)
