"""What must hold of other tools' numbers whatever the figures are."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.compatibility.dashboard import median_of
from brightfutures.measures.compatibility.fingertips import (
    Counts,
    FingertipsMeasure,
    benchmark_of,
    limits,
    pooled_average,
)
from brightfutures.measures.compatibility.fingertips_trend import Point, recent_trend
from brightfutures.measures.compatibility.lait import LaitMeasure, lait_answer, neighbour_mean
from brightfutures.measures.compatibility.lait_bands import quartiles_of
from brightfutures.measures.compatibility.results import Trend
from brightfutures.measures.compatibility.rounding import half_away_with_a_hair

figures = st.floats(0, 1000, allow_nan=False).map(lambda one: round(one, 2))
some = st.lists(st.none() | figures, min_size=1, max_size=12)
pairs = st.tuples(st.integers(0, 500), st.integers(500, 5000))
OTHER = {"Better": "Worse", "Worse": "Better", "Similar": "Similar", "Not compared": "Not compared"}


@given(some, st.randoms())
def test_the_order_of_neighbours_changes_no_average(values, chance):
    shuffled = chance.sample(values, len(values))
    mean, count = neighbour_mean(values)
    assert neighbour_mean(shuffled) == (mean, count)
    assert median_of(shuffled) == median_of(values)


@given(some)
def test_a_missing_neighbour_adds_nothing(values):
    assert neighbour_mean([*values, None]) == neighbour_mean(values)
    assert median_of([None, *values]) == median_of(values)


@given(some)
def test_an_average_lies_among_the_figures(values):
    there = [one for one in values if one is not None]
    for average, _ in (neighbour_mean(values), median_of(values)):
        assert (average is None) == (not there)
        if average is not None:
            assert min(there) - 1e-9 <= average <= max(there) + 1e-9


@given(st.lists(pairs, min_size=2, max_size=10), st.integers(2, 9))
def test_many_times_the_children_pool_to_the_same(group, times):
    one = [Counts(count=float(x), denominator=float(n)) for x, n in group]
    many = [Counts(count=float(times * x), denominator=float(times * n)) for x, n in group]
    found, more = pooled_average(one, 100.0)[0], pooled_average(many, 100.0)[0]
    assert found is not None
    assert more is not None
    assert abs(found - more) < 1e-9


@given(st.lists(figures, min_size=4, max_size=30), st.sampled_from(["High", "Low"]))
def test_a_better_rank_never_has_a_worse_band(values, polarity):
    councils = {str(place): {"2025": value} for place, value in enumerate(values)}
    measure = LaitMeasure(
        polarity=polarity, decimal_places=1, quartiles_shown=True, councils=councils, england={}
    )
    found = sorted(
        (answer.rank, answer.band)
        for code in councils
        if (answer := lait_answer(measure, code, [])).rank is not None
    )
    assert len(found) == len(values)
    assert found[0][0] == 1
    assert found[-1][0] <= len(values)
    bands = [band for _, band in found]
    assert bands == sorted(bands)


@given(st.lists(figures, min_size=1, max_size=40))
def test_quartiles_come_in_order_between_least_and_greatest(values):
    found = quartiles_of(values)
    assert found[0] == min(values)
    assert found[-1] == max(values)
    assert all(one <= other + 1e-9 for one, other in pairwise(found))


@given(st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 2))
def test_rounding_is_the_same_on_both_sides_of_nought(number, places):
    rounded = half_away_with_a_hair(number, places)
    assert half_away_with_a_hair(-number, places) == -rounded
    assert abs(rounded - number) <= 0.5 * 10.0**-places + 1e-6


def measure(good, *, proportion=True):
    return FingertipsMeasure(proportion=proportion, per=100.0, good=good, largest=100.0)


@given(pairs, st.floats(0, 100, allow_nan=False), st.booleans())
def test_what_is_good_turns_the_word_and_never_the_test(pair, benchmark, proportion):
    counts = Counts(count=float(pair[0]), denominator=float(pair[1]))
    ranges = tuple(
        limits(counts, measure(GoodDirection.HIGHER, proportion=proportion), level)
        for level in (95.0, 99.8)
    )
    up, down, neither = (
        benchmark_of("England", benchmark, ranges, measure(good, proportion=proportion))
        for good in (GoodDirection.HIGHER, GoodDirection.LOWER, GoodDirection.NEITHER)
    )
    assert up.significance == down.significance == neither.significance
    assert OTHER[up.word] == down.word
    assert ranges[1].low <= ranges[0].low <= ranges[0].high <= ranges[1].high


five = st.lists(st.integers(1, 499), min_size=5, max_size=5)


@given(five, st.booleans())
def test_time_run_backwards_turns_a_trend_round(counts, proportion):
    def trend(values):
        found = []
        for place, value in enumerate(values):
            one = Counts(count=float(value), denominator=500.0)
            interval = limits(one, measure(GoodDirection.NEITHER, proportion=proportion), 95.0)
            found.append(
                Point(
                    period=str(place), value=value / 5.0, count=one.count, denominator=500.0,
                    low_95=interval.low, high_95=interval.high,
                )
            )  # fmt: skip
        return recent_trend(found, GoodDirection.NEITHER, proportion=proportion)

    there, back = trend(counts), trend(counts[::-1])
    assert there.chi2 is not None
    assert back.chi2 is not None
    assert abs(there.chi2 - back.chi2) <= 1e-6 * max(1.0, there.chi2)
    assume(there.same_sign == back.same_sign)  # a fit that is level counts as a rise both ways
    turned = {Trend.INCREASING: Trend.DECREASING, Trend.DECREASING: Trend.INCREASING}
    assert back.trend is turned.get(there.trend, there.trend)
