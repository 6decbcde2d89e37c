"""Movement in words, from what has been worked out for every council at once."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.cells import number_or_none
from brightfutures.measures.judge import Against, Judge, p_of_gap_move, p_of_move
from brightfutures.measures.movement import why_unreadable, window_of
from brightfutures.measures.results import Approach, Moved, Movement
from brightfutures.measures.study import Study
from brightfutures.measures.two_years import ends_together
from brightfutures.measures.verdict import FALSE_DISCOVERY


def moved_of(study: Study, judge: Judge, against: Against, row: int, place: int) -> Moved:
    """Whether one council's figure, and its gap, have moved over the five periods to `place`."""
    beside = judge.used(study, against, place, row)
    moves = beside.moves(study, place)
    window = window_of(place)
    if window is None or not np.isfinite(moves.z[row]):
        return Moved(
            level=Movement.CANNOT_SAY,
            from_period=None,
            to_period=None,
            from_value=None,
            to_value=None,
            q=None,
            reason=why_unreadable(study, row, place),
        )
    q = float(judge.q(study, against, place, p_of_move)[row])
    gap_q = float(judge.q(study, against, place, p_of_gap_move)[row])
    began, came = ends_together(study, row, place)
    return Moved(
        level=_word(float(moves.z[row]), q),
        from_period=study.material.panel.periods[window[0]],
        to_period=study.material.panel.periods[window[-1]],
        from_value=began,
        to_value=came,
        q=q,
        against_similar=approach_of(
            moves.gap_first[row], moves.gap_last[row], gap_q, study.indicator.smallest_gap
        ),
        against_similar_q=number_or_none(gap_q),
    )


def movements_of_all(
    study: Study, judge: Judge, against: Against, place: int
) -> tuple[Movement, ...]:
    """Whether the figure of every council, row by row, has moved over the five periods."""
    z = judge.switched(study, against, place).moves(study, place).z  # of no comparison set
    if not np.isfinite(z).any():
        return (Movement.CANNOT_SAY,) * study.councils
    q = judge.q(study, against, place, p_of_move)
    return tuple(map(_word, z.tolist(), q.tolist()))


def _word(z: float, q: float) -> Movement:
    if not np.isfinite(z):
        return Movement.CANNOT_SAY
    if q > FALSE_DISCOVERY:
        return Movement.NO_CLEAR_CHANGE
    return Movement.HAS_RISEN if z > 0 else Movement.HAS_FALLEN


def approach_of(first: float, last: float, q: float, smallest_gap: float) -> Approach:
    """Whether a gap that was `first` and is `last` has clearly changed, and how.

    From one side to the other is neither nearer nor further, for only the change was tested,
    unless it ended within `smallest_gap` (a share) of those it is compared with.
    """
    if not np.isfinite(q):
        return Approach.CANNOT_SAY
    if q > FALSE_DISCOVERY:
        return Approach.NO_CLEAR_CHANGE
    if first * last < 0 and abs(last) >= np.log1p(smallest_gap):
        return Approach.CROSSED
    return Approach.FURTHER if abs(last) > abs(first) else Approach.NEARER
