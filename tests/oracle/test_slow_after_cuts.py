"""What followed cuts agrees with its slow twin."""

import numpy as np
import pytest
from slow_after_cuts import slow_effect, slow_error, slow_net

from brightfutures.money.shuffles import dealt_out, differences, net_of_trend


def made(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cuts, changes and sizes of a few councils over a few years, some of them missing."""
    random = np.random.default_rng(seed)
    councils, years = int(random.integers(6, 30)), int(random.integers(1, 5))
    cut = (random.random((councils, years)) < 0.3).astype(np.float64)
    cut[random.random((councils, years)) < 0.1] = np.nan
    change = random.normal(size=(councils, years, 3))
    change[random.random(change.shape) < 0.15] = np.nan
    return cut, change, random.normal(size=councils)


@pytest.mark.parametrize("seed", range(15))
def test_effects_errors_and_counts_are_those_of_plain_loops(seed: int):
    cut, change, sizes = made(seed)
    dealt = dealt_out(sizes, shuffles=20, seed=seed)

    found = differences(cut, change, dealt)

    for outcome in range(3):
        moved = change[:, :, outcome].tolist()
        effect, weight = slow_effect(cut.tolist(), moved, range(len(cut)))
        assert found.effect[outcome] == pytest.approx(effect, nan_ok=True)
        assert found.cuts[outcome] == weight
        assert found.error[outcome] == pytest.approx(
            slow_error(cut.tolist(), moved, dealt.tolist()), rel=1e-4, nan_ok=True
        )


@pytest.mark.parametrize("seed", range(15))
def test_net_changes_are_those_of_plain_loops(seed: int):
    _, change, _ = made(seed)

    found = net_of_trend(change[:, :, 0], change[:, :, 1])

    slow = slow_net(change[:, :, 0].tolist(), change[:, :, 1].tolist())
    np.testing.assert_allclose(found, np.array(slow), atol=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_councils_are_dealt_only_the_cuts_of_councils_of_like_size(seed: int):
    sizes = np.random.default_rng(seed).normal(size=31)
    sizes[3] = np.nan

    dealt = dealt_out(sizes, shuffles=50, seed=seed)

    order = np.argsort(np.delete(sizes, 3), kind="stable")
    codes = np.delete(np.arange(31), 3)[order]
    for group in np.array_split(codes, 3):
        assert (np.sort(dealt[:, group], axis=1) == np.sort(group)).all()
    assert (dealt[:, 3] == 3).all()
