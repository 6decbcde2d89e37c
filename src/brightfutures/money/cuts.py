"""Which councils cut a line in real terms by a fifth or more, and which did not, year by year.

A change runs from the last year before (`base`) over one year or two. What is left out is neither
a cut nor its absence: a missing year, a break, the pandemic, a line too small for a fifth to mean
much, a line that all but vanishes (it has moved), and a cut that is a recoding, where another line
of the same return rises in the same years by nearly the same pounds.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.money.financial_years import end_year
from brightfutures.money.panel import SpendPanel
from brightfutures.money.prices import Prices
from brightfutures.money.what_could_follow import PANDEMIC

A_FIFTH = 0.2
VANISHES = 0.9
"""A fall by so large a share is a line that has moved to another return or body."""
LEAST_POUNDS = 500_000.0
"""A line smaller than this, in prices of the year it is read in, is not read."""
CLEAR_BEFORE = 2
"""Years before the base in which no other cut may have been made."""
NEARLY_THE_SAME = 0.1
"""A rise within this share of the fall is the other half of a recoding."""


@dataclass(frozen=True, eq=False)
class Cuts:
    """One line's changes over `span` years. Arrays are councils × base years.

    `cut` is 1 for a cut, 0 for none and NaN where it cannot be said. `share` is the change as a
    share of the base, in real terms. `left_out` counts falls of a fifth that are not read, by why.
    """

    line: str
    span: int
    base_years: tuple[int, ...]
    cut: Numbers
    share: Numbers
    left_out: dict[str, int]

    def compared(self, years_on: int) -> Numbers:
        """Councils × base years: 1 for a cut that is followed, 0 for a council beside it, else NaN.

        A cut is followed where none was made in the two years before it, so that one long fall is
        not read over and over. It is set beside councils that made none from two years before its
        base to `years_on` after it was complete: one that cut a year later would be no comparison
        (Callaway and Sant'Anna 2021).
        """
        made = self.cut == 1.0
        bases = np.array(self.base_years)
        states = np.full(self.cut.shape, np.nan)
        for place, base in enumerate(self.base_years):
            before = (bases >= base - CLEAR_BEFORE) & (bases < base)
            around = (bases >= base - CLEAR_BEFORE) & (bases < base + self.span + years_on)
            first = made[:, place] & ~made[:, before].any(axis=1)
            states[(self.cut[:, place] == 0.0) & ~made[:, around].any(axis=1), place] = 0.0
            states[first, place] = 1.0
        return states


def cuts_of(line: str, span: int, panel: SpendPanel, prices: Prices, measure: str) -> Cuts:
    """Every council's changes of a line over `span` years, wherever both ends can be read."""
    councils = panel.places.councils
    real = real_pounds(panel, prices, measure)
    at = panel.line_index[line]
    bases: list[int] = []
    flags, shares = [], []
    why: Counter[str] = Counter()
    for start, end in zip(panel.periods, panel.periods[span:], strict=False):
        base, last = end_year(start), end_year(end)
        if last - base != span or base <= PANDEMIC <= last:
            continue
        if any(panel.breaks_between(other, start, end) for other in panel.lines):
            continue  # pounds then moved between lines, whichever of them declares it
        if not (panel.asked_for(line, start) and panel.asked_for(line, end)):
            continue
        first = real[at, :councils, panel.period_index[start]]
        second = real[at, :councils, panel.period_index[end]]
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(first >= LEAST_POUNDS, second / first - 1.0, np.nan)
        falls = share <= -A_FIFTH
        moved = falls & _recoded(panel, real, line, start, end)
        gone = falls & (share <= -VANISHES)
        why["recoded"] += int((moved & ~gone).sum())
        why["vanished"] += int(gone.sum())
        flag = np.where(np.isfinite(share), falls.astype(np.float64), np.nan)
        bases.append(base)
        flags.append(np.where(moved | gone, np.nan, flag))
        shares.append(share)
    empty = np.empty((councils, 0))
    return Cuts(
        line=line,
        span=span,
        base_years=tuple(bases),
        cut=np.column_stack(flags) if flags else empty,
        share=np.column_stack(shares) if shares else empty,
        left_out=dict(why),
    )


def real_pounds(panel: SpendPanel, prices: Prices, measure: str) -> Numbers:
    """Lines × areas × years in prices of the newest year; NaN where an index is missing."""
    newest = panel.periods[-1]
    factors = [prices.factor(period, newest) for period in panel.periods]
    times = np.array([np.nan if factor is None else factor for factor in factors])
    return np.asarray(panel.whole(measure) * times)


def _recoded(panel: SpendPanel, real: Numbers, line: str, start: str, end: str) -> Flags:
    """Of each council, whether another line's rise nearly equals the fall of this one."""
    councils = panel.places.councils
    first, last = panel.period_index[start], panel.period_index[end]
    moves = real[:, :councils, last] - real[:, :councils, first]
    fall = -moves[panel.line_index[line]]
    beside = np.zeros(councils, dtype=bool)
    if not panel.parts_of(line, start):
        for other in _leaves(panel, start):
            if other != line and panel.asked_for(other, end):
                rise = moves[panel.line_index[other]]
                beside |= np.abs(rise - fall) <= NEARLY_THE_SAME * fall
    return beside


def _leaves(panel: SpendPanel, period: str) -> list[str]:
    return [
        name
        for name in panel.lines
        if panel.asked_for(name, period) and not panel.parts_of(name, period)
    ]
