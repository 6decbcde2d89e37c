"""How well an expectation does on councils it has not seen: ten folds, fixed by councils' codes.

A tenth of the councils at a time is left out of the fit, and what is expected of them, and how
far their figures may stray, is worked out from the rest. No chance decides who is left out with
whom: in the order of their codes every tenth council is in one fold, and two that return one
figure together are in the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from brightfutures.catalogue import Indicator
from brightfutures.measures.arrays import Flags, Numbers, Whole
from brightfutures.measures.difference_tests import FEWEST_EXPECTED, FEWEST_OUT_OF
from brightfutures.measures.expectation.levels import FittedCouncils
from brightfutures.measures.expectation.reach import reach_of
from brightfutures.measures.expectation.regression import Figures, best_line, levels_without_own
from brightfutures.measures.expectation.scale import chance_at, read_off

FOLDS = 10
NINETEEN_IN_TWENTY = 0.95
"""How many figures a range of 95% should hold."""


@dataclass(frozen=True, eq=False)
class HeldOut:
    """Of each council fitted: what is expected of it, and with no context, when it is held out.

    `within` says whether its figure lay in its 95% range, and `weighed` whether it counts towards
    what is explained: whether it is large enough to be judged.
    """

    laid: Numbers
    expected: Numbers
    average: Numbers
    within: Flags
    weighed: Flags

    @property
    def share_within(self) -> float:
        """The share of figures that lay in their range."""
        return float(self.within.mean())

    @property
    def sampling_error(self) -> float:
        """One standard error of that share, were each range right."""
        return float(np.sqrt(NINETEEN_IN_TWENTY * (1.0 - NINETEEN_IN_TWENTY) / len(self.within)))

    @property
    def explained(self) -> float:
        """1 − Σ(y − expected)² / Σ(y − average)², of the councils large enough to be judged."""
        laid = self.laid[self.weighed]
        apart = float(((laid - self.expected[self.weighed]) ** 2).sum())
        alone = float(((laid - self.average[self.weighed]) ** 2).sum())
        return 1.0 - apart / alone if alone > 0.0 else 0.0


def folds_of(codes: Sequence[str], pairs: Sequence[tuple[int, int]] = ()) -> Whole:
    """The fold of each council, 0 to 9."""
    fold = np.empty(len(codes), dtype=np.int64)
    order = sorted(range(len(codes)), key=lambda number: codes[number])
    fold[order] = np.arange(len(codes)) % FOLDS
    for one, other in pairs:
        fold[max(one, other, key=lambda number: codes[number])] = fold[
            min(one, other, key=lambda number: codes[number])
        ]
    return fold


def hold_out(indicator: Indicator, fitted: FittedCouncils, codes: Sequence[str]) -> HeldOut:
    """Every council's expectation from the nine tenths of councils that it is not among."""
    fold = folds_of(codes, fitted.pairs)
    figures, laid = fitted.figures, fitted.laid
    alone = Figures(figures.working, figures.variance, figures.design[:, :1])
    spread_alone = best_line(alone, fitted.line.spread).spread
    expected, average = np.empty(len(laid)), np.empty(len(laid))
    within = np.zeros(len(laid), dtype=bool)
    for number in range(FOLDS):
        left_out, kept = fold == number, np.flatnonzero(fold != number)
        line = best_line(figures.chosen(kept), fitted.line.spread)
        place = {row: at for at, row in enumerate(kept.tolist())}
        pairs = [(place[one], place[other]) for one, other in fitted.pairs if one in place]
        level, unsureness = levels_without_own(figures.chosen(kept), line, pairs)
        own = chance_at(indicator, level, fitted.out_of[kept])
        below, above = reach_of((laid[kept] - level) / np.sqrt(line.spread + unsureness + own))
        design = figures.design[left_out]
        expected[left_out] = line.level(design)
        own = chance_at(indicator, expected[left_out], fitted.out_of[left_out])
        deviation = np.sqrt(line.spread + line.unsureness(design) + own)
        stray = (laid[left_out] - expected[left_out]) / deviation
        within[left_out] = (stray >= -below) & (stray <= above)
        average[left_out] = best_line(alone.chosen(kept), spread_alone).coefficients[0]
    return HeldOut(laid, expected, average, within, _large_enough(indicator, fitted, expected))


def _large_enough(indicator: Indicator, fitted: FittedCouncils, expected: Numbers) -> Flags:
    if np.isnan(fitted.out_of).all():
        return np.ones(len(expected), dtype=bool)
    count = fitted.out_of * read_off(indicator, expected) / indicator.per
    return np.asarray((fitted.out_of >= FEWEST_OUT_OF) & (count >= FEWEST_EXPECTED))
