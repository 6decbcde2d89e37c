"""The area that an outline encloses: by known areas, and refused where it is no outline."""

import copy
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from brightfutures.published.outlines import NoOutlineError, outline_of, square_kilometres

SURFACE_OF_THE_EARTH = 510_065_621.724
"""Square kilometres of the ellipsoid of WGS 84 by 2πa²(1 + (1 − e²)/e · artanh e)."""

Ring = list[list[float]]


def box(west: float, south: float, east: float, north: float) -> Ring:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: Ring) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


SQUARE = box(0, 0, 1, 1)


def area(*rings: Ring) -> float:
    return outline_of(polygon(*rings)).square_kilometres


def test_a_degree_square_on_the_equator():
    """A degree along it is a·π/180 = 111.3195 km; one up it 110.5744 km; the sides draw in."""
    assert area(SQUARE) == pytest.approx(12_308.46, abs=0.01)
    assert area(SQUARE) == pytest.approx(111.3195 * 110.5744, rel=1e-4)


def test_a_square_so_small_that_the_earth_is_flat():
    """At 52° north a thousandth of a degree is 68.678 m east and 111.267 m north (WGS 84)."""
    assert area(box(-1.0, 52.0, -0.999, 52.001)) == pytest.approx(0.068678 * 0.111267, rel=5e-5)


def test_the_whole_earth():
    assert area(box(-180, -90, 180, 90)) == pytest.approx(SURFACE_OF_THE_EARTH, rel=1e-9)


def test_a_box_is_what_lies_between_two_parallels_and_two_meridians():
    """Against the integral of the ellipsoid's surface, added up in ten thousand thin strips."""
    a, f = 6378.137, 1 / 298.257223563
    e2 = f * (2 - f)
    latitude = np.radians(50 + (np.arange(10_000) + 0.5) * 2e-4)  # from 50 to 52
    strip = np.cos(latitude) / (1 - e2 * np.sin(latitude) ** 2) ** 2
    slow = a**2 * (1 - e2) * np.radians(3) * float(strip.sum()) * math.radians(2e-4)
    assert area(box(-4, 50, -1, 52)) == pytest.approx(slow, rel=1e-8)


def test_a_hole_is_taken_away():
    hole = box(0.25, 0.25, 0.5, 0.5)
    assert area(SQUARE, hole) == pytest.approx(area(SQUARE) - area(hole))


def test_several_polygons_are_added_and_their_points_counted():
    island = box(2, 2, 2.5, 2.5)
    both = outline_of({"type": "MultiPolygon", "coordinates": [[SQUARE], [island]]})
    assert both.square_kilometres == pytest.approx(area(SQUARE) + area(island))
    assert both.points == 10


def test_a_height_beside_longitude_and_latitude_is_passed_over():
    assert area([[*point, 120.0] for point in SQUARE]) == area(SQUARE)


@given(some.floats(-170, 170), some.floats(-80, 80), some.integers(3, 40), some.integers(0, 1_000))
def test_neither_where_it_begins_nor_which_way_round_changes_an_area(
    longitude: float, latitude: float, corners: int, seed: int
):
    turn = np.sort(np.random.default_rng(seed).uniform(0, 2 * np.pi, corners))
    points = np.column_stack([longitude + np.cos(turn), latitude + np.sin(turn)])
    ring = np.vstack([points, points[:1]])
    later = np.roll(points, 1, axis=0)
    expected = square_kilometres(ring)
    assert square_kilometres(ring[::-1]) == pytest.approx(expected, abs=1e-8)
    assert square_kilometres(np.vstack([later, later[:1]])) == pytest.approx(expected, abs=1e-8)


def bad(change: str) -> object:
    shape = copy.deepcopy(polygon(SQUARE))
    ring: list[object] = shape["coordinates"][0]  # type: ignore[index]
    match change:
        case "open":
            ring.pop()
        case "crossing":
            ring[1], ring[2] = ring[2], ring[1]
        case "short":
            del ring[1:3]
        case "flat":
            ring[:] = [[0, 0], [1, 0], [2, 0], [0, 0]]
        case "metres":
            ring[0] = ring[-1] = [412_000, 280_000]
        case "text":
            ring[0] = ring[-1] = ["0", "0"]
        case "not a number":
            ring[0] = ring[-1] = [float("nan"), 0.0]
        case "true":
            ring[0] = ring[-1] = [True, False]
        case "one number":
            ring[0] = ring[-1] = [0]
        case "no ring":
            shape["coordinates"] = []
        case "no list":
            shape["coordinates"] = {"ring": ring}
        case "outside":
            shape["coordinates"].append(box(0.5, 0.5, 1.5, 0.6))  # type: ignore[attr-defined]
        case "nothing left":
            shape["coordinates"].append(SQUARE)  # type: ignore[attr-defined]
    return shape


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("open", "does not end where it began"),
        ("crossing", "crosses itself"),
        ("short", "fewer than 4 points"),
        ("flat", "encloses nothing"),
        ("metres", "no longitude and latitude"),
        ("text", "no longitude and latitude"),
        ("not a number", "no longitude and latitude"),
        ("true", "no longitude and latitude"),
        ("one number", "no longitude and latitude"),
        ("no ring", "without points"),
        ("no list", "no list of points"),
        ("outside", "a hole that reaches outside"),
        ("nothing left", "leave nothing"),
    ],
)
def test_what_is_no_outline_is_refused(change: str, said: str):
    with pytest.raises(NoOutlineError, match=said):
        outline_of(bad(change))


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        (None, "nothing, not the outline"),
        ({"type": "Point", "coordinates": [0, 0]}, "a Point, not the outline"),
        ({"type": "LineString", "coordinates": SQUARE}, "a LineString, not the outline"),
        ({"type": ["Polygon"]}, "nothing, not the outline"),
        ([SQUARE], "nothing, not the outline"),
    ],
)
def test_another_shape_is_named(geometry: object, said: str):
    with pytest.raises(NoOutlineError, match=said):
        outline_of(geometry)


def test_a_ring_may_touch_itself():
    """Two parts of an outline made simpler can meet in a point."""
    ring = [[0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1], [0, 0]]
    assert area(ring) > 0
