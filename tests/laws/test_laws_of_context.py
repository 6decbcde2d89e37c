"""What must hold of nearest in context, whatever the circumstances are."""

import copy

import numpy as np
from contexts import EnglandInContext, in_context
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from small_england import council_codes, random_england, shuffled

from brightfutures.catalogue import Transform
from brightfutures.measures.context.results import Context
from brightfutures.quantities import Reason

FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
SEEDS = some.integers(0, 10_000)


def an_england(seed: int, known: float = 0.9) -> EnglandInContext:
    return in_context(random_england(1, councils=30, years=[2025]), seed, known=known)


def same(one: Context, other: Context) -> bool:
    """The same councils at the same distances."""
    return [each.area for each in one.nearest] == [each.area for each in other.nearest] and bool(
        np.allclose(
            [each.distance for each in one.nearest], [each.distance for each in other.nearest]
        )
    )


@FEW
@given(SEEDS)
def test_the_order_of_councils_and_of_circumstances_changes_nothing(seed: int):
    england = an_england(seed)
    one, other = england.measures(), shuffled(england, seed).measures()
    for code in council_codes(england.geography):
        assert same(one.comparators.context(code), other.comparators.context(code))


@FEW
@given(SEEDS)
def test_no_council_is_its_own_neighbour_and_distance_is_the_same_both_ways(seed: int):
    england = an_england(seed)
    measures = england.measures()
    far = {}
    for code in council_codes(england.geography):
        nearest = measures.comparators.context(code).nearest
        assert code not in [each.area for each in nearest]
        assert len({each.area for each in nearest}) == len(nearest) <= 10
        far |= {(code, each.area): each.distance for each in nearest}
        assert code not in measures.comparators.counted_as_similar(code, "nearest-in-context")
    for (one, other), distance in far.items():
        assert np.isclose(far.get((other, one), distance), distance)


@FEW
@given(SEEDS, some.floats(0.01, 1000.0), some.floats(-50.0, 50.0))
def test_another_unit_changes_nothing(seed: int, times: float, plus: float):
    england = an_england(seed)
    rescaled = copy.deepcopy(england)
    for each in rescaled.context:
        table = rescaled.tables[each.numerator[0]]
        for key, figure in table.items():
            if isinstance(figure, Reason) or each.transform is Transform.LOGIT:
                continue
            table[key] = figure * times + (plus if each.transform is Transform.NONE else 0.0)
    one, other = england.measures(), rescaled.measures()
    for code in council_codes(england.geography):
        assert same(one.comparators.context(code), other.comparators.context(code))


@FEW
@given(SEEDS)
def test_what_is_withheld_never_becomes_a_number(seed: int):
    """A withheld figure and one that is not there at all give the same neighbours."""
    england = an_england(seed)
    told = copy.deepcopy(england)
    for each in told.context:
        table = told.tables[each.numerator[0]]
        for code in council_codes(england.geography):
            table.setdefault((code, "2024"), Reason.SUPPRESSED)
    one, other = england.measures(), told.measures()
    for code in council_codes(england.geography):
        assert same(one.comparators.context(code), other.comparators.context(code))
