"""What lasts of the differences between made-up councils, held against what is true there."""

import sys
from pathlib import Path

import numpy as np
import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.measures.nation.spread_results import Split
from brightfutures.measures.nation.spread_split import large_enough_to_part, parts_of

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.truth import TrueIndicator, Truth


@pytest.fixture(scope="module")
def parted(made_up_edition: Edition, made_up_home: Path) -> list[tuple[Split, float]]:
    """Of every measure whose truth is known, the split and the share that truly lasts."""
    truth = Truth.read(made_up_home.parent / "made-up" / "truth.json")
    measures = made_up_edition.measures
    found = []
    for name in measures.with_figures():
        true, split = truth.indicator(name), measures.all_councils.national_spread(name).split
        if true is not None and split is not None and split.councils >= 100:
            found.append((split, share_that_lasts(made_up_edition, truth, name, true, split)))
    assert len(found) > 40
    return found


def share_that_lasts(
    edition: Edition, truth: Truth, name: str, true: TrueIndicator, split: Split
) -> float:
    """How the true levels of both years go together, out of levels and all else besides.

    Of the councils that the split reads. The variance of a year is that of its true levels and
    that of what the figures stray from them, added up: that the two happen to go together among
    these councils is no part of either.
    """
    study = edition.measures._lookup.study(name)
    periods = study.material.panel.periods
    now, then = periods.index(split.period), periods.index(split.before)
    read = large_enough_to_part(study, now) & large_enough_to_part(study, then)
    read &= study.material.joined[: study.councils, then + 1 : now + 1].all(axis=1)
    codes = study.material.panel.areas
    rows = [row for row in np.flatnonzero(read).tolist() if codes[row] in truth.row]
    places = [truth.row[codes[row]] for row in rows]
    levels, sizes = [], []
    for period, place in ((split.period, now), (split.before, then)):
        level = true.level[places, true.periods.index(period)]
        levels.append(level)
        sizes.append(level.var() + (study.column(place).y[rows] - level).var())
    return float(np.cov(*levels, ddof=0)[0, 1] / np.sqrt(sizes[0] * sizes[1]))


def test_what_lasts_is_right_on_average(parted: list[tuple[Split, float]]):
    off = np.array([split.lasting.share - true for split, true in parted])
    assert abs(off.mean()) < 0.03
    assert np.abs(off).mean() < 0.05


def test_measures_on_which_more_lasts_are_found_to_last_more(parted: list[tuple[Split, float]]):
    found, true = np.array([(split.lasting.share, true) for split, true in parted]).T
    assert np.corrcoef(found, true)[0, 1] > 0.75


def test_the_ranges_hold_the_truth_of_most(parted: list[tuple[Split, float]]):
    """Of 53 measures, many of which count the same children; in three Englands 92 to 98 in 100."""
    held = [split.lasting.low <= true <= split.lasting.high for split, true in parted]
    assert np.mean(held) >= 0.88


@pytest.mark.parametrize("lasts", [0.1, 0.5, 0.9])
def test_the_ranges_hold_what_lasts_in_all_councils_that_there_might_be(lasts: float):
    """Drawn with what is true of them all; of 300 draws two standard errors are 2.5 in 100."""
    draw, councils, held = np.random.default_rng(3), 140, 0
    for _ in range(300):
        level = draw.normal(0.0, np.sqrt(lasts), councils)
        now, then = level + draw.normal(0.0, np.sqrt(1.0 - lasts), (2, councils))
        found = parts_of(now, then, np.full(councils, 0.3 * (1.0 - lasts)))[0]
        held += found.low <= lasts <= found.high
    assert 0.91 <= held / 300 <= 0.98
