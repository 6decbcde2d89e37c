"""What must hold of every funnel."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.funnel import overdispersed_limits, plain_limits

KINDS = some.sampled_from([IndicatorKind.RATE, IndicatorKind.PROPORTION])
LEVELS = some.sampled_from([95.0, 99.8])
SHARES = some.floats(0.001, 0.9)
OUT_OF = some.floats(30, 300_000)
SPREADS = some.floats(0, 0.5)


def scale(kind: IndicatorKind, share: float) -> float:
    return float(np.log(share / (1 - share) if kind is IndicatorKind.PROPORTION else share))


@given(KINDS, SHARES, OUT_OF, LEVELS)
def test_the_average_lies_between_its_limits(kind, share, out_of, level):
    low, high = plain_limits(kind, share, np.array([out_of]), level)
    assert 0.0 <= low[0] <= share <= high[0]


@given(KINDS, SHARES, OUT_OF, some.floats(1.1, 50), LEVELS)
def test_more_children_narrow_the_limits_and_never_move_the_middle(
    kind, share, out_of, times, level
):
    low, high = plain_limits(kind, share, np.array([out_of, out_of * times]), level)
    assert low[0] <= low[1] + 1e-9
    assert high[0] >= high[1] - 1e-9


@given(KINDS, SHARES, OUT_OF)
def test_the_wider_level_holds_the_narrower(kind, share, out_of):
    base = np.array([out_of])
    inner, outer = (plain_limits(kind, share, base, level) for level in (95.0, 99.8))
    assert outer[0][0] <= inner[0][0]
    assert inner[1][0] <= outer[1][0]


@given(KINDS, SHARES, OUT_OF, SPREADS, some.floats(0.001, 0.5), LEVELS)
def test_councils_that_differ_more_widen_the_overdispersed_limits(
    kind, share, out_of, tau2, more, level
):
    base, y0 = np.array([out_of / min(share, 1 - share)]), scale(kind, share)
    low, high = overdispersed_limits(kind, y0, base, tau2, level)
    lower, higher = overdispersed_limits(kind, y0, base, tau2 + more, level)
    assert lower[0] <= low[0] < share < high[0] <= higher[0]


@given(KINDS, some.floats(0.05, 0.9), some.floats(20_000, 300_000), LEVELS)
def test_where_councils_do_not_differ_both_kinds_agree_on_many_children(kind, share, out_of, level):
    base = np.array([out_of])
    plain = plain_limits(kind, share, base, level)
    other = overdispersed_limits(kind, scale(kind, share), base, 0.0, level)
    assert np.allclose(plain, other, rtol=0.01)
