"""A random-intercept model the slow and obvious way: sums over a fine grid, one number at a time.

The chance of a group's counts is summed over hundreds of values of its intercept, with no
approximation but the grid; the likelihood is then raised by moving one parameter at a time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

GRID = np.linspace(-7.0, 7.0, 281)
DENSITY = np.exp(-0.5 * GRID**2) / math.sqrt(2.0 * math.pi) * (GRID[1] - GRID[0])


@dataclass(frozen=True)
class Row:
    """One count out of so many (or for so much exposure), its circumstances and its group."""

    x: int
    n: float
    z: Sequence[float]
    group: int


def binomial(row: Row, level: np.ndarray) -> np.ndarray:
    ways = math.lgamma(row.n + 1) - math.lgamma(row.x + 1) - math.lgamma(row.n - row.x + 1)
    return ways + row.x * level - row.n * np.log1p(np.exp(level))


def poisson(row: Row, level: np.ndarray) -> np.ndarray:
    return row.x * (level + math.log(row.n)) - row.n * np.exp(level) - math.lgamma(row.x + 1)


def log_likelihood(
    rows: Sequence[Row],
    chance: Callable[[Row, np.ndarray], np.ndarray],
    coefficients: Sequence[float],
    spread: float,
) -> float:
    total = 0.0
    for group in sorted({row.group for row in rows}):
        together = np.zeros(len(GRID))
        for row in rows:
            if row.group == group:
                fixed = sum(b * z for b, z in zip(coefficients, row.z, strict=True))
                together = together + chance(row, fixed + spread * GRID)
        highest = together.max()
        total += highest + math.log(float(np.exp(together - highest) @ DENSITY))
    return total


def raised(
    value: Callable[[list[float]], float], start: Sequence[float], smallest: float = 1e-6
) -> list[float]:
    """The place of the highest value, found by steps along one direction after another."""
    place, step = list(start), [0.25] * len(start)
    best = value(place)
    while max(step) > smallest:
        for one in range(len(place)):
            for way in (step[one], -step[one]):
                tried = list(place)
                tried[one] += way
                if tried[-1] >= 0.0 and (found := value(tried)) > best:
                    place, best = tried, found
                    step[one] *= 1.6
                    break
            else:
                step[one] *= 0.5
    return place


def slow_fit(
    rows: Sequence[Row], chance: Callable[[Row, np.ndarray], np.ndarray], start: Sequence[float]
) -> tuple[list[float], float, float]:
    """The coefficients, the spread and the log likelihood where it is highest."""

    def value(place: list[float]) -> float:
        return log_likelihood(rows, chance, place[:-1], place[-1])

    found = raised(value, start)
    return found[:-1], found[-1], value(found)


def slow_restricted_spread(
    rows: Sequence[Row], chance: Callable[[Row, np.ndarray], np.ndarray], middle: float
) -> float:
    """The spread at which the likelihood is highest once summed over a single level β as well."""
    levels = middle + np.linspace(-0.8, 0.8, 33)

    def value(place: list[float]) -> float:
        each = np.array([log_likelihood(rows, chance, [b], place[0]) for b in levels])
        return float(each.max() + np.log(np.exp(each - each.max()).sum()))

    return raised(value, [0.4], smallest=1e-4)[0]
