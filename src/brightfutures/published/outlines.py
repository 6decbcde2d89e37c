"""The area that an outline on a map encloses: points in degrees to square kilometres.

The surface of the ellipsoid is laid out without changing any area (Lambert's cylindrical
equal-area projection), where the area of a ring is half the sum of its cross products. With
longitude λ and latitude φ in radians, e² = f(2 − f) and a the equator's radius:

    x = λ,   q = (1 − e²) · [sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e]
    area = a²/2 · |½ Σ (xᵢ qᵢ₊₁ − xᵢ₊₁ qᵢ)|

Source: J. P. Snyder, Map Projections: A Working Manual, U.S. Geological Survey Professional Paper
1395 (1987), equations 3-12 and 10-13 to 10-15; a and f of the World Geodetic System 1984, which
GeoJSON uses (RFC 7946, section 4). A line between two points is straight in that layout: for the
short lines of an outline it is the same as a straight line in degrees.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

EQUATOR_KILOMETRES = 6378.137
FLATTENING = 1 / 298.257223563

LONGEST_RING_TRIED = 2_000
"""Points of the longest ring that is searched for lines that cross: the work is their square."""

FEWEST_POINTS = 4  # of a ring, with its first point again at the end


class NoOutlineError(ValueError):
    """What is wrong with an outline, to follow "holds"."""


@dataclass(frozen=True)
class Outline:
    """What an outline encloses, and how many points it is drawn with."""

    square_kilometres: float
    points: int


def outline_of(geometry: Any) -> Outline:
    """The area of a GeoJSON polygon, or of several, less their holes.

    Raises `NoOutlineError` for any other geometry, for a ring that does not end where it began
    or crosses itself, for a hole that reaches outside, and for points that are not in degrees.
    """
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise NoOutlineError(f"{_called(kind)}, not the outline of an area")
    drawn = geometry.get("coordinates")
    polygons = [drawn] if kind == "Polygon" else _list(drawn)
    area, points = 0.0, 0
    for polygon in polygons:
        rings = [_ring(positions) for positions in _list(polygon)]
        if not rings:
            continue
        within = square_kilometres(rings[0])
        for hole in rings[1:]:
            if (hole.min(axis=0) < rings[0].min(axis=0)).any() or (
                hole.max(axis=0) > rings[0].max(axis=0)
            ).any():
                raise NoOutlineError("an outline with a hole that reaches outside it")
            within -= square_kilometres(hole)
        if within <= 0:
            raise NoOutlineError("an outline whose holes leave nothing of it")
        area += within
        points += sum(map(len, rings))
    if not points:
        raise NoOutlineError("an outline without points")
    return Outline(area, points)


def square_kilometres(ring: Numbers) -> float:
    """The area within one ring of points (longitude, latitude) in degrees."""
    x, q = np.radians(ring[:, 0]), _equal_area(np.radians(ring[:, 1]))
    x, q = x - x[0], q - q[0]  # a small ring far from the origin keeps its digits
    twice = float(np.sum(x[:-1] * q[1:] - x[1:] * q[:-1]))
    return EQUATOR_KILOMETRES**2 / 2 * abs(twice) / 2


def _equal_area(latitude: Numbers) -> Numbers:
    squared = FLATTENING * (2 - FLATTENING)
    e, sine = math.sqrt(squared), np.sin(latitude)
    q: Numbers = (1 - squared) * (sine / (1 - squared * sine**2) + np.arctanh(e * sine) / e)
    return q


def _ring(positions: Any) -> Numbers:
    ring = np.array([_point(position) for position in _list(positions)])
    if len(ring) < FEWEST_POINTS:
        raise NoOutlineError(f"a ring of fewer than {FEWEST_POINTS} points")
    if (ring[0] != ring[-1]).any():
        raise NoOutlineError("a ring that does not end where it began")
    if len(ring) <= LONGEST_RING_TRIED and _crosses_itself(ring):
        raise NoOutlineError("a ring that crosses itself")
    if not square_kilometres(ring) > 0:
        raise NoOutlineError("a ring that encloses nothing")
    return ring


def _point(position: Any) -> tuple[float, float]:
    numbers = position[:2] if isinstance(position, list) else []
    if len(numbers) == 2 and all(type(number) in (int, float) for number in numbers):
        longitude, latitude = numbers
        if abs(longitude) <= 180 and abs(latitude) <= 90:
            return float(longitude), float(latitude)
    raise NoOutlineError("a point that is no longitude and latitude in degrees")


def _crosses_itself(ring: Numbers) -> bool:
    """Whether two of its lines cross within both; lines that only touch do not count."""
    start, end = ring[:-1], ring[1:]
    side_of_start = _side(start[:, None], end[:, None], start[None, :])
    side_of_end = _side(start[:, None], end[:, None], end[None, :])
    apart = side_of_start * side_of_end < 0  # [i, j]: line i parts the two ends of line j
    return bool((apart & apart.T).any())


def _side(start: Numbers, end: Numbers, point: Numbers) -> Numbers:
    """On which side of lines points lie: 1, -1, or 0 on the line (to a billionth of a degree²)."""
    along, across = end - start, point - start
    product = along[..., 0] * across[..., 1] - along[..., 1] * across[..., 0]
    side: Numbers = np.where(np.abs(product) < 1e-15, 0.0, np.sign(product))
    return side


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, list):
        raise NoOutlineError("an outline that is no list of points")
    return value


def _called(kind: object) -> str:
    return f"a {kind}" if isinstance(kind, str) and kind.isalpha() and len(kind) < 20 else "nothing"
