"""Our random-intercept model beside the nearest that statsmodels has, on the same figures.

statsmodels has no such model of counts without priors. Nearest are its negative binomial, which
also lets councils' rates differ beyond chance, and its mixed model of figures in groups.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.measured import Measured, median, seconds

INDICATOR = "children_in_need_rate"
TIMES = 9
YEARS = 5


def model_lines(home: Path) -> list[Measured]:
    """One indicator's newest counts, and five years of its figures, fitted by both."""
    from statsmodels.discrete.discrete_model import NegativeBinomial
    from statsmodels.regression.mixed_linear_model import MixedLM

    from brightfutures.delivery.edition import Edition
    from brightfutures.measures.levels.likelihoods import Likelihood, Observations
    from brightfutures.measures.levels.random_intercept import fit_random_intercept

    edition = Edition.open(home)
    panel = edition.measures.panel(INDICATOR)
    codes = {area.code for area in edition.geography.councils()}
    known = np.isfinite(panel.numerator) & np.isfinite(panel.denominator) & (panel.numerator > 0)
    councils = np.array([area in codes for area in panel.areas]) & known[:, -YEARS:].all(axis=1)
    count, people = (each[councils, -YEARS:] for each in (panel.numerator, panel.denominator))
    ones = np.ones((len(count), 1))
    counts = Observations(Likelihood.POISSON, count[:, -1], people[:, -1])
    rates = np.log(count / people).ravel()
    groups = np.repeat(np.arange(len(count)), YEARS)
    figures = Observations(Likelihood.NORMAL, rates, np.full(len(rates), 0.01))
    design = np.ones((len(rates), 1))

    def taken(act: Callable[[], object]) -> float:
        return 1000.0 * median([seconds(act) for _ in range(TIMES)])

    return [
        Measured(
            f"how {len(count)} councils' counts differ",
            taken(lambda: fit_random_intercept(counts, ones)),
            "ms",
            "statsmodels' negative binomial",
            taken(lambda: NegativeBinomial(count[:, -1], ones, exposure=people[:, -1]).fit(disp=0)),
        ),
        Measured(
            f"how their figures of {YEARS} years differ",
            taken(lambda: fit_random_intercept(figures, design, groups)),
            "ms",
            "statsmodels' MixedLM",
            taken(lambda: MixedLM(rates, design, groups).fit()),
        ),
    ]
