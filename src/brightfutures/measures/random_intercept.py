"""A regression whose groups differ by more than chance: levels with a random intercept.

The level of observation i in group g is η = zᵢ'β + u_g with u_g ~ N(0, τ²). The likelihood is
integrated over u by Laplace's approximation, which is exact for normal figures. With
`restricted` it is integrated over β as well (restricted maximum likelihood; Patterson and
Thompson 1971), so that τ does not come out too small for the coefficients estimated; without, it
is the maximum likelihood that lme4's glmer gives (Bates, Mächler, Bolker and Walker 2015,
Journal of Statistical Software 67:1). Every group may hold one observation (one council one
year) or several.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Numbers, Whole
from brightfutures.measures.likelihoods import Observations, Slopes
from brightfutures.quantities import CannotAnswer

STEPS = 60
CLOSE_ENOUGH = 1e-10
WIDEST = 20.0
"""No spread between groups is wider on a scale of logs: e²⁰ is near half a thousand million."""


@dataclass(frozen=True, eq=False)
class RandomIntercept:
    """A fit, on the scale throughout.

    coefficients, covariance   β and its covariance
    spread        τ, the standard deviation between groups beyond chance
    level         zᵢ'β, without the group's own intercept
    intercept     û of each group, and `intercept_variance` its variance given the fit
    working       for each observation the figure, and
    working_variance   the chance variance, by which a normal model would say the same of it
    log_likelihood     marginal, with its constants (restricted where the fit is)
    """

    coefficients: Numbers
    covariance: Numbers
    spread: float
    level: Numbers
    intercept: Numbers
    intercept_variance: Numbers
    working: Numbers
    working_variance: Numbers
    log_likelihood: float


def fit_random_intercept(
    observations: Observations,
    design: Numbers,
    groups: Whole | None = None,
    *,
    restricted: bool = True,
) -> RandomIntercept:
    """The fit of a random-intercept model.

    `design` is observations × coefficients; `groups` gives each observation's group from 0,
    by default each its own. Raises `CannotAnswer` where there are no more observations than
    coefficients, or some coefficients cannot be told apart.
    """
    count, columns = design.shape
    own = np.arange(count, dtype=np.int64) if groups is None else groups
    if observations.all_or_none or count <= columns or np.linalg.matrix_rank(design) < columns:
        raise CannotAnswer("There are too few figures, or they are too alike, to fit this model.")
    model = _Model(observations, design, own)
    return model.restricted_fit() if restricted else model.full_fit()


@dataclass(frozen=True, eq=False)
class _Mode:
    """Where the joint log likelihood of β and v (u = τ·v) is highest, and its curvature there."""

    coefficients: Numbers
    scaled: Numbers  # v
    height: float
    slopes: Slopes
    information: Numbers  # of β, the groups' intercepts allowed for
    log_groups: float  # Σ log(1 + τ²W)


class _Model:
    def __init__(self, observations: Observations, design: Numbers, groups: Whole) -> None:
        self.observations = observations
        self.design = design
        self.groups = groups
        self.count = int(groups.max()) + 1
        guess = observations.first_guess()
        weight = observations.slopes(guess).weight
        root = np.sqrt(np.maximum(weight, 1e-12))
        least = np.linalg.lstsq(design * root[:, np.newaxis], guess * root, rcond=None)
        self.start: Numbers = np.asarray(least[0], dtype=np.float64)
        apart = guess - design @ self.start
        self.first_spread = min(max(float(np.std(apart)), 0.05), WIDEST / 4.0)

    def add(self, each: Numbers) -> Numbers:
        """Each group's total of what its observations have."""
        return np.bincount(self.groups, weights=each, minlength=self.count).astype(np.float64)

    def add_columns(self, each: Numbers) -> Numbers:
        return np.stack([self.add(column) for column in each.T], axis=1)

    def height(self, level: Numbers, scaled: Numbers) -> float:
        return float(self.observations.log_likelihood(level).sum() - 0.5 * scaled @ scaled)

    # β and u together, for one τ: Newton's steps, halved while they lead down.

    def joint_mode(self, spread: float, coefficients: Numbers, scaled: Numbers) -> _Mode:
        for _ in range(STEPS):
            level = self.design @ coefficients + spread * scaled[self.groups]
            slopes = self.observations.slopes(level)
            information, step, group_step, log_groups = self._joint_step(spread, scaled, slopes)
            height = self.height(level, scaled)
            size = 1.0
            while size > CLOSE_ENOUGH:
                moved, lifted = coefficients + size * step, scaled + size * group_step
                new = self.design @ moved + spread * lifted[self.groups]
                if self.height(new, lifted) >= height - 1e-12 * (1.0 + abs(height)):
                    break
                size /= 2.0
            coefficients, scaled = moved, lifted
            furthest = max(np.abs(step).max(), np.abs(group_step).max(initial=0.0))
            if size * furthest < CLOSE_ENOUGH:
                break
        level = self.design @ coefficients + spread * scaled[self.groups]
        slopes = self.observations.slopes(level)
        information, _, _, log_groups = self._joint_step(spread, scaled, slopes)
        height = self.height(level, scaled)
        return _Mode(coefficients, scaled, height, slopes, information, log_groups)

    def _joint_step(
        self, spread: float, scaled: Numbers, slopes: Slopes
    ) -> tuple[Numbers, Numbers, Numbers, float]:
        weighted = self.design * slopes.weight[:, np.newaxis]
        of_group = self.add(slopes.weight)
        curve = 1.0 + spread**2 * of_group
        cross = spread * self.add_columns(weighted)  # groups × coefficients
        information = self.design.T @ weighted - cross.T @ (cross / curve[:, np.newaxis])
        up = self.design.T @ slopes.score
        group_up = spread * self.add(slopes.score) - scaled
        step: Numbers = np.asarray(np.linalg.solve(information, up - cross.T @ (group_up / curve)))
        group_step = (group_up - cross @ step) / curve
        return information, step, group_step, float(np.log(curve).sum())

    # Restricted: one number, τ, is searched for.

    def restricted_fit(self) -> RandomIntercept:
        from scipy.optimize import minimize_scalar

        held = [self.start, np.zeros(self.count)]
        constant = self.observations.constant()
        free = 0.5 * self.design.shape[1] * np.log(2.0 * np.pi)

        def value(spread: float) -> float:
            mode = self.joint_mode(spread, held[0], held[1])
            held[:] = [mode.coefficients, mode.scaled]
            sign, log_information = np.linalg.slogdet(mode.information)
            if sign <= 0:
                return np.inf
            return -float(mode.height - 0.5 * (mode.log_groups + log_information))

        widest = 3.0 * self.first_spread
        while True:
            found = minimize_scalar(value, bounds=(0.0, widest), options={"xatol": 1e-7})
            if found.x < 0.9 * widest or widest >= WIDEST:
                break
            widest *= 3.0
        spread = float(found.x)
        if value(0.0) <= found.fun:  # the search never quite reaches its ends
            spread = 0.0
        mode = self.joint_mode(spread, held[0], held[1])
        log_likelihood = constant + free - value(spread)
        covariance: Numbers = np.asarray(np.linalg.inv(mode.information))
        return self._fit(spread, mode, covariance, log_likelihood)

    # Full: β and τ are searched for together.

    def full_fit(self) -> RandomIntercept:
        from scipy.optimize import minimize

        scale = 1.0 / np.maximum(np.abs(self.design).max(axis=0), 1e-12)
        start = np.append(self.start / scale, self.first_spread)

        def negative(place: Numbers) -> tuple[float, Numbers]:
            value, slope = self.marginal(place[:-1] * scale, float(place[-1]))
            slope[:-1] *= scale
            return -value, -slope

        found = minimize(
            negative,
            start,
            jac=True,
            method="L-BFGS-B",
            bounds=[(None, None)] * len(scale) + [(0.0, WIDEST)],
            options={"ftol": 1e-15, "gtol": 1e-9, "maxiter": 500},
        )
        place = np.append(found.x[:-1] * scale, found.x[-1])
        coefficients, spread = place[:-1], float(place[-1])
        mode = self._mode_of_groups(coefficients, spread)
        covariance = self._covariance(coefficients, spread)
        log_likelihood = self.observations.constant() - float(found.fun)
        return self._fit(spread, mode, covariance, log_likelihood)

    def _mode_of_groups(self, coefficients: Numbers, spread: float) -> _Mode:
        """The groups' intercepts alone, for one β and one τ."""
        fixed = self.design @ coefficients
        scaled = np.zeros(self.count)
        for _ in range(STEPS):
            level = fixed + spread * scaled[self.groups]
            slopes = self.observations.slopes(level)
            curve = 1.0 + spread**2 * self.add(slopes.weight)
            step = (spread * self.add(slopes.score) - scaled) / curve
            # A long step from far off overshoots where counts are small.
            scaled = scaled + np.clip(step, -2.0, 2.0)
            if np.abs(step).max() < CLOSE_ENOUGH:
                break
        level = fixed + spread * scaled[self.groups]
        slopes = self.observations.slopes(level)
        curve = 1.0 + spread**2 * self.add(slopes.weight)
        nothing = np.zeros((0, 0))
        height = self.height(level, scaled)
        return _Mode(coefficients, scaled, height, slopes, nothing, float(np.log(curve).sum()))

    def marginal(self, coefficients: Numbers, spread: float) -> tuple[float, Numbers]:
        """Laplace's log likelihood without its constant, and its slope by β and by τ."""
        mode = self._mode_of_groups(coefficients, spread)
        score, weight, weight_slope = mode.slopes
        curve = 1.0 + spread**2 * self.add(weight)
        bend = spread**2 / (2.0 * curve)
        of_group = self.add(weight_slope)
        # How v̂ follows β and τ.
        follows = -spread * self.add_columns(self.design * weight[:, np.newaxis])
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

    def _covariance(self, coefficients: Numbers, spread: float) -> Numbers:
        """From the curvature of the marginal likelihood, by differences of its slope."""
        place = np.append(coefficients, spread)
        free = len(place) if spread > 1e-6 else len(place) - 1
        curvature = np.empty((free, free))
        for one in range(free):
            step = np.zeros(len(place))
            step[one] = 1e-5 * max(1.0, abs(place[one]))
            above = self.marginal((place + step)[:-1], float((place + step)[-1]))[1]
            below = self.marginal((place - step)[:-1], float((place - step)[-1]))[1]
            curvature[one] = -((above - below) / (2.0 * step[one]))[:free]
        inverse = np.linalg.inv(0.5 * (curvature + curvature.T))
        columns = self.design.shape[1]
        return np.asarray(inverse[:columns, :columns])

    def _fit(
        self, spread: float, mode: _Mode, covariance: Numbers, log_likelihood: float
    ) -> RandomIntercept:
        score, weight, _ = mode.slopes
        level = self.design @ mode.coefficients
        intercept = spread * mode.scaled
        weight = np.maximum(weight, 1e-12)
        return RandomIntercept(
            coefficients=mode.coefficients,
            covariance=covariance,
            spread=spread,
            level=level,
            intercept=intercept,
            intercept_variance=spread**2 / (1.0 + spread**2 * self.add(weight)),
            working=level + intercept[self.groups] + score / weight,
            working_variance=1.0 / weight,
            log_likelihood=log_likelihood,
        )
