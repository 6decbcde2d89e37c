"""The likelihood of a random-intercept model, and where it is highest for one spread τ.

Written with u = τ·v, so that τ = 0 is a point like any other. W is the sum of a group's weights
(what its observations tell about their level), and 1 + τ²W the curvature of its v.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Numbers, Whole
from brightfutures.measures.levels.likelihoods import Likelihood, Observations, Slopes

STEPS = 60
FARTHEST = 30.0
"""No step moves a level further on a scale of logs, where e³⁰ is ten million million times."""

CLOSE_ENOUGH = 1e-10
NEAR = 1e-6
"""A step of Newton's so short leaves an error of about its square."""

ROUNDING = 1e-12
WIDEST = 20.0
"""No spread between groups is wider on a scale of logs: e²⁰ is near half a thousand million."""


@dataclass(frozen=True, eq=False)
class Mode:
    """Where the joint log likelihood is highest, and its curvature there.

    `information` is of β with the groups' intercepts allowed for (none where β was held), and
    `log_groups` is Σ log(1 + τ²W).
    """

    coefficients: Numbers
    scaled: Numbers  # v
    height: float
    slopes: Slopes
    information: Numbers
    log_groups: float


class Model:
    """Observations with their design and their groups."""

    def __init__(self, observations: Observations, design: Numbers, groups: Whole) -> None:
        self.observations = observations
        self.design = design
        self.groups = groups
        self.count = int(groups.max()) + 1
        self._each_its_own = np.array_equal(groups, np.arange(len(groups)))
        guess = observations.first_guess()
        weight = observations.slopes(guess).weight
        root = np.sqrt(np.maximum(weight, ROUNDING))
        least = np.linalg.lstsq(design * root[:, np.newaxis], guess * root, rcond=None)
        self.start: Numbers = np.asarray(least[0], dtype=np.float64)
        apart = float(np.std(guess - design @ self.start))
        if observations.likelihood is Likelihood.NORMAL:  # in a unit of its own
            self.first_spread = apart or 1.0
            self.widest = 100.0 * self.first_spread
            self.farthest = np.inf  # a normal figure's step leads to its end at once
        else:
            self.first_spread = min(max(apart, 0.05), WIDEST / 4.0)
            self.widest = WIDEST
            self.farthest = FARTHEST

    def add(self, each: Numbers) -> Numbers:
        """Each group's total of what its observations have."""
        if self._each_its_own:
            return each
        return np.bincount(self.groups, weights=each, minlength=self.count).astype(np.float64)

    def joint_mode(self, spread: float, coefficients: Numbers, scaled: Numbers) -> Mode:
        """The highest point over β and v together: Newton's steps, halved while they lead down.

        Where there is little curvature a whole step would lead beyond any number: it is shortened
        until no level moves further than `farthest`.
        """
        level = self._level(coefficients, spread, scaled)
        height = self._height(level, scaled)
        for _ in range(STEPS):
            slopes = self.observations.slopes(level)
            step, group_step = self._joint_step(spread, scaled, slopes)
            change = self._level(step, spread, group_step)
            reach = float(np.abs(change).max())
            if reach > self.farthest:
                step, group_step, change = (
                    part * (self.farthest / reach) for part in (step, group_step, change)
                )
            size = 1.0
            while size > CLOSE_ENOUGH:
                there, lifted = level + size * change, scaled + size * group_step
                new = self._height(there, lifted)
                if new >= height - ROUNDING * (1.0 + abs(height)):
                    break
                size /= 2.0
            coefficients, scaled = coefficients + size * step, lifted
            level, height = there, new
            if size * max(np.abs(step).max(), np.abs(group_step).max()) < NEAR:
                break
        slopes = self.observations.slopes(level)
        information, _, curve = self._information(spread, slopes)
        return Mode(
            coefficients=coefficients,
            scaled=scaled,
            height=height,
            slopes=slopes,
            information=information,
            log_groups=float(np.log(curve).sum()),
        )

    def mode_of_groups(self, coefficients: Numbers, spread: float) -> Mode:
        """The highest point over v alone, β held: Newton's steps for every group at once.

        A group's step is halved while it leads that group down.
        """
        fixed = self.design @ coefficients
        scaled = np.zeros(self.count)
        heights = self._heights_of_groups(fixed, spread, scaled)
        for _ in range(STEPS):
            slopes = self.observations.slopes(fixed + spread * scaled[self.groups])
            curve = 1.0 + spread**2 * self.add(slopes.weight)
            step = (spread * self.add(slopes.score) - scaled) / curve
            most = self.farthest / max(spread, ROUNDING)
            step = np.clip(step, -most, most)
            for _ in range(STEPS):
                new = self._heights_of_groups(fixed, spread, scaled + step)
                down = ~(new >= heights - ROUNDING * (1.0 + np.abs(heights)))
                if not down.any():
                    break
                step = np.where(down, step / 2.0, step)
            scaled, heights = scaled + step, new
            if np.abs(step).max() < CLOSE_ENOUGH:
                break
        slopes = self.observations.slopes(fixed + spread * scaled[self.groups])
        curve = 1.0 + spread**2 * self.add(slopes.weight)
        return Mode(
            coefficients=coefficients,
            scaled=scaled,
            height=float(heights.sum()),
            slopes=slopes,
            information=np.zeros((0, 0)),
            log_groups=float(np.log(curve).sum()),
        )

    def marginal(self, coefficients: Numbers, spread: float) -> tuple[float, Numbers]:
        """Laplace's log likelihood without its constant, and its slope by β and by τ."""
        mode = self.mode_of_groups(coefficients, spread)
        score, weight, weight_slope = mode.slopes
        curve = 1.0 + spread**2 * self.add(weight)
        bend = spread**2 / (2.0 * curve)
        of_group = self.add(weight_slope)
        # How v̂ follows β and τ.
        follows = -spread * self._add_columns(self.design * weight[:, np.newaxis])
        follows /= curve[:, np.newaxis]
        follows_spread = (self.add(score) - spread * self.add(weight) * mode.scaled) / curve
        by_level = bend[self.groups] * weight_slope
        by_coefficients = self.design.T @ (score - by_level)
        by_coefficients -= spread * ((bend * of_group) @ follows)
        by_spread = float(
            self.add(score) @ mode.scaled
            - (spread * self.add(weight) / curve).sum()
            - (bend * of_group * (mode.scaled + spread * follows_spread)).sum()
        )
        return mode.height - 0.5 * mode.log_groups, np.append(by_coefficients, by_spread)

    def _level(self, coefficients: Numbers, spread: float, scaled: Numbers) -> Numbers:
        return np.asarray(self.design @ coefficients + spread * scaled[self.groups])

    def _height(self, level: Numbers, scaled: Numbers) -> float:
        return float(self.observations.log_likelihood(level).sum() - 0.5 * scaled @ scaled)

    def _heights_of_groups(self, fixed: Numbers, spread: float, scaled: Numbers) -> Numbers:
        level = fixed + spread * scaled[self.groups]
        return self.add(self.observations.log_likelihood(level)) - 0.5 * scaled**2

    def _add_columns(self, each: Numbers) -> Numbers:
        if self._each_its_own:
            return each
        return np.stack([self.add(column) for column in each.T], axis=1)

    def _information(self, spread: float, slopes: Slopes) -> tuple[Numbers, Numbers, Numbers]:
        """That of β, what β and v share (groups × coefficients), and each group's curvature."""
        weighted = self.design * slopes.weight[:, np.newaxis]
        curve = 1.0 + spread**2 * self.add(slopes.weight)
        cross = spread * self._add_columns(weighted)
        own = self.design.T @ weighted - cross.T @ (cross / curve[:, np.newaxis])
        return own, cross, curve

    def _joint_step(
        self, spread: float, scaled: Numbers, slopes: Slopes
    ) -> tuple[Numbers, Numbers]:
        information, cross, curve = self._information(spread, slopes)
        up = self.design.T @ slopes.score
        group_up = spread * self.add(slopes.score) - scaled
        step: Numbers = np.asarray(np.linalg.solve(information, up - cross.T @ (group_up / curve)))
        return step, (group_up - cross @ step) / curve
