"""What circumstances would lead one to expect: the nouns that findings, pages and commands read.

An expectation is no target. It says what figure is usual for a council whose families, children
and streets are like these, as councils' figures are today, past habits included.
"""

from __future__ import annotations

from dataclasses import dataclass

from brightfutures.catalogue import ContextVariable
from brightfutures.measures.results import Cell, Gap, Level, Why
from brightfutures.quantities import Period


@dataclass(frozen=True, kw_only=True)
class Without:
    """What would be expected, and said, were one of the circumstances not known."""

    variable: ContextVariable
    expected: float
    level: Level
    reason: Why | None


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What a council's circumstances would lead one to expect of one indicator.

    `expected` is in the indicator's unit and comes from a fit to the other councils alone. Of
    councils with such circumstances and as many children, nineteen in twenty would have a figure
    from `low` to `high`. `level` and `reason` are a verdict against what is expected, by the
    rules that hold against similar councils: more than chance and the ordinary wobble, more than
    the smallest gap that matters, and so over the fixed health-check set of the council (`p` and
    `q` of `z_wobble`). Unusually high or low needs a figure outside of that range (`z_usual`, 1.96
    at its ends) in this period, and nearly so in the one before. No level is better or worse.
    `gap` is the figure less what is expected. Numbers are `None` where there is none.
    """

    area: str
    indicator: str
    period: str
    here: Cell
    expected: float | None
    low: float | None
    high: float | None
    level: Level
    reason: Why | None
    gap: Gap | None
    z_wobble: float | None = None
    z_usual: float | None = None
    z_usual_before: float | None = None
    p: float | None = None
    q: float | None = None
    without: tuple[Without, ...] = ()

    @property
    def gap_children(self) -> float | None:
        """The gap as a number of those counted."""
        return self.gap.children if self.gap else None


@dataclass(frozen=True, kw_only=True)
class ContextEffect:
    """What goes with one circumstance, the others held where they are.

    `times` is what one standard deviation more of it multiplies the rate, the odds of the
    proportion or the pounds by; for other figures without counts it is what is added (`adds`).
    `low` and `high` are its 95% range. `expected_below` and `expected_above` are the figures
    expected, in the indicator's unit, one standard deviation below and above the average, all
    else average.
    """

    variable: ContextVariable
    period: Period
    times: float
    low: float
    high: float
    adds: bool
    expected_below: float
    expected_above: float

    @property
    def clear(self) -> bool:
        """Whether the range leaves out no effect at all."""
        nothing = 0.0 if self.adds else 1.0
        return not self.low <= nothing <= self.high


@dataclass(frozen=True, kw_only=True)
class ContextModel:
    """One indicator's circumstances over all England, and how much they tell.

    `councils` have a figure and all circumstances known; `left_out` had none in this period,
    withheld ones among them. `spread` is τ, the standard deviation between councils that neither
    chance nor these circumstances explain, and `spread_alone` the same without circumstances (of
    logs or log odds, but of points for a share of money).
    `explained` is how much less the figures of councils held out of the fit (a tenth at a time)
    stray from what is expected of them than from the average: 1 is wholly, and below 0 the
    average alone would have done better. `held_out_within` is the share of all such figures that
    lay in their 95% range, of `councils`; `sampling_error` one standard deviation of such a share
    where 95 in 100 is true.
    """

    indicator: str
    period: str
    effects: tuple[ContextEffect, ...]
    average: float
    councils: int
    left_out: int
    spread: float
    spread_alone: float
    explained: float
    held_out_within: float
    sampling_error: float
