"""How far figures and grades agree: what is planted is found, and what is not is not."""

import datetime

import numpy as np
import pytest
from agreeing import agreement, an_inspected_england, judgement

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.measures.agreement.agreeing import PART_OF_STAGE
from brightfutures.measures.agreement.inspections import inspections_of, newest_of_each
from brightfutures.measures.agreement.periods import ON_ONE_DAY, YEARS_LOOKED_BACK, first_day
from brightfutures.measures.agreement.plain_average import agreement_of_averages
from brightfutures.measures.agreement.rank_correlation import correlation
from brightfutures.measures.agreement.top_of_table_dealt import dealt
from brightfutures.quantities import Period, PeriodKind

TWO_YEARS = 2
NAMES = [f"figure_{number}" for number in range(12)]


def clear(found, when: str) -> list[str]:
    return [
        one.indicator
        for one in found.indicators
        if (link := getattr(one.overall, when)) is not None and link.is_clear
    ]


def test_what_is_planted_is_found_with_its_direction():
    found = agreement(*an_inspected_england(1, linked=3))

    assert clear(found, "before") == clear(found, "after") == NAMES[:3]
    links = [one.overall.before for one in found.indicators[:3]]
    assert [link.rho > 0 for link in links] == [True, False, True]
    assert all((link.rho > 0) == (link.same_way > 0.5) == (link.tau_b > 0) for link in links)
    assert all(link.low < link.rho < link.high for link in links)
    assert found.whole.before.is_clear
    assert found.whole.before.rho > 0.3


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_where_nothing_is_planted_nothing_is_clear(seed: int):
    found = agreement(*an_inspected_england(seed))

    assert clear(found, "before") == clear(found, "after") == []
    assert not any(one.overall.shift.is_clear for one in found.indicators)
    assert not found.whole.before.is_clear


def test_in_the_made_up_england_whose_grades_have_nothing_to_do_with_its_figures_none_is_clear(
    made_up_edition: Edition,
):
    found = made_up_edition.agreement
    tests = [
        test
        for part in (found.whole, *(p for o in found.indicators for p in (o.overall, o.part) if p))
        for test in part.tests
    ]

    assert found.tests == len(tests) + 1  # and that of children's poverty
    assert found.tests > 200
    assert [test for test in tests if test.is_clear] == []
    assert 0.02 < np.mean([test.p < 0.05 for test in tests]) < 0.08


def test_a_grade_that_moves_the_figures_is_stronger_after_than_before():
    england, judgements = an_inspected_england(4)
    first, second = judgements[:120], judgements[120:]
    table = england.tables["figure_0_count"]
    for entry in (*first, *second):
        year = int(entry.inspected_on[:4])
        worth = ("inadequate", "requires_improvement", "good", "outstanding")
        for later in (year + 1, year + 2):
            table[entry.area, str(later)] += 8.0 * worth.index(entry.parts["overall"])
    found = agreement(england, judgements)
    moved, *others = (one.overall for one in found.indicators)

    assert not moved.before.is_clear
    assert moved.after.is_clear
    assert moved.shift.is_clear
    assert moved.shift.is_stronger_after
    assert moved.shift.change == pytest.approx(moved.shift.after - moved.shift.before)
    assert not any(one.shift.is_clear for one in others)


def test_q_never_falls_below_p_and_keeps_its_order():
    found = agreement(*an_inspected_england(5, linked=2))
    tests = [
        test
        for part in (found.whole, *(p for o in found.indicators for p in (o.overall, o.part) if p))
        for test in part.tests
    ]
    order = sorted(tests, key=lambda test: test.p)

    assert found.tests == len(tests)
    assert all(test.q >= test.p for test in tests)
    assert [test.q for test in order] == sorted(test.q for test in tests)


def test_too_few_inspections_are_not_tested():
    england, judgements = an_inspected_england(6)
    found = agreement(england, judgements[:39])

    assert all(one.overall.links == () for one in found.indicators)
    assert found.tests == 0
    assert found.top.rounds == ()


def test_earlier_frameworks_are_left_out_but_of_their_own_column_and_of_standing_grades():
    england, judgements = an_inspected_england(7, linked=2)
    earlier = [judgement(entry.area, "2016-05-09", 2, "SIF") for entry in judgements[:120]]
    alone, both = agreement(england, judgements), agreement(england, [*judgements, *earlier])

    assert both.earlier == 120
    assert [one.overall for one in both.indicators] == [one.overall for one in alone.indicators]
    assert both.indicators[0].with_earlier.before_inspections == 360
    assert (alone.top.rounds[0].year, both.top.rounds[0].year) == (2019, 2016)
    assert both.top.rounds[0].earlier == 6


def test_the_six_at_the_top_are_counted_beside_lots_and_nobody_is_named():
    found = agreement(*an_inspected_england(8, linked=12, strength=3.0))
    top = found.top

    assert [entry.year for entry in top.rounds] == list(range(2019, 2026))
    assert all(entry.standing.top == 6 for entry in top.rounds)
    assert all(entry.standing.all == entry.councils == 120 for entry in top.rounds)
    assert top.rounds[0].standing.expected == pytest.approx(6 * 54 / 120)
    assert top.less_than_good < 0.3 * top.expected
    assert (top.rounds[0].next.top, top.rounds[-1].next) == (6, None)
    assert top.one_year > 0.9
    assert top.agreement_of_measures > 0.9
    assert 6 <= top.dealt.councils <= 42
    assert (top.dealt.found, top.dealt.is_clear) == (top.less_than_good, True)
    assert top.dealt.expected == pytest.approx(top.expected)
    assert "C01" not in repr(found)
    assert "Council" not in repr(found)


def test_the_top_is_called_clear_about_one_time_in_twenty_where_nothing_is_planted():
    draw = np.random.default_rng(3)
    called, rounds = 0, 400
    for _ in range(rounds):
        lasting = draw.normal(size=(120, 1)) + 0.4 * draw.normal(size=(120, 7))
        at_top = (-lasting).argsort(axis=0).argsort(axis=0) < 6
        grade = draw.random((120, 2)) < 0.4
        less = grade[:, [0, 0, 0, 0, 1, 1, 1]].astype(float)
        less[draw.random(120) < 0.2, :2] = np.nan
        called += dealt(at_top.astype(float), less).is_clear

    assert 0.03 < called / rounds < 0.08


def test_an_average_is_not_called_unsteady_for_being_of_other_measures():
    draw = np.random.default_rng(4)
    lasting = np.repeat(draw.normal(size=(24, 60, 1)), 3, axis=2)
    lasting[:, :, 0] = np.where(np.arange(24)[:, np.newaxis] < 3, lasting[:, :, 0], np.nan)
    assert agreement_of_averages(lasting, (2020, 2021, 2022), 2) is None  # they share three

    lasting[12:, :, 1] = np.nan
    assert agreement_of_averages(lasting, (2020, 2021, 2022), 1) == pytest.approx(1.0)


def test_the_last_grade_held_alike_takes_an_echo_off():
    england, judgements = an_inspected_england(31)
    draw = np.random.default_rng(31)
    table = england.tables["figure_0_count"]
    worth = ("inadequate", "requires_improvement", "good", "outstanding")
    for entry in judgements[:120]:  # the first grade moves the figures ever after
        for year in range(2020, 2026):
            table[entry.area, str(year)] = (
                20.0 * worth.index(entry.parts["overall"]) + draw.normal()
            )
    echo = agreement(england, judgements).indicators[0]

    assert echo.alike_in_last_grade.before_inspections == 120  # the second of each
    assert echo.overall.before.is_clear
    assert abs(echo.alike_in_last_grade.before) < 0.2
    only = [one for one in judgements if one.inspected_on.startswith("2023")]
    assert agreement(england, only).indicators[0].alike_in_last_grade.before is None


def test_the_newest_inspection_of_each_is_its_last():
    england, judgements = an_inspected_england(9, councils=3)
    newest = newest_of_each(inspections_of(judgements))

    assert [(one.area, one.day) for one in newest] == [
        (area.code, datetime.date(2023, 6, 12)) for area in england.geography.councils(former=True)
    ]


def test_a_year_begins_a_year_before_it_ends_and_a_day_on_that_day():
    year = Period(PeriodKind.YEAR_TO_31_MARCH, "2025")
    day = Period(PeriodKind.AT_31_MARCH, "2025")

    assert first_day(year) == datetime.date(2024, 4, 1)
    assert first_day(day) == datetime.date(2025, 3, 31)
    assert first_day(day, looks_back=1) == datetime.date(2024, 4, 1)
    assert first_day(day, looks_back=2) == datetime.date(2023, 4, 1)
    assert first_day(year, looks_back=0) == first_day(year, looks_back=1)
    assert first_day(Period(PeriodKind.ACADEMIC_YEAR, "2023-24")) == datetime.date(2023, 9, 1)


def test_the_declared_tables_name_what_the_catalogue_has():
    catalogue = load_catalogue()
    kinds = {
        name: catalogue.series[entry.numerator[0]].period_kind
        for name, entry in catalogue.indicators.items()
    }

    assert {kinds[name] for name in YEARS_LOOKED_BACK} <= ON_ONE_DAY
    assert {name for name, years in YEARS_LOOKED_BACK.items() if years == TWO_YEARS} == {
        name for name in YEARS_LOOKED_BACK if "two_years" in name
    }
    named = {name for name in catalogue.indicators if "two_years" in name}
    assert {name for name in named if kinds[name] in ON_ONE_DAY} <= set(YEARS_LOOKED_BACK)
    assert set(PART_OF_STAGE.values()) == {
        "help_and_protection", "in_care", "care_leavers", "leaders"
    }  # fmt: skip


def drawn_twice(
    draw: np.random.Generator, councils: int, link: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Figures and grades of councils inspected twice; both last, so the two are much alike."""
    lasting = draw.normal(size=(councils, 2))
    lasting[:, 1] = link * lasting[:, 0] + np.sqrt(1 - link**2) * lasting[:, 1]
    wobble = draw.normal(size=(2, councils, 2))
    both = np.sqrt(0.8) * lasting + np.sqrt(0.2) * wobble
    grade = np.searchsorted((-1.2, -0.3, 0.9), both[..., 1].ravel())
    return both[..., 0].ravel(), grade, np.tile(np.arange(councils), 2)


def test_a_council_inspected_twice_is_not_counted_as_two():
    from scipy.stats import spearmanr

    draw = np.random.default_rng(11)
    ours = alone = 0
    rounds = 400
    for _ in range(rounds):
        figure, grade, council = drawn_twice(draw, 60, 0.0)
        ours += correlation(figure, grade, council).p < 0.05
        alone += spearmanr(figure, grade).pvalue < 0.05

    assert 0.03 < ours / rounds < 0.08
    assert alone / rounds > 0.1  # what counting each inspection by itself would say


def test_the_range_holds_the_truth_nineteen_times_in_twenty():
    draw = np.random.default_rng(12)
    figure, grade, _ = drawn_twice(draw, 200_000, 0.5)
    ranks = np.unique(grade, return_counts=True)[1]
    middles = np.cumsum(ranks) - ranks / 2
    truth = np.corrcoef(figure.argsort().argsort(), middles[grade])[0, 1]
    rounds = 400
    held = 0
    for _ in range(rounds):
        found = correlation(*drawn_twice(draw, 100, 0.5))
        held += found.low <= truth <= found.high

    assert 0.92 < held / rounds < 0.98
