"""How often verdicts are right where the truth is known, in words."""

from __future__ import annotations

from brightfutures.findings.figures import number
from brightfutures.findings.track_record_words import percent
from brightfutures.measures.track_record.counts import Held
from brightfutures.measures.track_record.scores import ScoreGroup, Scores, Tally

ERRORS_ALLOWED = 2
"""A limit counts as kept within so many simulation errors."""


def scores_sentence(scores: Scores) -> str:
    """On what the record was counted."""
    worlds = len(scores.seeds)
    made = "one made-up England" if worlds == 1 else f"{worlds} made-up Englands"
    return (
        f"Counted on {made} of {scores.councils} councils, {scores.indicators} measures that can "
        f"be tested and {scores.periods} years, with version {scores.version}. The true level of "
        "every council in them is known, and their figures wobble as much as the real ones do."
    )


def tally_words(tally: Tally | None) -> str:
    """336 of 8,091 (4.2%); a dash where there is nothing."""
    if tally is None or tally.share is None:
        return "–"
    return f"{tally.count:,} of {tally.of:,} ({number(100 * tally.share, 1)}%)"


def limit_sentence(group: ScoreGroup) -> str | None:
    """What was set down to be reached and whether it was; None where nothing was."""
    first = group.tallies[0]
    if first.share is None or (group.least is None and group.most is None):
        return None
    found = f"{number(100 * first.share, 1)}%"
    return f"Set down: {_limits(group)}. Found: {found}. {'Met' if is_kept(group) else 'Not met'}."


def is_kept(group: ScoreGroup) -> bool:
    """Whether the first tally keeps the limits, give or take two simulation errors."""
    first = group.tallies[0]
    share = first.share or 0.0
    room = ERRORS_ALLOWED * first.error
    above = group.least is None or share >= group.least - room
    return above and (group.most is None or share <= group.most + room)


def sureness_sentence(scores: Scores) -> str:
    """That a movement is less sure than a difference, by how often either was false."""
    verdicts, moves = scores.group("false_verdicts"), scores.group("moves_wrong")
    differences = verdicts.at(verdicts.rows[0], verdicts.columns[0])
    movements = moves.at(moves.rows[0], moves.columns[0])
    assert differences is not None
    assert movements is not None
    return (
        "Movements are less sure than differences. Tried on made-up councils, whose truth "
        f"is known, about {_in_a_hundred(differences)} in 100 differences called clear were false. "
        f"Of figures said to have risen or fallen, about {_in_a_hundred(movements)} in 100 had "
        "made no lasting move that way."
    )


def movement_doubt(scores: Scores) -> str:
    """How often a figure said to have risen or fallen had made no lasting move that way."""
    moves = scores.group("moves_wrong")
    movements = moves.at(moves.rows[0], moves.columns[0])
    assert movements is not None
    return (
        "A movement is less sure than a difference: of those found in made-up councils, about "
        f"{_in_a_hundred(movements)} in 100 were no lasting move that way."
    )


def range_doubt(scores: Scores) -> str:
    """How often the range of a gap holds it, where it is given because the gap stands out."""
    group = scores.group("gap_held")
    called = group.at(group.rows[-1], group.columns[0])  # the last row is of those called
    assert called is not None
    return (
        "A likely range can miss. Tried on made-up councils, whose true gaps are known, about "
        f"{_in_a_hundred(called)} in 100 ranges of gaps that stand out held the true gap; where "
        "one missed, the true gap was mostly smaller."
    )


def _in_a_hundred(tally: Tally) -> str:
    return number(100 * (tally.share or 0.0))


def _limits(group: ScoreGroup) -> str:
    ends = [f"{number(100 * end)}" for end in (group.least, group.most) if end is not None]
    if len(ends) == 2:
        return f"between {ends[0]}% and {ends[1]}%"
    return f"{'at least' if group.most is None else 'at most'} {ends[0]}%"


def false_verdicts_sentence(scores: Scores) -> str:
    """How often a difference is named that is not there, and how often by chance alone."""
    group = scores.group("false_verdicts")
    row, (ours, chance) = group.rows[0], group.columns[:2]
    one, other = group.at(row, ours), group.at(row, chance)
    assert one is not None
    assert other is not None
    return (
        f"On made-up councils whose true level is known, {one.count:,} of {one.of:,} verdicts of "
        f"higher or lower are wrong ({percent(Held(one.count, one.of))}). If chance were taken for "
        f"all the noise there is, {other.count:,} of {other.of:,} would be "
        f"({percent(Held(other.count, other.of))})."
    )
