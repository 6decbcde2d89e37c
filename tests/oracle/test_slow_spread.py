"""The parts of what sets councils apart, beside a slow twin and beside councils of known parts."""

import numpy as np
import pytest
from slow_spread import councils_read, range_by_drawing, three_parts
from small_england import random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures.nation.spread_split import parts_of
from brightfutures.measures.nation.spread_then import times_as_far

KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("name", list(KINDS))
def test_the_parts_are_those_of_a_slow_twin(seed: int, name: str):
    england = random_england(seed, councils=60, kinds=KINDS, wobble=0.15)
    indicator = next(one for one in england.indicators if one.id == name)
    split = england.measures().all_councils.national_spread(name).split
    assert split is not None
    rows = councils_read(england, indicator, split.period, split.before)

    assert (split.period, split.before) == ("2025", "2022")
    assert split.councils == len(rows)
    found = [split.lasting.share, split.wobble.share, split.chance.share]
    assert found == pytest.approx(three_parts(rows), abs=1e-9)


def test_the_ranges_are_those_of_councils_drawn_again_and_again():
    england = random_england(5, councils=120, kinds=KINDS, wobble=0.15)
    indicator = england.indicators[0]
    split = england.measures().all_councils.national_spread(indicator.id).split
    assert split is not None
    slow = range_by_drawing(councils_read(england, indicator, split.period, split.before))

    for part, (low, high) in zip((split.lasting, split.wobble, split.chance), slow, strict=True):
        assert (part.low, part.high) == pytest.approx((low, high), abs=0.035)


@pytest.mark.parametrize(
    ("lasting", "wobble", "chance"), [(0.7, 0.2, 0.1), (0.3, 0.5, 0.2), (0.1, 0.3, 0.6)]
)
def test_councils_of_known_parts_are_parted_rightly(lasting: float, wobble: float, chance: float):
    """Over 200 Englands of 150 councils the shares are right on average, and 95% ranges hold."""
    draw, councils, times = np.random.default_rng(3), 150, 200
    shares, held = [], 0
    for _ in range(times):
        level = draw.normal(0, np.sqrt(lasting), councils)
        now, then = level + draw.normal(0, np.sqrt(wobble + chance), (2, councils))
        parts = parts_of(now, then, np.full(councils, chance))
        shares.append([part.share for part in parts])
        held += parts[0].low <= lasting <= parts[0].high

    assert np.mean(shares, axis=0) == pytest.approx([lasting, wobble, chance], abs=0.025)
    assert 0.90 <= held / times <= 0.99


def test_councils_known_to_be_half_as_far_apart_are_found_so():
    draw, councils, times = np.random.default_rng(4), 150, 200
    ratios, held, false = [], 0, 0
    for _ in range(times):
        level = draw.normal(0, 0.4, councils)
        then, same, half = (level + draw.normal(0, 0.1, councils) for _ in range(3))
        half = half - level / 2
        s2 = np.full(councils, 0.01)
        found, unmoved = times_as_far((then, s2), (half, s2)), times_as_far((then, s2), (same, s2))
        assert found is not None
        assert unmoved is not None
        ratios.append(found[0])
        held += found[1] <= 0.5 <= found[2]
        false += not unmoved[1] <= 1.0 <= unmoved[2]

    assert np.mean(ratios) == pytest.approx(0.5, abs=0.02)
    assert held / times >= 0.96
    assert false / times <= 0.03
