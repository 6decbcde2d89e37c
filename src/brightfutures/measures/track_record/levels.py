"""What became of verdicts: still on that side, the same, the opposite, a year or two later."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.judge import Judge
from brightfutures.measures.results import Level
from brightfutures.measures.study import Study
from brightfutures.measures.track_record.counts import Held, Kept
from brightfutures.measures.track_record.results import AnyRow, LevelRow
from brightfutures.measures.track_record.rounds import (
    CANNOT_SAY,
    Call,
    agree,
    later_places,
    levels_later,
    sides_later,
)
from brightfutures.measures.verdict import LEVELS, Codes

SIDE_OF = {
    Level.UNUSUALLY_LOW: -1.0,
    Level.LOWER: -1.0,
    Level.ABOUT_THE_SAME: 0.0,
    Level.HIGHER: 1.0,
    Level.UNUSUALLY_HIGH: 1.0,
    Level.CANNOT_SAY: np.nan,
}
"""Which side a level calls: 1 above, −1 below, 0 neither."""

_SIDES = np.array([SIDE_OF[level] for level in LEVELS])


def sides_called(level: Codes) -> Numbers:
    """The side each verdict calls: 1, −1, 0 for about the same, NaN where it cannot say."""
    return np.asarray(_SIDES[level])


def level_rows(study: Study, judge: Judge, call: Call) -> list[LevelRow]:
    """What became of the verdicts of one period, by level."""
    found = []
    for years_after, later in later_places(study, call.place):
        side, level = sides_later(study, call, later), levels_later(study, judge, call, later)
        for code in np.unique(call.level).tolist():
            if code != CANNOT_SAY:
                given = call.level == code
                kept = kept_of(
                    given, sides_called(call.level), side, sides_called(level), level == code
                )
                found.append(
                    LevelRow(
                        used=call.used,
                        period=study.material.panel.periods[call.place],
                        level=LEVELS[code],
                        years_after=years_after,
                        kept=kept,
                    )
                )
    return found


def any_side_rows(study: Study, call: Call) -> list[AnyRow]:
    """How often any council is on the side it was on, called or not.

    Of the councils of which a verdict could be given at all, and of which both sides are known.
    """
    now = np.where(call.level == CANNOT_SAY, np.nan, sides_later(study, call, call.place))
    if np.isnan(now).all():
        return []
    found = []
    for years_after, later in later_places(study, call.place):
        same = agree(now, sides_later(study, call, later))
        held = Held(int((same == 1).sum()), int(np.isfinite(same).sum()))
        period = study.material.panel.periods[call.place]
        found.append(AnyRow(used=call.used, period=period, years_after=years_after, held=held))
    return found


def kept_of(
    given: Flags, called: Numbers, side: Numbers, called_later: Numbers, very_same: Flags
) -> Kept:
    """Counts over the verdicts `given`, all of one kind.

    `called` is the side of each verdict, `side` where the council lies later (NaN if unknown),
    `called_later` the side the later verdict calls, and `very_same` whether it is that verdict.
    """
    quiet = given & (called == 0)
    flagged = given & (called != 0)
    placed = flagged & np.isfinite(side)
    counts = {
        "flags": given,
        "placed": placed,
        "still_there": placed & (side == called),
        "same": given & (called_later == called),
        "nothing_clear": flagged & (called_later == 0),
        "opposite": (flagged & (called_later == -called)) | (quiet & (np.abs(called_later) == 1)),
        "cannot_say": given & np.isnan(called_later),
        "same_level": given & very_same,
    }
    return Kept(**{name: int(holds.sum()) for name, holds in counts.items()})
