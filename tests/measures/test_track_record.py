"""What became of verdicts: whom they are followed beside, what is counted, what is promised."""

import numpy as np
import pytest
from small_england import SmallEngland, random_england

from brightfutures.catalogue import load_catalogue
from brightfutures.measures import Measures
from brightfutures.measures.results import Level, Movement
from brightfutures.measures.similar import SIMILAR, SIMILAR_2021
from brightfutures.measures.track_record.counts import Held, Kept
from brightfutures.measures.track_record.criteria import LISTED, at_least, listed_test
from brightfutures.measures.track_record.levels import SIDE_OF
from brightfutures.measures.track_record.records import WholeRecord
from brightfutures.measures.track_record.results import (
    IndicatorRecord,
    LevelRow,
    MovementRow,
    RoundUsed,
    Rule,
    RuleRow,
)
from brightfutures.measures.track_record.rounds import (
    OWN_PAST,
    call_of,
    later_places,
    levels_later,
    round_used,
    same_area,
    sides_later,
)
from brightfutures.measures.track_record.rules import (
    distance_from_middle,
    ends_of_all,
    relative_change,
)

YEARS = range(2017, 2026)


@pytest.fixture
def england() -> SmallEngland:
    found = random_england(7, councils=34, years=YEARS, wobble=0.06)
    found.neighbours["dfe-2021"] = dict(reversed(found.neighbours["dfe-2025"].items()))
    return found


def judge_of(measures: Measures):
    return measures._judge


def test_each_round_uses_the_table_of_its_time_and_says_where_there_was_none():
    assert round_used("similar", 2025) == (
        SIMILAR,
        RoundUsed(year=2025, table="dfe-2025", existed=True),
    )
    assert round_used("similar", 2024)[0] == SIMILAR_2021
    assert round_used("similar", 2021)[1].existed
    assert not round_used("similar", 2020)[1].existed
    assert round_used("england", 2010)[1] == RoundUsed(year=2010, table="england", existed=True)


def test_a_verdict_beside_england_could_always_have_been_given(england: SmallEngland):
    # Similar councils drawn at random are not alike, so the comparison switches.
    judge = judge_of(england.measures())
    study = judge.studies.study("care")
    place = study.years.index(2019)
    assert call_of(study, judge, "similar", place).used == RoundUsed(
        year=2019, table="england", existed=True
    )


def test_a_verdict_is_followed_beside_the_set_it_was_given_with(
    england: SmallEngland, monkeypatch: pytest.MonkeyPatch
):
    judge = judge_of(england.measures())
    study = judge.studies.study("care")
    place = study.years.index(2022)
    call = call_of(study, judge, "similar", place)
    assert call.used.table == "england"
    # A year later the similar councils would be thought alike: the verdict is not moved to them.
    monkeypatch.setattr("brightfutures.measures.judge.LEAST_ALIKE", -1.0)
    later = levels_later(study, judge, call, place + 1)
    beside_england = judge.levels_of_all(study, "england", place + 1).level
    sides = sides_later(study, call, place + 1)
    gaps = judge.beside("england").standing(study).gap[:, place + 1]
    known = np.isfinite(sides) & np.isfinite(gaps)
    assert (sides[known] == np.sign(gaps[known])).all()
    assert (later == beside_england).mean() > 0.9  # the rest of the family differs a little


def test_only_published_later_periods_are_looked_up(england: SmallEngland):
    del_year(england, "care_count", "2022")
    study = judge_of(england.measures()).studies.study("care")
    years = {study.years[place]: place for place in range(len(study.years))}

    def found(year: int) -> list[tuple[int, int]]:
        return [(after, study.years[later]) for after, later in later_places(study, years[year])]

    assert found(2020) == [(1, 2021)]
    assert found(2021) == [(2, 2023)]
    assert found(2024) == [(1, 2025)]
    assert found(2025) == []


def del_year(england: SmallEngland, series: str, year: str) -> None:
    table = england.tables[series]
    for key in [key for key in table if key[1] == year]:
        del table[key]


def test_a_council_without_a_figure_later_is_counted_apart(england: SmallEngland):
    kept = england.measures().track_record_of("care").kept(1)
    for code in [f"C{number:02d}" for number in range(1, 35)]:
        england.tables["care_count"].pop((code, "2024"), None)
    fewer = england.measures().track_record_of("care")
    assert fewer.kept(1).flags < kept.flags  # the year itself is gone
    england.tables["care_count"]["C01", "2024"] = 50.0
    one = england.measures().track_record_of("care")
    rows = [row for row in one.levels if row.period == "2023" and row.years_after == 1]
    lost = sum((row.kept for row in rows), Kept())
    assert lost.flags > 0
    assert lost.cannot_say == lost.flags
    assert lost.placed == 0


def test_a_council_that_exists_in_both_periods_is_the_same_area(england: SmallEngland):
    study = judge_of(england.measures()).studies.study("care")
    assert same_area(study, 0, 2).all()


def test_every_level_has_a_side():
    assert set(SIDE_OF) == set(Level)


def test_equal_values_are_equally_far_from_the_middle():
    far = distance_from_middle(np.array([3.0, 1.0, 3.0, 9.0, np.nan]))
    assert far[:4].tolist() == [0.0, 1.5, 0.0, 1.5]
    assert np.isnan(far[4])


def test_a_council_without_a_value_is_in_no_quarter():
    ends = ends_of_all(np.array([1.0, 2.0, 3.0, 4.0, np.nan]), 0.25)
    assert ends[:4].tolist() == [-1.0, 0.0, 0.0, 1.0]
    assert np.isnan(ends[4])


def test_a_change_from_nought_is_endless():
    size = relative_change(np.array([0.0, 0.0, 50.0]), np.array([1.0, 0.0, 40.0]))
    assert size.tolist() == [np.inf, 0.0, 0.2]


def test_a_movement_needs_no_table(england: SmallEngland):
    record = england.measures().track_record()
    used = {row.used.table for entry in record.indicators for row in entry.movements}
    assert used <= {OWN_PAST}


def test_a_record_worked_out_in_steps_is_the_record(england: SmallEngland):
    stepwise, at_once = england.measures(), england.measures()
    assert stepwise.more_of_track_record() is None  # there is more to it than one step
    record = stepwise.track_record()
    assert record == at_once.track_record()
    assert stepwise.more_of_track_record() is record


def test_the_workings_of_a_record_do_not_pile_up(england: SmallEngland):
    judge = england.measures()._judge
    assert WholeRecord(lambda: judge).whole() == england.measures().track_record()
    assert (judge._levels, judge._across, judge._outside) == ({}, {}, {})
    for beside in judge._beside.values():
        assert (beside._judged, beside._moves, beside._averages) == ({}, {}, {})


def test_a_record_is_begun_anew_after_a_step_that_failed(england: SmallEngland):
    judges = iter([None, england.measures()._judge])  # the first cannot be worked with
    record = WholeRecord(lambda: next(judges))
    with pytest.raises(AttributeError):
        record.more()
    assert record.whole() == england.measures().track_record()


def test_the_listed_indicators_are_of_the_fixed_set():
    catalogue = load_catalogue()
    assert len(LISTED) == len(set(LISTED)) == 10
    assert all(catalogue.indicators[name].health_check for name in LISTED)


def test_shares_are_set_side_by_side_in_whole_numbers():
    assert at_least(Held(1, 3), Held(2, 6))
    assert not at_least(Held(1, 3), Held(3, 8))
    assert Held().share is None
    assert Held().interval is None


def made(name: str, *, opposite: int = 0, still: int = 95, moved: int = 95) -> IndicatorRecord:
    """A record of 100 verdicts and 100 movements of 2020."""
    used = RoundUsed(year=2020, table="dfe-2021", existed=False)
    kept = Kept(
        flags=100, placed=100, still_there=still, same=90, nothing_clear=10 - opposite,
        opposite=opposite,
    )  # fmt: skip
    beyond = Kept(flags=100, placed=100, still_there=moved, same=100)

    def rule(which: Rule, ours: int) -> RuleRow:
        theirs = Held(90, 100)
        return RuleRow(
            rule=which, used=used, period="2020", flags=100, ours_raised=100, theirs_raised=300,
            ours_on_ours=Held(ours, 100), theirs_on_ours=theirs, ours_on_theirs=theirs,
            theirs_on_theirs=theirs, all_theirs_on_ours=theirs, all_theirs_on_theirs=theirs,
        )  # fmt: skip

    return IndicatorRecord(
        indicator=name,
        levels=tuple(
            LevelRow(used=used, period="2020", level=Level.HIGHER, years_after=after, kept=kept)
            for after in (1, 2)
        ),
        movements=(
            MovementRow(
                used=used, period="2020", movement=Movement.HAS_RISEN, years_after=1,
                kept=beyond, went_on=Held(40, 100),
            ),
        ),
        rules=(rule(Rule.QUARTERS, still), rule(Rule.ARROW, moved)),
    )  # fmt: skip


def answers(records: list[IndicatorRecord]) -> dict[str, bool | None]:
    return {each.id: each.met for each in listed_test(records, "similar", 2015, 2024).criteria}


def test_what_is_met_is_met():
    assert set(answers([made(name) for name in LISTED]).values()) == {True}


def test_two_indicators_below_nine_in_ten_are_one_too_many():
    records = [made(name) for name in LISTED[2:]]
    assert answers([*records, made(LISTED[0], still=89), made(LISTED[1])])["same_side_after_1"]
    two = answers([*records, made(LISTED[0], still=89), made(LISTED[1], still=80)])
    assert two["same_side_after_1"] is False
    assert two["at_least_the_quartiles"] is True  # over all together


def test_one_indicator_below_the_arrow_is_one_too_many():
    found = answers([*[made(name) for name in LISTED[1:]], made(LISTED[0], moved=89)])
    assert found["at_least_the_arrow"] is False
    assert found["movement_beyond_start_after_1"] is True


def test_too_many_opposite_verdicts_are_not_met():
    found = answers([made(name, opposite=3) for name in LISTED])
    assert found["opposite_after_1"] is True
    assert found["opposite_after_2"] is False


def test_without_a_verdict_nothing_is_met():
    assert set(answers([]).values()) == {None}
    later = listed_test([made(name) for name in LISTED], "similar", 2021, 2024)
    assert [each.met for each in later.criteria] == [None] * 6
