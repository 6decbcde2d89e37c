"""What every council's circumstances lead one to expect of one indicator in one period.

The level on the scale is a straight line in the standard scores of the declared circumstances,
the same for every council, fitted to the counts (`random_intercept`: overdispersed binomial or
Poisson regression) and then held as a line through its working figures, so that each council's
own expectation can be had without its own figure (`regression`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import ContextVariable
from brightfutures.measures.arrays import Numbers, Rows
from brightfutures.measures.context.table import ContextTable
from brightfutures.measures.expectation.reach import Reach, reach_of, reach_without_own
from brightfutures.measures.expectation.regression import (
    Figures,
    Line,
    best_line,
    levels_without_own,
    line_at,
)
from brightfutures.measures.expectation.scale import chance_at, laid_out
from brightfutures.measures.levels.likelihoods import Observations, observations_of
from brightfutures.measures.levels.random_intercept import fit_random_intercept
from brightfutures.measures.study import Study
from brightfutures.quantities import CannotAnswer, Period

FEWEST_COUNCILS = 40
"""With fewer no range can be told that one in forty lies beyond at either end."""


@dataclass(frozen=True, eq=False)
class Circumstances:
    """The design: for every council a 1 and its standard scores, NaN where one is not known."""

    variables: tuple[ContextVariable, ...]
    periods: tuple[Period, ...]
    design: Numbers


@dataclass(frozen=True, eq=False)
class FittedCouncils:
    """One indicator and period fitted: which councils (by row), their figures, and the line.

    `laid` and `out_of` are their figures on the scale and what those are out of (NaN without
    counts, and `counts` is then None); `pairs` are the places among them of councils that return
    one figure together.
    """

    rows: Rows
    laid: Numbers
    out_of: Numbers
    counts: Observations | None
    figures: Figures
    line: Line
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, eq=False)
class ExpectedLevels:
    """One number for every council, on the scale; NaN where circumstances are not known.

    level        what is expected without the council's own figure
    unsureness   the variance of that which comes of the coefficients being estimated
    spread       τ², the variance between councils beyond chance and circumstances
    deviation    one standard deviation of the council's own figure about what is expected: its
                 chance, τ² and the unsureness; NaN too where what it is out of is not known
    reach        how many of those its 95% range goes below and above
    """

    level: Numbers
    unsureness: Numbers
    spread: float
    deviation: Numbers
    reach: Reach


def circumstances_of(table: ContextTable) -> Circumstances:
    """The circumstances of which figures are loaded and in which councils differ.

    A council that has ended has none: they are today's.
    """
    told = np.isfinite(table.score).any(axis=0)
    keep = [place for place in np.flatnonzero(told).tolist() if table.periods[place] is not None]
    score = np.where(table.today[:, np.newaxis], table.score[:, keep], np.nan)
    return Circumstances(
        variables=tuple(table.variables[place] for place in keep),
        periods=tuple(period for period in (table.periods[place] for place in keep) if period),
        design=np.column_stack([np.ones(len(table.codes)), score]),
    )


def fit_councils(study: Study, place: int, circumstances: Circumstances) -> FittedCouncils | None:
    """The fit to every council whose figure and circumstances are known; None for too few."""
    laid, column = laid_out(study, place), study.column(place)
    rows = np.flatnonzero(np.isfinite(laid) & np.isfinite(circumstances.design).all(axis=1))
    if len(rows) < FEWEST_COUNCILS or not circumstances.variables:
        return None
    design, counts = circumstances.design[rows], None
    if study.counted:
        counts = observations_of(
            study.indicator.kind, column.numerator[rows], column.denominator[rows]
        )
        try:
            fit = fit_random_intercept(counts, design)
        except CannotAnswer:
            return None
        figures = Figures(fit.working, fit.working_variance, design)
        line = line_at(figures, fit.spread**2)
    else:
        figures = Figures(laid[rows], np.zeros(len(rows)), design)
        line = best_line(figures, float(np.var(laid[rows])))
    return FittedCouncils(
        rows=rows,
        laid=laid[rows],
        out_of=column.denominator[rows] if study.counted else np.full(len(rows), np.nan),
        counts=counts,
        figures=figures,
        line=line,
        pairs=_pairs_among(rows, study.material.joint),
    )


def spread_alone(fitted: FittedCouncils) -> float:
    """τ of the same councils without any circumstance."""
    if fitted.counts is not None:
        return fit_random_intercept(fitted.counts, np.ones((len(fitted.rows), 1))).spread
    return float(np.std(fitted.laid, ddof=1))


def _pairs_among(rows: Rows, joint: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    place = {row: number for number, row in enumerate(rows.tolist())}
    return tuple(
        (place[one], place[other]) for one, other in joint if one in place and other in place
    )


def expected_levels(
    study: Study, place: int, design: Numbers, fitted: FittedCouncils
) -> ExpectedLevels:
    """What is expected of every council, fitted or not; `design` is of all, as `fitted` has it."""
    line, rows = fitted.line, fitted.rows
    level, unsureness = line.level(design), line.unsureness(design)
    level[rows], unsureness[rows] = levels_without_own(fitted.figures, line, fitted.pairs)
    panel, councils = study.material.panel, slice(study.councils)
    out_of = np.where(
        study.material.existed[councils, place], panel.denominator[councils, place], np.nan
    )
    out_of = np.where(out_of > 0, out_of, np.nan)
    chance = chance_at(study.indicator, level, out_of)
    deviation = np.sqrt(line.spread + unsureness + chance)
    strays = (fitted.laid - level[rows]) / deviation[rows]
    usual_below, usual_above = reach_of(strays)
    below, above = np.full(len(level), usual_below), np.full(len(level), usual_above)
    below[rows], above[rows] = reach_without_own(strays, fitted.pairs)
    return ExpectedLevels(level, unsureness, line.spread, deviation, Reach(below, above))


def without_variable(fitted: FittedCouncils, number: int) -> FittedCouncils:
    """The same councils and working figures, fitted without one of the circumstances."""
    figures = fitted.figures.without_column(number + 1)
    return FittedCouncils(
        rows=fitted.rows,
        laid=fitted.laid,
        out_of=fitted.out_of,
        counts=fitted.counts,
        figures=figures,
        line=best_line(figures, fitted.line.spread),
        pairs=fitted.pairs,
    )
