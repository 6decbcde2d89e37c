"""The verdict's rules, one at a time, on tests made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from brightfutures.measures.difference_tests import DifferenceTests
from brightfutures.measures.results import Level, Why
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS, levels_of, what_stops_it

CLEAR = DifferenceTests(
    near=np.array([3.5]),
    far=np.array([3.5]),
    usual_near=np.array([1.0]),
    withheld=np.array([False]),
    too_small_near=np.array([False]),
    too_small_far=np.array([False]),
    agree=np.array([True]),
    enough=np.array([True]),
    tau2=0.05,
)


def level(
    tests: DifferenceTests = CLEAR, q: float = 0.01, before: float = float("nan"), **changes: object
) -> tuple[Level, Why | None]:
    tests = replace(
        tests,
        **{name: np.array([value]) for name, value in changes.items()},  # type: ignore[arg-type]
    )
    stopped = what_stops_it(tests, {}, 1)
    found = levels_of(tests, stopped, np.array([q]), np.array([before]))
    reason = int(found.reason[0])
    return LEVELS[found.level[0]], WHYS[reason] if reason != NO_REASON else None


def test_a_clear_gap_is_higher_or_lower():
    assert level() == (Level.HIGHER, None)
    assert level(near=-3.5, far=-3.5, usual_near=-1.0) == (Level.LOWER, None)


def test_no_more_than_the_wobble_is_about_the_same():
    assert level(near=1.9, far=1.9, q=0.06) == (Level.ABOUT_THE_SAME, Why.WITHIN_WOBBLE)


def test_a_gap_too_small_to_matter_is_about_the_same():
    assert level(too_small_near=True) == (Level.ABOUT_THE_SAME, Why.GAP_TOO_SMALL)


def test_a_gap_that_does_not_stand_among_so_many_tests_is_about_the_same():
    assert level(near=2.1, far=2.1, q=0.2) == (Level.ABOUT_THE_SAME, Why.NOT_AFTER_CORRECTION)


def test_averages_that_disagree_keep_it_about_the_same():
    assert level(agree=False) == (Level.ABOUT_THE_SAME, Why.AVERAGES_DISAGREE)


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (2.0, 1.6, Level.UNUSUALLY_HIGH),
        (2.0, 1.4, Level.HIGHER),
        (1.9, 3.0, Level.HIGHER),
        (2.5, -3.0, Level.HIGHER),
        (2.5, float("nan"), Level.HIGHER),
    ],
)
def test_unusual_needs_both_periods_on_the_same_side(now: float, before: float, expected: Level):
    assert level(usual_near=now, before=before)[0] is expected


def test_unusually_low_mirrors_unusually_high():
    found = level(near=-3.5, far=-3.5, usual_near=-2.0, before=-1.6)
    assert found == (Level.UNUSUALLY_LOW, None)


def test_too_few_children_stop_the_test():
    assert level(enough=False) == (Level.CANNOT_SAY, Why.TOO_FEW_CHILDREN)


def test_no_history_stops_the_test():
    nowhere = float("nan")
    assert level(near=nowhere, far=nowhere, q=nowhere) == (Level.CANNOT_SAY, Why.NO_HISTORY)


def test_a_withheld_count_gets_a_verdict_where_both_ends_agree():
    assert level(near=-3.0, far=-5.0, withheld=True) == (Level.LOWER, None)
    same = level(near=0.3, far=1.2, withheld=True, q=0.9)
    assert same == (Level.ABOUT_THE_SAME, Why.WITHIN_WOBBLE)


def test_a_withheld_count_gets_none_where_the_ends_disagree():
    found = level(near=-0.5, far=-4.0, withheld=True, q=0.7)
    assert found == (Level.CANNOT_SAY, Why.WITHHELD_ENDS_DISAGREE)


def test_the_first_reason_that_holds_is_given():
    stopped = what_stops_it(
        replace(CLEAR, enough=np.array([False])),
        {Why.VALUE_MISSING: np.array([True]), Why.TOO_FEW_COMPARATORS: np.array([True])},
        1,
    )
    assert WHYS[stopped[0]] is Why.VALUE_MISSING
