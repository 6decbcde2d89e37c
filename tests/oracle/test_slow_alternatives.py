"""Other averages, other councils and pairs: the engine agrees with its slow twin."""

from collections import Counter

import pytest
from slow_alternatives import SlowAlternatives
from small_england import SmallEngland, council_codes, random_england

from brightfutures.catalogue import IndicatorKind

YEARS = list(range(2020, 2026))
KINDS = {
    "care": IndicatorKind.RATE,
    "moves": IndicatorKind.PROPORTION,
    "plans": IndicatorKind.RATE,
}


@pytest.fixture(scope="module", params=[1, 2])
def england(request: pytest.FixtureRequest) -> SmallEngland:
    made = random_england(request.param, councils=32, years=YEARS, kinds=KINDS, wobble=0.04)
    table = made.neighbours["dfe-2025"]
    councils = list(table)
    moved_on = dict(
        zip(councils, [table[code] for code in (*councils[1:], councils[0])], strict=True)
    )
    made.neighbours["dfe-2021"] = {
        code: tuple(other for other in others if other != code) for code, others in moved_on.items()
    }
    return made


def sets_of(england: SmallEngland) -> dict[str, dict[str, tuple[str, ...]]]:
    codes = council_codes(england.geography)
    region = {area.code: area.region for area in england.geography.areas}
    return {
        **england.neighbours,
        "england": {code: tuple(each for each in codes if each != code) for code in codes},
        "region": {
            code: tuple(each for each in codes if region[each] == region[code] and each != code)
            for code in codes
        },
    }


def slowly(england: SmallEngland, others: dict[str, tuple[str, ...]]) -> SlowAlternatives:
    return SlowAlternatives(england, YEARS, list(council_codes(england.geography)), others)


@pytest.mark.parametrize("average", ["mean", "median", "pooled"])
def test_one_average_alone_agrees_with_the_slow_twin(england: SmallEngland, average: str):
    slow, measures = slowly(england, england.neighbours["dfe-2025"]), england.measures()
    seen: Counter[str] = Counter()
    for council in slow.councils[:4]:
        for name, expected in slow.judge_from(council, 2025, average).items():
            found = {
                each.name: each
                for each in measures.alternatives(name, council, "2025", against="dfe-2025")
            }[average]
            seen[expected.level] += 1
            assert found.level == expected.level, (council, name)
            assert found.value == pytest.approx(expected.mean)
    assert len(seen) > 1


@pytest.mark.parametrize("other", ["dfe-2021", "region", "england"])
def test_another_set_of_councils_agrees_with_the_slow_twin(england: SmallEngland, other: str):
    slow, measures = slowly(england, sets_of(england)[other]), england.measures()
    for council in slow.councils[:3]:
        for name, expected in slow.judge(council, 2025).items():
            found = {
                each.name: each
                for each in measures.alternatives(name, council, "2025", against="dfe-2025")
            }[other]
            assert found.level == expected.level, (council, name)
            if expected.mean is not None:
                assert found.value == pytest.approx(expected.mean)


def test_two_councils_side_by_side_agree_with_the_slow_twin(england: SmallEngland):
    slow, measures = slowly(england, england.neighbours["dfe-2025"]), england.measures()
    seen: Counter[str] = Counter()
    for one, other in [("C01", "C02"), ("C03", "C20"), ("C05", "C31"), ("C30", "C04")]:
        expected = slow.pair(one, other, 2025)
        for name in KINDS:
            (found,) = measures.pairs(name, one, [other], "2025")
            if name not in expected:
                assert found.level == "cannot_say"
                continue
            seen[found.level] += 1
            assert found.level == expected[name].level, (one, other, name)
            assert found.z_wobble == pytest.approx(expected[name].z_wobble, rel=1e-5)
            assert found.p == pytest.approx(expected[name].p, rel=1e-4)
    assert len(seen) > 1
