"""A straight line through councils' figures whose spread beyond chance is estimated.

Each figure on the scale is normal about x'β with variance τ² + v, v its own chance variance. τ²
is found by restricted maximum likelihood (Patterson and Thompson 1971), β by weighted least
squares at it. A council's level without its own figure needs no fit of its own: with leverage
h = w·x'Cx it is z − (z − x'β)/(1 − h), the weights w = 1/(τ² + v) held (Cook and Weisberg 1982).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers, Rows

STEPS = 100
CLOSE_ENOUGH = 1e-10
LEAST_SPREAD = 1e-12
"""τ² where figures without chance of their own lie all on one line."""


@dataclass(frozen=True, eq=False)
class Figures:
    """What is fitted: figures on the scale, their chance variances, and the design x."""

    working: Numbers
    variance: Numbers
    design: Numbers

    def chosen(self, rows: Rows | Flags) -> Figures:
        """The same of some councils only."""
        return Figures(self.working[rows], self.variance[rows], self.design[rows])

    def without_column(self, column: int) -> Figures:
        """The same with one column of the design left out."""
        return Figures(self.working, self.variance, np.delete(self.design, column, axis=1))


@dataclass(frozen=True, eq=False)
class Line:
    """β, its covariance C = (X'WX)⁻¹, and the variance τ² beyond chance."""

    coefficients: Numbers
    covariance: Numbers
    spread: float

    def level(self, design: Numbers) -> Numbers:
        """x'β for each row of a design."""
        return np.asarray(design @ self.coefficients)

    def unsureness(self, design: Numbers) -> Numbers:
        """x'Cx: the variance of each level that comes of β being estimated."""
        return np.asarray(np.einsum("ij,jk,ik->i", design, self.covariance, design))


class FromOthers(NamedTuple):
    """The levels of some councils and the variances of those."""

    level: Numbers
    unsureness: Numbers


def line_at(figures: Figures, spread: float) -> Line:
    """The line by weighted least squares, for a given τ²."""
    weighted = figures.design / (spread + figures.variance)[:, np.newaxis]
    covariance: Numbers = np.asarray(np.linalg.inv(figures.design.T @ weighted), dtype=np.float64)
    return Line(np.asarray(covariance @ (weighted.T @ figures.working)), covariance, spread)


def best_line(figures: Figures, start: float) -> Line:
    """The line with τ² by restricted maximum likelihood, searched for from `start`.

    Fisher's scoring: with P = W − WXCX'W, the slope in τ² is ½(z'PPz − tr P) and the information
    ½ tr PP.
    """
    least = LEAST_SPREAD if not figures.variance.all() else 0.0
    spread = max(start, LEAST_SPREAD)
    columns = figures.design.shape[1]
    products = np.einsum("ij,ik->jki", figures.design, figures.design).reshape(columns**2, -1)
    for _ in range(STEPS):
        slope, information = _slope(figures, products, spread)
        moved = spread + slope / information
        if moved <= least:
            moved = least if spread < 1e-8 else spread / 10.0
        if abs(moved - spread) <= CLOSE_ENOUGH * (1e-3 + spread):
            spread = moved
            break
        spread = moved
    return line_at(figures, spread)


def _slope(figures: Figures, products: Numbers, spread: float) -> tuple[float, float]:
    """The slope in τ² and the information; `products` are xx' of each figure, a column each."""
    weight = 1.0 / (spread + figures.variance)
    columns = figures.design.shape[1]
    powers = np.column_stack([weight, weight**2, weight**3])
    by_weight, by_square, by_cube = (products @ powers).T.reshape(3, columns, columns)
    covariance = np.linalg.inv(by_weight)
    coefficients = covariance @ ((weight * figures.working) @ figures.design)
    apart = weight * (figures.working - figures.design @ coefficients)
    squared, cubed = covariance @ by_square, covariance @ by_cube
    trace = float(weight.sum() - np.trace(squared))
    of_square = float(weight @ weight - 2.0 * np.trace(cubed) + (squared * squared.T).sum())
    return 0.5 * (float(apart @ apart) - trace), 0.5 * of_square


def levels_without_own(
    figures: Figures, line: Line, pairs: Sequence[tuple[int, int]] = ()
) -> FromOthers:
    """Each council's level by the line through the others, τ² and the weights held.

    The councils of a pair return one figure together: both are left out for either.
    """
    weight = 1.0 / (line.spread + figures.variance)
    unsureness = line.unsureness(figures.design)
    kept = 1.0 - weight * unsureness
    apart = figures.working - line.level(figures.design)
    level, own = figures.working - apart / kept, unsureness / kept
    for one, other in pairs:
        without = np.delete(np.arange(len(level)), [one, other])
        through = line_at(figures.chosen(without), line.spread)
        level[one] = through.level(figures.design[[one]])[0]
        own[one] = through.unsureness(figures.design[[one]])[0]
    return FromOthers(level, own)
