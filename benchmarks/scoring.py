"""Every verdict on a made-up England, held against what is true there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.truth import Numbers, TrueIndicator, Truth
from brightfutures.catalogue import Catalogue, Indicator, IndicatorKind
from brightfutures.measures import Measures
from brightfutures.measures.movement import ENDS, PERIODS_READ
from brightfutures.measures.results import (
    Approach,
    Cell,
    Comparison,
    Level,
    Movement,
    Verdict,
)
from brightfutures.quantities import Missing

ABOVE = (Level.HIGHER, Level.UNUSUALLY_HIGH)
BELOW = (Level.LOWER, Level.UNUSUALLY_LOW)
UNUSUAL = (Level.UNUSUALLY_HIGH, Level.UNUSUALLY_LOW)
SIMILAR, ENGLAND = "similar", "england"


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One council on one indicator in one period: what is true of it and what was said.

    gap           true, on the scale, to the councils it was compared with
    relative      the same as a share of their mean, in the indicator's unit (0.2: a fifth more)
    planted       exactly at the mean of those it was compared with
    third         by its number of children: 0 the smallest third of councils, 2 the largest
    held          whether the range of the gap holds the true gap; None where no range is given
    placed        whether the range of places holds its true place; None where none is given
    by_counts     the level, had counting chance alone been taken for noise
    moved, approach   what was said of its own movement and of its gap's over five periods
    true_move     how far its own level truly moved, on the scale; None unless it was read
    true_gaps     its true gap at first and at last (means of two periods); None unless read
    borrowed      the wobble it was judged by is that of other indicators of its kind
    stepped       the step planted in it lies wholly between the first two periods and the last
    """

    seed: int
    indicator: str
    kind: IndicatorKind
    fixed: bool
    council: str
    period: str
    third: int
    against: str
    gap: float
    relative: float
    planted: bool
    level: Level
    by_counts: Level
    held: bool | None
    placed: bool | None
    moved: Movement
    approach: Approach
    true_move: float | None
    true_gaps: tuple[float, float] | None
    borrowed: bool
    stepped: bool

    @property
    def called(self) -> bool:
        """Said to be higher or lower."""
        return self.level in (*ABOVE, *BELOW)

    @property
    def false(self) -> bool:
        """Said to be higher or lower, and at the mean or on the other side of it."""
        return is_false(self, self.level)


def is_false(pair: Pair, level: Level) -> bool:
    """Whether a level of a pair would be wrong: called, and at the mean or on the other side."""
    if level not in (*ABOVE, *BELOW):
        return False
    return pair.planted or (pair.gap > 0) is not (level in ABOVE)


def every_pair(
    measures: Measures,
    by_counts: Measures,
    catalogue: Catalogue,
    truth: Truth,
    *,
    fixed_only: bool = False,
    every: int = 1,
) -> Iterator[Pair]:
    """Every council on every tested indicator with planted pairs, in every period with figures.

    With `fixed_only` just the indicators of the fixed health-check set, and of periods the
    newest that the truth knows and `every` so many before it.
    """
    thirds = thirds_by_children(measures, truth)
    fixed = {indicator.id for indicator in catalogue.health_check_set()}
    for indicator in catalogue.indicators.values():
        told = truth.indicator(indicator.id)
        if told is None or indicator.kind not in (IndicatorKind.RATE, IndicatorKind.PROPORTION):
            continue
        if fixed_only and indicator.id not in fixed:
            continue
        known = measures.periods(indicator.id)
        newest = len(told.periods) - 1
        for place, period in enumerate(told.periods):
            if period in known and (newest - place) % every == 0:
                yield from _round(
                    measures,
                    by_counts.all_councils.levels(indicator.id, period),
                    indicator,
                    indicator.id in fixed,
                    truth,
                    told,
                    place,
                    thirds,
                )


def thirds_by_children(measures: Measures, truth: Truth) -> list[int]:
    """For each council, the third of councils it is in by its children under 18."""
    panel = measures.panel("children_looked_after_rate")
    rows = [panel.areas.index(code) for code in truth.councils]
    order = np.argsort(np.argsort(panel.denominator[rows, -1]))
    return [int(place) for place in 3 * order // len(rows)]


def _round(
    measures: Measures,
    by_counts: dict[str, tuple[Level, object]],
    indicator: Indicator,
    fixed: bool,
    truth: Truth,
    told: TrueIndicator,
    place: int,
    thirds: list[int],
) -> Iterator[Pair]:
    level = told.level
    means = {SIMILAR: truth.mean_of_similar(level), ENGLAND: truth.mean_of_others(level)}
    window = range(place - PERIODS_READ + 1, place + 1)
    columns = [window[end] for end in ENDS]
    shown = measures.all_councils.strip(indicator.id, told.periods[place])
    places = np.array([truth.row[cell.area] for cell in shown if is_figure(cell, truth)])
    for row, council in enumerate(truth.councils):
        if council not in by_counts or np.isnan(level[row, place]):
            continue
        one = measures.compare(indicator.id, council, told.periods[place])
        against = one.verdict.against
        mean = means[against]
        true_gap = level[row] - mean[row]
        readable = window[0] >= 0 and one.moved is not None and one.moved.from_period is not None
        own_ends = _ends(level[row, columns])
        own, others = told.back(level[row, place]), told.back(mean[row, place])
        moved, approach = Movement.CANNOT_SAY, Approach.CANNOT_SAY
        if one.moved is not None and readable:
            moved, approach = one.moved.level, one.moved.against_similar
        yield Pair(
            seed=truth.seed,
            indicator=indicator.id,
            kind=indicator.kind,
            fixed=fixed,
            council=council,
            period=told.periods[place],
            third=thirds[row],
            against=against,
            gap=float(true_gap[place]),
            relative=float(own / others) - 1.0,
            planted=against == SIMILAR and bool(told.planted[row, place]),
            level=one.verdict.level,
            by_counts=by_counts[council][0],
            held=_held(indicator, one, float(true_gap[place])),
            placed=_placed(one, level[:, place], row, places),
            moved=moved,
            approach=approach,
            true_move=own_ends[1] - own_ends[0] if readable else None,
            true_gaps=_ends(true_gap[columns]) if readable else None,
            borrowed=one.wobble is not None and one.wobble.borrowed,
            stepped=readable
            and any(who == row and at in (window[2], window[3]) for who, at in told.steps),
        )


def _ends(numbers: Numbers) -> tuple[float, float]:
    """The mean of the first two of four numbers, and that of the last two."""
    return float(numbers[:2].mean()), float(numbers[2:].mean())


def is_figure(cell: Cell, truth: Truth) -> bool:
    """Whether one of today's councils has a figure."""
    return cell.area in truth.row and not isinstance(cell.value, Missing)


def _placed(
    one: Comparison, level: Numbers, row: int, figures: npt.NDArray[np.int64]
) -> bool | None:
    """Whether the range of places holds the true place, among those that have a figure."""
    if one.rank is None or one.rank.of != len(figures):
        return None
    true = 1 + int((level[figures] < level[row]).sum())
    return one.rank.low <= true <= one.rank.high


def _held(indicator: Indicator, one: Comparison, true_gap: float) -> bool | None:
    """Whether the range of the gap holds the true one; None where there is no range or verdict."""
    verdict = one.verdict
    if verdict.gap is None or verdict.z_wobble is None:
        return None
    low = on_scale(indicator, verdict, verdict.gap.low)
    high = on_scale(indicator, verdict, verdict.gap.high)
    return low <= true_gap <= high


def on_scale(indicator: Indicator, verdict: Verdict, gap: float) -> float:
    """A gap in the indicator's unit, laid on from the average it was judged by, on the scale."""
    assert verdict.average is not None
    proportion = indicator.kind is IndicatorKind.PROPORTION
    whole = indicator.per if proportion else float("inf")

    def scaled(value: float) -> float:
        if value <= 0.0:
            return -float("inf")
        if value >= whole:
            return float("inf")
        return float(np.log(value) - (np.log(whole - value) if proportion else 0.0))

    return scaled(verdict.average + gap) - scaled(verdict.average)
