"""Our own record: every past verdict looked up again in what was published later."""

from __future__ import annotations

from functools import cached_property

from brightfutures.measures.judge import Judge
from brightfutures.measures.similar import ENGLAND_SET, SIMILAR
from brightfutures.measures.study import Study
from brightfutures.measures.track_record.criteria import listed_tests
from brightfutures.measures.track_record.levels import any_side_rows, level_rows
from brightfutures.measures.track_record.movements import (
    any_movement_rows,
    move_call_of,
    movement_rows,
)
from brightfutures.measures.track_record.results import IndicatorRecord, RuleRow, TrackRecord
from brightfutures.measures.track_record.rounds import call_of, round_used
from brightfutures.measures.track_record.rules import SHARE_OF, arrow_row, level_rule_row


def record_of(
    study: Study,
    judge: Judge,
    against: str = SIMILAR,
    *,
    movements: bool = False,
    rules: bool = False,
) -> IndicatorRecord:
    """How the verdicts on one indicator fared beside similar councils or England.

    With its movements too, and with the simpler rules beside both, where they are asked for.
    """
    calls = [call_of(study, judge, against, place) for place in _places(study)]
    moves = [move_call_of(study, judge, against, place) for place in _places(study) if movements]
    beside: list[RuleRow | None] = []
    if rules:
        beside += [level_rule_row(study, call, rule) for call in calls for rule in SHARE_OF]
        beside += [arrow_row(study, move) for move in moves]
    return IndicatorRecord(
        indicator=study.indicator.id,
        levels=tuple(row for call in calls for row in level_rows(study, judge, call)),
        movements=tuple(
            row for move in moves for row in movement_rows(study, judge, against, move)
        ),
        rules=tuple(row for row in beside if row is not None),
        any_sides=tuple(row for call in calls for row in any_side_rows(study, call)),
        any_movements=tuple(row for move in moves for row in any_movement_rows(study, move)),
    )


class Records:
    """The records, each worked out when first asked for and kept."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._of: dict[str, IndicatorRecord] = {}

    @cached_property
    def whole(self) -> TrackRecord:
        """Everything."""
        return track_record(self._judge)

    def of(self, study: Study) -> IndicatorRecord:
        """The levels of one indicator alone."""
        key = study.indicator.id
        if key not in self._of:
            self._of[key] = record_of(study, self._judge)
        return self._of[key]


def track_record(judge: Judge) -> TrackRecord:
    """The whole record of every indicator with counts."""
    catalogue = judge.studies.ingredients.catalogue
    studies = [judge.studies.study(name) for name in catalogue.indicators]
    counted = [study for study in studies if study.counted and study.newest is not None]
    fixed = [study for study in counted if study.indicator.health_check]
    others = [study for study in counted if not study.indicator.health_check]
    beside_similar = tuple(record_of(study, judge, movements=True, rules=True) for study in fixed)
    beside_england = tuple(record_of(study, judge, ENGLAND_SET, rules=True) for study in fixed)
    years = sorted({study.years[place] for study in fixed for place in _places(study)})
    return TrackRecord(
        rounds=tuple(round_used(SIMILAR, year)[1] for year in years),
        indicators=beside_similar,
        others=tuple(record_of(study, judge, movements=True) for study in others),
        beside_england=beside_england,
        tests=listed_tests(beside_similar, beside_england),
    )


def _places(study: Study) -> range:
    """The columns of the periods that have a later one."""
    return range(study.newest or 0)
