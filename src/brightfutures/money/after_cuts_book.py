"""What followed cuts, from the books: which councils and years, and the children living there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.years_on_scale import YearsOnScale
from brightfutures.money.after_cuts import AfterCuts, after_cuts
from brightfutures.money.cuts import Cuts, cuts_of
from brightfutures.money.finance_returns import BEFORE_INCOME
from brightfutures.money.financial_years import end_year
from brightfutures.money.panel import SpendPanel
from brightfutures.money.prices import Prices
from brightfutures.money.spread import FEWEST_CHILDREN
from brightfutures.money.what_could_follow import SPANS, WHAT_COULD_FOLLOW
from brightfutures.quantities import Missing, Value

CHILDREN = "children_aged_0_to_17"


@dataclass(frozen=True, eq=False)
class AfterCutsBook:
    """Everything that what followed cuts is worked out from.

    `children` gives those living in an area at the mid-year within a financial year. Councils of
    fewer than `FEWEST_CHILDREN` are left out.
    """

    panel: SpendPanel
    prices: Prices
    over_the_years: Callable[[str], YearsOnScale]
    children: Callable[[str, str], Value]

    @cached_property
    def cuts(self) -> dict[tuple[str, int], Cuts]:
        """The cuts of each declared line that the return has, by line and span."""
        known = np.nan_to_num(np.nanmax(self._log_children, axis=1, initial=-np.inf), neginf=0.0)
        large = np.exp(known) >= FEWEST_CHILDREN
        found = {}
        for line in WHAT_COULD_FOLLOW:
            if line in self.panel.line_index:
                for span in SPANS:
                    one = cuts_of(line, span, self.panel, self.prices, BEFORE_INCOME)
                    kept = np.where(large[:, np.newaxis], one.cut, np.nan)
                    found[line, span] = replace(one, cut=kept)
        return found

    @cached_property
    def everything(self) -> AfterCuts:
        """Every line, indicator, span and horizon."""
        years = tuple(end_year(period) for period in self.panel.periods)
        living = self._log_children
        there = YearsOnScale(CHILDREN, IndicatorKind.RATE, years, living, np.isfinite(living))
        counts = np.isfinite(living).sum(axis=1)
        sizes = np.where(counts > 0, np.nansum(living, axis=1) / np.maximum(counts, 1), np.nan)
        return after_cuts(self.cuts, self.over_the_years, there, sizes)

    @cached_property
    def _log_children(self) -> Numbers:
        """Councils × years of the return."""
        codes = self.panel.places.codes[: self.panel.places.councils]
        known = np.full((len(codes), len(self.panel.periods)), np.nan)
        for row, code in enumerate(codes):
            for column, period in enumerate(self.panel.periods):
                children = self.children(code, period)
                if not isinstance(children, Missing) and children > 0:
                    known[row, column] = np.log(children)
        return known
