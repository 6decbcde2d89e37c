"""What must hold of other averages, other councils and pairs, whatever the figures."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from small_england import indicator, random_england

from brightfutures.measures import Level
from brightfutures.measures.pairwise import too_small_apart, z_of_pair

FEW = settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
SEEDS = some.integers(0, 10_000)
YEARS = range(2020, 2026)
NUMBERS = some.lists(some.floats(-8, -2), min_size=2, max_size=12)


@FEW
@given(SEEDS)
def test_the_mean_alone_agrees_with_the_verdict_wherever_the_averages_agree(seed: int):
    england = random_england(seed, councils=30, years=YEARS, wobble=0.03)
    measures = england.measures()
    for code in ("C01", "C08", "C15", "C22"):
        for name in ("care", "moves"):
            verdict = measures.compare(name, code, "2025").verdict
            mean = measures.alternatives(name, code, "2025")[0]
            if verdict.averages_agree:
                assert (mean.level, mean.reason) == (verdict.level, verdict.reason)


@FEW
@given(SEEDS)
def test_an_indicator_outside_of_the_set_changes_no_alternative_and_no_pair(seed: int):
    england = random_england(seed, councils=30, years=YEARS)
    alone = england.measures()
    before = alone.alternatives("care", "C07"), alone.pairs("care", "C07", ["C01", "C02"])
    england.indicators.append(indicator("extra", health_check=False))
    england.tables["extra_count"] = england.tables["care_count"]
    beside = england.measures()
    assert (beside.alternatives("care", "C07"), beside.pairs("care", "C07", ["C01", "C02"])) == (
        before
    )
    for extra, own in zip(beside.alternatives("extra", "C07"), before[0], strict=True):
        assert extra.value == own.value


@FEW
@given(SEEDS, some.sampled_from(["care", "moves"]))
def test_asking_for_an_alternative_changes_no_verdict(seed: int, name: str):
    england = random_england(seed, councils=30, years=YEARS)
    asked, quiet = england.measures(), england.measures()
    for code in ("C03", "C11"):
        asked.alternatives(name, code)
        asked.pairs(name, code, ["C05"])
        assert asked.compare(name, code) == quiet.compare(name, code)


@FEW
@given(SEEDS)
def test_a_pair_is_the_same_from_both_sides_but_for_the_sign(seed: int):
    measures = random_england(seed, councils=30, years=YEARS, wobble=0.03).measures()
    for name in ("care", "moves"):
        (ours,) = measures.pairs(name, "C01", ["C02"], "2025")
        (theirs,) = measures.pairs(name, "C02", ["C01"], "2025")
        assert ours.reason is theirs.reason
        if ours.level is Level.CANNOT_SAY:
            continue
        assert ours.z_wobble == pytest.approx(-(theirs.z_wobble or 0.0))
        assert ours.q == pytest.approx(theirs.q)
        assert {ours.level, theirs.level} in (
            {Level.ABOUT_THE_SAME},
            {Level.HIGHER, Level.LOWER},
        )


@given(NUMBERS, some.floats(0.0001, 0.5), some.floats(0, 0.5))
def test_the_further_a_figure_may_stray_the_less_two_councils_are_told_apart(
    y: list[float], s2: float, long_run: float
):
    scale = np.array(y)
    chance = np.full(len(y), s2)
    there = z_of_pair(scale, chance, 0, long_run)
    back = z_of_pair(scale, chance, 1, long_run)
    assert there[1] == -back[0]
    assert (np.abs(z_of_pair(scale, chance, 0, long_run + 0.1)) <= np.abs(there)).all()
    assert there[0] == 0.0


@given(some.floats(0, 1), some.floats(0, 500), some.floats(0, 500))
def test_a_gap_too_small_is_so_from_both_sides(share: float, one: float, other: float):
    value = np.array([one, other])
    assert too_small_apart(share, value, 0)[1] == too_small_apart(share, value, 1)[0]


@FEW
@given(SEEDS)
def test_a_test_that_finds_nothing_makes_no_alternative_bolder(seed: int):
    """One more indicator in the set on which everyone is alike: no level moves away from none."""
    england = random_england(seed, councils=30, years=YEARS, wobble=0.03)
    before = {each.name: each for each in england.measures().alternatives("care", "C04", "2025")}
    england.indicators.append(replace(indicator("flat"), smallest_gap=0.1))
    england.tables["flat_count"] = {
        key: round(float(base) * 0.01) for key, base in england.tables["people"].items()
    }
    after = {each.name: each for each in england.measures().alternatives("care", "C04", "2025")}
    for name, one in before.items():
        if one.level is Level.ABOUT_THE_SAME:
            assert after[name].level is Level.ABOUT_THE_SAME
