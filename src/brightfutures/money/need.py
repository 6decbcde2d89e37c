"""Need: how many children deprivation and age lead one to expect a council to help.

It is what councils across England do for children as deprived, and as young, as theirs: a level
that is usual today, and no standard. Only these two are asked, so that *need* in the split of a
gap means just that; what is expected of a council all in all (`Measures.expected.of`) heeds more.
Expected of a council is what the others do; its own figure has no part in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.expectation.given import ExpectedGiven
from brightfutures.measures.measures import Measures
from brightfutures.quantities import Missing, Reason, Value

DEPRIVATION_AND_AGE = ("children_in_income_deprived_families", "children_under_5")
"""The circumstances, by their names in the catalogue."""

NOT_KNOWN = Missing((Reason.UNAVAILABLE,))


@dataclass(frozen=True, eq=False)
class Need:
    """What is expected of every council in one period."""

    given: ExpectedGiven

    def children_expected(self, council: str) -> Value:
        """How many children one would expect; `Missing` where something is not known."""
        row = self._row(council)
        expected = np.nan if row is None else self.given.expected[row]
        return float(expected) if np.isfinite(expected) else NOT_KNOWN

    def log_variance(self, council: str, comparators: Sequence[str]) -> float:
        """The variance of the log of what is expected here over what is expected of the others.

        Both come of the same coefficients, so only the difference d of the circumstances counts:
        d'Cd, the others weighed by the children expected there. Nought for none that are known.
        """
        here = self._row(council)
        rows = [row for row in map(self._row, comparators) if row is not None]
        rows = [row for row in rows if np.isfinite(self.given.expected[row])]
        if here is None or not rows or not np.isfinite(self.given.expected[here]):
            return 0.0
        weight = self.given.expected[rows]
        design = self.given.design
        apart = design[here] - weight @ design[rows] / weight.sum()
        return float(apart @ self.given.covariance @ apart)

    def _row(self, council: str) -> int | None:
        codes = self.given.codes
        return codes.index(council) if council in codes else None


def need_for(measures: Measures, indicator_id: str, period: str | None = None) -> Need | None:
    """Need by an indicator whose count is the children helped; None where it cannot be fitted.

    Raises `WrongUse` or `CannotAnswer` as `Measures.expected.given` does.
    """
    given = measures.expected.given(indicator_id, DEPRIVATION_AND_AGE, period)
    return Need(given) if given else None
