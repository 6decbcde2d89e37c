"""Verdicts on a made-up England, held against what is true there, and against the record.

A verdict of higher or lower is false where the council is planted at the mean of its similar
councils, or lies on the other side of the truth. What is not met is left to fail in the open:
a failing test below is marked with its reason and measured size, never given a looser limit.
"""

import math
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from brightfutures import __version__
from brightfutures.delivery.edition import Edition
from brightfutures.measures.track_record.scores import ScoreGroup, Scores, Tally, shipped_scores
from brightfutures.synthetic import SEED

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.score_tables import SIZE_NAMES, scores_of
from benchmarks.scores import pairs_in

SIMILAR, ENGLAND = "Beside similar councils", "Beside England"
OURS, BY_COUNTS = "As we judge", "If chance were all the noise"


@pytest.fixture(scope="module")
def counted(made_up_edition: Edition, made_up_home: Path) -> Scores:
    """Every verdict on the fixed set in every second period of one made-up England."""
    truth = made_up_home.parent / "made-up" / "truth.json"
    return scores_of([SEED], pairs_in(made_up_edition.store, truth, fixed_only=True, every=2))


@pytest.fixture(params=["counted", "shipped"])
def scores(request: pytest.FixtureRequest) -> Scores:
    """What is counted here, and the record that ships."""
    if request.param == "shipped":
        return shipped_scores()
    found: Scores = request.getfixturevalue("counted")
    return found


def tally(group: ScoreGroup, row: str, column: str = "") -> Tally:
    found = group.at(row, column)
    assert found is not None
    return found


def share(group: ScoreGroup, row: str, column: str = "") -> float:
    found = tally(group, row, column).share
    assert found is not None
    return found


@pytest.mark.parametrize("row", [SIMILAR, ENGLAND])
def test_few_verdicts_of_higher_or_lower_are_false(scores: Scores, row: str) -> None:
    one = tally(scores.group("false_verdicts"), row, OURS)
    allowed = 0.05 + 2 * math.sqrt(0.05 * 0.95 / one.of)

    assert one.of > 500
    assert one.share is not None
    assert one.share <= allowed


@pytest.mark.parametrize("row", [SIMILAR, ENGLAND])
def test_an_unusual_level_is_hardly_ever_false(scores: Scores, row: str) -> None:
    one = tally(scores.group("false_unusual"), row)
    assert one.of > 200
    assert one.count <= 0.02 * one.of


def test_counting_chance_alone_would_be_false_many_times_as_often(scores: Scores) -> None:
    group = scores.group("false_verdicts")
    assert 0.3 <= share(group, SIMILAR, BY_COUNTS) <= 0.4
    assert share(group, SIMILAR, BY_COUNTS) > 5 * share(group, SIMILAR, OURS)


def test_the_range_of_the_gap_holds_the_gap_of_the_long_run(scores: Scores) -> None:
    group = scores.group("gap_held")
    for row in group.rows[:-1]:  # the last is of those called, and chosen for being far out
        assert 0.93 <= share(group, row) <= 0.97, row


def test_a_large_gap_is_found_more_often_than_a_small_one(scores: Scores) -> None:
    group = scores.group("gaps_found")
    for row in group.rows:
        found = [share(group, row, size) for size in SIZE_NAMES]
        assert found == sorted(found)
        assert found[-1] > 0.4


def test_a_large_movement_is_found_more_often_than_a_small_one(scores: Scores) -> None:
    group = scores.group("moves_found")
    (row,) = group.rows
    assert share(group, row, SIZE_NAMES[1]) < share(group, row, SIZE_NAMES[3])
    assert share(group, row, SIZE_NAMES[3]) > 0.7


def both(counted: Scores) -> Iterator[tuple[str, Tally, Tally]]:
    for group in shipped_scores().groups:
        for kept in group.tallies:
            found = counted.group(group.name).at(kept.row, kept.column)
            if found is not None and found.of >= 100 and kept.of >= 100:
                yield f"{group.name}: {kept.row} {kept.column}", kept, found


def test_the_record_that_ships_is_near_what_is_counted_here(counted: Scores) -> None:
    """Within four simulation errors, and a hundredth for what all councils of one share."""
    compared = 0
    for where, kept, found in both(counted):
        assert kept.share is not None
        assert found.share is not None
        allowed = 0.01 + 4 * math.hypot(kept.error, found.error)
        assert abs(kept.share - found.share) <= allowed, (where, kept, found)
        compared += 1
    assert compared > 25


def test_the_record_is_of_this_version_and_of_several_englands() -> None:
    assert shipped_scores().version == __version__
    assert len(set(shipped_scores().seeds)) >= 3
    assert SEED not in shipped_scores().seeds
