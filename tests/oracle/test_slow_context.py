"""Nearest in context worked out slowly, pair by pair, from the tables themselves."""

import math

import pytest
from contexts import EnglandInContext, in_context
from small_england import council_codes, random_england

from brightfutures.catalogue import Transform
from brightfutures.quantities import Reason

LAID = {
    Transform.NONE: lambda figure: figure,
    Transform.LOG: math.log,
    Transform.LOGIT: lambda figure: math.log(figure / (100 - figure)),
}


def scores(england: EnglandInContext) -> dict[str, dict[str, float]]:
    """Circumstance → council → standard score, where it is known."""
    found = {}
    for each in england.context:
        laid = {
            code: LAID[each.transform](figure)
            for (code, _), figure in england.tables[each.numerator[0]].items()
            if not isinstance(figure, Reason)
        }
        if len(laid) < len(council_codes(england.geography)) / 2:
            found[each.id] = {}
            continue
        mean = sum(laid.values()) / len(laid)
        spread = math.sqrt(sum((one - mean) ** 2 for one in laid.values()) / len(laid))
        found[each.id] = {code: (one - mean) / spread for code, one in laid.items()}
    return found


def distance(england: EnglandInContext, one: str, other: str) -> float | None:
    both = [each for each in scores(england).values() if one in each and other in each]
    if len(both) < len(england.context) / 2:
        return None
    squares = sum((each[one] - each[other]) ** 2 for each in both)
    return math.sqrt(squares * len(england.context) / len(both))


@pytest.mark.parametrize(("seed", "known"), [(1, 1.0), (2, 0.8), (3, 0.6)])
def test_the_nearest_and_their_distances_are_those_found_pair_by_pair(seed, known):
    england = in_context(random_england(seed, councils=26), seed, known=known)
    measures = england.measures()
    codes = council_codes(england.geography)
    for one in codes:
        apart = {other: distance(england, one, other) for other in codes if other != one}
        there = {other: far for other, far in apart.items() if far is not None}
        expected = sorted(there, key=lambda other: (round(there[other], 9), other))[:10]
        found = measures.comparators.context(one).nearest
        assert [each.area for each in found] == expected
        for each in found:
            assert each.distance == pytest.approx(there[each.area])


def test_where_two_councils_differ_most_is_the_largest_difference_of_scores():
    england = in_context(random_england(4, councils=26), 4, known=0.8)
    told = scores(england)
    for each in england.measures().comparators.context("C07").nearest:
        gaps = {
            name: score[each.area] - score["C07"]
            for name, score in told.items()
            if "C07" in score and each.area in score
        }
        most = max(gaps, key=lambda name: abs(gaps[name]))
        assert (each.differs_most, each.differs_by) == (most, pytest.approx(gaps[most]))
        assert set(each.left_out) == set(told) - set(gaps)
