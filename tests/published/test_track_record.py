"""Our own record on the real history: what was set down beforehand, met or not met.

A criterion that is not met is asserted as not met, with its figure, so that a change is noticed
either way. Nothing here is tuned.
"""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.measures.track_record.counts import Held
from brightfutures.measures.track_record.criteria import FIRST_YEAR, LAST_YEAR, LISTED
from brightfutures.measures.track_record.criterion import Criterion, ListedTest
from brightfutures.measures.track_record.results import (
    Rule,
    TrackRecord,
    beside_rule,
    table_did_not_exist_yet,
)

pytestmark = pytest.mark.published


@pytest.fixture(scope="module")
def record(edition: Edition) -> TrackRecord:
    return edition.measures.track_record()


def listed(record: TrackRecord, against: str, first_year: int) -> ListedTest:
    return next(
        test for test in record.tests if (test.against, test.first_year) == (against, first_year)
    )


def by_id(test: ListedTest) -> dict[str, Criterion]:
    return {criterion.id: criterion for criterion in test.criteria}


def share(held: Held) -> float:
    assert held.share is not None
    return held.share


def test_all_ten_listed_indicators_have_a_record(record: TrackRecord):
    for test in record.tests:
        assert test.indicators == LISTED


def test_a_verdict_hardly_ever_turns_round(record: TrackRecord):
    criteria = by_id(listed(record, "similar", 2015))
    one, two = criteria["opposite_after_1"], criteria["opposite_after_2"]
    assert one.met
    assert two.met
    assert one.whole.of > 1_400
    assert share(one.whole) < 0.005
    assert share(two.whole) < 0.005


def test_the_same_side_is_kept_on_eight_of_ten_which_is_one_too_few(record: TrackRecord):
    criterion = by_id(listed(record, "similar", 2015))["same_side_after_1"]
    assert criterion.met is False
    assert criterion.indicators_that_meet_it == Held(8, 10)
    each = dict(criterion.each)
    assert set(LISTED) - set(criterion.meets_it) == {
        "re_referrals_percent",
        "repeat_child_protection_plans_percent",
    }
    assert share(each["re_referrals_percent"]) == pytest.approx(0.86, abs=0.01)
    assert share(each["repeat_child_protection_plans_percent"]) == pytest.approx(0.74, abs=0.01)
    assert share(criterion.whole) == pytest.approx(0.967, abs=0.005)


def test_the_same_side_is_kept_on_nine_of_ten_beside_england(record: TrackRecord):
    criterion = by_id(listed(record, "england", 2015))["same_side_after_1"]
    assert criterion.met
    assert criterion.indicators_that_meet_it == Held(9, 10)


def test_at_equal_flags_we_hold_at_least_as_often_as_the_quartile_rule(record: TrackRecord):
    criterion = by_id(listed(record, "similar", 2015))["at_least_the_quartiles"]
    assert criterion.met
    assert criterion.beside is not None
    assert share(criterion.whole) == pytest.approx(0.967, abs=0.005)
    assert share(criterion.beside) == pytest.approx(0.912, abs=0.01)
    # Where the rule is ahead it is said so.
    assert set(LISTED) - set(criterion.meets_it) == {"referrals_rate", "re_referrals_percent"}


def test_on_its_own_yardstick_the_quartile_rule_wins(record: TrackRecord):
    found = record.beside(Rule.QUARTERS)
    assert share(found.theirs_on_theirs) > share(found.ours_on_theirs)
    assert share(found.ours_on_ours) > share(found.theirs_on_ours)


def test_any_council_picked_at_random_stays_on_its_side_three_times_in_four(record: TrackRecord):
    assert share(record.any_side(1)) == pytest.approx(0.76, abs=0.01)
    assert share(record.any_movement(1)) == pytest.approx(0.78, abs=0.01)
    criteria = by_id(listed(record, "similar", 2015))
    sides, moves = criteria["same_side_after_1"], criteria["movement_beyond_start_after_1"]
    assert sides.anyone is not None
    assert moves.anyone is not None
    assert share(sides.anyone) == pytest.approx(0.76, abs=0.01)
    assert share(moves.anyone) == pytest.approx(0.79, abs=0.01)


def test_the_same_side_called_again_is_more_than_the_very_same_verdict(record: TrackRecord):
    kept = record.kept(1)
    assert share(kept.side_again) == pytest.approx(0.59, abs=0.02)
    assert share(kept.very_same_verdict) == pytest.approx(0.46, abs=0.02)


def test_ours_and_the_arrow_are_each_better_on_their_own_yardstick(record: TrackRecord):
    found = beside_rule(
        Rule.ARROW,
        (
            row
            for entry in record.indicators
            if entry.indicator in LISTED
            for row in entry.rules
            if FIRST_YEAR <= row.used.year <= LAST_YEAR
        ),
    )
    assert share(found.ours_on_ours) == pytest.approx(0.922, abs=0.005)
    assert share(found.theirs_on_ours) == pytest.approx(0.692, abs=0.01)
    assert share(found.ours_on_theirs) == pytest.approx(0.523, abs=0.01)
    assert share(found.theirs_on_theirs) == pytest.approx(0.859, abs=0.01)


def test_the_largest_movements_by_size_alone_hold_about_as_often(record: TrackRecord):
    found = by_id(listed(record, "similar", 2015))["at_least_the_arrow"]
    assert found.largest is not None
    assert share(found.largest) == pytest.approx(0.92, abs=0.005)
    assert abs(share(found.whole) - share(found.largest)) < 0.01


def test_movements_are_still_beyond_their_start_and_never_below_the_arrow(record: TrackRecord):
    criteria = by_id(listed(record, "similar", 2015))
    beyond, arrow = criteria["movement_beyond_start_after_1"], criteria["at_least_the_arrow"]
    assert beyond.met
    assert share(beyond.whole) == pytest.approx(0.922, abs=0.005)
    assert arrow.met
    assert arrow.indicators_that_meet_it.held == arrow.indicators_that_meet_it.of >= 7
    # Two of them alone are below nine in ten.
    below = {name for name, held in beyond.each if held.of and not beyond.holds(name)}
    assert below == {"referrals_rate", "re_referrals_percent"}


def test_the_years_before_there_was_a_table_are_counted_apart(record: TrackRecord):
    assert all(used.existed == (used.year >= 2021) for used in record.rounds)
    early = record.kept(1, table_did_not_exist_yet)
    assert 0 < early.flags < record.kept(1).flags


def test_one_indicators_record_is_the_same_alone(edition: Edition, record: TrackRecord):
    alone = edition.measures.track_record_of("children_looked_after_rate")
    whole = record.of("children_looked_after_rate")
    assert whole is not None
    assert alone.levels == whole.levels
