"""What is said of the level behind a figure, on a made-up England where the levels are known."""

from pathlib import Path

import numpy as np
import pytest
from levels_behind_scored import Scored, Truth, every_list

from brightfutures.delivery.edition import Edition


@pytest.fixture(scope="module")
def lists(made_up_edition: Edition, made_up_home: Path) -> list[Scored]:
    """The counted indicators of the fixed set, in their newest period and four before."""
    truth = Truth.read(made_up_home.parent / "made-up" / "truth.json")
    return list(every_list(made_up_edition, truth, (0, 4)))


def test_the_95_range_holds_the_planted_level_as_often_as_it_says(lists: list[Scored]):
    held = np.concatenate([one.held for one in lists])
    assert len(held) > 5_000
    assert 0.93 <= held.mean() <= 0.97


def test_it_does_so_for_councils_whose_figures_tell_little_and_for_those_that_tell_much(
    lists: list[Scored],
):
    held = np.concatenate([one.held for one in lists])
    own = np.concatenate([one.reliability for one in lists])
    assert 0.89 <= held[own < 0.5].mean() <= 0.97
    assert 0.93 <= held[own >= 0.5].mean() <= 0.97


@pytest.mark.parametrize(
    ("low", "high", "allowed"),
    # A few dozen councils of one England lie in each of the middle bands, on indicators that go
    # together, so that what is true there strays by several hundredths from one to another.
    [(0.0, 0.2, 0.02), (0.2, 0.4, 0.08), (0.4, 0.6, 0.12), (0.6, 0.8, 0.12), (0.8, 1.01, 0.04)],
)
def test_a_chance_of_the_highest_fifth_comes_true_as_often_as_it_says(
    lists: list[Scored], low: float, high: float, allowed: float
):
    chance = np.concatenate([one.chance for one in lists])
    there = np.concatenate([one.truly_there for one in lists])
    within = (chance >= low) & (chance < high)
    print(f"{low:.1f} to {high:.1f}: {within.sum()} councils, mean chance "
          f"{chance[within].mean():.2f}, truly there {there[within].mean():.2f}")  # fmt: skip
    assert within.sum() > 100
    assert there[within].mean() == pytest.approx(chance[within].mean(), abs=allowed)


def test_the_level_given_is_nearer_the_truth_than_the_figure(lists: list[Scored]):
    """By three tenths of squared error in the mean, and on nearly every indicator."""
    ratio = np.array([one.our_error / one.raw_error for one in lists])
    assert ratio.mean() < 0.8
    assert (ratio < 1.0).mean() > 0.8
