"""What followed cuts: the indicators of councils that cut a line beside those that did not.

For each line, indicator, span of the cut (one year or two) and horizon: how much more or less the
indicator moved, from the last year before the cut to so many years after it was complete, in
councils that cut than in those that did not, before, then or until after. A change is net of what
the same years brought to all councils, and of what the council's own two years before lead to
expect. The windows cross no break, no missing year and not the pandemic.

Two placebos stand beside it: the two years *before* the cut, when nothing can have followed, and
the number of children living there, which no such cut moves. This is an association and no advice:
councils that cut differ from others in more than the cut. Tests are many, so false discovery is
held over the whole family; most answers are that it cannot be told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.false_discovery import q_values, two_sided_p
from brightfutures.measures.years_on_scale import YearsOnScale
from brightfutures.money.cuts import Cuts
from brightfutures.money.shuffles import (
    SHUFFLES,
    Differences,
    dealt_out,
    differences,
    net_of_trend,
)
from brightfutures.money.what_could_follow import HORIZONS, PANDEMIC, WHAT_COULD_FOLLOW
from brightfutures.quantities import Interval

FEWEST_COUNCILS = 10
"""Councils that cut; with fewer nothing is said."""
LEVEL = 95.0
_Z = 1.959964
_Z_FOUR_IN_FIVE = 0.841621
FALSE_DISCOVERY = 0.05
YEARS_BEFORE = 2


class Followed(StrEnum):
    """What can be said of one line, indicator, span and horizon."""

    MORE = "more"  # it rose more, or fell less, where the line was cut
    LESS = "less"  # it rose less, or fell more
    CANNOT_TELL = "cannot_tell"
    ALREADY_APART = "already_apart"  # it would be told, but they had moved apart before the cut
    TOO_FEW = "too_few"  # fewer councils than FEWEST_COUNCILS


@dataclass(frozen=True, kw_only=True)
class AfterCut:
    """One line, indicator, span and horizon.

    `effect` is on the scale of comparison (log of a rate, logit of a proportion), and `likely` its
    95% interval; `unit_effect` and `unit_likely` are the same in per cent of a rate and percentage
    points of a proportion. `before` is the placebo, on the same scale. None where too few councils.

    `smallest_seen` is how much less or more, in the same unit, would be told apart from nought at
    5% four times in five if the result has its standard error: (1.96 + 0.84) times that.
    """

    line: str
    indicator: str
    span_years: int
    years_on: int
    followed: Followed
    cuts: int
    councils: int
    effect: float | None = None
    likely: Interval | None = None
    unit_effect: float | None = None
    unit_likely: Interval | None = None
    before: float | None = None
    before_p: float | None = None
    p: float | None = None
    q: float | None = None
    smallest_seen: Interval | None = None


@dataclass(frozen=True, kw_only=True)
class Placebo:
    """The number of children living there, after cuts of a line: what no such cut can move."""

    line: str
    span_years: int
    years_on: int
    effect_percent: float
    p: float


@dataclass(frozen=True, eq=False)
class AfterCuts:
    """The whole family, the placebo outcome, and the cuts it rests on (by line and span)."""

    results: tuple[AfterCut, ...]
    placebos: tuple[Placebo, ...]
    cuts: Mapping[tuple[str, int], Cuts]

    def of_line(self, line: str) -> tuple[AfterCut, ...]:
        """One line's answers, in the declared order of indicators."""
        return tuple(one for one in self.results if one.line == line)

    @property
    def told(self) -> tuple[AfterCut, ...]:
        """Those of which more can be said than that it cannot be told."""
        return tuple(one for one in self.results if one.followed in (Followed.MORE, Followed.LESS))


def after_cuts(
    cuts: Mapping[tuple[str, int], Cuts],
    over_the_years: Callable[[str], YearsOnScale],
    children: YearsOnScale,
    sizes: Numbers,
    could_follow: Mapping[str, Sequence[str]] = WHAT_COULD_FOLLOW,
    shuffles: int = SHUFFLES,
) -> AfterCuts:
    """Every line, indicator that could follow its cut, span and horizon.

    `children` are those living there, as the log of their number, and `sizes` what makes councils
    alike in size. Councils to be left out have NaN in the cuts.
    """
    results: list[AfterCut] = []
    placebos: list[Placebo] = []
    for one in cuts.values():
        if not one.base_years:
            continue
        asked = [over_the_years(name) for name in could_follow[one.line]]
        each = [_horizon(one, on, asked, children, sizes, shuffles) for on in HORIZONS]
        for place in range(len(asked)):
            results += [found[place] for found, _ in each]
        placebos += [placebo for _, placebo in each if placebo is not None]
    return AfterCuts(tuple(_with_q(results)), tuple(placebos), cuts)


def _horizon(
    cuts: Cuts,
    years_on: int,
    asked: Sequence[YearsOnScale],
    children: YearsOnScale,
    sizes: Numbers,
    shuffles: int,
) -> tuple[list[AfterCut], Placebo | None]:
    """Every indicator at one horizon, and the children living there.

    Cuts are dealt among the councils that are followed or stand beside one in any year.
    """
    compared = cuts.compared(years_on)
    taking_part: Flags = np.asarray(np.isfinite(compared).any(axis=1))
    told = [_changes(cuts, taking_part, series, years_on) for series in (*asked, children)]
    found = differences(
        compared,
        np.stack([column for pair in told for column in pair], axis=2),
        dealt_out(np.where(taking_part, sizes, np.nan), shuffles),
    )
    p = two_sided_p(_over(found.effect, found.error))
    results = [
        _result(cuts, years_on, series, _usual(cuts, compared, series), found, p, 2 * place)
        for place, series in enumerate(asked)
    ]
    at = 2 * len(asked) + 1
    if not enough(found, at):
        return results, None
    moved = in_unit(IndicatorKind.RATE, float(found.effect[at]), 0.0)
    return results, Placebo(
        line=cuts.line,
        span_years=cuts.span,
        years_on=years_on,
        effect_percent=moved,
        p=float(p[at]),
    )


def _changes(
    cuts: Cuts, taking_part: Flags, series: YearsOnScale, years_on: int
) -> tuple[Numbers, Numbers]:
    """Councils × base years: the change before the cut, and the net change after it."""
    nothing = np.full(len(taking_part), np.nan)

    def changes(first: int, last: int) -> Numbers:
        columns = [
            nothing
            if base - YEARS_BEFORE <= PANDEMIC <= base + last
            else series.change(base + first, base + last)
            for base in cuts.base_years
        ]
        return np.where(taking_part[:, np.newaxis], np.column_stack(columns), np.nan)

    before = changes(-YEARS_BEFORE, 0)
    after = changes(0, cuts.span + years_on)
    return np.where(np.isfinite(after), before, np.nan), net_of_trend(after, before)


def enough(found: Differences, at: int) -> bool:
    """Whether enough councils cut, and were dealt anew, for an outcome to be told of."""
    return bool(found.councils[at] >= FEWEST_COUNCILS and found.error[at] > 0)


def _result(
    cuts: Cuts,
    years_on: int,
    series: YearsOnScale,
    usual: float,
    found: Differences,
    p: Numbers,
    before: int,
) -> AfterCut:
    """One indicator; `before` is the place of its change before the cut, the next of that after."""
    at = before + 1
    told = AfterCut(
        line=cuts.line,
        indicator=series.name,
        span_years=cuts.span,
        years_on=years_on,
        followed=Followed.TOO_FEW,
        cuts=int(found.cuts[at]),
        councils=int(found.councils[at]),
    )
    if not enough(found, at):
        return told
    effect, reach = float(found.effect[at]), _Z * float(found.error[at])
    ends = (effect - reach, effect + reach)
    units = [in_unit(series.kind, end, usual) for end in ends]
    seen = (_Z + _Z_FOUR_IN_FIVE) * float(found.error[at])
    less, more = (in_unit(series.kind, way, usual) for way in (-seen, seen))
    apart = np.isfinite(p[before])
    return replace(
        told,
        followed=Followed.CANNOT_TELL,
        effect=effect,
        likely=Interval(low=ends[0], high=ends[1], level=LEVEL),
        unit_effect=in_unit(series.kind, effect, usual),
        unit_likely=Interval(low=units[0], high=units[1], level=LEVEL),
        before=float(found.effect[before]) if apart else None,
        before_p=float(p[before]) if apart else None,
        p=float(p[at]),
        smallest_seen=Interval(low=less, high=more, level=LEVEL),
    )


def _with_q(results: list[AfterCut]) -> list[AfterCut]:
    """False discovery over the whole family, and what can be said with it."""
    p = np.array([np.nan if one.p is None else one.p for one in results])
    told = []
    for one, q in zip(results, q_values(p).tolist(), strict=True):
        followed = one.followed
        if one.effect is not None and q <= FALSE_DISCOVERY:
            followed = Followed.MORE if one.effect > 0 else Followed.LESS
            if one.before_p is None or one.before_p <= FALSE_DISCOVERY:
                followed = Followed.ALREADY_APART
        told.append(replace(one, followed=followed, q=None if np.isnan(q) else q))
    return told


def in_unit(kind: IndicatorKind, effect: float, usual: float) -> float:
    """An effect in per cent of a rate, or in percentage points of a proportion.

    `usual` is the level from which a proportion moves, on the scale.
    """
    if kind is IndicatorKind.PROPORTION:
        moved = 1.0 / (1.0 + np.exp(-usual - effect))
        return float(100.0 * (moved - 1.0 / (1.0 + np.exp(-usual))))
    return float(100.0 * np.expm1(effect))


def _usual(cuts: Cuts, compared: Numbers, series: YearsOnScale) -> float:
    """The mean level, on the scale, of councils in the last year before they cut."""
    levels = [
        series.y[compared[:, place] == 1.0, series.years.index(base)]
        for place, base in enumerate(cuts.base_years)
        if base in series.years
    ]
    known = np.concatenate([*levels, np.empty(0)])
    known = known[np.isfinite(known)]
    return float(known.mean()) if len(known) else 0.0


def _over(effect: Numbers, error: Numbers) -> Numbers:
    return np.divide(effect, error, out=np.full_like(effect, np.nan), where=error > 0)
