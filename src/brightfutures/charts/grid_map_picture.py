"""How a grid map is drawn: a square for each council, a line round each region, and a legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from brightfutures.charts.drawing import coordinate, escaped, path, picture, text, titled
from brightfutures.charts.grid_map_cells import Look, MapCell, is_told, look_of, shape, square
from brightfutures.charts.grid_map_legend import Legend, MapSheet, legend_of
from brightfutures.charts.lettering import fitted, text_width
from brightfutures.charts.palette import DARK, PAPER

if TYPE_CHECKING:
    from brightfutures.charts.grid_map import GridMapChart

GAP = 2
"""White on every side of a square; the line between two regions is as wide, and stands in it."""

_WHOLE = Look(PAPER, PAPER, PAPER)


def grid_map_picture(chart: GridMapChart, identifier: str, sheet: MapSheet) -> str:
    """The SVG of a grid map on a sheet of this size."""
    columns = max(cell.column for cell in chart.cells) + 1
    rows = max(cell.row for cell in chart.cells) + 1
    legend = legend_of(chart, sheet)
    if sheet.has_letters:
        left = max((sheet.width - columns * sheet.pitch) * 0.28, 0.0)
        legend_left = sheet.width - legend.width - 1
        height = max(rows * sheet.pitch, legend.height) + 2
        key = legend.marks(legend_left, 1)
        names = _region_names(chart, sheet, left, legend)
    else:
        left = max((sheet.width - columns * sheet.pitch) / 2, 0.0)
        height = rows * sheet.pitch + sheet.line + legend.height
        key, names = legend.marks(0, rows * sheet.pitch + sheet.line * 0.75), []
    leads_on = any(cell.address for cell in chart.cells)
    marks = [
        *key,
        *_regions(chart, sheet, left),
        *(['<g aria-hidden="true">', *names, "</g>"] if names else []),
        _borders(chart.cells, sheet, left),
    ]
    role = "group" if leads_on else "img"
    return picture(
        chart.words,
        identifier,
        sheet.width,
        height,
        marks,
        text_size=sheet.text_size,
        role=role,
    )


def _regions(chart: GridMapChart, sheet: MapSheet, left: float) -> list[str]:
    """The cells, those of a region together under its name."""
    found = []
    for region, cells in groupby(chart.cells, key=lambda cell: cell.region):
        drawn = "".join(_cell(cell, sheet, left) for cell in cells)
        name = f' role="group" aria-label="{escaped(region)}"'
        found.append(f'<g text-anchor="middle"{name}>{drawn}</g>')
    return found


def _cell(cell: MapCell, sheet: MapSheet, left: float) -> str:
    look, pitch = look_of(cell), sheet.pitch
    x, y = left + cell.column * pitch, cell.row * pitch
    middle = x + pitch / 2
    # Under the square lies the whole cell, in white, so that all of it can be pressed.
    marks = [square(_WHOLE, x, y, pitch)] if cell.address else []
    marks.append(square(look, x + GAP, y + GAP, pitch - 2 * GAP))
    if sheet.has_letters:
        letters = escaped(fitted(cell.letters, pitch, sheet.text_size))
        place = f'x="{coordinate(middle)}" y="{coordinate(y + pitch * 0.46)}"'
        marks.append(f'<text {place} fill="{look.ink}">{letters}</text>')
    if is_told(cell):
        at = y + pitch * (0.7 if sheet.has_letters else 0.5)
        marks.append(shape(cell.told, middle, at, look.ink))
    return titled(cell.said, *marks, address=cell.address)


def _borders(cells: Sequence[MapCell], sheet: MapSheet, left: float) -> str:
    """A line wherever a region ends at another."""
    region = {(cell.column, cell.row): cell.region for cell in cells}
    pitch, shape = sheet.pitch, ""
    for (column, row), name in region.items():
        x, y = left + column * pitch, row * pitch
        if region.get((column + 1, row), name) != name:
            shape += f"M{coordinate(x + pitch)} {coordinate(y)}v{coordinate(pitch)}"
        if region.get((column, row + 1), name) != name:
            shape += f"M{coordinate(x)} {coordinate(y + pitch)}h{coordinate(pitch)}"
    return path(shape, stroke=DARK, stroke_width=GAP, fill="none", pointer_events="none")


def _region_names(chart: GridMapChart, sheet: MapSheet, left: float, legend: Legend) -> list[str]:
    """Each region's name above it or beside it, where nothing else stands; else nowhere."""
    taken = {(cell.column, cell.row) for cell in chart.cells}
    regions = {
        cell.region: [c for c in chart.cells if c.region == cell.region] for cell in chart.cells
    }
    used: list[tuple[float, float, float]] = [
        (sheet.width - legend.width - 8, sheet.width, row * sheet.pitch)
        for row in range(int(legend.height / sheet.pitch) + 1)
    ]
    found = []
    for region, cells in regions.items():
        width = text_width(region, sheet.text_size)
        for x, row in _room_for_name(cells, taken, width, sheet, left):
            span = (x, x + width, row * sheet.pitch)
            if not any(
                span[0] < b and a < span[1] and abs(span[2] - top) < 1 for a, b, top in used
            ):
                used.append(span)
                baseline = (row + 0.5) * sheet.pitch + sheet.text_size * 0.35
                found.append(text(x, baseline, region, fill=DARK))
                break
    return found


def _room_for_name(
    cells: Sequence[MapCell],
    taken: set[tuple[int, int]],
    width: float,
    sheet: MapSheet,
    left: float,
) -> Iterable[tuple[float, int]]:
    """Where a region's name could stand: just above it, or in a row beside it, nearest first."""
    pitch, gap = sheet.pitch, 8
    first, top = min(cell.column for cell in cells), min(cell.row for cell in cells)
    ours_at = {(cell.column, cell.row) for cell in cells}
    over = range(first, first + int(width / pitch) + 1)
    if (
        top > 0
        and (first, top) in ours_at
        and not any((column, top - 1) in taken for column in over)
    ):
        yield left + first * pitch + 1, top - 1
    middle = sum(cell.row for cell in cells) / len(cells)
    for row in sorted({cell.row for cell in cells}, key=lambda row: (abs(row - middle), row)):
        ours = [cell.column for cell in cells if cell.row == row]
        others = [column for column, at in taken if at == row]
        right = left + (max(ours) + 1) * pitch + gap
        if max(ours) == max(others) and right + width <= sheet.width:
            yield right, row
        before = left + min(ours) * pitch - gap - width
        if min(ours) == min(others) and before >= 0:
            yield before, row
