import numpy as np
import pytest

from brightfutures.measures.changes import yearly_changes
from brightfutures.measures.winsorised import excess_variance, winsorised_mean_square
from brightfutures.measures.wobble import estimate_wobble, long_run_variance

DRAW = np.random.default_rng(7)


def panel(a: float, *, transient: float = 0.0, councils: int = 400, years: int = 10):
    """Levels that walk with variance 2(a − transient) a year, transient noise, and chance."""
    steps = DRAW.normal(0, np.sqrt(2 * (a - transient)), (councils, years)).cumsum(axis=1)
    s2 = np.full((councils, years), 0.01)
    noise = DRAW.normal(0, np.sqrt(transient + s2))
    readable = np.ones((councils, years), dtype=bool)
    return yearly_changes(steps + noise, s2, np.zeros(years), readable)


def test_a_winsorised_normal_variable_has_a_mean_square_of_one():
    assert winsorised_mean_square(DRAW.normal(size=200_000)) == pytest.approx(1.0, abs=0.02)


def test_the_wobble_planted_is_found():
    found = estimate_wobble(panel(0.03), 9)
    assert found is not None
    assert found.a == pytest.approx(0.03, rel=0.1)
    assert found.from_changes == 9
    assert found.times_chance == pytest.approx(1 + 2 * 0.03 / 0.02, rel=0.1)


def test_chance_alone_leaves_hardly_any_wobble():
    found = estimate_wobble(panel(0.0), 9)
    assert found is not None
    assert found.a < 0.001


def test_the_part_that_goes_away_again_is_found():
    found = estimate_wobble(panel(0.03, transient=0.02), 9)
    assert found is not None
    assert found.transient == pytest.approx(0.02, rel=0.2)
    lasting = estimate_wobble(panel(0.03), 9)
    assert lasting is not None
    assert lasting.transient < 0.004


def test_a_wobble_that_half_lasts_strays_twice_as_far_as_one_year_shows():
    strays, kept, years = 0.04, 0.5, 12
    shocks = DRAW.normal(0, np.sqrt(strays), (600, years))
    level = shocks.copy()
    for year in range(1, years):
        level[:, year] = kept * level[:, year - 1] + np.sqrt(1 - kept**2) * shocks[:, year]
    s2 = np.full(level.shape, 0.01)
    y = level + DRAW.normal(0, 0.1, level.shape)
    found = estimate_wobble(
        yearly_changes(y, s2, np.zeros(years), np.ones(level.shape, dtype=bool)), years - 1
    )
    assert found is not None
    assert found.a == pytest.approx(strays * (1 - kept), rel=0.1)
    assert found.long_run == pytest.approx(strays, rel=0.15)


def test_what_never_comes_back_is_a_move_and_counts_no_more_than_twice():
    assert long_run_variance(0.03, 0.0) == pytest.approx(0.06)
    assert long_run_variance(0.03, 0.03) == pytest.approx(0.03)
    assert long_run_variance(0.0, 0.0) == 0.0


def test_no_later_year_is_used():
    changes = panel(0.03)
    early = estimate_wobble(changes, 4)
    changes.net[:, 5:] *= 10.0
    assert estimate_wobble(changes, 4) == early


def test_one_change_gives_no_wobble():
    assert estimate_wobble(panel(0.03), 1) is None
    assert estimate_wobble(panel(0.03), 2) is not None


def test_a_few_wild_changes_hardly_matter():
    changes = panel(0.03)
    calm = estimate_wobble(changes, 9)
    changes.net[:5] *= 100.0
    wild = estimate_wobble(changes, 9)
    assert calm is not None
    assert wild is not None
    assert wild.a == pytest.approx(calm.a, rel=0.15)


def test_too_few_differences_say_nothing():
    assert np.isnan(excess_variance(np.ones(5), np.ones(5), 1.0))


def test_changes_are_net_of_englands():
    y = np.array([[1.0, 1.5], [2.0, 2.4]])
    changes = yearly_changes(y, np.zeros((2, 2)), np.array([0.0, 0.4]), np.ones((2, 2), dtype=bool))
    assert changes.net[:, 1] == pytest.approx([0.1, 0.0])
