"""The fast engine agrees with the slow twin on small Englands drawn at random."""

from collections import Counter

import pytest
from slow_verdict import Slow
from small_england import council_codes, random_england

from brightfutures.catalogue import IndicatorKind
from brightfutures.measures import LEAST_ALIKE

YEARS = list(range(2019, 2026))
KINDS = {
    "care": IndicatorKind.RATE,
    "moves": IndicatorKind.PROPORTION,
    "plans": IndicatorKind.RATE,
    "visits": IndicatorKind.PROPORTION,
}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_engine_agrees_with_the_slow_twin(seed: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("brightfutures.measures.judge.LEAST_ALIKE", -1.0)  # always similar councils
    england = random_england(seed, councils=32, years=YEARS, kinds=KINDS, wobble=0.05)
    councils = list(council_codes(england.geography))
    slow, measures = Slow(england, YEARS, councils), england.measures()
    seen: Counter[str] = Counter()
    for council in councils[:6]:
        for name, expected in slow.judge(council, YEARS[-1]).items():
            found = measures.compare(name, council, "2025").verdict
            seen[expected.level] += 1
            assert (found.level, found.reason) == (expected.level, expected.reason), (council, name)
            assert found.z_wobble == pytest.approx(expected.z_wobble, rel=1e-6)
            assert found.z_usual == pytest.approx(expected.z_usual, rel=1e-6)
            assert found.p == pytest.approx(expected.p, rel=1e-5)
            assert found.average == pytest.approx(expected.mean) or expected.mean is None
    assert len(seen) > 1


def test_the_wobble_and_the_spread_agree_with_the_slow_twin():
    england = random_england(9, councils=32, years=YEARS, kinds=KINDS, wobble=0.08)
    slow = Slow(england, YEARS, list(council_codes(england.geography)))
    measures = england.measures()
    for name in KINDS:
        wobble = measures.compare(name, "C01", "2025").wobble
        assert wobble is not None
        assert wobble.a == pytest.approx(slow.wobble(name, 2025), rel=1e-6)
        assert wobble.transient == pytest.approx(slow.goes_away(name, 2025), rel=1e-5)
        assert wobble.long_run == pytest.approx(slow.long_run(name, 2025), rel=1e-5)


def test_similar_councils_are_kept_from_a_correlation_of_fifteen_hundredths():
    assert LEAST_ALIKE == 0.15
