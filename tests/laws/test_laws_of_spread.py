"""What must hold of how far councils differ, whatever the councils."""

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays
from small_england import SmallEngland, council_codes, random_england

from brightfutures.measures.nation.england_change import has_moved
from brightfutures.measures.nation.spread_split import parts_of
from brightfutures.measures.nation.spread_then import times_as_far
from brightfutures.measures.results import Movement

COUNCILS = 40
figures = some.floats(-8, 8, width=32)
columns = arrays(np.float64, COUNCILS, elements=figures)
variances = arrays(np.float64, COUNCILS, elements=some.floats(0.0009765625, 2, width=32))
few = settings(max_examples=40)


@few
@given(columns, columns, variances)
def test_the_three_parts_make_a_whole_and_lie_in_their_ranges(y, y_then, s2):
    parts = parts_of(y, y_then, s2)

    assert abs(sum(part.share for part in parts) - 1.0) < 1e-9
    assert all(0.0 <= part.low <= part.share <= part.high <= 1.0 + 1e-12 for part in parts)


@few
@given(columns, columns, variances, some.randoms(use_true_random=False))
def test_the_order_of_councils_changes_nothing(y, y_then, s2, random):
    order = list(range(COUNCILS))
    random.shuffle(order)
    one, other = parts_of(y, y_then, s2), parts_of(y[order], y_then[order], s2[order])

    for here, there in zip(one, other, strict=True):
        assert np.allclose(
            (here.share, here.low, here.high), (there.share, there.low, there.high), atol=1e-6
        )


@few
@given(columns, columns, variances, some.floats(-3, 3), some.floats(-3, 3))
def test_what_happens_to_all_councils_alike_sets_none_apart(y, y_then, s2, now, then):
    assume(np.ptp(y) > 0.01)
    assume(np.ptp(y_then) > 0.01)
    moved = parts_of(y + now, y_then + then, s2)

    for here, there in zip(parts_of(y, y_then, s2), moved, strict=True):
        assert abs(here.share - there.share) < 1e-6


@few
@given(some.integers(0, 10_000), some.floats(0.7, 2), some.floats(0, 0.02))
def test_then_and_now_the_other_way_round_is_the_ratio_turned_over(seed, spread, chance):
    draw = np.random.default_rng(seed)
    y, y_then = draw.normal(0, 1, COUNCILS), draw.normal(0, spread, COUNCILS)
    s2 = np.full(COUNCILS, chance)
    found, other = times_as_far((y_then, s2), (y, s2)), times_as_far((y, s2), (y_then, s2))

    assert found is not None
    assert other is not None
    assert abs(found[0] * other[0] - 1.0) < 1e-9
    assert found[1] <= found[0] <= found[2]


@given(
    some.floats(-20, 20),
    some.lists(some.floats(-3, 3).filter(lambda d: abs(d) > 1e-3), max_size=12),
    some.floats(0.1, 50),
)
def test_the_unit_changes_no_word_about_england_and_its_sign_turns_it_round(change, yearly, times):
    said = has_moved(change, np.array(yearly))
    turned = {Movement.HAS_RISEN: Movement.HAS_FALLEN, Movement.HAS_FALLEN: Movement.HAS_RISEN}

    assert has_moved(-change, -np.array(yearly)) is turned.get(said, said)
    assert has_moved(times * change, times * np.array(yearly)) is said


def renamed(england: SmallEngland, seed: int) -> SmallEngland:
    """The same figures, dealt out to the councils in another order."""
    codes = council_codes(england.geography)
    other = dict(zip(codes, np.random.default_rng(seed).permutation(codes).tolist(), strict=True))
    england.tables = {
        name: {(other.get(code, code), year): value for (code, year), value in table.items()}
        for name, table in england.tables.items()
    }
    return england


@settings(max_examples=6)
@given(some.integers(0, 1_000))
def test_whose_figures_they_are_changes_nothing_over_england(seed):
    here = random_england(seed, councils=45, neighbours=8)
    here.neighbours = {}
    there = renamed(random_england(seed, councils=45, neighbours=8), seed)
    there.neighbours = {}
    one = here.measures().all_councils.national_spread("care")
    other = there.measures().all_councils.national_spread("care")

    assert one.split is not None
    assert other.split is not None
    assert np.allclose(
        [one.split.lasting.share, one.split.lasting.low, one.split.width.lasting_high],
        [other.split.lasting.share, other.split.lasting.low, other.split.width.lasting_high],
    )
    assert (one.different, one.tested, one.england) == (
        other.different,
        other.tested,
        other.england,
    )
