"""What stands beside a verdict agrees with its slow twin on small Englands drawn at random."""

import math
from collections import Counter

import pytest
from slow_beside import SlowBeside, two_sided
from small_england import SmallEngland, council_codes, indicator, random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures import Measures
from brightfutures.measures.results import Approach, Level, Movement, Why
from brightfutures.quantities import Reason

YEARS = list(range(2018, 2026))
KINDS = {
    "care": IndicatorKind.RATE,
    "moves": IndicatorKind.PROPORTION,
    "plans": IndicatorKind.RATE,
}


def both(seed: int, wobble: float = 0.06) -> tuple[SmallEngland, SlowBeside, Measures]:
    england = random_england(seed, councils=34, years=YEARS, kinds=KINDS, wobble=wobble)
    slow = SlowBeside(england, YEARS, list(council_codes(england.geography)))
    return england, slow, england.measures()


@pytest.fixture(autouse=True)
def always_similar_councils(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brightfutures.measures.judge.LEAST_ALIKE", -1.0)


@pytest.mark.parametrize("seed", [11, 12])
def test_the_gap_in_the_unit_and_in_children_agrees_with_the_slow_twin(seed: int):
    _, slow, measures = both(seed)
    for council in slow.councils[:8]:
        for name in KINDS:
            gap = measures.compare(name, council, "2025").verdict.gap
            if slow.counts(name, council, 2025) is None:
                assert gap is None
                continue
            assert gap is not None
            unit, children = slow.gap_range(name, council, 2025)
            assert (gap.value, gap.low, gap.high) == pytest.approx(tuple(unit), rel=1e-5)
            found = (gap.children, gap.children_low, gap.children_high)
            assert found == pytest.approx(tuple(children), rel=1e-5)


def test_steadiness_agrees_with_the_slow_twin():
    _, slow, measures = both(15)
    for name in KINDS:
        steady = measures.compare(name, "C01", "2025").steadiness
        assert steady is not None
        assert steady.one_year == pytest.approx(slow.steadiness(name, 2025, 1))
        assert steady.three_years == pytest.approx(slow.steadiness(name, 2025, 3))


@pytest.mark.parametrize("seed", [16, 17])
def test_movement_and_that_of_the_gap_agree_with_the_slow_twin(seed: int):
    _, slow, measures = both(seed, wobble=0.25)
    seen: Counter[str] = Counter()
    for council in slow.councils[:10]:
        expected = slow.moves_of(council, 2025)
        for name in KINDS:
            moved = measures.compare(name, council, "2025").moved
            assert moved is not None
            if name not in expected:
                assert moved.level is Movement.CANNOT_SAY
                continue
            one, q, gap_q = expected[name]
            assert moved.q == pytest.approx(q, rel=1e-4, abs=1e-12)
            assert moved.against_similar_q == pytest.approx(gap_q, rel=1e-4, abs=1e-12)
            assert moved.from_value == pytest.approx(one.first)
            assert moved.to_value == pytest.approx(one.last)
            level = Movement.NO_CLEAR_CHANGE
            if q <= 0.05:
                level = Movement.HAS_RISEN if one.z > 0 else Movement.HAS_FALLEN
            approach = Approach.NO_CLEAR_CHANGE
            if gap_q <= 0.05:
                wider = abs(one.gap_last) > abs(one.gap_first)
                approach = Approach.FURTHER if wider else Approach.NEARER
                if one.gap_last * one.gap_first < 0 and abs(one.gap_last) >= math.log(1.1):
                    approach = Approach.CROSSED
            assert (moved.level, moved.against_similar) == (level, approach)
            seen[level] += 1
            seen[approach] += 1
    assert len(seen) >= 5


@pytest.mark.parametrize("base", [150.0, 900.0, 1_400.0, 4_000.0])
def test_a_withheld_count_is_judged_at_both_ends_as_the_slow_twin_does(base: float):
    england, _, _ = both(18)
    england.indicators = [one for one in england.indicators if one.id == "care"]
    england.tables["care_count"]["C05", "2025"] = Reason.SUPPRESSED
    england.tables["people"]["C05", "2025"] = base
    england.one_to_five = {"care_count"}
    slow = SlowBeside(england, YEARS, list(council_codes(england.geography)))
    verdict = england.measures().compare("care", "C05", "2025").verdict
    if not slow.large("care", "C05", 2025, base):
        assert (verdict.level, verdict.reason) == (Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN)
        return
    one, five = slow.at_both_ends("care", "C05", 2025, base)
    near, far = sorted((one, five), key=abs)
    different = two_sided(near) <= 0.05 and one * five > 0
    if different:  # one indicator alone: q is p
        expected = Level.LOWER if near < 0 else Level.HIGHER
        assert verdict.level in (expected, Level.UNUSUALLY_LOW)
    elif two_sided(far) <= 0.05:
        assert (verdict.level, verdict.reason) == (
            Level.CANNOT_SAY,
            Why.WITHHELD_ENDS_DISAGREE,
        )
    else:
        assert verdict.level is Level.ABOUT_THE_SAME
    assert verdict.gap is None


def test_a_borrowed_wobble_agrees_with_the_slow_twin():
    england, slow, _ = both(19)
    england.indicators.append(indicator("fresh"))
    england.tables["fresh_count"] = {
        (code, "2025"): england.tables["care_count"][code, "2025"] for code in slow.councils
    }
    wobble = england.measures().compare("fresh", "C01", "2025").wobble
    assert wobble is not None
    assert wobble.borrowed
    expected = slow.borrowed("fresh", list(KINDS), 2025)
    assert (wobble.a, wobble.long_run) == pytest.approx(expected, rel=1e-5)
    assert wobble.from_changes == 2
