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

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Numbers, Whole
from brightfutures.measures.levels.likelihoods import Observations
from brightfutures.measures.levels.lowest import lowest_between
from brightfutures.measures.levels.random_intercept_model import ROUNDING, Mode, Model
from brightfutures.quantities import CannotAnswer

PLACES_TRIED = 9
"""Spreads looked at before the search closes in, so that a lesser peak does not hold it."""


FLAT = 1e-9
"""A difference of log likelihoods that is rounding and no more."""


@dataclass(frozen=True, eq=False)
class RandomIntercept:
    """A fit, on the scale throughout.

    coefficients, covariance   β and its covariance: of the restricted fit for the spread found,
                               of the other with the spread's own doubt, as glmer's
    spread        τ, the standard deviation between groups beyond chance
    level         zᵢ'β, without the group's own intercept
    intercept     û of each group, and `intercept_variance` its variance given β and τ
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
    coefficients, some coefficients cannot be told apart, or the likelihood has no one peak.
    """
    count, columns = design.shape
    own = np.arange(count, dtype=np.int64) if groups is None else groups
    if observations.all_or_none or count <= columns or np.linalg.matrix_rank(design) < columns:
        raise CannotAnswer("There are too few figures, or they are too alike, to fit this model.")
    model = Model(observations, design, own)
    return _restricted_fit(model) if restricted else _full_fit(model)


def _restricted_fit(model: Model) -> RandomIntercept:
    """One number, τ, is searched for."""
    held = [model.start, np.zeros(model.count)]

    def value(spread: float) -> float:
        mode = model.joint_mode(spread, held[0], held[1])
        held[:] = [mode.coefficients, mode.scaled]
        sign, log_information = np.linalg.slogdet(mode.information)
        if sign <= 0:
            return np.inf
        return -float(mode.height - 0.5 * (mode.log_groups + log_information))

    widest = 3.0 * model.first_spread
    while True:
        tried = np.linspace(0.0, widest, PLACES_TRIED)
        best = int(np.argmin([value(spread) for spread in tried.tolist()]))
        if best < PLACES_TRIED - 1 or widest >= model.widest:
            break
        widest *= 3.0
    ends = (float(tried[max(best - 1, 0)]), float(tried[min(best + 1, PLACES_TRIED - 1)]))
    tolerance = 1e-7 * min(model.first_spread, 1.0)
    spread, lowest = lowest_between(value, ends, tolerance)
    # The search never quite reaches its ends, and near nought the likelihood is flat.
    spread = 0.0 if value(0.0) <= lowest + FLAT else spread
    mode = model.joint_mode(spread, held[0], held[1])
    free = 0.5 * model.design.shape[1] * float(np.log(2.0 * np.pi))
    log_likelihood = model.observations.constant() + free - value(spread)
    covariance: Numbers = np.asarray(np.linalg.inv(mode.information))
    return _fit(model, spread, mode, covariance, log_likelihood)


def _full_fit(model: Model) -> RandomIntercept:
    """β and τ are searched for together, each in a unit in which it is near one."""
    from scipy.optimize import minimize  # slow to load, large, and asked for by no page

    size = np.append(np.maximum(np.abs(model.design).max(axis=0), ROUNDING), 1.0)
    size[-1] = 1.0 / model.first_spread

    def negative(place: Numbers) -> tuple[float, Numbers]:
        value, slope = model.marginal(place[:-1] / size[:-1], float(place[-1] / size[-1]))
        return -value, -slope / size

    start = np.append(model.start, model.first_spread) * size
    limits: list[tuple[float | None, float | None]] = [(None, None)] * (len(size) - 1)
    limits.append((0.0, model.widest * size[-1]))
    found = minimize(
        negative,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=limits,
        options={"ftol": 1e-15, "gtol": 1e-9, "maxiter": 500},
    )
    place: Numbers = np.asarray(found.x, dtype=np.float64)
    free = slice(None) if place[-1] > 1e-6 else slice(-1)
    curvature = _curvature(negative, place, free)
    lowest = float(np.linalg.eigvalsh(curvature)[0])
    if lowest <= 0.0 or np.abs(negative(place)[1][free]).max() > 1e-3 * max(1.0, lowest):
        raise CannotAnswer("The figures do not settle how far groups differ.")
    coefficients, spread = place[:-1] / size[:-1], float(place[-1] / size[-1])
    columns = model.design.shape[1]
    inverse = np.linalg.inv(curvature)[:columns, :columns]
    return _fit(
        model,
        spread,
        model.mode_of_groups(coefficients, spread),
        inverse / np.outer(size[:-1], size[:-1]),
        model.observations.constant() - float(found.fun),
    )


def _curvature(
    negative: Callable[[Numbers], tuple[float, Numbers]], place: Numbers, free: slice
) -> Numbers:
    """The second derivatives at a place, by differences of the slope."""
    rows = []
    for one in range(len(place))[free]:
        step = np.zeros(len(place))
        step[one] = 1e-5 * max(1.0, abs(float(place[one])))
        above, below = negative(place + step)[1], negative(place - step)[1]
        rows.append(((above - below) / (2.0 * step[one]))[free])
    curvature = np.array(rows)
    return np.asarray(0.5 * (curvature + curvature.T))


def _fit(
    model: Model, spread: float, mode: Mode, covariance: Numbers, log_likelihood: float
) -> RandomIntercept:
    score, weight, _ = mode.slopes
    level = model.design @ mode.coefficients
    intercept = spread * mode.scaled
    weight = np.maximum(weight, ROUNDING)
    return RandomIntercept(
        coefficients=mode.coefficients,
        covariance=covariance,
        spread=spread,
        level=level,
        intercept=intercept,
        intercept_variance=spread**2 / (1.0 + spread**2 * model.add(weight)),
        working=level + intercept[model.groups] + score / weight,
        working_variance=1.0 / weight,
        log_likelihood=log_likelihood,
    )
