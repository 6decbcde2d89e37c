"""A council's circumstances beside those of its set, worked out slowly from the tables."""

import math

import pytest
from contexts import in_context
from small_england import council_codes, random_england
from test_slow_context import LAID, distance, scores

from brightfutures.quantities import Missing, Reason


def back(transform, laid: float) -> float:
    name = transform.name
    if name == "LOG":
        return math.exp(laid)
    return 100 / (1 + math.exp(-laid)) if name == "LOGIT" else laid


@pytest.mark.parametrize(("seed", "known"), [(11, 1.0), (12, 0.8)])
def test_means_ends_and_distances_are_those_of_the_councils_one_by_one(seed, known):
    england = in_context(random_england(seed, councils=26), seed, known=known)
    measures, codes = england.measures(), council_codes(england.geography)
    scored = scores(england)
    for council in codes[:6]:
        others = [code for code in codes if code != council][2:12]
        found = measures.comparators.circumstances(council, tuple(others))
        assert [one.area for one in found.members] == others
        for member in found.members:
            far = distance(england, council, member.area)
            assert member.distance == (None if far is None else pytest.approx(far))
        nearest = [each.area for each in measures.comparators.context(council).nearest]
        assert [member.area for member in found.members if member.nearest] == [
            code for code in others if code in nearest
        ]
        assert [code for code, _ in found.nearest_elsewhere] == [
            code for code in nearest if code not in others
        ]
        for one in found.each:
            figures = england.tables[one.variable.numerator[0]]
            lay, own = LAID[one.variable.transform], scored[one.variable.id]
            laid = [
                lay(figure)
                for (code, _), figure in figures.items()
                if code in others and not isinstance(figure, Reason)
            ]
            assert one.known == len(laid)
            if isinstance(one.value, Missing):
                assert council not in own
                assert one.beyond == 0.0
            if not laid:
                assert one.mean is None
                continue
            transform = one.variable.transform
            assert one.mean == pytest.approx(back(transform, sum(laid) / len(laid)))
            assert one.low == pytest.approx(back(transform, min(laid)))
            assert one.high == pytest.approx(back(transform, max(laid)))
            theirs = [own[code] for code in others if code in own]
            if council in own and theirs:
                over, under = own[council] - max(theirs), own[council] - min(theirs)
                assert one.beyond == pytest.approx(max(over, 0) + min(under, 0))


def test_the_order_of_the_councils_chosen_changes_nothing_but_their_order():
    england = in_context(random_england(13, councils=20), 13)
    measures, codes = england.measures(), council_codes(england.geography)
    forward = measures.comparators.circumstances(codes[0], tuple(codes[3:12]))
    backward = measures.comparators.circumstances(codes[0], tuple(reversed(codes[3:12])))
    for one, other in zip(forward.each, backward.each, strict=True):
        assert one.mean == pytest.approx(other.mean)
        assert (one.low, one.high, one.known) == (other.low, other.high, other.known)
    assert {each.area for each in forward.members} == {each.area for each in backward.members}
