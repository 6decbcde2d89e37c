"""Which councils differ on one indicator: false discovery over councils, not over indicators."""

import pytest
from small_england import random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures import Level

KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}


@pytest.fixture(scope="module")
def measures():
    return random_england(21, councils=40, kinds=KINDS, wobble=0.02).measures()


def slow_q(p: dict[str, float]) -> dict[str, float]:
    """Benjamini and Hochberg as they wrote it: the smallest p(j)·m/j from each place on."""
    ordered = sorted(p, key=p.__getitem__)
    q = {}
    for place, code in enumerate(ordered):
        later = list(enumerate(ordered))[place:]
        q[code] = min(1.0, *(p[other] * len(p) / (at + 1) for at, other in later))
    return q


def test_q_is_over_the_councils_of_this_indicator(measures):
    found = measures.all_councils.across_england("care")
    p = {}
    for one in found:
        verdict = measures.compare("care", one.here.area, against="england").verdict
        if verdict.p is not None:
            p[one.here.area] = verdict.p
            assert one.z_wobble == verdict.z_wobble
    expected = slow_q(p)
    for one in found:
        assert one.q == pytest.approx(expected.get(one.here.area))


def test_a_level_needs_its_own_q(measures):
    for one in measures.all_councils.across_england("care"):
        if one.level in (Level.HIGHER, Level.UNUSUALLY_HIGH):
            assert one.q is not None
            assert one.q <= 0.05
            assert one.z_wobble is not None
            assert one.z_wobble > 0


def test_other_indicators_have_no_say(measures):
    alone = random_england(21, councils=40, kinds=KINDS, wobble=0.02)
    alone.indicators = [one for one in alone.indicators if one.id == "care"]
    expected = {
        one.here.area: (one.level, one.q) for one in measures.all_councils.across_england("care")
    }
    for one in alone.measures().all_councils.across_england("care"):
        assert (one.level, one.q) == expected[one.here.area]


def test_every_council_of_the_period_is_there_once(measures):
    found = measures.all_councils.across_england("moves", "2020")
    areas = [one.here.area for one in found]
    assert len(areas) == len(set(areas)) == 40
    assert all(one.here.period == "2020" for one in found)
