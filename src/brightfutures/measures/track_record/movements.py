"""What became of movements: whether a figure that has risen is still above where it began."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.judge import Judge, p_of_move
from brightfutures.measures.results import Movement
from brightfutures.measures.study import Study
from brightfutures.measures.track_record.counts import Held
from brightfutures.measures.track_record.levels import kept_of
from brightfutures.measures.track_record.results import AnyRow, MovementRow, RoundUsed
from brightfutures.measures.track_record.rounds import OWN_PAST, agree, later_places, round_used
from brightfutures.measures.verdict import FALSE_DISCOVERY

MOVEMENTS = {1.0: Movement.HAS_RISEN, -1.0: Movement.HAS_FALLEN}


@dataclass(frozen=True, eq=False)
class MoveCall:
    """The movements of one indicator and period.

    `direction` is 1 for has risen, −1 for has fallen, 0 for no clear change and NaN where none
    can be read; `start` is the mean of the first two of five periods and `change` that of the last
    two less it, on the scale.
    """

    used: RoundUsed
    place: int
    direction: Numbers
    z: Numbers
    start: Numbers
    change: Numbers


def move_call_of(study: Study, judge: Judge, against: str, place: int) -> MoveCall:
    """The movements of one period, as the engine gives them."""
    name, _ = round_used(against, study.years[place])
    moves = judge.switched(study, name, place).moves(study, place)
    used = RoundUsed(year=study.years[place], table=OWN_PAST, existed=True)
    direction = _direction(study, judge, against, place)
    return MoveCall(used, place, direction, moves.z, moves.first, moves.last - moves.first)


def _direction(study: Study, judge: Judge, against: str, place: int) -> Numbers:
    name, _ = round_used(against, study.years[place])
    z = judge.switched(study, name, place).moves(study, place).z
    q = judge.q(study, name, place, p_of_move)
    return np.where(np.isnan(z), np.nan, np.where(q <= FALSE_DISCOVERY, np.sign(z), 0.0))


def reads_on(study: Study, place: int, later: int) -> Flags:
    """The councils whose figures can be read on from one period to a later one, year by year."""
    rows = slice(study.councils)
    if any(study.is_pandemic[column] for column in range(place, later + 1)):
        return np.zeros(study.councils, dtype=bool)
    return np.asarray(study.material.joined[rows, place + 1 : later + 1].all(axis=1))


def movement_rows(study: Study, judge: Judge, against: str, call: MoveCall) -> list[MovementRow]:
    """What became of the movements of one period, the risen and the fallen apart."""
    found = []
    y = study.y[: study.councils]
    for years_after, later in later_places(study, call.place):
        on = reads_on(study, call.place, later)
        beyond = beyond_start(study, call, later)
        level = np.where(on, _direction(study, judge, against, later), np.nan)
        step = np.where(on, np.sign(y[:, call.place + 1] - y[:, call.place]), np.nan)
        for direction, movement in MOVEMENTS.items():
            given = call.direction == direction
            if given.any():
                found.append(
                    MovementRow(
                        used=call.used,
                        period=study.material.panel.periods[call.place],
                        movement=movement,
                        years_after=years_after,
                        kept=kept_of(given, call.direction, beyond, level, level == direction),
                        went_on=held(given, step == direction, np.isfinite(step)),
                    )
                )
    return found


def beyond_start(study: Study, call: MoveCall, later: int) -> Numbers:
    """On which side of where its movement began a figure lies later; NaN if that is not known."""
    side = np.sign(study.y[: study.councils, later] - call.start)
    return np.where(reads_on(study, call.place, later), side, np.nan)


def any_movement_rows(study: Study, call: MoveCall) -> list[AnyRow]:
    """How often any figure is still beyond where its movement began, clear or not."""
    if np.isnan(call.change).all():
        return []
    found = []
    for years_after, later in later_places(study, call.place):
        same = agree(np.sign(call.change), beyond_start(study, call, later))
        found.append(
            AnyRow(
                used=call.used,
                period=study.material.panel.periods[call.place],
                years_after=years_after,
                held=Held(int((same == 1).sum()), int(np.isfinite(same).sum())),
            )
        )
    return found


def held(given: Flags, holds: Flags, known: Flags) -> Held:
    """How many of those given hold, of those that are known."""
    return Held(int((given & known & holds).sum()), int((given & known).sum()))
