"""Laws of the level behind a figure that hold for any counts."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from brightfutures.measures.levels.behind import LevelsBehind, levels_behind
from brightfutures.measures.levels.likelihoods import Likelihood, Observations
from brightfutures.measures.levels.random_intercept import fit_random_intercept
from brightfutures.measures.levels.shrinkage import chances_of_places, size_of_a_fifth

EXAMPLES = 10
"""Few, because each is a fit over many councils, and a law is broken by most or none."""

counts = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 600)), min_size=20, max_size=60
).map(lambda pairs: [(x, x + rest) for x, rest in pairs if x + rest > 0])
wobbles = st.floats(0.0, 0.3)
likelihoods = st.sampled_from([Likelihood.BINOMIAL, Likelihood.POISSON])


def observed(pairs: list[tuple[int, int]], likelihood: Likelihood) -> Observations:
    table = np.array(pairs, dtype=np.float64)
    assume(len(table) >= 20)
    assume(table[:, 0].any())
    assume((table[:, 0] < table[:, 1]).any())
    return Observations(likelihood, table[:, 0], table[:, 1])


def same(one: LevelsBehind, other: LevelsBehind, rows: np.ndarray) -> None:
    assert one.estimate[rows] == pytest.approx(other.estimate, abs=1e-3)
    assert one.reliability[rows] == pytest.approx(other.reliability, abs=1e-3)
    assert np.sqrt(one.variance[rows]) == pytest.approx(np.sqrt(other.variance), abs=1e-3)


@settings(max_examples=EXAMPLES)
@given(counts, wobbles, likelihoods)
def test_a_level_lies_between_its_figure_and_the_average(pairs, wobble, likelihood):
    """The average moves a little with the spread, so it may lie a hundredth of a step beyond."""
    observations = observed(pairs, likelihood)
    found = levels_behind(observations, wobble)
    figure = fit_random_intercept(observations, np.ones((len(observations.x), 1))).working
    slack = 0.02 * (found.spread + float(np.sqrt(found.variance.max())))
    assert (found.estimate >= np.minimum(figure, found.mean) - slack).all()
    assert (found.estimate <= np.maximum(figure, found.mean) + slack).all()
    assert ((found.reliability >= 0.0) & (found.reliability <= 1.0)).all()


@settings(max_examples=EXAMPLES)
@given(counts, wobbles, likelihoods, st.randoms(use_true_random=False))
def test_the_order_of_councils_changes_nothing(pairs, wobble, likelihood, order):
    shuffled = list(range(len(pairs)))
    order.shuffle(shuffled)
    rows = np.array(shuffled)
    found = levels_behind(observed(pairs, likelihood), wobble)
    again = levels_behind(observed([pairs[row] for row in shuffled], likelihood), wobble)
    same(found, again, rows)


@settings(max_examples=EXAMPLES)
@given(counts, wobbles, likelihoods)
def test_the_chances_of_the_highest_fifth_add_up_to_a_fifth_of_councils(pairs, wobble, likelihood):
    """To within a council and a half: the law of a place is itself near, not exact."""
    found = levels_behind(observed(pairs, likelihood), wobble)
    number = len(found.estimate)
    each = [chances_of_places(found, row) for row in range(number)]
    fifth = size_of_a_fifth(number)
    assert sum(highest for _, highest, _ in each) == pytest.approx(fifth, abs=1.5)
    assert sum(lowest for lowest, _, _ in each) == pytest.approx(fifth, abs=1.5)
    assert all(low + high <= 1.0 + 1e-9 for low, high, _ in each)


@settings(max_examples=EXAMPLES)
@given(st.integers(0, 10_000), wobbles, likelihoods)
def test_twice_the_children_tell_more(seed, wobble, likelihood):
    """Where councils truly differ, the same shares of twice as many weigh more."""
    draw = np.random.default_rng(seed)
    out_of = draw.integers(20, 400, 60)
    share = 1.0 / (1.0 + np.exp(1.0 - draw.normal(0.0, 0.6, 60)))
    pairs = list(zip(draw.binomial(out_of, share).tolist(), out_of.tolist(), strict=True))
    few = levels_behind(observed(pairs, likelihood), wobble)
    many = levels_behind(observed([(2 * x, 2 * n) for x, n in pairs], likelihood), wobble)
    assert few.reliability.mean() < many.reliability.mean()
    assert (few.reliability <= many.reliability + 0.02).all()


@settings(max_examples=EXAMPLES)
@given(counts, likelihoods)
def test_the_more_a_figure_wobbles_the_less_it_tells(pairs, likelihood):
    observations = observed(pairs, likelihood)
    steady, unsteady = (levels_behind(observations, wobble) for wobble in (0.01, 0.2))
    assert (unsteady.reliability <= steady.reliability + 1e-9).all()


@settings(max_examples=EXAMPLES)
@given(counts, wobbles)
def test_of_two_alike_in_size_the_higher_figure_has_the_higher_level(pairs, wobble):
    alike = [(x, 500) for x, _ in pairs]
    found = levels_behind(observed(alike, Likelihood.POISSON), wobble)
    order = np.argsort([x for x, _ in alike], kind="stable")
    assert (np.diff(found.estimate[order]) >= -1e-9).all()
