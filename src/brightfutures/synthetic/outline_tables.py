"""A map of the made-up councils: boxes in the open Atlantic, some with an island or a lake.

A box between two meridians and two parallels encloses an area that is known without a sum:
a²/2 · Δλ · (q₂ − q₁), with q of each parallel as in J. P. Snyder, Map Projections: A Working
Manual, U.S. Geological Survey Professional Paper 1395 (1987), equation 3-12.
"""

from __future__ import annotations

import json
import math
from typing import NamedTuple

import numpy as np

from brightfutures.catalogue.sources import FileRule, Source
from brightfutures.quantities import Reason
from brightfutures.synthetic.area_cells import AreaCells
from brightfutures.synthetic.forms import Form
from brightfutures.synthetic.headers import place_of
from brightfutures.synthetic.land import square_kilometres
from brightfutures.synthetic.planted import Planted
from brightfutures.synthetic.world import World

WEST, SOUTH, BAND, GAP = -40.0, 44.0, 1.4, 0.1
"""Degrees: where the first council lies, how far apart regions are, and the sea in between."""

DIGITS = 5  # of a degree: about a metre
EQUATOR_KILOMETRES, FLATTENING = 6378.137, 1 / 298.257223563  # World Geodetic System 1984
KILOMETRES_A_DEGREE = 111.2  # from south to north, to make boxes about square

WITH_ISLAND, WITH_LAKE = (7, 3), (11, 5)
"""Every seventh council has an island, every eleventh a lake: the number, and the first of them."""
ISLAND, LAKE = 0.1, 0.05  # of the council's land


class Box(NamedTuple):
    """What lies between two meridians and two parallels, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def square_kilometres(self) -> float:
        """Its area on the ellipsoid."""
        up = _equal_area(self.north) - _equal_area(self.south)
        return EQUATOR_KILOMETRES**2 / 2 * math.radians(self.east - self.west) * up

    @property
    def ring(self) -> list[list[float]]:
        """Its corners, against the clock, ending where it began."""
        west, south, east, north = self
        return [[west, south], [east, south], [east, north], [west, north], [west, south]]


class Drawn(NamedTuple):
    """A council's outline as GeoJSON, the area that it encloses, and where it ends in the east."""

    geometry: dict[str, object]
    square_kilometres: float
    east: float


def outline_rows(
    world: World, form: Form, source: Source, rule: FileRule, planted: list[Planted]
) -> tuple[list[str], list[list[str]]]:
    """One row a council of today: its code and name, and its outline."""
    (read,) = rule.reads or source.reads
    areas = AreaCells(world, form, rule.areas or source.areas)
    header = list(form.columns)
    land = square_kilometres(world.seed, world.councils)
    value = np.full(len(world.areas), np.nan)
    missing = np.full(len(world.areas), Reason.DID_NOT_EXIST.bit, np.uint16)
    rows: list[list[str]] = []
    east: dict[int, float] = {}
    for place in range(world.councils.current_count):
        region = int(world.councils.region_of[place])
        west = east.get(region, WEST - GAP) + GAP
        drawn = draw(place, west, SOUTH + BAND * region, float(land[place]))
        east[region] = drawn.east
        value[place], missing[place] = drawn.square_kilometres, 0
        row = [world.areas[place].name] * len(header)
        for at, text in areas.cells(header, place).items():
            row[at] = text
        row[place_of(header, read.column)] = json.dumps(drawn.geometry)
        rows.append(row)
    period = read.period or rule.period or ""
    planted.append(Planted(form.name, read.series, period, None, value, missing))
    return header, rows


def draw(place: int, west: float, south: float, land: float) -> Drawn:
    """The outline of the council at a place of the list, about as large as `land`."""
    if place % WITH_ISLAND[0] == WITH_ISLAND[1]:
        main = box(west, south, (1 - ISLAND) * land)
        island = box(main.east + GAP, south, ISLAND * land)
        return Drawn(
            {"type": "MultiPolygon", "coordinates": [[main.ring], [island.ring]]},
            main.square_kilometres + island.square_kilometres,
            island.east,
        )
    if place % WITH_LAKE[0] == WITH_LAKE[1]:
        main = box(west, south, (1 + LAKE) * land)
        middle = (main.west + main.east) / 2, (main.south + main.north) / 2
        lake = box(*middle, LAKE * land)
        return Drawn(
            {"type": "Polygon", "coordinates": [main.ring, lake.ring[::-1]]},
            main.square_kilometres - lake.square_kilometres,
            main.east,
        )
    main = box(west, south, land)
    geometry: dict[str, object] = {"type": "Polygon", "coordinates": [main.ring]}
    return Drawn(geometry, main.square_kilometres, main.east)


def box(west: float, south: float, land: float) -> Box:
    """A box of about so many square kilometres with its corner at a point, about square."""
    west, south = round(west, DIGITS), round(south, DIGITS)
    north = round(south + math.sqrt(land) / KILOMETRES_A_DEGREE, DIGITS)
    one_degree = Box(west, south, west + 1, north).square_kilometres
    return Box(west, south, round(west + land / one_degree, DIGITS), north)


def _equal_area(latitude: float) -> float:
    squared = FLATTENING * (2 - FLATTENING)
    e, sine = math.sqrt(squared), math.sin(math.radians(latitude))
    return (1 - squared) * (sine / (1 - squared * sine**2) + math.atanh(e * sine) / e)
