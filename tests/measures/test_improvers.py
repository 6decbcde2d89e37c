import numpy as np
import pytest
from improving import an_improving_england, began, leap
from small_england import SmallEngland, council_codes, indicator, random_england

from brightfutures.catalogue import Break, GoodDirection, IndicatorKind
from brightfutures.measures.improving.results import Improvers, Outcome
from brightfutures.measures.results import Movement, Why
from brightfutures.measures.track_record.placebo import beyond_others, line_through
from brightfutures.quantities import CannotAnswer, Reason, WrongUse


def areas(found: Improvers) -> list[str]:
    return [one.area for one in found.found]


def test_the_councils_that_leapt_are_found_with_size_and_dates():
    england = an_improving_england()
    worst = began(an_improving_england(leaps=False), "care", highest=True)[:3]
    found = england.measures().improvers("care")
    assert set(worst) <= set(areas(found))
    assert (found.began, found.ended) == (("2021", "2022"), ("2024", "2025"))
    one = next(one for one in found.found if one.area == worst[0])
    assert one.to_value < one.expected_value
    assert one.net.value == pytest.approx(one.to_value - one.expected_value)
    assert one.net.low < one.net.value < one.net.high < 0
    people = england.tables["people"]
    base = (float(people[one.area, "2024"]) + float(people[one.area, "2025"])) / 2
    assert one.net.children == pytest.approx(one.net.value * base / 10_000)
    assert one.q <= 0.05
    assert one.moved_q <= 0.05


def test_the_clearest_comes_first_and_began_in_the_worse_half():
    found = an_improving_england().measures().improvers("moves")
    assert [one.z for one in found.found] == sorted((one.z for one in found.found), reverse=True)
    assert all(one.from_value < found.middle for one in found.found)
    assert found.half <= found.read / 2


def test_where_nothing_but_wobble_and_chance_is_at_work_hardly_anybody_improved():
    lists = false = 0
    for seed in range(12):
        measures = an_improving_england(100 + seed, leaps=False).measures()
        for name in ("care", "moves"):
            lists += 1
            false += bool(measures.improvers(name).found)
    assert false <= 3, f"{false} of {lists}"


def test_going_back_to_the_middle_is_no_improvement():
    """The levels stay; each year jumps by itself, so that who began worst comes back most."""
    draw = np.random.default_rng(4)
    england = random_england(4, councils=60, wobble=0.0)
    england.indicators = [indicator("care", IndicatorKind.RATE, good_direction=GoodDirection.LOWER)]
    for (council, year), people in england.tables["people"].items():
        england.tables["care_count"][council, year] = round(
            float(people) * np.exp(-4.6 + draw.normal(0, 0.4))
        )
    measures = england.measures()
    found = measures.improvers("care")
    worst = [
        code
        for code in began(england, "care", highest=True)[:15]
        if measures.compare("care", code).moved is not None
    ]
    fell = [measures.compare("care", code).moved for code in worst]
    assert sum(one is not None and one.to_value < one.from_value for one in fell) >= 13
    assert found.found == ()


def test_an_improver_has_moved_on_its_own_page_too():
    measures = an_improving_england().measures()
    for one in measures.improvers("care").found:
        moved = measures.compare("care", one.area).moved
        assert moved is not None
        assert moved.level is Movement.HAS_FALLEN
        assert moved.q == one.moved_q
        assert (moved.from_value, moved.to_value) == (one.from_value, one.to_value)


def test_a_gain_too_small_to_matter_is_none():
    england = an_improving_england()
    one = england.indicators[0]
    england.indicators[0] = indicator(
        "care", one.kind, good_direction=GoodDirection.LOWER, smallest_gap=0.9
    )
    assert england.measures().improvers("care").found == ()


def asked(england: SmallEngland, council: str, name: str = "care") -> Improvers:
    return england.measures().improvers(name, like=council)


def test_similar_councils_come_first_in_their_published_order():
    england = an_improving_england()
    improved = areas(england.measures().improvers("care"))
    asks = began(an_improving_england(leaps=False), "care", highest=False)[0]
    others = tuple(
        code for code in council_codes(england.geography) if code not in (*improved, asks)
    )
    chosen = tuple(reversed(improved[1:]))
    england.neighbours["dfe-2025"][asks] = (*others[:4], *chosen, *others[4:7])
    found = asked(england, asks)
    assert areas(found) == [*chosen, improved[0]]
    likeness = [one.likeness for one in found.found]
    assert all(one is not None for one in likeness)
    assert [one.similar for one in likeness if one] == [True] * len(chosen) + [False]
    assert likeness[0] is not None
    assert likeness[0].closeness == "close"
    assert likeness[0].distance is None  # this England declares no circumstances
    assert found.asking is not None
    assert found.asking.outcome is Outcome.BEGAN_IN_BETTER_HALF
    assert found.asking.expected_value is None


def test_a_council_that_improved_itself_is_told_so_and_not_sent_to_itself():
    england = an_improving_england()
    improved = areas(england.measures().improvers("care"))
    found = asked(england, improved[0])
    assert improved[0] not in areas(found)
    assert set(areas(found)) == set(improved[1:])
    assert found.asking is not None
    assert found.asking.outcome is Outcome.IMPROVED
    assert found.asking.improvement is not None
    assert found.asking.improvement.area == improved[0]


def test_a_council_of_the_worse_half_that_did_not_improve_is_told_so():
    england = an_improving_england()
    found = england.measures().improvers("care")
    worse = began(an_improving_england(leaps=False), "care", highest=True)[:20]
    asks = next(code for code in worse if code not in areas(found))
    asking = asked(england, asks).asking
    assert asking is not None
    assert asking.outcome is Outcome.NOT_BEYOND_OTHERS
    assert asking.expected_value is not None


@pytest.mark.parametrize(
    ("change", "why"),
    [("withheld", Why.TOO_FEW_PERIODS), ("small", Why.TOO_FEW_CHILDREN)],
)
def test_a_council_that_cannot_be_read_is_told_why(change: str, why: Why):
    england = an_improving_england()
    asks = began(an_improving_england(leaps=False), "care", highest=False)[0]
    if change == "withheld":
        england.tables["care_count"][asks, "2023"] = Reason.SUPPRESSED
    else:
        for year in range(2017, 2026):
            england.tables["people"][asks, str(year)] = 25.0
    asking = asked(england, asks).asking
    assert asking is not None
    assert (asking.outcome, asking.reason) == (Outcome.CANNOT_SAY, why)
    assert asking.from_value is None


def refusal(england: SmallEngland, period: str | None = None) -> str:
    with pytest.raises(CannotAnswer) as refused:
        england.measures().improvers("care", period=period)
    return str(refused.value)


def test_a_contested_indicator_is_refused():
    england = an_improving_england()
    england.indicators[0] = indicator("care")
    assert "not settled" in refusal(england)


def test_an_indicator_without_counts_is_refused():
    england = an_improving_england()
    england.indicators[0] = indicator(
        "care", IndicatorKind.RATIO, good_direction=GoodDirection.LOWER
    )
    assert "No counts are published" in refusal(england)


def test_years_that_cannot_be_read_are_refused_and_those_that_can_are_named():
    england = an_improving_england()
    england.breaks["care_count"] = (Break(period="2022", sentence="Counted anew."),)
    said = refusal(england)
    assert "not all counted in the same way" in said
    assert said.endswith("Those to 2021 can be read.")
    earlier = england.measures().improvers("care", period="2021")
    assert earlier.ended == ("2020", "2021")

    england = an_improving_england()
    england.indicators[0] = indicator(
        "care", good_direction=GoodDirection.LOWER, pandemic_periods=("2021",)
    )
    assert "pandemic" in refusal(england)
    assert "not there for enough councils" in refusal(an_improving_england(), "2019")


def test_too_few_councils_are_no_placebo_group():
    england = random_england(3, councils=30)
    england.indicators = [indicator("care", good_direction=GoodDirection.LOWER)]
    assert "enough councils" in refusal(england)


def test_what_is_no_council_cannot_ask():
    with pytest.raises(WrongUse):
        an_improving_england().measures().improvers("care", like="R1")


def test_one_that_leapt_hardly_bends_the_line():
    x = np.linspace(-2.0, 0.0, 41)
    y = 0.1 - 0.4 * x
    y[3] += 5.0
    slope, level = line_through(x, y)
    assert slope == pytest.approx(-0.4, abs=0.01)
    assert level == pytest.approx(0.1, abs=0.01)
    assert line_through(np.zeros(5), np.arange(5.0)) == (0.0, 2.0)


def test_fewer_than_twenty_others_say_nothing():
    count = 20
    others = np.ones((count, count), dtype=bool)
    x = np.linspace(-1.0, 0.0, count)
    found = beyond_others(x, x, np.full(count, 0.01), others)
    assert np.isnan(found.z).all()


def test_a_leap_by_one_of_a_joint_return_is_not_measured_against_the_other():
    count = 24
    draw = np.random.default_rng(0)
    x, y = draw.normal(size=count), draw.normal(size=count)
    chance = np.full(count, 0.01)
    others = np.ones((count, count), dtype=bool)
    others[0, 1] = others[1, 0] = False
    before = beyond_others(x, y, chance, others).typical
    y[1] += 10.0
    after = beyond_others(x, y, chance, others).typical
    assert after[0] == before[0]
    assert after[2] != before[2]
    leapt = an_improving_england(leaps=False)
    council = began(leapt, "care", highest=True)[0]
    leap(leapt, "care", council, 0.5)
    assert council in areas(leapt.measures().improvers("care"))
