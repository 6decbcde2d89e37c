"""Each council's land as the map has it, and how near England's together is to what is printed."""

import json
import math
from itertools import pairwise

import numpy as np
import pytest

pytestmark = pytest.mark.published

MAP = "maps/utla2023_england_simplified_wgs84.geojson"
SERIES = "area_square_kilometres"

LAND_OF_ENGLAND = 130_310
"""Square kilometres of land by the Office for National Statistics' standard area measurements."""

SMALLEST = {"E09000001": 2.9, "E06000053": 16.0}
"""The same for the City of London and the Isles of Scilly, whose outlines are simplest of all."""


@pytest.fixture(scope="session")
def land(loaded_store):
    """Council → square kilometres."""
    readings = loaded_store.readings(SERIES)
    return {
        readings.areas[area]: value
        for area, value in zip(readings.area_index, readings.value.tolist(), strict=True)
    }


def ring_area(ring):
    """The slow twin: ∮ λ · M N cos φ dφ over lines straight in degrees, by the middle of each.

    M and N are the ellipsoid's radii of curvature along a meridian and across it.
    """
    a, f = 6378.137, 1 / 298.257223563
    e2 = f * (2 - f)
    total = 0.0
    for (west, south), (east, north) in pairwise(ring):
        middle = math.radians((south + north) / 2)
        w = 1 - e2 * math.sin(middle) ** 2
        surface = a * (1 - e2) / w**1.5 * (a / w**0.5) * math.cos(middle)
        total += math.radians((west + east) / 2) * surface * math.radians(north - south)
    return abs(total)


def test_every_council_has_the_area_of_its_outline(published_data, loaded_store, land):
    features = json.loads((published_data / MAP).read_text(encoding="utf-8"))["features"]
    assert len(features) == 153
    for feature in features:
        code = loaded_store.geography.canonical(feature["properties"]["utla23cd"])
        drawn = feature["geometry"]["coordinates"]
        polygons = [drawn] if feature["geometry"]["type"] == "Polygon" else drawn
        slow = sum(ring_area(rings[0]) - sum(map(ring_area, rings[1:])) for rings in polygons)
        assert land[code] == pytest.approx(slow, rel=2e-5), feature["properties"]
    assert set(land) == {area.code for area in loaded_store.geography.councils()}


def test_councils_add_up_to_englands_land_within_a_two_hundredth(land):
    assert sum(land.values()) == pytest.approx(LAND_OF_ENGLAND, rel=0.005)


@pytest.mark.parametrize("code", SMALLEST)
def test_the_smallest_are_about_right(land, code):
    assert land[code] == pytest.approx(SMALLEST[code], rel=0.2)
    assert land[code] <= sorted(land.values())[2]


def test_where_an_outline_comes_from_is_kept(loaded_store, land):
    (row,) = loaded_store.source_rows(SERIES, "E06000001", "2023")
    assert (row.file.split("/")[-1], row.row) == (MAP.split("/")[-1], 1)
    assert row.as_published.startswith("an outline of ")
    assert "OS data" in row.licence


def test_the_most_thickly_settled_are_in_london_and_the_least_in_the_hills(edition):
    table = {area.code: area for area in edition.geography.councils()}
    figures = {}
    for code in table:
        for figure in edition.measures.comparators.context(code).figures:
            if figure.variable.id == "children_per_square_kilometre":
                figures[code] = figure.value
    order = sorted(figures, key=figures.__getitem__)
    assert np.isfinite(list(figures.values())).all()
    assert {table[code].region for code in order[-10:]} == {"E12000007"}
    assert {"Northumberland", "Cumberland", "Westmorland and Furness"} <= {
        table[code].name for code in order[:8]
    }
