"""Our own record: every past verdict looked up again in what was published later."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from threading import Lock

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


def levels_alone(record: IndicatorRecord) -> IndicatorRecord:
    """The same without its movements and the simpler rules."""
    return replace(record, movements=(), rules=(), any_movements=())


class Records:
    """The records of single indicators, each worked out when first asked for and kept.

    Once the whole record is worked out they are taken from it, and nothing need be judged again.
    """

    def __init__(self, judge: Judge, whole: WholeRecord) -> None:
        self._judge = judge
        self._whole = whole
        self._of: dict[str, IndicatorRecord] = {}

    def of(self, study: Study) -> IndicatorRecord:
        """The levels of one indicator alone."""
        key = study.indicator.id
        if key not in self._of:
            told = self._whole.known.of(key) if self._whole.known else None
            self._of[key] = levels_alone(told) if told else record_of(study, self._judge)
        return self._of[key]


class WholeRecord:
    """The whole record, worked out step by step by whoever asks, and kept.

    Its steps share workings of their own, let go after the last. Safe to share between threads.
    """

    def __init__(self, make_judge: Callable[[], Judge]) -> None:
        self._make_judge = make_judge
        self._lock = Lock()
        self._steps: Generator[None, None, TrackRecord] | None = None
        self._found: TrackRecord | None = None

    @property
    def known(self) -> TrackRecord | None:
        """The whole record if it has been worked out."""
        return self._found

    def whole(self) -> TrackRecord:
        """Everything; it takes seconds the first time."""
        while True:
            found = self.more()
            if found is not None:
                return found

    def more(self) -> TrackRecord | None:
        """One more step; None before the last. A step that fails has it begun anew."""
        with self._lock:
            if self._found is None:
                steps, self._steps = self._steps or whole_record_in_steps(self._make_judge()), None
                try:
                    next(steps)
                    self._steps = steps
                except StopIteration as end:
                    self._found = end.value
            return self._found


def whole_record_in_steps(judge: Judge) -> Generator[None, None, TrackRecord]:
    """The whole record of every indicator with counts; it stops for breath at every period."""
    catalogue = judge.studies.ingredients.catalogue
    studies = [judge.studies.study(name) for name in catalogue.indicators]
    counted = [study for study in studies if study.counted and study.newest is not None]
    fixed = [study for study in counted if study.indicator.health_check]
    others = [study for study in counted if not study.indicator.health_check]
    beside_similar, beside_england, beside_others = [], [], []
    for study in fixed:
        yield from _judged_in_steps(study, judge, SIMILAR, movements=True)
        beside_similar.append(record_of(study, judge, movements=True, rules=True))
        yield from _judged_in_steps(study, judge, ENGLAND_SET)
        beside_england.append(record_of(study, judge, ENGLAND_SET, rules=True))
        judge.forget(study.indicator.id)
    for study in others:
        yield from _judged_in_steps(study, judge, SIMILAR, movements=True)
        beside_others.append(record_of(study, judge, movements=True))
        judge.forget(study.indicator.id)
    years = sorted({study.years[place] for study in fixed for place in _places(study)})
    return TrackRecord(
        rounds=tuple(round_used(SIMILAR, year)[1] for year in years),
        indicators=tuple(beside_similar),
        others=tuple(beside_others),
        beside_england=tuple(beside_england),
        tests=listed_tests(beside_similar, beside_england),
    )


def _judged_in_steps(
    study: Study, judge: Judge, against: str, *, movements: bool = False
) -> Generator[None, None, None]:
    """Judge an indicator's periods one by one; the judge keeps what it found for the record."""
    for place in _places(study):
        call_of(study, judge, against, place)
        if movements:
            move_call_of(study, judge, against, place)
        yield


def _places(study: Study) -> range:
    """The columns of the periods that have a later one."""
    return range(study.newest or 0)
