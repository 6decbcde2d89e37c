"""Everything said about one indicator, area and period, as one comparison."""

from __future__ import annotations

from brightfutures.measures.cells import cell_at, history_of, interval_at
from brightfutures.measures.comparison import (
    cannot_say,
    rank_of,
    similar_councils,
    verdict_of,
    wobble_of,
)
from brightfutures.measures.judge import Against, Judge
from brightfutures.measures.moved import moved_of
from brightfutures.measures.results import Comparison, Why
from brightfutures.measures.study import Study
from brightfutures.quantities import AreaKind


def whole_comparison(
    study: Study, judge: Judge, against: Against, row: int, place: int
) -> Comparison:
    """One area on one indicator in one period, beside a set of councils, its region and England.

    What is said only of a council is None for a region and for England.
    """
    places = judge.studies.ingredients.places
    area, council = places.areas[row], row < study.councils
    region = places.rows.get(area.region) if area.region else None
    england = places.england if area.kind is not AreaKind.COUNTRY else None
    beside = judge.beside(against) if council else None
    if beside is not None and beside.comparators.not_held[row]:
        beside = judge.used(study, against, place, row)
    periods = study.material.panel.periods
    return Comparison(
        indicator=study.indicator.id,
        area=area.code,
        period=periods[place],
        here=cell_at(study, row, place),
        interval=interval_at(study, row, place, 95.0),
        interval_998=interval_at(study, row, place, 99.8),
        similar=similar_councils(study, beside, row, place) if beside else None,
        region=cell_at(study, region, place) if region is not None else None,
        england=cell_at(study, england, place) if england is not None else None,
        verdict=(
            verdict_of(study, judge, against, row, place)
            if council
            else cannot_say(Why.NOT_A_COUNCIL, "england")
        ),
        wobble=wobble_of(study, judge, place) if council else None,
        steadiness=judge.beside(against).steadiness(study, place) if council else None,
        rank=rank_of(study, judge, row, place) if council else None,
        moved=moved_of(study, judge, against, row, place) if council else None,
        history=history_of(study, row),
        newest_period=periods[study.newest if study.newest is not None else place],
    )
