"""Parts of one whole: what is told of them is what is drawn, and they never exceed the whole."""

from functools import cache

import numpy as np
import pytest

from brightfutures.catalogue import Catalogue
from brightfutures.synthetic.calibration import QuantityKind
from brightfutures.synthetic.scales import on_scale
from brightfutures.synthetic.shares import MOST_PLANTED, parts_of_one_whole
from brightfutures.synthetic.world import YEARS, World, make_world

SEEDS = (7, 2025)


@cache
def a_world(seed: int) -> World:
    from brightfutures.catalogue import load_catalogue

    return make_world(seed, load_catalogue())


@pytest.mark.parametrize("seed", SEEDS)
def test_true_shares_of_one_whole_never_come_to_more_than_all_of_it(seed: int) -> None:
    world = a_world(seed)
    today = world.councils.current_count
    for parts in parts_of_one_whole(world.calibration).values():
        together = sum(world.drawn.ratio[part.id][:today] for part in parts)
        assert (together <= 1.0).all(), parts[0].id


@pytest.mark.parametrize("seed", SEEDS)
def test_a_share_is_drawn_round_the_truth_that_is_told_of_it(seed: int) -> None:
    """The mean of all years lies as near the true one as chance and wobble allow."""
    world = a_world(seed)
    planted, today = set(world.node_of.values()), world.councils.current_count
    checked = 0
    for name, parts in parts_of_one_whole(world.calibration).items():
        quantity = world.calibration[name]
        if name not in planted or quantity.kind is not QuantityKind.SHARE or not parts:
            continue
        top = world.drawn.numbers[name][:today]
        base = world.drawn.numbers[quantity.of or ""][:today]
        strayed = np.log((top + 0.5) / (base - top + 0.5))
        strayed -= on_scale(quantity, world.drawn.ratio[name][:today])
        chance = (1 / (top + 0.5) + 1 / (base - top + 0.5)).mean(axis=1) / len(YEARS)
        kept = quantity.persistence
        lasting = quantity.one_year_wobble / (1 - kept) * (1 + kept) / (1 - kept) / len(YEARS)
        large = base.min(axis=1) >= 100
        z = strayed.mean(axis=1) / np.sqrt(chance + lasting)
        assert np.abs(z[large]).max() < 5.5, (name, float(np.abs(z[large]).max()))
        checked += int(large.sum())
    assert checked > 1_000


def test_half_of_all_councils_stay_at_the_mean_where_parts_compete() -> None:
    world = a_world(7)
    for name in set(world.node_of.values()):
        levels = world.drawn.levels[name]
        assert levels.null.sum() == 76, name


def test_indicators_of_the_health_check_come_first_where_not_all_parts_can_be_planted(
    catalogue: Catalogue,
) -> None:
    world = a_world(7)
    assert "foster_care_percent" in world.node_of
    assert "childrens_homes_percent" in world.node_of
    assert "placed_with_parents_percent" not in world.node_of
    for parts in parts_of_one_whole(world.calibration).values():
        planted = [part for part in parts if part.id in set(world.node_of.values())]
        for year in YEARS:
            assert sum(part.england_ratio(year) for part in planted) <= MOST_PLANTED
