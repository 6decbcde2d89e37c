"""Whether another average, or another set of councils, would have given another answer.

Of the councils that a verdict rests on, each of the three averages is asked alone: both tests,
the smallest gap and q, over the same fixed set with the same average throughout, and without
the rule that all three must agree. Then each other set of councils is judged whole, as the
engine judges, by exactly those it lists.
"""

from __future__ import annotations

from dataclasses import replace

from brightfutures.measures.averages import Average
from brightfutures.measures.beside import Beside
from brightfutures.measures.cells import number_or_none
from brightfutures.measures.comparison import ABOVE, BELOW, back
from brightfutures.measures.judge import Against, Judge
from brightfutures.measures.results import Alternative, Level, Why
from brightfutures.measures.similar import (
    DEFAULT,
    EARLIER,
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    REGION,
    TITLES,
)
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS, Levels

OTHER_SETS = (DEFAULT, EARLIER, REGION, ENGLAND_SET, NEAREST_IN_CONTEXT)
"""The sets of councils that every verdict is tried beside."""

AVERAGE_TITLES = {
    Average.MEAN: "The same councils, their average",
    Average.MEDIAN: "The same councils, their median",
    Average.POOLED: "The same councils, taken together as one",
}


def alternatives_of(
    study: Study, judge: Judge, against: Against, row: int, place: int
) -> tuple[Alternative, ...]:
    """What would be said of one council in one period with each other average, then each other set.

    The set that the verdict itself rests on is not repeated: the three averages are of it.
    """
    used = judge.used(study, against, place, row)
    given = LEVELS[judge.levels(study, against, place, used).level[row]]
    found = [_with(average, study, judge, (against, used), row, place) for average in Average]
    council = study.material.panel.areas[row]
    own = used.comparators.stands_in.get(council, used.comparators.name)
    for name in OTHER_SETS:
        if name != own:
            found.append(_beside(name, study, judge, row, place))
    return tuple(_agreeing(alternative, given) for alternative in found)


def _with(
    average: Average,
    study: Study,
    judge: Judge,
    asked: tuple[Against, Beside],
    row: int,
    place: int,
) -> Alternative:
    against, used = asked
    levels = judge.levels(study, against, place, used, average)
    averages = used.averages(study, place)
    value = {
        Average.MEAN: back(study, used.standing(study).mean[row, place]),
        Average.MEDIAN: averages.median[row],
        Average.POOLED: averages.pooled[row],
    }[average]
    return _alternative(average, AVERAGE_TITLES[average], float(value), levels, row)


def _beside(name: str, study: Study, judge: Judge, row: int, place: int) -> Alternative:
    beside = judge.beside(name)
    title = TITLES[name]
    if study.material.panel.areas[row] in beside.comparators.stands_in:
        return Alternative(
            name=name,
            title=title,
            value=None,
            level=Level.CANNOT_SAY,
            reason=Why.TOO_FEW_COMPARATORS,
            agrees=None,
        )
    levels = judge.levels(study, name, place, beside)
    mean = float(back(study, beside.standing(study).mean[row, place]))
    return _alternative(name, title, mean, levels, row)


def _alternative(name: str, title: str, value: float, levels: Levels, row: int) -> Alternative:
    reason = int(levels.reason[row])
    return Alternative(
        name=str(name),
        title=title,
        value=number_or_none(value),
        level=LEVELS[levels.level[row]],
        reason=WHYS[reason] if reason != NO_REASON else None,
        agrees=None,
    )


def side_of(level: Level) -> int | None:
    """Above (1), below (−1), neither (0), or None where it cannot be said."""
    if level is Level.CANNOT_SAY:
        return None
    return 1 if level in ABOVE else -1 if level in BELOW else 0


def _agreeing(alternative: Alternative, given: Level) -> Alternative:
    ours, theirs = side_of(given), side_of(alternative.level)
    if ours is None or theirs is None:
        return alternative
    return replace(alternative, agrees=ours == theirs)
