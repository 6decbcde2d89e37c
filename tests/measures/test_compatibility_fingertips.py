"""Fingertips' rules against numbers worked by hand, and by other ways of working them out."""

import math

import numpy as np
import pytest
from scipy import stats

from brightfutures.catalogue import GoodDirection
from brightfutures.measures.compatibility.fingertips import (
    Counts,
    FingertipsMeasure,
    benchmark_of,
    fingertips_answer,
    limits,
    pooled_average,
)
from brightfutures.measures.compatibility.fingertips_trend import (
    CRITICAL,
    Point,
    chi2_for_trend,
    chi2_of_weighted_slope,
    recent_trend,
    six_slopes,
)
from brightfutures.measures.compatibility.results import Colour, Trend, WhyNoTrend
from brightfutures.measures.compatibility.rounding import fingertips_text
from brightfutures.measures.compatibility.traps import TrapKind
from brightfutures.quantities import Interval

HIGHER, LOWER, NEITHER = GoodDirection.HIGHER, GoodDirection.LOWER, GoodDirection.NEITHER
# The example of Fingertips' own test of its two levels.
NEAR, FAR = Interval(2.5, 2.7, 95.0), Interval(2.3, 2.9, 99.8)


def measure(good=NEITHER, *, proportion=False, per=100.0):
    return FingertipsMeasure(proportion=proportion, per=per, good=good, largest=100.0)


def points(counts, base=100.0, *, proportion=True):
    how = measure(proportion=proportion)
    found = []
    for place, count in enumerate(counts, 1):
        if count is None:
            found.append(None)
            continue
        interval = limits(Counts(count=count, denominator=base), how, 95.0)
        found.append(
            Point(
                period=f"{2020 + place}", value=100.0 * count / base, count=count,
                denominator=base, low_95=interval.low, high_95=interval.high,
            )
        )  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("benchmark", "low_good", "high_good"),
    [
        (3.0, "Best", "Worst"),
        (2.8, "Better", "Worse"),
        (2.6, "Similar", "Similar"),
        (2.7, "Similar", "Similar"),  # the ends belong to the range
        (2.5, "Similar", "Similar"),
        (2.4, "Worse", "Better"),
        (2.2, "Worst", "Best"),
    ],
)
def test_the_five_words_of_two_levels(benchmark, low_good, high_good):
    found = [
        benchmark_of("England", benchmark, (NEAR, FAR), measure(one)) for one in (LOWER, HIGHER)
    ]
    assert [one.word_of_two_levels for one in found] == [low_good, high_good]


def test_without_a_good_direction_there_is_never_a_colour():
    words = set()
    for benchmark in (2.2, 2.4, 2.6, 2.8, 3.0):
        found = benchmark_of("England", benchmark, (NEAR, FAR), measure(NEITHER))
        assert found.colour is Colour.NONE
        words.add(found.word)
    assert words == {"Lower", "Similar", "Higher"}


def test_nothing_is_compared_without_a_range_or_a_benchmark():
    for benchmark, ranges in ((None, (NEAR, FAR)), (2.6, (None, None))):
        found = benchmark_of("England", benchmark, ranges, measure(LOWER))
        assert (found.word, found.colour) == ("Not compared", Colour.NONE)


def test_wilsons_limits_solve_its_equation():
    count, base, z = 15.0, 148.0, stats.norm.ppf(0.975)
    found = limits(Counts(count=count, denominator=base), measure(proportion=True), 95.0)
    for share in (found.low / 100, found.high / 100):
        assert (count / base - share) ** 2 == pytest.approx(z**2 * share * (1 - share) / base)


def test_byars_limits_and_exact_ones_below_ten():
    z = stats.norm.ppf(0.999)
    found = limits(Counts(count=40.0, denominator=1000.0), measure(), 99.8)
    assert found.low == pytest.approx(4.0 * (1 - 1 / 360 - z / (3 * math.sqrt(40))) ** 3)
    assert found.high == pytest.approx(4.1 * (1 - 1 / (9 * 41) + z / (3 * math.sqrt(41))) ** 3)
    small = limits(Counts(count=4.0, denominator=1000.0), measure(), 95.0)
    assert small.low == pytest.approx(0.1 * stats.chi2.ppf(0.025, 8) / 2)
    assert small.high == pytest.approx(0.1 * stats.chi2.ppf(0.975, 10) / 2)


def test_a_group_of_one_has_no_average():
    pair = [Counts(count=6.0, denominator=400.0), Counts(count=45.0, denominator=5000.0)]
    assert pooled_average(pair, 100.0) == (pytest.approx(100 * 51 / 5400), 2)
    assert pooled_average([pair[0], None], 100.0) == (None, 1)
    assert pooled_average([None], 100.0) == (None, 0)


def test_the_critical_value_is_passed_by_chance_twice_in_a_thousand():
    assert stats.chi2.sf(CRITICAL, 1) == pytest.approx(0.002)


def test_chi_squared_for_a_trend_by_hand():
    count, base = np.array([60.0, 55, 50, 40, 35]), np.full(5, 100.0)
    # N = 500, Σx = 240, Σxt = 655, Σnt = 1,500, Σnt² = 5,500.
    by_hand = 500 * (500 * 655 - 240 * 1500) ** 2 / (240 * 260 * (500 * 5500 - 1500**2))
    assert chi2_for_trend(count, base) == pytest.approx(by_hand)
    # Cochran and Armitage write it another way.
    t, share = np.arange(1.0, 6.0), 240 / 500
    top = ((count - base * share) * t).sum() ** 2
    spread = (base * t**2).sum() - (base * t).sum() ** 2 / 500
    assert by_hand == pytest.approx(top / (share * (1 - share) * spread))


def test_the_weighted_slope_is_that_of_least_squares():
    heights, error = np.array([18.0, 18.1, 17.9, 18.2, 24.0]), np.array([0.6, 0.7, 0.6, 0.5, 0.7])
    slope, covariance = np.polyfit(np.arange(1.0, 6.0), heights, 1, w=1 / error, cov="unscaled")
    expected = slope[0] ** 2 / covariance[0, 0]
    assert chi2_of_weighted_slope(heights, error**-2) == pytest.approx(expected)
    slopes = six_slopes(heights, error**-2)
    assert slopes[0] == pytest.approx(slope[0])
    for left_out in range(5):
        keep = np.arange(5) != left_out
        fit = np.polyfit(np.arange(1.0, 6.0)[keep], heights[keep], 1, w=1 / error[keep])
        assert slopes[1 + left_out] == pytest.approx(fit[0])


def test_a_trend_is_named_by_its_direction_and_what_is_good():
    down = points([60, 55, 50, 40, 35])
    assert recent_trend(down, HIGHER, proportion=True).word == "Decreasing and getting worse"
    assert recent_trend(down, LOWER, proportion=True).word == "Decreasing and getting better"
    assert recent_trend(down, NEITHER, proportion=True).word == "Decreasing"


def test_one_point_alone_makes_no_trend():
    leap = points([50, 48, 46, 44, 95], base=100.0)
    found = recent_trend(leap, NEITHER, proportion=True)

    assert found.chi2 is not None
    assert found.chi2 > CRITICAL
    assert found.same_sign is False
    assert found.trend is Trend.NO_CHANGE


def test_only_the_last_five_are_read():
    found = recent_trend(points([1, 90, 50, 50, 50, 50, 50]), NEITHER, proportion=True)

    assert found.periods == ("2023", "2024", "2025", "2026", "2027")
    assert found.chi2 == 0


def test_a_year_without_a_figure_is_stepped_over():
    whole = recent_trend(points([60, 55, 50, 40, 35]), NEITHER, proportion=True)
    holed = recent_trend(points([60, 55, None, 50, 40, 35]), NEITHER, proportion=True)

    assert holed.chi2 == whole.chi2
    assert holed.periods == ("2021", "2022", "2024", "2025", "2026")


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ([60, 55, 50, 40], WhyNoTrend.TOO_FEW_POINTS),
        ([60, 55, 50, 40, None], WhyNoTrend.NO_LATEST_VALUE),
        ([60, 55, 50, 40, 100], WhyNoTrend.COUNT_IS_DENOMINATOR),
        ([], WhyNoTrend.NO_LATEST_VALUE),
    ],
)
def test_when_a_trend_cannot_be_calculated(counts, why):
    found = recent_trend(points(counts), NEITHER, proportion=True)

    assert (found.trend, found.reason, found.chi2) == (Trend.CANNOT_BE_CALCULATED, why, None)
    assert found.word == "Cannot be calculated"


def test_a_count_of_nought_breaks_no_trend():
    found = recent_trend(points([0, 0, 0, 0, 0]), NEITHER, proportion=True)
    assert found.trend is Trend.NO_CHANGE


def test_the_whole_answer_names_its_traps():
    own = [Counts(count=float(one), denominator=100.0) for one in (60, 55, 50)]
    own = [*own[:2], None, own[2], Counts(count=40.0, denominator=100.0), own[0]]
    periods = [str(year) for year in range(2020, 2026)]
    found = fingertips_answer(
        measure(HIGHER, proportion=True), own, periods, 50.0, [own[0], own[1], None]
    )

    assert found.value.value == 60.0
    assert found.neighbours.pooled_of == 2
    assert found.neighbours.benchmark.value == pytest.approx(57.5)
    traps = {one.kind: dict(one.facts) for one in found.traps}
    assert traps[TrapKind.TREND_OVER_HOLE] == {"period": "2022"}
    assert traps[TrapKind.FEW_NEIGHBOURS]["count"] == "2"


@pytest.mark.parametrize(
    ("number", "largest", "proportion", "text"),
    [
        (68.45, 100.0, True, "68.5"),
        (99.96, 100.0, True, "100"),
        (4.567, 9.0, True, "4.57"),
        (0.4567, 0.9, True, "0.457"),
        (1234.5, 5000.0, False, "1,235"),
        (92.403, 190.0, False, "92.4"),
        (4.567, 9.0, False, "4.57"),
        (0.4567, 0.9, False, "0.457"),
        (None, 100.0, True, "-"),
    ],
)
def test_numbers_are_written_as_fingertips_writes_them(number, largest, proportion, text):
    assert fingertips_text(number, largest, proportion=proportion) == text
