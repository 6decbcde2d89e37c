"""What was planted is found again: truth lies within the ranges as often as they say."""

import numpy as np
import pytest
from planted_england import PlantedEngland, planted_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.expectation.regression import Figures, levels_without_own, line_at
from brightfutures.measures.levels.likelihoods import observations_of
from brightfutures.measures.levels.random_intercept import fit_random_intercept
from brightfutures.money.gap_result import Cause, GapSplit
from brightfutures.money.gap_split import split_gap
from brightfutures.money.need import NeedDoubt

COMPARATORS = 10
SEEDS = (1, 2, 3)


def split_all(england: PlantedEngland, seed: int) -> list[GapSplit]:
    """Every council's split against ten others by lot, need as fitted to the counts."""
    draw = np.random.default_rng(seed)
    helped = england.counted.sum(axis=1)
    design = np.column_stack([np.ones(len(helped)), england.deprivation])
    counts = observations_of(IndicatorKind.RATE, helped, england.children)
    fit = fit_random_intercept(counts, design)
    figures = Figures(fit.working, fit.working_variance, design)
    line = line_at(figures, fit.spread**2)
    expected = np.exp(levels_without_own(figures, line).level) * england.children
    found = []
    for row in range(len(helped)):
        others = np.delete(np.arange(len(helped)), row)
        rows = draw.choice(others, COMPARATORS, replace=False)
        apart = design[row] - expected[rows] @ design[rows] / expected[rows].sum()
        split = split_gap(
            england.year(row, float(expected[row])),
            [england.year(int(other), float(expected[other])) for other in rows],
            need_doubt=NeedDoubt(float(apart @ line.covariance @ apart)),
        )
        assert isinstance(split, GapSplit)
        found.append(split)
    return found


@pytest.fixture(scope="module")
def apart() -> dict[Cause, list[tuple[float, float]]]:
    """By cause, of every council: how far its part lies from the truth, and how far its range."""
    found: dict[Cause, list[tuple[float, float]]] = {cause: [] for cause in Cause}
    for seed in SEEDS:
        england = planted_england(seed)
        for row, split in enumerate(split_all(england, seed)):
            for part, true in zip(split.parts, england.truth(row), strict=True):
                reach = (part.high - part.low) / 2.0
                found[part.cause].append((abs(part.pounds_per_child - true), reach))
    return found


@pytest.mark.parametrize("cause", list(Cause))
def test_ranges_hold_what_was_planted_as_often_as_they_say(
    apart: dict[Cause, list[tuple[float, float]]], cause: Cause
):
    within = [far <= reach for far, reach in apart[cause]]
    assert len(within) == 200 * len(SEEDS)
    assert 0.90 <= float(np.mean(within)) <= 0.98


@pytest.mark.parametrize("cause", list(Cause))
def test_half_so_wide_they_would_not(apart: dict[Cause, list[tuple[float, float]]], cause: Cause):
    assert np.mean([far <= reach / 2.0 for far, reach in apart[cause]]) < 0.80


@pytest.mark.parametrize("cause", list(Cause))
def test_parts_are_right_on_average(apart: dict[Cause, list[tuple[float, float]]], cause: Cause):
    far, reach = np.array(apart[cause]).T
    assert float(np.median(far / reach)) < 0.5
