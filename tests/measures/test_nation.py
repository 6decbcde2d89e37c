"""One indicator over all of England: its average, its places, its funnel."""

import math
from statistics import mean, median

import numpy as np
import pytest
from small_england import random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.quantities import Missing

KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION}


@pytest.fixture(scope="module")
def measures():
    return random_england(21, councils=40, kinds=KINDS, wobble=0.02).measures()


@pytest.mark.parametrize("name", ["care", "moves"])
def test_the_average_counts_every_council_alike(measures, name):
    nation = measures.all_councils.nation(name)
    cells = measures.all_councils.strip(name, nation.period)
    known = [cell for cell in cells if not isinstance(cell.value, Missing)]
    if name == "care":
        y = [math.log((cell.numerator + 0.5) / cell.denominator) for cell in known]
        expected = 10_000 * math.exp(mean(y))
    else:
        y = [
            math.log((cell.numerator + 0.5) / (cell.denominator - cell.numerator + 0.5))
            for cell in known
        ]
        expected = 100 / (1 + math.exp(-mean(y)))
    assert nation.average == pytest.approx(expected)
    assert nation.median == pytest.approx(median(float(cell.value) for cell in known))
    assert nation.with_value == len(known)
    assert nation.funnel.centre == pytest.approx(nation.average)


def test_a_funnel_has_both_kinds_of_limits_at_both_levels(measures):
    funnel = measures.all_councils.nation("care").funnel
    kinds = {(limits.overdispersed, limits.level) for limits in funnel.limits}
    assert kinds == {(False, 95.0), (False, 99.8), (True, 95.0), (True, 99.8)}
    out_of = [cell.denominator for cell in measures.all_councils.strip("care", "2025")]
    for limits in funnel.limits:
        ends = limits.denominators[0], limits.denominators[-1]
        assert ends == pytest.approx((min(out_of), max(out_of)))


@pytest.mark.parametrize("name", ["care", "moves"])
def test_councils_outside_the_funnel_are_counted_one_by_one(measures, name):
    nation, per = measures.all_councils.nation(name), {"care": 10_000, "moves": 100}[name]
    funnel, outside = nation.funnel, {False: 0, True: 0}
    for cell in measures.all_councils.strip(name, nation.period):
        if isinstance(cell.value, Missing):
            continue
        for limits in funnel.limits:
            if limits.level == 95.0:
                ends = [
                    np.interp(cell.denominator, limits.denominators, line)
                    for line in (limits.low, limits.high)
                ]
                share = per * cell.numerator / cell.denominator
                outside[limits.overdispersed] += not ends[0] <= share <= ends[1]
    assert (funnel.outside_chance, funnel.outside_usual) == (outside[False], outside[True])


def test_the_places_of_all_councils_are_those_of_each(measures):
    for one in measures.all_councils.across_england("care"):
        assert one.rank == measures.compare("care", one.here.area).rank


def test_how_a_figure_behaves_is_said_as_beside_one_council(measures):
    nation = measures.all_councils.nation("care")
    one = measures.compare("care", "C07", against="england")
    assert nation.wobble == one.wobble
    assert nation.steadiness == one.steadiness
    assert nation.england == one.england
