"""What must hold of every England, whatever its figures."""

from dataclasses import replace

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from small_england import (
    SmallEngland,
    council_codes,
    indicator,
    random_england,
    shuffled,
    small_geography,
)

from brightfutures.catalogue import IndicatorKind
from brightfutures.catalogue.geography import JointReturn
from brightfutures.measures.false_discovery import q_values
from brightfutures.measures.intervals import poisson_limits, wilson
from brightfutures.measures.places import places_of
from brightfutures.measures.similar import from_table
from brightfutures.published.readings import Neighbour
from brightfutures.quantities import Missing, Reason

FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
SEEDS = some.integers(0, 10_000)
COUNTS = some.tuples(some.integers(0, 5_000), some.integers(1, 5_000)).map(
    lambda pair: (min(pair), max(pair))
)
LEVELS = some.sampled_from([95.0, 99.8])


def an_england(seed: int, kinds: dict[str, IndicatorKind] | None = None) -> SmallEngland:
    return random_england(seed, councils=30, years=range(2020, 2026), kinds=kinds)


@FEW
@given(SEEDS)
def test_the_order_of_other_councils_never_changes_yours(seed: int):
    england = an_england(seed)
    first, second = england.measures(), shuffled(england, seed).measures()
    for name in ("care", "moves"):
        one, other = first.compare(name, "C07").verdict, second.compare(name, "C07").verdict
        assert (one.level, one.reason) == (other.level, other.reason)
        assert np.isclose(one.q or 0.0, other.q or 0.0, rtol=1e-6)
        assert np.isclose(one.z_wobble or 0.0, other.z_wobble or 0.0, rtol=1e-6)


@FEW
@given(SEEDS)
def test_an_indicator_outside_of_the_set_changes_no_q_and_no_z(seed: int):
    england = an_england(seed)
    before = england.measures().compare("care", "C07").verdict
    england.indicators.append(indicator("extra", health_check=False))
    england.tables["extra_count"] = england.tables["care_count"]
    measures = england.measures()
    assert measures.compare("care", "C07").verdict == before
    extra = measures.compare("extra", "C07").verdict
    assert extra.z_wobble == before.z_wobble
    assert extra.q is None or extra.p is None or extra.q >= extra.p


@FEW
@given(SEEDS)
def test_a_council_is_never_compared_with_its_own_joint_return(seed: int):
    england = an_england(seed)
    others = england.neighbours["dfe-2025"]["C05"]
    partner = others[0]
    joint = JointReturn(areas=("C05", partner), sources=("returns",), sentence="They do.")
    england.geography = replace(england.geography, joint_returns=(joint,))
    alone = england.measures().compare("care", "C05").similar
    england.sources["care_count"] = ("returns",)
    measures = england.measures()
    found, moves = measures.compare("care", "C05"), measures.compare("moves", "C05")

    assert alone is not None
    assert found.similar is not None
    assert moves.similar is not None
    assert partner in [each.area for each in alone.councils]
    assert partner not in [each.area for each in found.similar.councils]
    assert partner in [each.area for each in moves.similar.councils]
    england.tables["care_count"] |= {(partner, "2025"): 1.0}
    again = england.measures().compare("care", "C05").similar
    assert again is not None
    assert (again.mean, again.median, again.pooled) == (
        found.similar.mean,
        found.similar.median,
        found.similar.pooled,
    )


@FEW
@given(SEEDS)
def test_a_filter_changes_no_q(seed: int):
    england = an_england(seed)
    alone = england.measures().compare("moves", "C03").verdict
    whole = {each.indicator: each.verdict for each in england.measures().health_check("C03")}
    assert whole["moves"] == alone


@FEW
@given(SEEDS, some.sampled_from(["care", "moves"]))
def test_a_withheld_count_never_becomes_a_number(seed: int, name: str):
    england = an_england(seed)
    england.tables[f"{name}_count"]["C05", "2025"] = Reason.SUPPRESSED
    found = england.measures().compare(name, "C05", "2025")
    assert found.here.value == Missing((Reason.SUPPRESSED,))
    numbers = (found.here.numerator, found.interval, found.rank, found.verdict.gap)
    assert numbers == (None, None, None, None)
    assert found.verdict.z_wobble is None
    assert found.verdict.p is None


@FEW
@given(SEEDS)
def test_a_withheld_council_enters_no_average(seed: int):
    england = an_england(seed)
    neighbour = england.neighbours["dfe-2025"]["C05"][0]
    england.tables["care_count"][neighbour, "2025"] = Reason.SUPPRESSED
    withheld = england.measures().compare("care", "C05").similar
    del england.tables["care_count"][neighbour, "2025"]
    absent = england.measures().compare("care", "C05").similar
    assert withheld is not None
    assert absent is not None
    assert (withheld.mean, withheld.median, withheld.pooled, withheld.with_value) == (
        absent.mean,
        absent.median,
        absent.pooled,
        absent.with_value,
    )


@given(some.dictionaries(some.integers(1, 9), some.lists(some.integers(1, 9)), max_size=9))
def test_a_council_is_never_its_own_neighbour(table: dict[int, list[int]]):
    places = places_of(small_geography(9))
    named = {
        f"C{council:02d}": tuple(Neighbour(f"C{other:02d}", "close") for other in others)
        for council, others in table.items()
    }
    found = from_table(places, named, "dfe-2025")
    assert not found.member.diagonal().any()


@given(COUNTS, some.integers(2, 50), LEVELS)
def test_more_of_the_same_narrows_a_proportions_interval_and_leaves_the_point_inside(
    counts: tuple[int, int], times: int, level: float
):
    x, n = (np.array([float(number)]) for number in counts)
    low, high = wilson(x, n, level)
    low_more, high_more = wilson(times * x, times * n, level)
    assert low - 1e-12 <= x / n <= high + 1e-12
    assert low_more - 1e-12 <= x / n <= high_more + 1e-12
    assert high_more - low_more < high - low


@given(some.integers(0, 5_000), some.integers(2, 50), LEVELS)
def test_more_of_the_same_narrows_a_rates_interval_and_leaves_the_point_inside(
    count: int, times: int, level: float
):
    low, high = poisson_limits(np.array([float(count)]), level)
    low_more, high_more = poisson_limits(np.array([float(times * count)]), level)
    assert low[0] <= count <= high[0]
    assert low_more[0] / times <= count <= high_more[0] / times
    assert (high_more - low_more)[0] / times < (high - low)[0]


@given(COUNTS)
def test_a_wider_level_gives_a_wider_interval(counts: tuple[int, int]):
    x, n = (np.array([float(number)]) for number in counts)
    (low, high), (lower, higher) = wilson(x, n, 95.0), wilson(x, n, 99.8)
    assert lower <= low
    assert high <= higher


@given(some.lists(some.floats(0, 1), min_size=1, max_size=40))
def test_a_test_that_finds_nothing_makes_no_q_smaller(p: list[float]):
    before = q_values(np.array(p))
    after = q_values(np.array([*p, 1.0]))[:-1]
    assert (after >= before - 1e-12).all()
    assert (before >= np.array(p) - 1e-12).all()


@FEW
@given(SEEDS)
def test_every_level_is_the_same_for_a_council_with_the_same_figures(seed: int):
    england = an_england(seed)
    twin, original = "C09", "C08"
    for table in england.tables.values():
        for year in range(2020, 2026):
            table[twin, str(year)] = table[original, str(year)]
    others = tuple(
        code for code in council_codes(england.geography) if code not in (twin, original)
    )[:8]
    found = england.measures()
    one = found.compare("care", original, against=others).verdict
    other = found.compare("care", twin, against=others).verdict
    assert one == other
