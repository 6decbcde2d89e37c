"""Figures beside grades: the engine agrees with its slow twin, with scipy, and with drawing."""

import math

import numpy as np
import pytest
import slow_agreement as slow
from agreeing import agreement, an_inspected_england
from scipy.stats import hypergeom, kendalltau, spearmanr

from brightfutures.measures.agreement.plain_average import agreement_of_figures
from brightfutures.measures.agreement.rank_correlation import (
    correlation,
    pairs_of,
    spearman,
    with_a_third_held_alike,
)
from brightfutures.measures.agreement.top_of_table_chance import (
    chance_of_as_few,
    chance_of_as_many,
    truly_low,
)
from brightfutures.measures.agreement.top_of_table_dealt import dealt
from brightfutures.measures.false_discovery import q_values


def with_ties(seed: int, count: int = 80) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    x = np.round(draw.normal(size=count), 1)
    grade = np.clip(np.round(x + draw.normal(size=count)) + 1, 0, 3).astype(np.intp)
    return x, grade, draw.integers(0, count // 2, size=count)


@pytest.mark.parametrize("seed", range(5))
def test_both_correlations_are_scipys(seed: int):
    x, grade, council = with_ties(seed)

    assert correlation(x, grade, council).rho == pytest.approx(spearmanr(x, grade).statistic)
    assert pairs_of(x, grade).tau_b == pytest.approx(kendalltau(x, grade).statistic)


@pytest.mark.parametrize("seed", range(3))
def test_pairs_that_go_the_same_way_are_counted_one_by_one(seed: int):
    x, grade, _ = with_ties(seed, 30)
    same, of = 0.0, 0
    for one in range(30):
        for other in range(30):
            if grade[one] > grade[other]:
                of += 1
                same += 1.0 if x[one] > x[other] else 0.5 if x[one] == x[other] else 0.0

    assert pairs_of(x, grade).same_way == pytest.approx(same / of)


def test_a_weight_counts_an_inspection_so_often():
    x, grade, _ = with_ties(9)
    weights = np.random.default_rng(2).integers(0, 4, size=(3, len(x))).astype(float)
    for weight, found in zip(weights, spearman(weights, x, grade), strict=True):
        times = weight.astype(int)
        assert found == pytest.approx(spearmanr(x.repeat(times), grade.repeat(times)).statistic)


def test_a_third_held_alike_is_the_correlation_of_what_is_left_of_ranks():
    x, grade, third = with_ties(3)
    ranks = [slow.rankdata(values) for values in (x, grade, third)]
    left = []
    for values in ranks[:2]:
        slope, start = np.polyfit(ranks[2], values, 1)
        left.append(values - start - slope * ranks[2])

    expected = np.corrcoef(*left)[0, 1]
    assert with_a_third_held_alike(x, grade, third.astype(float)) == pytest.approx(expected)


@pytest.mark.parametrize("when", ["before", "after"])
def test_the_whole_way_from_figures_and_reports_is_the_twins(when: str):
    england, judgements = an_inspected_england(21, linked=2, councils=48)
    found = agreement(england, judgements)
    for one in found.indicators[:4]:
        link = getattr(one.overall, when)
        pairs = slow.pairs_beside(england, f"{one.indicator}_count", judgements, when)
        spread = slow.spread_leaving_each_out(pairs)
        assert link.inspections == len(pairs)
        assert link.rho == pytest.approx(slow.rho(pairs))
        assert math.atanh(link.high) - math.atanh(link.rho) == pytest.approx(1.959964 * spread)
        assert link.p == pytest.approx(math.erfc(abs(math.atanh(link.rho)) / spread / 2**0.5))


def test_leaving_councils_out_says_what_drawing_councils_whole_says():
    england, judgements = an_inspected_england(22, linked=1, councils=80)
    pairs = slow.pairs_beside(england, "figure_0_count", judgements, "before")

    left_out, drawn = (
        slow.spread_leaving_each_out(pairs),
        slow.spread_by_drawing_councils(pairs, 400),
    )
    assert left_out == pytest.approx(drawn, rel=0.12)


def test_lots_are_scipys_hypergeometric():
    law = hypergeom(151, 47, 6)
    for count in range(7):
        assert chance_of_as_few(count, 6, 47, 151) == pytest.approx(law.cdf(count))
        assert chance_of_as_many(count, 6, 47, 151) == pytest.approx(law.sf(count - 1))


@pytest.mark.parametrize("link", [0.0, 0.5, 1.0])
def test_dealing_whole_histories_has_the_formulas_mean_and_spread(link: float):
    draw = np.random.default_rng(6)
    lasting = draw.normal(size=150)
    figure = lasting[:, np.newaxis] + 0.5 * draw.normal(size=(150, 8))
    places = ((-figure).argsort(axis=0).argsort(axis=0) < 6).astype(float)
    grades = (link * lasting[:, np.newaxis] + draw.normal(size=(150, 2)) < -0.2).astype(float)
    less = np.repeat(grades, 4, axis=1)
    less[draw.random(150) < 0.2, :3] = np.nan
    exact = dealt(places, less)
    mean, spread, p = slow.less_than_good_by_dealing(places, less, 2000)

    assert mean == pytest.approx(0.0, abs=0.25 * spread)
    assert exact.deviation == pytest.approx(spread, rel=0.06)
    assert exact.p == pytest.approx(p, abs=0.05)


@pytest.mark.parametrize("share", [0.3, 0.5])
@pytest.mark.parametrize("steadiness", [0.0, 0.2, 0.3, 0.5, 0.7])
def test_wobble_at_the_top_is_what_drawing_gives(steadiness: float, share: float):
    exact = truly_low(steadiness, share, 153, 6)
    held, two = slow.top_by_drawing(steadiness, share, 153, 6, 4000)

    assert exact.expected == pytest.approx(held, abs=0.06)
    assert exact.two_or_more == pytest.approx(two, abs=0.03)


def test_cronbachs_alpha_is_that_of_standardised_figures():
    draw = np.random.default_rng(4)
    figures = draw.normal(size=(6, 90)) + draw.normal(size=90)
    scores = (figures - figures.mean(axis=1, keepdims=True)) / figures.std(axis=1, keepdims=True)
    alpha = 6 / 5 * (1 - scores.var(axis=1).sum() / scores.sum(axis=0).var())

    assert agreement_of_figures(figures) == pytest.approx(alpha)


def test_all_tests_of_the_page_are_corrected_together():
    found = agreement(*an_inspected_england(23, linked=2, councils=60))
    parts = [found.whole, *(p for one in found.indicators for p in (one.overall, one.part) if p)]
    tests = [test for part in parts for test in part.tests]

    expected = q_values(np.array([test.p for test in tests]))
    assert [test.q for test in tests] == pytest.approx(expected.tolist())
