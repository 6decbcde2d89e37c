"""What is said of verdicts where the truth is known: met or not met, and by how much."""

from dataclasses import replace

import pytest

from brightfutures.findings.score_words import (
    false_verdicts_sentence,
    is_kept,
    limit_sentence,
    range_doubt,
    scores_sentence,
    sureness_sentence,
    tally_words,
)
from brightfutures.measures.track_record.scores import ScoreGroup, Scores, Tally, shipped_scores

WRONG = ScoreGroup(
    name="false_verdicts",
    title="Verdicts that are wrong",
    says="So and so.",
    least=None,
    most=0.05,
    tallies=(
        Tally(row="Similar", column="As we judge", count=336, of=8000, error=0.003),
        Tally(row="Similar", column="If chance were all", count=9000, of=27000, error=0.006),
    ),
)


def test_a_limit_says_what_was_set_down_what_was_found_and_whether_it_is_met():
    assert limit_sentence(WRONG) == "Set down: at most 5%. Found: 4.2%. Met."
    between = replace(WRONG, least=0.93, most=0.97)
    assert limit_sentence(between) == "Set down: between 93% and 97%. Found: 4.2%. Not met."
    assert limit_sentence(replace(WRONG, most=None)) is None


@pytest.mark.parametrize(("count", "kept"), [(400, True), (447, True), (449, False)])
def test_two_simulation_errors_are_allowed_and_no_more(count: int, kept: bool):
    group = replace(WRONG, tallies=(replace(WRONG.tallies[0], count=count),))

    assert is_kept(group) is kept


def test_ours_is_said_beside_chance_alone():
    scores = Scores(
        version="1", seeds=(1, 2), councils=153, indicators=74, periods=13, groups=(WRONG,)
    )

    assert false_verdicts_sentence(scores) == (
        "On made-up councils whose true level is known, 336 of 8,000 verdicts of higher or lower "
        "are wrong (4%). If chance were taken for all the noise there is, 9,000 of 27,000 would be "
        "(33%)."
    )
    assert scores_sentence(scores).startswith("Counted on 2 made-up Englands of 153 councils")


def test_a_movement_is_said_to_be_less_sure_than_a_difference_by_what_was_counted():
    moves = Tally(row="Has risen or has fallen", column="", count=310, of=1000, error=0.006)
    scores = Scores(
        version="1",
        seeds=(1, 2),
        councils=153,
        indicators=74,
        periods=13,
        groups=(WRONG, replace(WRONG, name="moves_wrong", tallies=(moves,))),
    )
    said = sureness_sentence(scores)

    assert said == (
        "Movements are less sure than differences. Tried on made-up councils, whose truth is "
        "known, about 4 in 100 differences called clear were false. Of figures said to have risen "
        "or fallen, about 31 in 100 had made no lasting move that way."
    )


def test_how_often_a_range_held_the_gap_is_told_by_what_was_tried_and_in_a_hundred():
    held = Tally(row="Called", column="As we judge", count=860, of=1000, error=0.01)
    scores = replace(shipped_scores(), groups=(replace(WRONG, name="gap_held", tallies=(held,)),))

    assert range_doubt(scores) == (
        "A likely range can miss. Tried on made-up councils, whose true gaps are known, about 86 "
        "in 100 ranges of gaps that stand out held the true gap; where one missed, the true gap "
        "was mostly smaller."
    )


def test_by_the_record_that_ships_movements_are_indeed_the_less_sure():
    shipped = shipped_scores()
    differences = shipped.group("false_verdicts").tallies[0]
    movements = shipped.group("moves_wrong").tallies[0]

    assert (differences.row, differences.column) == ("Beside similar councils", "As we judge")
    assert movements.row == "Has risen or has fallen"
    assert (movements.share or 0.0) > 3 * (differences.share or 1.0)


def test_every_table_that_ships_can_be_said():
    for group in shipped_scores().groups:
        for row in group.rows:
            for column in group.columns:
                assert "%" in tally_words(group.at(row, column))
    assert tally_words(None) == "–"
