"""What must hold of figures beside grades, whatever the figures."""

import copy
import random

import numpy as np
import pytest
from agreeing import agreement, an_inspected_england
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some
from small_england import shuffled

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.agreement.rank_correlation import correlation
from brightfutures.measures.agreement.top_of_table_chance import (
    chance_of,
    steadiness_that_puts,
    truly_low,
)

FEW = settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
SEEDS = some.integers(0, 10_000)
COUNCILS = 44


@FEW
@given(SEEDS)
def test_nothing_that_moves_all_of_england_alike_changes_anything(seed: int):
    england, judgements = an_inspected_england(seed, linked=2, councils=COUNCILS)
    moved = copy.deepcopy(england)
    for table in moved.tables.values():
        for (area, year), value in table.items():
            table[area, year] = float(np.exp(value / 10.0) * (int(year) - 1990))

    assert agreement(moved, judgements) == agreement(england, judgements)


@FEW
@given(SEEDS)
def test_the_order_of_rows_and_of_inspections_changes_nothing(seed: int):
    england, judgements = an_inspected_england(seed, linked=2, councils=COUNCILS)
    again = list(judgements)
    random.Random(seed).shuffle(again)

    assert agreement(shuffled(england, seed), again) == agreement(england, judgements)


@FEW
@given(SEEDS)
@example(1)  # in which councils tie on the plain average
def test_turning_a_figure_round_turns_its_links_round_and_not_the_plain_average(seed: int):
    england, judgements = an_inspected_england(seed, linked=2, councils=COUNCILS)
    turned = copy.deepcopy(england)
    first = turned.indicators[0]
    assert first.good_direction is GoodDirection.HIGHER
    turned.indicators[0] = type(first)(**{**vars(first), "good_direction": GoodDirection.LOWER})
    table = turned.tables["figure_0_count"]
    for key, value in table.items():
        table[key] = 200.0 - value
    one, other = agreement(england, judgements), agreement(turned, judgements)
    link, back = (found.indicators[0].overall.before for found in (one, other))

    assert back.rho == pytest.approx(-link.rho)
    assert (back.low, back.high) == pytest.approx((-link.high, -link.low))
    assert back.p == pytest.approx(link.p)
    assert back.same_way == pytest.approx(1.0 - link.same_way)
    assert other.whole.before.rho == pytest.approx(one.whole.before.rho)


@settings(max_examples=20)
@given(SEEDS)
def test_other_names_for_the_councils_change_nothing(seed: int):
    draw = np.random.default_rng(seed)
    x, grade = draw.normal(size=60), draw.integers(0, 4, size=60)
    council = draw.integers(0, 30, size=60)
    names = draw.permutation(1000)[:30]
    one, other = correlation(x, grade, council), correlation(x, grade, names[council])

    assert (other.rho, other.low, other.p) == pytest.approx((one.rho, one.low, one.p))


@settings(max_examples=20)
@given(some.integers(7, 160), some.data())
def test_lots_add_up_to_one_and_to_their_mean(councils: int, data: some.DataObject):
    marked = data.draw(some.integers(0, councils))
    chances = [chance_of(count, 6, marked, councils) for count in range(7)]

    assert sum(chances) == pytest.approx(1.0)
    mean = sum(count * chance for count, chance in enumerate(chances))
    assert mean == pytest.approx(6 * marked / councils)


@settings(max_examples=15)
@given(some.floats(0.05, 0.95), some.floats(0.05, 0.6))
def test_a_steadier_table_puts_fewer_of_the_truly_low_at_its_top(steady: float, share: float):
    unsteady, steadier = (truly_low(r, share, 151, 6) for r in (steady, min(1.0, steady + 0.05)))

    assert steadier.expected < unsteady.expected < 6 * share
    assert steadier.two_or_more <= unsteady.two_or_more
    if unsteady.expected > 1e-6:
        found = steadiness_that_puts(unsteady.expected, share, 151, 6)
        assert found == pytest.approx(steady, abs=1e-3)
