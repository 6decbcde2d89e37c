"""The falls of one council's own lines: each once, the deepest of those that share a year."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from brightfutures.money.cuts import Cuts
from brightfutures.money.own_cuts import OwnCut, can_be_read, own_cuts

LINE = "youth_justice"
NAN = float("nan")


def cuts(span: int, *changes: tuple[float, float]) -> Cuts:
    """Of two councils the change by base year from 2015 on: NaN where it cannot be said."""
    share = np.array(changes).T
    cut = np.where(np.isnan(share), NAN, (share <= -0.2).astype(float))
    years = tuple(range(2015, 2015 + len(changes)))
    return Cuts(line=LINE, span=span, base_years=years, cut=cut, share=share, left_out={})


def fall(first: int, last: int, share: float) -> OwnCut:
    return OwnCut(line=LINE, first_year=first, last_year=last, share=share)


def test_of_falls_that_share_a_year_the_deepest_is_told():
    one = cuts(1, (-0.25, 0.0), (-0.30, 0.0), (0.1, -0.4))
    two = cuts(2, (-0.47, 0.0), (-0.22, -0.4))

    found = {(LINE, 1): one, (LINE, 2): two}

    assert own_cuts(found, 0) == (fall(2015, 2017, -0.47),)
    assert own_cuts(found, 1) == (fall(2016, 2018, -0.4),)


def test_falls_that_only_touch_are_told_apart_and_in_order():
    one = cuts(1, (-0.21, 0.0), (-0.30, 0.0), (0.0, 0.0), (-0.5, 0.0))

    assert own_cuts({(LINE, 1): one}, 0) == (
        fall(2015, 2016, -0.21),
        fall(2016, 2017, -0.30),
        fall(2018, 2019, -0.5),
    )


def test_what_cannot_be_read_is_neither_a_fall_nor_read():
    one = {(LINE, 1): cuts(1, (NAN, -0.1))}

    assert own_cuts(one, 0) == own_cuts(one, 1) == ()
    assert not can_be_read(one, 0)
    assert can_be_read(one, 1)


@given(st.lists(st.floats(min_value=-0.95, max_value=1.0), min_size=4, max_size=8))
def test_no_two_of_a_lines_falls_share_a_year_and_every_cut_meets_one(shares: list[float]):
    one = cuts(1, *((share, 0.0) for share in shares))
    over_two = [(1 + a) * (1 + b) - 1 for a, b in pairwise(shares)]
    two = cuts(2, *((share, 0.0) for share in over_two))

    told = own_cuts({(LINE, 1): one, (LINE, 2): two}, 0)

    assert all(a.last_year <= b.first_year for a, b in pairwise(told))
    assert all(fall.share <= -0.2 for fall in told)
    for found in (one, two):
        for base, flag in zip(found.base_years, found.cut[0].tolist(), strict=True):
            meets = any(t.first_year < base + found.span and base < t.last_year for t in told)
            assert meets or not flag
