"""Who has improved: the engine agrees with its slow twin."""

import pytest
from improving import an_improving_england
from slow_improvers import SlowImprovers
from small_england import council_codes


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_improvers_agree_with_the_slow_twin(seed: int):
    england = an_improving_england(seed)
    slow = SlowImprovers(england, list(range(2017, 2026)), list(council_codes(england.geography)))
    measures = england.measures()
    names = 0
    for indicator in ("care", "moves"):
        expected, found = slow.improvers(indicator, 2025), measures.improvers(indicator)
        names += len(expected)
        assert {one.area for one in found.found} == set(expected)
        assert found.half == len(slow.half(indicator, 2025))
        assert found.read == len(slow.read(indicator, 2025))
        for one in found.found:
            twin = expected[one.area]
            assert one.from_value == pytest.approx(twin.began)
            assert one.to_value == pytest.approx(twin.came)
            assert one.expected_value == pytest.approx(twin.expected)
            assert one.z == pytest.approx(twin.z, rel=1e-5)
            assert (one.net.low, one.net.value, one.net.high) == pytest.approx(
                (twin.low, twin.value, twin.high), rel=1e-5
            )
    assert names > 0
