"""What must hold of verdicts and what stands beside them: of every comparison set, in any order."""

import copy
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from improving import an_improving_england
from small_england import SmallEngland, council_codes, indicator, random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures import Level, Measures, Why
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.intervals_of_means import mean_limits
from brightfutures.measures.movement import move_over
from brightfutures.measures.results import Comparison, Movement
from brightfutures.measures.scale import chance_variance, from_scale, to_scale
from brightfutures.measures.wobble import long_run_variance
from brightfutures.quantities import Missing, Reason

FEW = settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)
SEEDS = some.integers(0, 10_000)
KINDS = {"care": IndicatorKind.RATE, "moves": IndicatorKind.PROPORTION, "plans": IndicatorKind.RATE}
CHOSEN = ("C02", "C03", "C07", "C11", "C13", "C17", "C19")
SETS = ("similar", "similar-2021", "dfe-2025", "dfe-2021", "region", "england", CHOSEN)


def an_england(seed: int) -> SmallEngland:
    england = random_england(seed, councils=30, years=range(2019, 2026), kinds=KINDS)
    england.neighbours["dfe-2021"] = {
        code: tuple(reversed(others)) for code, others in england.neighbours["dfe-2025"].items()
    }
    return england


@FEW
@given(SEEDS, some.sampled_from(SETS), some.sampled_from(["C03", "C07", "C21"]))
def test_a_council_is_never_its_own_neighbour_in_any_set(
    seed: int, against: str | tuple[str, ...], council: str
):
    england = an_england(seed)
    england.neighbours["dfe-2025"][council] = (council, *england.neighbours["dfe-2025"][council])
    england.neighbours["dfe-2021"][council] = (council, *england.neighbours["dfe-2021"][council])
    measures = england.measures()
    for name in KINDS:
        found = measures.compare(name, council, against=against)
        assert found.similar is not None
        assert council not in {each.area for each in found.similar.councils}
        first = found.similar.mean
        other = copy.deepcopy(england)
        other.tables[f"{name}_count"][council, found.period] = 1.0
        again = other.measures().compare(name, council, found.period, against=against).similar
        assert again is not None
        if again.set == found.similar.set:
            assert again.mean == first


@FEW
@given(SEEDS)
def test_another_indicator_in_the_set_changes_no_z_and_no_p(seed: int):
    england = an_england(seed)
    before = england.measures()
    england.indicators.append(indicator("extra", IndicatorKind.RATE))
    england.tables["extra_count"] = dict(england.tables["plans_count"])
    after = england.measures()
    for name in KINDS:
        for council in ("C01", "C08", "C15"):
            one, other = before.compare(name, council), after.compare(name, council)
            assert (one.verdict.z_wobble, one.verdict.z_usual, one.verdict.p) == (
                other.verdict.z_wobble,
                other.verdict.z_usual,
                other.verdict.p,
            )
            assert (one.wobble, one.rank, one.steadiness) == (
                other.wobble,
                other.rank,
                other.steadiness,
            )
            assert one.verdict.gap == other.verdict.gap


QUESTIONS = some.lists(
    some.tuples(
        some.sampled_from(["care", "moves", "plans", "outside"]),
        some.sampled_from(["C01", "C02", "C09"]),
        some.sampled_from(["2024", "2025"]),
        some.sampled_from(SETS),
    ),
    min_size=1,
    max_size=8,
)


@FEW
@given(SEEDS, QUESTIONS)
def test_no_order_of_asking_changes_an_answer(
    seed: int, questions: list[tuple[str, str, str, str | tuple[str, ...]]]
):
    england = an_england(seed)
    england.indicators.append(indicator("outside", health_check=False))
    england.tables["outside_count"] = dict(england.tables["care_count"])
    one, other = england.measures(), england.measures()

    def ask(measures: Measures, question: tuple[str, str, str, Any]) -> Comparison:
        name, council, period, against = question
        return measures.compare(name, council, period, against=against)

    forward = [ask(one, question) for question in questions]
    backward = [ask(other, question) for question in reversed(questions)]
    assert forward == list(reversed(backward))
    alone = ask(england.measures(), questions[-1])
    assert alone == forward[-1]


@FEW
@given(SEEDS, some.integers(2, 20))
def test_more_children_narrow_every_range_and_never_move_the_point(seed: int, times: int):
    england = an_england(seed)
    larger = copy.deepcopy(england)
    for table in larger.tables.values():
        for key, value in table.items():
            if not isinstance(value, Reason):
                table[key] = times * value
    few, many = england.measures(), larger.measures()
    for name in KINDS:
        for council in ("C04", "C12"):
            one, other = few.compare(name, council, "2025"), many.compare(name, council, "2025")
            assert one.here.value == other.here.value
            for narrow, wide in (
                (other.interval, one.interval),
                (other.interval_998, one.interval_998),
            ):
                if wide is not None:
                    assert narrow is not None
                    assert narrow.high - narrow.low < wide.high - wide.low


def numbers_in(thing: object, path: str = "") -> dict[str, float]:
    """Every number in an answer, by where it stands."""
    found: dict[str, float] = {}
    if is_dataclass(thing) and not isinstance(thing, type):
        for each in fields(thing):
            found |= numbers_in(getattr(thing, each.name), f"{path}.{each.name}")
    elif isinstance(thing, tuple):
        for place, part in enumerate(thing):
            found |= numbers_in(part, f"{path}[{place}]")
    elif isinstance(thing, float):
        found[path] = thing
    return found


@FEW
@given(SEEDS, some.sampled_from(list(KINDS)), some.booleans())
def test_what_is_withheld_is_a_number_nowhere(seed: int, name: str, small: bool):
    """Nor is any number worked out from it: as absent, it would leave the very same ones."""
    england = an_england(seed)
    england.tables[f"{name}_count"]["C05", "2025"] = Reason.SUPPRESSED
    england.one_to_five = {f"{name}_count"} if small else set()
    without = copy.deepcopy(england)
    del without.tables[f"{name}_count"]["C05", "2025"]
    withheld, absent = england.measures(), without.measures()

    found = withheld.compare(name, "C05", "2025")
    assert found.here.value == Missing((Reason.SUPPRESSED,))
    verdict = found.verdict
    assert (found.here.numerator, found.interval, found.interval_998, found.rank) == (None,) * 4
    assert (verdict.z_wobble, verdict.z_usual, verdict.p, verdict.q, verdict.gap) == (None,) * 5
    assert found.moved is not None
    assert found.moved.level is Movement.CANNOT_SAY
    assert numbers_in(found) == numbers_in(absent.compare(name, "C05", "2025"))

    assert numbers_in(withheld.alternatives(name, "C05", "2025")) == numbers_in(
        absent.alternatives(name, "C05", "2025")
    )
    for pair in withheld.pairs(name, "C05", ("C06", "C07"), "2025"):
        assert numbers_in(pair) == {}
    (national,) = (
        each
        for each in withheld.all_councils.across_england(name, "2025")
        if each.here.area == "C05"
    )
    assert (national.interval, national.z_wobble, national.q) == (None, None, None)
    with_it, without = (one.all_councils.strip(name, "2025") for one in (withheld, absent))
    assert numbers_in(with_it) == numbers_in(without)
    assert numbers_in(withheld.similar_history(name, "C05")) == numbers_in(
        absent.similar_history(name, "C05")
    )


@FEW
@given(SEEDS, some.booleans())
def test_what_is_withheld_is_no_movement_and_no_improvement(seed: int, small: bool):
    england = an_improving_england(seed)
    for code in ("C05", "C09"):
        england.tables["care_count"][code, "2024"] = Reason.SUPPRESSED
    england.one_to_five = {"care_count"} if small else set()
    without = copy.deepcopy(england)
    for code in ("C05", "C09"):
        del without.tables["care_count"][code, "2024"]
    withheld, absent = england.measures(), without.measures()
    assert withheld.improvers("care") == absent.improvers("care")
    assert not {"C05", "C09"} & {one.area for one in withheld.improvers("care").found}
    one, other = withheld.track_record_of("care"), absent.track_record_of("care")
    assert one.movements == other.movements


FOUR = some.lists(some.floats(-3, 3), min_size=4, max_size=4).map(np.array)


@given(FOUR, some.floats(0.001, 1.0), some.floats(-2.0, 2.0))
def test_a_movement_runs_the_other_way_if_time_does_and_no_level_matters(
    ends: Numbers, noise: float, level: float
):
    each = np.full(4, noise)
    first, last, z = move_over(ends, each)
    back_first, back_last, back_z = move_over(ends[::-1], each)
    assert (back_first, back_last, back_z) == pytest.approx((last, first, -z))
    assert move_over(ends + level, each)[2] == pytest.approx(float(z), abs=1e-6)
    assert abs(move_over(ends, 4.0 * each)[2]) == pytest.approx(abs(float(z)) / 2.0)


@given(
    some.lists(some.floats(0.0, 0.2), min_size=1, max_size=9),
    some.floats(0.0, 1.0),
)
def test_the_lasting_wobble_is_from_once_to_twice_what_one_year_shows(a: list[float], share: float):
    for each in a:
        lasting = long_run_variance(each, share * each)
        assert each <= lasting + 1e-15
        assert lasting <= 2.0 * each + 1e-15


@FEW
@given(SEEDS)
def test_a_word_across_england_needs_its_q_and_no_q_is_below_its_p(seed: int):
    measures = an_england(seed).measures()
    for name in KINDS:
        for one in measures.all_councils.across_england(name):
            beside = measures.compare(name, one.here.area, against="england").verdict
            if one.q is None:
                assert one.level is Level.CANNOT_SAY or isinstance(one.here.value, Missing)
                continue
            assert beside.p is not None
            assert one.q >= beside.p
            if one.level not in (Level.ABOUT_THE_SAME, Level.CANNOT_SAY):
                assert one.q <= 0.05
            elif one.reason is Why.NOT_AFTER_CORRECTION:
                assert one.q > 0.05 >= beside.p


@given(
    some.floats(-50, 50),
    some.floats(0.01, 30),
    some.integers(2, 900),
    some.sampled_from([95.0, 99.8]),
)
def test_a_means_range_is_even_and_narrows_with_more_children(
    mean: float, deviation: float, count: int, level: float
):
    def limits(children: int, at: float = level) -> tuple[float, float]:
        low, high = mean_limits(
            np.array([mean]), np.array([deviation]), np.array([float(children)]), at
        )
        return float(low[0]), float(high[0])

    low, high = limits(count)
    assert (low + high) / 2 == pytest.approx(mean, abs=1e-6 * (high - low) + 1e-9)
    more_low, more_high = limits(4 * count)
    assert low < more_low <= mean <= more_high < high
    wide_low, wide_high = limits(count, 99.8)
    assert wide_low <= low
    assert high <= wide_high


@given(some.sampled_from([IndicatorKind.RATE, IndicatorKind.PROPORTION]), some.integers(0, 400))
def test_the_scale_keeps_the_order_of_figures(kind: IndicatorKind, count: int):
    counts, out_of = np.array([count, count + 1.0]), np.array([1_000.0, 1_000.0])
    y, s2 = to_scale(kind, counts, out_of), chance_variance(kind, counts, out_of)
    assert y[0] < y[1]
    assert (s2 > 0).all()
    assert s2[1] < s2[0]
    back = from_scale(kind, y, 100.0)
    assert np.abs(back - 100.0 * counts / out_of).max() <= 0.051


def test_every_set_is_among_those_asked():
    england = an_england(1)
    assert len(council_codes(england.geography)) == 30
    for against in SETS:
        assert england.measures().compare("care", "C01", against=against).similar is not None
