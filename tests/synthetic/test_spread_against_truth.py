"""What lasts of the differences between made-up councils, held against what is true there."""

import sys
from pathlib import Path

import numpy as np
import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.measures.national_spread_results import Split

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.truth import TrueIndicator, Truth


@pytest.fixture(scope="module")
def parted(made_up_edition: Edition, made_up_home: Path) -> list[tuple[Split, float]]:
    """Of every measure whose truth is known, the split and the share that truly lasts."""
    truth = Truth.read(made_up_home.parent / "made-up" / "truth.json")
    measures = made_up_edition.measures
    found = []
    for name in measures.with_figures():
        true, split = truth.indicator(name), measures.national_spread(name).split
        if true is not None and split is not None and split.councils >= 100:
            found.append((split, share_that_lasts(made_up_edition, truth, name, true, split)))
    assert len(found) > 40
    return found


def share_that_lasts(
    edition: Edition, truth: Truth, name: str, true: TrueIndicator, split: Split
) -> float:
    """How the true levels of both years go together, out of the spread of the figures seen."""
    panel = edition.measures.panel(name)
    rows = [panel.areas.index(code) for code in truth.councils]
    seen = []
    for period in (split.period, split.before):
        value = panel.value[rows, panel.periods.index(period)] / (
            100.0 if np.isfinite(true.whole) else 1.0
        )
        with np.errstate(divide="ignore", invalid="ignore"):
            seen.append(np.log(value / (1 - value) if np.isfinite(true.whole) else value))
    now, then = (true.level[:, true.periods.index(one)] for one in (split.period, split.before))
    known = np.isfinite(seen[0]) & np.isfinite(seen[1]) & np.isfinite(now) & np.isfinite(then)
    size = np.sqrt(seen[0][known].var() * seen[1][known].var())
    return float(np.cov(now[known], then[known], ddof=0)[0, 1] / size)


def test_what_lasts_is_right_on_average(parted: list[tuple[Split, float]]):
    off = np.array([split.lasting.share - true for split, true in parted])
    assert abs(off.mean()) < 0.03
    assert np.abs(off).mean() < 0.08


def test_measures_on_which_more_lasts_are_found_to_last_more(parted: list[tuple[Split, float]]):
    found, true = np.array([(split.lasting.share, true) for split, true in parted]).T
    assert np.corrcoef(found, true)[0, 1] > 0.75


def test_the_ranges_hold_the_truth_of_most(parted: list[tuple[Split, float]]):
    """Of the councils that are there: the range allows for others, and the truth has its own."""
    held = [split.lasting.low <= true <= split.lasting.high for split, true in parted]
    assert np.mean(held) > 0.75
