"""The split of a gap agrees with a slow twin that walks through every order of the factors."""

import math

import numpy as np
import pytest
from slow_gap_split import parts_over_all_orders, slow_parts

from brightfutures.money.council_year import CouncilYear, KindOfHelp
from brightfutures.money.gap_split import split_gap
from brightfutures.money.order_free import order_free_parts
from brightfutures.quantities import Missing


def _year(name: str, draw: np.random.Generator, kinds: int) -> CouncilYear:
    counts = draw.integers(1, 900, kinds).astype(float)
    spend = counts * draw.uniform(5e3, 4e5, kinds)
    return CouncilYear(
        council=name,
        spend_pounds=float(spend.sum() + draw.uniform(0, 2e7)),
        children_living_there=float(draw.integers(8_000, 300_000)),
        children_helped=float(counts.sum() + draw.integers(0, 50)),
        children_expected=float(draw.uniform(50, 3_000)),
        kinds=tuple(
            KindOfHelp(name=f"kind {k}", spend_pounds=float(spend[k]), children=float(counts[k]))
            for k in range(kinds)
        ),
    )


@pytest.mark.parametrize("seed", range(25))
def test_the_parts_are_the_mean_over_every_order(seed: int):
    draw = np.random.default_rng(seed)
    kinds = int(draw.integers(1, 5))
    ours, *theirs = [_year(f"council {place}", draw, kinds) for place in range(7)]
    found = split_gap(ours, theirs)
    assert not isinstance(found, Missing)
    slow = slow_parts(ours, theirs)
    assert [part.pounds_per_child for part in found.parts] == pytest.approx(slow, abs=1e-8)
    assert sum(slow) == pytest.approx(found.gap, abs=0.005)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_any_number_of_factors_up_to_five(count: int):
    draw = np.random.default_rng(count)
    ours, theirs = draw.uniform(0.1, 3.0, (2, count)).tolist()
    fast = order_free_parts(
        lambda now: np.prod(np.array(now), axis=0),
        [np.array(number) for number in ours],
        [np.array(number) for number in theirs],
    )
    slow = parts_over_all_orders(math.prod, ours, theirs)
    assert [float(part) for part in fast] == pytest.approx(slow)
