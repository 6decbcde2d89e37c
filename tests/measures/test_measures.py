import threading

import pytest
from small_england import SmallEngland, council_codes, indicator, random_england

from brightfutures.catalogue import GoodDirection, IndicatorKind
from brightfutures.measures import Direction, Level, Why
from brightfutures.quantities import ENGLAND, CannotAnswer, Missing, Reason, WrongUse


@pytest.fixture(scope="module")
def england() -> SmallEngland:
    made = random_england(11)
    made.indicators.append(indicator("score", IndicatorKind.FIGURE, health_check=False))
    made.tables["score_count"] = {
        (code, "2025"): 10.0 + place for place, code in enumerate(council_codes(made.geography))
    }
    return made


@pytest.fixture(scope="module")
def measures(england: SmallEngland):
    return england.measures()


def test_a_comparison_holds_everything_beside_the_figure(measures, england):
    found = measures.compare("care", "C01")
    assert found.period == found.newest_period == "2025"
    assert found.similar is not None
    listed = tuple(each.area for each in found.similar.councils)
    assert listed == england.neighbours["dfe-2025"]["C01"]
    assert found.similar.with_value <= 8
    known = [each.value for each in found.similar.councils if isinstance(each.value, float)]
    assert found.similar.plain_mean == pytest.approx(sum(known) / len(known))
    assert found.interval is not None
    assert found.interval_998 is not None
    assert found.interval_998.low < found.interval.low <= found.here.value <= found.interval.high
    assert len(found.history) == 9
    assert found.wobble is not None
    assert not found.wobble.borrowed
    assert found.rank is not None
    assert found.rank.low <= found.rank.high <= found.rank.of


def test_a_past_period_can_be_asked_for_and_a_missing_one_is_named(measures):
    assert measures.compare("care", "C01", "2020").period == "2020"
    with pytest.raises(CannotAnswer, match=r"1999.*2017.*2025"):
        measures.compare("care", "C01", "1999")


def test_unknown_names_are_wrong_use(measures):
    for wrong in (
        lambda: measures.compare("nothing", "C01"),
        lambda: measures.compare("care", "X01"),
        lambda: measures.compare("care", "C01", against="friends"),
    ):
        with pytest.raises(WrongUse):
            wrong()


def test_a_published_figure_is_compared_but_never_judged(measures):
    found = measures.compare("score", "C01")
    assert found.similar is not None
    assert found.similar.mean is not None
    assert (found.verdict.level, found.verdict.reason) == (Level.CANNOT_SAY, Why.NO_COUNTS)
    assert found.interval is None
    assert found.verdict.direction is Direction.NEITHER


def test_a_region_and_england_are_shown_but_not_judged(measures):
    for area in ("R1", ENGLAND):
        found = measures.compare("care", area)
        assert found.similar is None
        assert found.verdict.reason is Why.NOT_A_COUNCIL
        assert isinstance(found.here.value, float)
    assert measures.compare("care", ENGLAND).england is None


def test_a_withheld_figure_shows_no_number_anywhere(england):
    england.tables["care_count"]["C02", "2025"] = Reason.SUPPRESSED
    found = england.measures().compare("care", "C02")
    assert found.here.value == Missing((Reason.SUPPRESSED,))
    assert found.here.numerator is None
    verdict = found.verdict
    assert (verdict.gap, verdict.z_wobble, verdict.p, verdict.q) == (None, None, None, None)
    assert found.interval is None
    assert found.rank is None


def test_fewer_than_six_comparators_with_a_value_cannot_say(england):
    made = random_england(11)
    for code in made.neighbours["dfe-2025"]["C01"][:4]:
        made.tables["care_count"][code, "2025"] = Reason.NOT_RETURNED
    found = made.measures().compare("care", "C01", against="dfe-2025")
    if found.verdict.against == "similar":
        assert found.verdict.reason is Why.TOO_FEW_COMPARATORS
    chosen = made.measures().compare("care", "C01", against=("C02", "C03"))
    assert chosen.verdict.reason is Why.TOO_FEW_COMPARATORS


def test_similar_councils_that_are_not_alike_give_way_to_england(measures):
    found = measures.compare("care", "C01")  # these are drawn at random, so say nothing
    assert found.similar is not None
    assert found.similar.alikeness is not None
    assert found.similar.alikeness < 0.15
    assert found.verdict.against == "england"
    assert measures.compare("care", "C01", against="region").verdict.against == "region"


def test_the_gap_in_children_is_the_gap_in_the_rate_times_the_population(measures):
    found = measures.compare("care", "C03")
    gap = found.verdict.gap
    assert gap is not None
    assert gap.children == pytest.approx(gap.value * found.here.denominator / 10_000)
    assert gap.low < gap.value < gap.high
    assert found.verdict.average is not None
    assert gap.value == pytest.approx(found.here.value - found.verdict.average)


def test_better_or_worse_is_said_only_where_the_catalogue_says_which_way_is_good():
    made = random_england(5, kinds={"care": IndicatorKind.RATE}, wobble=0.01)
    made.tables["care_count"]["C01", "2025"] = float(made.tables["people"]["C01", "2025"]) * 0.1
    for good, expected in (
        (GoodDirection.LOWER, Direction.WORSE),
        (GoodDirection.HIGHER, Direction.BETTER),
        (GoodDirection.NEITHER, Direction.NEITHER),
    ):
        made.indicators = [indicator("care", good_direction=good)]
        verdict = made.measures().compare("care", "C01").verdict
        assert verdict.level in (Level.HIGHER, Level.UNUSUALLY_HIGH)
        assert verdict.direction is expected


def test_a_wobble_is_borrowed_from_the_same_kind_where_there_is_no_past():
    made = random_england(4)
    made.indicators.append(indicator("new"))
    made.tables["new_count"] = {
        key: count for key, count in made.tables["care_count"].items() if key[1] == "2025"
    }
    measures = made.measures()
    new, old = measures.compare("new", "C01").wobble, measures.compare("care", "C01").wobble
    assert new is not None
    assert old is not None
    assert new.borrowed
    assert new.a == pytest.approx(old.a)


def test_without_any_past_nothing_is_judged():
    made = random_england(4, years=[2025], kinds={"care": IndicatorKind.RATE})
    found = made.measures().compare("care", "C01")
    assert found.wobble is None
    assert (found.verdict.level, found.verdict.reason) == (Level.CANNOT_SAY, Why.NO_HISTORY)


def test_a_health_check_is_every_comparison_in_the_catalogues_order(measures):
    found = measures.health_check("C04")
    assert [each.indicator for each in found] == ["care", "moves", "score"]
    assert found[0] == measures.compare("care", "C04")


def test_the_levels_of_all_councils_are_those_of_each(measures, england):
    levels = measures.all_councils.levels("care")
    for code in council_codes(england.geography):
        verdict = measures.compare("care", code, "2025").verdict
        assert levels[code] == (verdict.level, verdict.reason)


def test_the_strip_holds_every_council_and_the_trend_every_period(measures):
    assert len(measures.all_councils.strip("care", "2025")) == 40
    trend = measures.similar_history("care", "C01")
    assert [each.period for each in trend] == [str(year) for year in range(2017, 2026)]
    assert all(each.low <= each.high for each in trend)


def test_many_threads_may_ask_at_once(england):
    measures = england.measures()
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(measures.health_check("C05")))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(answer == answers[0] for answer in answers)
