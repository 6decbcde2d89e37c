"""Other averages and other councils, and two councils by name: what they answer and when not."""

from dataclasses import replace

import pytest
from small_england import SmallEngland, council_codes, indicator, random_england

from brightfutures.catalogue import GoodDirection, IndicatorKind
from brightfutures.catalogue.geography import JointReturn
from brightfutures.measures import Direction, Level, Why
from brightfutures.measures.alternatives import side_of
from brightfutures.quantities import ENGLAND, Reason, WrongUse

AVERAGES = ["mean", "median", "pooled"]
ALL_SETS = ["dfe-2025", "dfe-2021", "region", "england", "nearest-in-context"]


@pytest.fixture(scope="module")
def england() -> SmallEngland:
    made = random_england(21, wobble=0.03)
    made.neighbours["dfe-2021"] = dict(made.neighbours["dfe-2025"])
    del made.neighbours["dfe-2021"]["C07"]
    made.indicators.append(indicator("score", IndicatorKind.FIGURE, health_check=False))
    made.tables["score_count"] = {
        (code, "2025"): 10.0 + place for place, code in enumerate(council_codes(made.geography))
    }
    return made


@pytest.fixture(scope="module")
def measures(england: SmallEngland):
    return england.measures()


@pytest.mark.parametrize("against", ["dfe-2025", "dfe-2021", "region", "england"])
def test_the_set_the_verdict_rests_on_is_not_repeated(measures, against: str):
    names = [each.name for each in measures.alternatives("care", "C01", against=against)]
    assert names == AVERAGES + [name for name in ALL_SETS if name != against]


def test_where_england_stands_in_similar_councils_are_another_comparison(measures):
    assert measures.compare("care", "C01").verdict.against == "england"  # drawn at random
    names = [each.name for each in measures.alternatives("care", "C01")]
    assert "england" not in names
    assert "dfe-2025" in names


def test_the_averages_are_those_shown_beside_the_figure(measures):
    similar = measures.compare("care", "C01", against="dfe-2025").similar
    mean, median, pooled = measures.alternatives("care", "C01", against="dfe-2025")[:3]
    assert similar is not None
    assert (mean.value, median.value, pooled.value) == pytest.approx(
        (similar.mean, similar.median, similar.pooled)
    )


def test_the_mean_alone_says_what_the_verdict_says_where_the_averages_agree(measures, england):
    told = set()
    for code in council_codes(england.geography):
        for name in ("care", "moves"):
            verdict = measures.compare(name, code, "2025", against="dfe-2025").verdict
            mean = measures.alternatives(name, code, "2025", against="dfe-2025")[0]
            if verdict.averages_agree:
                assert (mean.level, mean.reason) == (verdict.level, verdict.reason)
                assert mean.agrees is (None if verdict.level is Level.CANNOT_SAY else True)
                told.add(verdict.level)
    assert len(told) > 1


def test_an_average_on_the_other_side_is_told_so(england):
    """Seven small councils low, one large one high: pooled lies far above the mean."""
    made = random_england(3, kinds={"care": IndicatorKind.RATE}, wobble=0.01)
    others = made.neighbours["dfe-2025"]["C01"]
    for place, code in enumerate((*others, "C01")):
        people = 900_000.0 if place == 0 else 20_000.0
        rate = 0.03 if place == 0 else 0.015 if code == "C01" else 0.008
        for year in range(2017, 2026):
            made.tables["people"][code, str(year)] = people
            made.tables["care_count"][code, str(year)] = round(people * rate)
    measures = made.measures()
    verdict = measures.compare("care", "C01", against="dfe-2025").verdict
    assert (verdict.level, verdict.reason) == (Level.ABOUT_THE_SAME, Why.AVERAGES_DISAGREE)
    mean, median, pooled = measures.alternatives("care", "C01", against="dfe-2025")[:3]
    assert side_of(mean.level) == side_of(median.level) == 1
    assert side_of(pooled.level) == -1
    assert not any(each.agrees for each in (mean, median, pooled))


def test_each_other_set_says_what_the_engine_says_beside_it(measures):
    for each in measures.alternatives("moves", "C03", "2025")[3:]:
        if each.name == "nearest-in-context":
            continue
        verdict = measures.compare("moves", "C03", "2025", against=each.name).verdict
        assert (each.level, each.reason) == (verdict.level, verdict.reason)
        assert each.value == pytest.approx(verdict.average)


def test_a_list_that_does_not_hold_the_council_says_nothing(measures):
    found = {each.name: each for each in measures.alternatives("care", "C07", against="region")}
    earlier = found["dfe-2021"]
    assert (earlier.value, earlier.level, earlier.agrees) == (None, Level.CANNOT_SAY, None)
    assert earlier.reason is Why.TOO_FEW_COMPARATORS


def test_what_cannot_be_tested_agrees_with_nothing_and_differs_from_nothing(measures):
    for each in measures.alternatives("score", "C01"):
        assert (each.level, each.agrees) == (Level.CANNOT_SAY, None)
    assert measures.alternatives("score", "C01")[0].value is not None


def test_a_region_has_no_verdict_and_so_no_other(measures):
    assert measures.alternatives("care", "R1") == ()
    assert measures.alternatives("care", ENGLAND) == ()


def test_two_councils_answer_alike_from_both_sides(measures):
    mirrored = {Level.HIGHER: Level.LOWER, Level.LOWER: Level.HIGHER}
    levels = set()
    for other in ("C02", "C09", "C15", "C33"):
        (ours,) = measures.pairs("care", "C01", [other], "2025")
        (theirs,) = measures.pairs("care", other, ["C01"], "2025")
        assert theirs.level is mirrored.get(ours.level, ours.level)
        assert theirs.reason is ours.reason
        assert (theirs.p, theirs.q) == pytest.approx((ours.p, ours.q))
        levels.add(ours.level)
    assert len(levels) > 1


def test_two_councils_are_asked_of_the_period_of_the_first(measures):
    (now,) = measures.pairs("care", "C01", ["C02"])
    (same,) = measures.pairs("care", "C01", ["C02"], "2025")
    (then,) = measures.pairs("care", "C01", ["C02"], "2020")
    assert now == same
    assert now.z_wobble != then.z_wobble


def test_better_or_worse_than_another_only_where_the_catalogue_says_so():
    made = random_england(5, kinds={"care": IndicatorKind.RATE}, wobble=0.01)
    made.tables["care_count"]["C01", "2025"] = float(made.tables["people"]["C01", "2025"]) * 0.1
    for good, expected in (
        (GoodDirection.LOWER, Direction.WORSE),
        (GoodDirection.NEITHER, Direction.NEITHER),
    ):
        made.indicators = [indicator("care", good_direction=good)]
        (pair,) = made.measures().pairs("care", "C01", ["C02"])
        assert (pair.level, pair.direction) == (Level.HIGHER, expected)


def test_why_two_councils_cannot_be_tested_is_said(england):
    made = random_england(21)
    made.indicators.append(england.indicators[-1])
    made.tables["score_count"] = england.tables["score_count"]
    made.tables["care_count"]["C02", "2025"] = Reason.SUPPRESSED
    made.tables["care_count"]["C03", "2025"] = 2.0
    made.tables["people"]["C03", "2025"] = 25.0
    joint = JointReturn(areas=("C01", "C04"), sources=("returns",), sentence="They do.")
    made.geography = replace(made.geography, joint_returns=(joint,))
    made.sources["care_count"] = ("returns",)
    measures = made.measures()
    found = measures.pairs("care", "C01", ["C02", "C03", "C04"], "2025")
    assert [each.level for each in found] == [Level.CANNOT_SAY] * 3
    assert [each.reason for each in found] == [
        Why.VALUE_MISSING,
        Why.TOO_FEW_CHILDREN,
        Why.JOINT_RETURN,
    ]
    (score,) = measures.pairs("score", "C01", ["C02"])
    assert score.reason is Why.NO_COUNTS


def test_only_councils_are_paired(measures):
    for one, other in (("C01", "R1"), (ENGLAND, "C01"), ("C01", "X1")):
        with pytest.raises(WrongUse):
            measures.pairs("care", one, [other])
