"""What we said our verdicts would do, asked of ten listed indicators.

The list and the criteria were set down before the record was worked out, and neither is changed
by what comes of it: what is not met is shown as not met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightfutures.measures.similar import ENGLAND_SET, SIMILAR
from brightfutures.measures.track_record.counts import Held
from brightfutures.measures.track_record.criterion import Criterion, ListedTest
from brightfutures.measures.track_record.results import (
    IndicatorRecord,
    Rounds,
    RoundUsed,
    Rule,
)
from brightfutures.measures.track_record.rounds import TABLE_BEGAN

LISTED = (
    "referrals_rate",
    "re_referrals_percent",
    "section_47_enquiries_rate",
    "child_protection_plans_rate",
    "repeat_child_protection_plans_percent",
    "children_looked_after_rate",
    "children_starting_to_be_looked_after_rate",
    "same_placement_two_years_percent",
    "three_or_more_placements_percent",
    "care_leavers_19_to_21_education_employment_training_percent",
)
"""The indicators on which the rules were first tried (DESIGN.md, section 5).

They go through the child's journey from referral to leaving care, have counts over many years,
and are of every kind: from care, where a council's figure hardly strays, to referrals, which
vary 38 times more than chance allows, and from many children to few.
"""

FIRST_YEAR, LAST_YEAR = 2015, 2024

OPPOSITE_AFTER = {1: 0.03, 2: 0.02}
SAME_SIDE = 0.90
INDICATORS_MAY_MISS = 1
STILL_BEYOND = 0.90

MOVEMENT_BEYOND_START = "movement_beyond_start_after_1"


def listed_tests(
    beside_similar: Sequence[IndicatorRecord], beside_england: Sequence[IndicatorRecord]
) -> tuple[ListedTest, ...]:
    """The criteria beside similar councils, in the rounds that had a table, and beside England."""
    began = min(TABLE_BEGAN.values())
    return (
        listed_test(beside_similar, SIMILAR, FIRST_YEAR, LAST_YEAR),
        listed_test(beside_similar, SIMILAR, began, LAST_YEAR),
        listed_test(beside_england, ENGLAND_SET, FIRST_YEAR, LAST_YEAR),
    )


def listed_test(
    records: Sequence[IndicatorRecord], against: str, first_year: int, last_year: int
) -> ListedTest:
    """Every criterion over the listed indicators, in the rounds of these years."""

    def rounds(used: RoundUsed) -> bool:
        return first_year <= used.year <= last_year

    listed = sorted(
        (record for record in records if record.indicator in LISTED),
        key=lambda record: LISTED.index(record.indicator),
    )
    criteria = [
        _opposite(listed, rounds, 1),
        _opposite(listed, rounds, 2),
        _same_side(listed, rounds),
        _at_least_quartiles(listed, rounds),
    ]
    if against == SIMILAR:  # a council's own movement is beside nobody
        criteria += [_still_beyond(listed, rounds), _at_least_arrow(listed, rounds)]
    return ListedTest(
        against=against,
        first_year=first_year,
        last_year=last_year,
        indicators=tuple(record.indicator for record in listed),
        criteria=tuple(criteria),
    )


def _opposite(listed: Sequence[IndicatorRecord], rounds: Rounds, after: int) -> Criterion:
    each = {one.indicator: one.kept(after, rounds).opposite_verdict for one in listed}
    return _beside_target(f"opposite_after_{after}", each, OPPOSITE_AFTER[after], at_most=True)


def _same_side(listed: Sequence[IndicatorRecord], rounds: Rounds) -> Criterion:
    each = {one.indicator: one.kept(1, rounds).on_that_side for one in listed}
    found = _beside_target(
        "same_side_after_1", each, SAME_SIDE, at_most=False, may_miss=INDICATORS_MAY_MISS
    )
    return replace(found, anyone=sum((one.any_side(1, rounds) for one in listed), Held()))


def _still_beyond(listed: Sequence[IndicatorRecord], rounds: Rounds) -> Criterion:
    each = {one.indicator: one.moved(1, rounds).on_that_side for one in listed}
    found = _beside_target(MOVEMENT_BEYOND_START, each, STILL_BEYOND, at_most=False)
    return replace(found, anyone=sum((one.any_movement(1, rounds) for one in listed), Held()))


def _at_least_quartiles(listed: Sequence[IndicatorRecord], rounds: Rounds) -> Criterion:
    both = {one.indicator: one.beside(Rule.QUARTERS, rounds) for one in listed}
    return _beside_rule(
        "at_least_the_quartiles",
        {name: found.ours_on_ours for name, found in both.items()},
        {name: found.theirs_on_ours for name, found in both.items()},
        each_must=False,
    )


def _at_least_arrow(listed: Sequence[IndicatorRecord], rounds: Rounds) -> Criterion:
    """Each asked about its own start: ours five years back, the arrow one."""
    both = {one.indicator: one.beside(Rule.ARROW, rounds) for one in listed}
    found = _beside_rule(
        "at_least_the_arrow",
        {name: found.ours_on_ours for name, found in both.items()},
        {name: found.theirs_on_theirs for name, found in both.items()},
        each_must=True,
    )
    return replace(found, largest=sum((one.largest_on_ours for one in both.values()), Held()))


def _beside_target(
    name: str,
    each: dict[str, Held],
    target: float,
    *,
    at_most: bool,
    may_miss: int | None = None,
) -> Criterion:
    """A share to reach or not to pass, over all together or, with `may_miss`, for each but some."""

    def reaches(held: Held) -> bool:
        share = held.share or 0.0
        return share <= target if at_most else share >= target

    whole = sum(each.values(), Held())
    counted = [one for one, held in each.items() if held.of]
    good = tuple(one for one in counted if reaches(each[one]))
    met = reaches(whole) if may_miss is None else len(good) >= len(counted) - may_miss
    return Criterion(
        id=name,
        target=target,
        at_most=at_most,
        whole=whole,
        each=tuple(each.items()),
        meets_it=good,
        met=met if whole.of else None,
    )


def _beside_rule(
    name: str, ours: dict[str, Held], theirs: dict[str, Held], *, each_must: bool
) -> Criterion:
    """Ours at least as often right as a rule's, over all together or for each indicator."""
    whole, beside = sum(ours.values(), Held()), sum(theirs.values(), Held())
    counted = [one for one, held in ours.items() if held.of and theirs[one].of]
    good = tuple(one for one in counted if at_least(ours[one], theirs[one]))
    met = len(good) == len(counted) if each_must else at_least(whole, beside)
    return Criterion(
        id=name,
        target=None,
        at_most=False,
        whole=whole,
        each=tuple(ours.items()),
        beside=beside,
        each_beside=tuple(theirs.items()),
        meets_it=good,
        met=met if whole.of and beside.of else None,
    )


def at_least(one: Held, other: Held) -> bool:
    """Whether one share is no smaller than another, reckoned in whole numbers."""
    return one.held * other.of >= other.held * one.of
