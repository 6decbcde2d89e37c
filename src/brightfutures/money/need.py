"""Need: how many children deprivation and age lead one to expect a council to help.

It is what councils across England do for children as deprived, and as young, as theirs: a level
that is usual today, and no standard. Only these two are asked, so that *need* in the split of a
gap means just that; what is expected of a council all in all (`Measures.expected.of`) heeds more.
Expected of a council is what the others do; its own figure has no part in it.

How sure that is. Councils of one region are alike beyond deprivation and age, so that there are
fewer separate witnesses to what these lead to than councils: taken as separate, England's line
would be told two or three times too surely (left without London, its slope on deprivation goes
from 0.12 to 0.17 for children in need in 2025, with a standard error of 0.02). So each region in
turn is left out (the jackknife over groups: Quenouille 1956, Tukey 1958; over clusters, Bell and
McCaffrey 2002), and the larger of the two variances stands.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.expectation.given import ExpectedGiven
from brightfutures.measures.measures import Measures
from brightfutures.quantities import Missing, Reason, Value

DEPRIVATION_AND_AGE = ("children_in_income_deprived_families", "children_under_5")
"""The circumstances, by their names in the catalogue."""

NOT_KNOWN = Missing((Reason.UNAVAILABLE,))


@dataclass(frozen=True)
class NeedDoubt:
    """How unsure the log of a ratio of what is expected is: its variance and degrees of freedom."""

    log_variance: float = 0.0
    freedom: float = math.inf


SURE = NeedDoubt()
"""What is expected on both sides is known."""


@dataclass(frozen=True, eq=False)
class Need:
    """What is expected of every council in one period."""

    given: ExpectedGiven

    def children_expected(self, council: str) -> Value:
        """How many children one would expect; `Missing` where something is not known."""
        row = self._row(council)
        expected = np.nan if row is None else self.given.expected[row]
        return float(expected) if np.isfinite(expected) else NOT_KNOWN

    def doubt(self, council: str, comparators: Sequence[str]) -> NeedDoubt:
        """How unsure the log of what is expected here over what is expected of the others is.

        Both come of the same coefficients, so only the difference d of the circumstances counts,
        the others weighed by the children expected there: d'Cd, or with G regions (G − 1)/G of the
        sum of the squares of what d'β moves as each is left out. Nought for none that are known.
        """
        here = self._row(council)
        rows = [row for row in map(self._row, comparators) if row is not None]
        rows = [row for row in rows if np.isfinite(self.given.expected[row])]
        if here is None or not rows or not np.isfinite(self.given.expected[here]):
            return SURE
        weight = self.given.expected[rows]
        design = self.given.design
        apart = design[here] - weight @ design[rows] / weight.sum()
        of_councils = float(apart @ self.given.covariance @ apart)
        moved = self.given.without_each_region @ apart
        of_regions = float((len(moved) - 1) / len(moved) * (moved**2).sum()) if len(moved) else 0.0
        if of_councils >= of_regions:
            return NeedDoubt(of_councils)
        return NeedDoubt(of_regions, len(moved) - 1.0)

    def _row(self, council: str) -> int | None:
        codes = self.given.codes
        return codes.index(council) if council in codes else None


def need_for(measures: Measures, indicator_id: str, period: str | None = None) -> Need | None:
    """Need by an indicator whose count is the children helped; None where it cannot be fitted.

    Raises `WrongUse` or `CannotAnswer` as `Measures.expected.given` does.
    """
    given = measures.expected.given(indicator_id, DEPRIVATION_AND_AGE, period)
    return Need(given) if given else None
