"""Laws of what followed cuts and of weekly costs, whatever the figures."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from brightfutures.money.shuffles import dealt_out, differences, net_of_trend
from brightfutures.money.unit_cost import PlacementYear, unit_cost, unit_cost_together
from brightfutures.quantities import Missing, Money, Reason

COUNCILS, YEARS = 24, 3
SEEDS = st.integers(0, 10_000)
UNAVAILABLE = Missing((Reason.UNAVAILABLE,))


def made(seed: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    cut = (random.random((COUNCILS, YEARS)) < 0.3).astype(np.float64)
    cut[:2] = [[1.0] * YEARS, [0.0] * YEARS]
    change = random.normal(size=(COUNCILS, YEARS, 2))
    change[2:][random.random((COUNCILS - 2, YEARS, 2)) < 0.2] = np.nan
    return cut, change


DEALT = dealt_out(np.arange(COUNCILS, dtype=float), shuffles=30)


@settings(max_examples=40)
@given(SEEDS, st.lists(st.floats(-3, 3), min_size=YEARS, max_size=YEARS))
def test_what_a_year_brings_to_all_councils_alike_changes_nothing(seed: int, years: list[float]):
    cut, change = made(seed)
    shift = np.array(years)[np.newaxis, :, np.newaxis]

    found, shifted = differences(cut, change, DEALT), differences(cut, change + shift, DEALT)

    np.testing.assert_allclose(found.effect, shifted.effect, atol=1e-9)
    np.testing.assert_allclose(found.error, shifted.error, rtol=1e-3)


@settings(max_examples=40)
@given(SEEDS, st.floats(0.1, 10))
def test_effects_and_errors_scale_with_the_changes_and_turn_with_their_sign(
    seed: int, times: float
):
    cut, change = made(seed)

    found, other = differences(cut, change, DEALT), differences(cut, -times * change, DEALT)

    np.testing.assert_allclose(-times * found.effect, other.effect, rtol=1e-9)
    np.testing.assert_allclose(times * found.error, other.error, rtol=1e-3)


@settings(max_examples=40)
@given(SEEDS)
def test_where_cut_and_not_cut_change_places_in_one_year_the_effect_turns(seed: int):
    cut, change = made(seed)
    cut, change = cut[:, :1], change[:, :1]

    found, turned = differences(cut, change, DEALT), differences(1.0 - cut, change, DEALT)

    np.testing.assert_allclose(found.effect, -turned.effect, atol=1e-9)


@settings(max_examples=40)
@given(SEEDS)
def test_the_order_of_councils_never_changes_the_effect(seed: int):
    cut, change = made(seed)
    order = np.random.default_rng(seed).permutation(COUNCILS)

    found, other = differences(cut, change, DEALT), differences(cut[order], change[order], DEALT)

    np.testing.assert_allclose(found.effect, other.effect, atol=1e-9)


@settings(max_examples=40)
@given(SEEDS)
def test_a_change_that_only_goes_on_as_before_leaves_nothing_net_of_trend(seed: int):
    before = np.random.default_rng(seed).normal(size=(COUNCILS, YEARS))

    net = net_of_trend(0.7 * before + np.arange(YEARS), before)

    np.testing.assert_allclose(net, 0.0, atol=1e-9)


def year(pounds: float, children: float) -> PlacementYear:
    return PlacementYear(
        area="a",
        pounds=pounds,
        children=children,
        both_year_ends=True,
        chance_of_the_day=0.1,
        printed_pounds=UNAVAILABLE,
    )


@given(st.lists(st.tuples(st.floats(1e4, 1e8), st.floats(1, 2_000)), min_size=1, max_size=12))
def test_councils_together_cost_no_less_than_the_cheapest_and_no_more_than_the_dearest(
    told: list[tuple[float, float]],
):
    years = [year(pounds, children) for pounds, children in told]
    alone = [unit_cost("fostering", "2024-25", one).weekly for one in years]
    known = [one.pounds for one in alone if isinstance(one, Money)]

    together = unit_cost_together("fostering", "2024-25", years).weekly

    assert isinstance(together, Money)
    assert min(known) * (1 - 1e-9) <= together.pounds <= max(known) * (1 + 1e-9)
    assert together == unit_cost_together("fostering", "2024-25", years[::-1]).weekly or (
        abs(together.pounds / sum(p for p, _ in told) * sum(c for _, c in told) * 365 / 7 - 1)
        < 1e-9
    )
