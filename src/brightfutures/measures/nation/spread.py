"""One indicator over all England: how far councils really differ, and what has moved since 2013."""

from __future__ import annotations

from collections.abc import Mapping

from brightfutures.catalogue.series import Series
from brightfutures.measures.expectation.held_out import HeldOut
from brightfutures.measures.judge import Judge
from brightfutures.measures.moved import movements_of_all
from brightfutures.measures.nation.councils import levels_across_england
from brightfutures.measures.nation.england_change import england_change
from brightfutures.measures.nation.spread_results import (
    Circumstances,
    Moves,
    NationalSpread,
    Split,
)
from brightfutures.measures.nation.spread_split import split_of
from brightfutures.measures.nation.spread_then import spread_then
from brightfutures.measures.results import Level, Movement
from brightfutures.measures.similar import ENGLAND_SET, SIMILAR
from brightfutures.measures.study import Study

NEXT_TO_NOTHING = 0.1


def national_spread_of(
    study: Study,
    judge: Judge,
    series: Mapping[str, Series],
    place: int,
    held_out: HeldOut | None = None,
) -> NationalSpread:
    """Everything said of one indicator's spread and change, in one period.

    `held_out` is how well circumstances do, in that period, on councils held out of the fit.
    """
    split = split_of(study, place)
    levels = levels_across_england(study, judge, place)
    movements = movements_of_all(study, judge, SIMILAR, place)
    there = study.rows_there(place)
    moved = [movements[row] for row in there if movements[row] is not Movement.CANNOT_SAY]
    tested = [level for level in levels if level is not Level.CANNOT_SAY]
    return NationalSpread(
        indicator=study.indicator.id,
        period=study.material.panel.periods[place],
        split=split if isinstance(split, Split) else None,
        why_no_split=None if isinstance(split, Split) else split,
        circumstances=circumstances_of(held_out, split if isinstance(split, Split) else None),
        steadiness=judge.beside(ENGLAND_SET).steadiness(study, place),
        different=sum(level is not Level.ABOUT_THE_SAME for level in tested),
        tested=len(tested),
        england=england_change(study, series),
        councils_moved=Moves(
            risen=moved.count(Movement.HAS_RISEN),
            fallen=moved.count(Movement.HAS_FALLEN),
            readable=len(moved),
        ),
        spread_then=spread_then(study, place),
    )


def circumstances_of(held_out: HeldOut | None, split: Split | None) -> Circumstances | None:
    """What circumstances account for, of all the difference and of the part that lasts.

    Circumstances hardly change in three years, so that what they account for is put down to the
    part that lasts, and never to more than the whole of it. Where that part may be next to
    nothing, a share of it says nothing.
    """
    if held_out is None:
        return None
    explained, of_lasting = held_out.explained, None
    if split is not None and split.lasting.low >= NEXT_TO_NOTHING:
        of_lasting = min(1.0, max(0.0, explained) / split.lasting.share)
    return Circumstances(
        explained=explained,
        of_lasting=of_lasting,
        held_out_within=held_out.share_within,
        sampling_error=held_out.sampling_error,
        councils=len(held_out.laid),
    )
