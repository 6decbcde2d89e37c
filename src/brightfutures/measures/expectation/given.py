"""What a few chosen circumstances alone lead one to expect of every council's count.

The fit is that of `levels`, with a smaller design: the question is not what is usual for such a
council, but how much of a difference these few circumstances account for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import ContextVariable
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.context.table import ContextTable
from brightfutures.measures.expectation.levels import (
    FittedCouncils,
    circumstances_of,
    fit_councils,
)
from brightfutures.measures.expectation.regression import levels_without_own, line_at
from brightfutures.measures.study import Study
from brightfutures.quantities import CannotAnswer, WrongUse

FEWEST_REGIONS = 3
"""Of fewer it cannot be told how much hangs on one."""


@dataclass(frozen=True, eq=False)
class ExpectedGiven:
    """What is expected of every council given a few circumstances; NaN where one is not known.

    `rate` is per person of the denominator, from a fit to the other councils alone, and
    `expected` the count that makes. `design` holds 1 and the standard scores, `covariance` is
    that of their coefficients on the log scale were councils apart from one another, and `spread`
    τ² between councils beyond them. `without_each_region` is regions × coefficients: how far they
    move where all councils of one region are left out; of no rows for fewer than three regions.
    """

    indicator: str
    period: str
    variables: tuple[ContextVariable, ...]
    codes: tuple[str, ...]
    rate: Numbers
    expected: Numbers
    design: Numbers
    covariance: Numbers
    spread: float
    without_each_region: Numbers


def expected_given(
    study: Study, place: int, table: ContextTable, names: Sequence[str]
) -> ExpectedGiven | None:
    """The fit in one period; None for too few councils or where no circumstance is loaded.

    Raises `WrongUse` for a name that no circumstance has, `CannotAnswer` for an indicator that is
    no rate of counts.
    """
    known = {variable.id for variable in table.variables}
    for name in names:
        if name not in known:
            raise WrongUse(f"'{name}' is not one of the circumstances that lead one to expect.")
    if not study.counted:
        raise CannotAnswer(f"'{study.indicator.id}' has no counts, so no number is expected.")
    circumstances = circumstances_of(table.only(names))
    fitted = fit_councils(study, place, circumstances)
    if fitted is None or len(circumstances.variables) < len(names):
        return None
    level = fitted.line.level(circumstances.design)
    level[fitted.rows] = levels_without_own(fitted.figures, fitted.line, fitted.pairs).level
    rate = np.exp(level)
    panel = study.material.panel
    return ExpectedGiven(
        indicator=study.indicator.id,
        period=panel.periods[place],
        variables=circumstances.variables,
        codes=tuple(panel.areas[: study.councils]),
        rate=rate,
        expected=rate * panel.denominator[: study.councils, place],
        design=circumstances.design,
        covariance=fitted.line.covariance,
        spread=fitted.line.spread,
        without_each_region=_without_each_region(fitted, table.regions),
    )


def _without_each_region(fitted: FittedCouncils, regions: Sequence[str | None]) -> Numbers:
    """How far the coefficients move as each region is left out, τ² held."""
    lies_in = np.array([(regions[row] if regions else None) or "" for row in fitted.rows.tolist()])
    named = np.unique(lies_in[lies_in != ""])
    if len(named) < FEWEST_REGIONS:
        return np.zeros((0, len(fitted.line.coefficients)))
    lines = [line_at(fitted.figures.chosen(lies_in != one), fitted.line.spread) for one in named]
    return np.array([line.coefficients - fitted.line.coefficients for line in lines])
