"""One comparison put together from what has been worked out for every council at once."""

from __future__ import annotations

import numpy as np

from brightfutures.catalogue import GoodDirection, Indicator, IndicatorKind
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.beside import Beside
from brightfutures.measures.cells import number_or_none, values_at
from brightfutures.measures.gap_range import GapOnScale, range_of_gap
from brightfutures.measures.judge import Against, Judge, p_of_difference
from brightfutures.measures.levels.probable import probable_levels
from brightfutures.measures.ranks import rank_range
from brightfutures.measures.results import (
    Comparator,
    Direction,
    Gap,
    Level,
    RankRange,
    SimilarCouncils,
    SimilarPeriod,
    Verdict,
    Why,
    Wobble,
)
from brightfutures.measures.scale import from_scale
from brightfutures.measures.similar import (
    CHOSEN,
    ENGLAND_SET,
    NEAREST_IN_CONTEXT,
    REGION,
    TITLES,
)
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS
from brightfutures.measures.wobble import ordinary_move_share

ABOVE = (Level.HIGHER, Level.UNUSUALLY_HIGH)
BELOW = (Level.LOWER, Level.UNUSUALLY_LOW)


def back(study: Study, y: float | Numbers) -> Numbers:
    """A figure on the scale in the indicator's unit."""
    if not study.counted:
        return np.asarray(y, dtype=float)
    indicator = study.indicator
    return from_scale(indicator.kind, np.asarray(y, dtype=float), indicator.per)


def similar_councils(study: Study, beside: Beside, row: int, place: int) -> SimilarCouncils:
    """Who a council is compared with, their figures and their averages."""
    comparators = beside.comparators_of(study)
    standing, averages = beside.standing(study), beside.averages(study, place)
    panel = study.material.panel
    council = panel.areas[row]
    words = comparators.closeness.get(council, {})
    others = [other for other in comparators.index[row].tolist() if other >= 0]
    codes = [panel.areas[other] for other in others]
    low, high = averages.low_quarter[row], averages.high_quarter[row]
    name = comparators.stands_in.get(council, comparators.name)
    far = comparators.distance.get(council, {})
    title = comparators.title if name == comparators.name else None
    return SimilarCouncils(
        set=name,
        title=title or TITLES[name],
        councils=tuple(
            Comparator(
                area=code,
                value=value,
                closeness=words.get(code),
                distance=far.get(code),
            )
            for code, value in zip(codes, values_at(study, others, place), strict=True)
        ),
        with_value=int(standing.with_value[row, place]),
        mean=number_or_none(float(back(study, standing.mean[row, place]))),
        plain_mean=number_or_none(averages.plain_mean[row]),
        median=number_or_none(averages.median[row]),
        pooled=number_or_none(averages.pooled[row]),
        middle_half=(float(low), float(high)) if np.isfinite(low) else None,
        alikeness=beside.alikeness(study, place),
    )


def similar_periods(study: Study, beside: Beside, row: int) -> tuple[SimilarPeriod, ...]:
    """The comparison set of one council in every period, for the trend chart."""
    standing = beside.standing(study)
    means = np.asarray(back(study, standing.mean[row])).tolist()
    with_value = standing.with_value[row].tolist()
    found = []
    for place, period in enumerate(study.material.panel.periods):
        averages = beside.averages(study, place)
        found.append(
            SimilarPeriod(
                period=period,
                mean=number_or_none(means[place]),
                low=number_or_none(averages.low_quarter[row]),
                high=number_or_none(averages.high_quarter[row]),
                with_value=int(with_value[place]),
            )
        )
    return tuple(found)


def cannot_say(why: Why, against: str = "similar") -> Verdict:
    """The verdict where no test can be made."""
    return Verdict(level=Level.CANNOT_SAY, reason=why, direction=Direction.NEITHER, against=against)


def word_for(beside: Beside) -> str:
    """How the verdict names the set it rests on."""
    name = beside.comparators.name
    return name if name in (ENGLAND_SET, REGION, CHOSEN, NEAREST_IN_CONTEXT) else "similar"


def verdict_of(study: Study, judge: Judge, against: Against, row: int, place: int) -> Verdict:
    """The verdict on one council's figure in one period."""
    beside = judge.used(study, against, place, row)
    judged, word = beside.judged(study, place), word_for(beside)
    tests, stopped = judged.tests, int(judged.stopped[row])
    if tests is None:
        return cannot_say(WHYS[stopped], word)
    q = judge.q(study, against, place, p_of_difference)
    levels = judge.levels(study, against, place, beside)
    level, reason = LEVELS[levels.level[row]], int(levels.reason[row])
    known = stopped == NO_REASON and not tests.withheld[row]
    mean = float(back(study, beside.standing(study).mean[row, place]))

    def shown(number: float) -> float | None:
        return number_or_none(number) if known else None

    return Verdict(
        level=level,
        reason=WHYS[reason] if reason != NO_REASON else None,
        direction=direction_of(study.indicator, level),
        against=word,
        z_wobble=shown(tests.near[row]),
        z_usual=shown(tests.usual_near[row]),
        z_usual_before=shown(beside.usual_before(study, place)[row]),
        p=shown(judged.p[row]),
        q=shown(q[row]),
        gap=gap_of(study, judge, beside, row, place),
        averages_agree=bool(tests.agree[row]) if known else None,
        average=number_or_none(mean),
    )


def direction_of(indicator: Indicator, level: Level) -> Direction:
    """Better or worse, only where the catalogue says which way is good."""
    good = {GoodDirection.HIGHER: ABOVE, GoodDirection.LOWER: BELOW}.get(indicator.good_direction)
    if good is None or level not in (*ABOVE, *BELOW):
        return Direction.NEITHER
    return Direction.BETTER if level in good else Direction.WORSE


def gap_of(study: Study, judge: Judge, beside: Beside, row: int, place: int) -> Gap | None:
    """The gap in the indicator's unit and in children, with its range.

    None without counts on both sides.
    """
    standing = beside.standing(study).at(place)
    wobble = judge.studies.wobble(study, place)
    own = standing.gap[row]
    if wobble is None or not study.counted or not np.isfinite(own) or not standing.with_mean[row]:
        return None
    panel = study.material.panel
    place_beside = GapOnScale(
        kind=study.indicator.kind,
        per=study.indicator.per,
        mean=float(standing.mean[row]),
        gap=float(own),
        chance=float(study.s2[row, place] + standing.chance_of_mean[row]),
        long_run=wobble.long_run,
        comparators=float(standing.with_value[row]),
    )
    return range_of_gap(
        place_beside, float(panel.value[row, place]), float(panel.denominator[row, place])
    )


def wobble_of(study: Study, judge: Judge, place: int) -> Wobble | None:
    """How much the indicator ordinarily moves, as known in this period."""
    used = judge.studies.wobble(study, place)
    if used is None:
        return None
    typical, share = study.typical(place), None
    if typical is not None:
        s2, value = typical
        proportion = study.indicator.kind is IndicatorKind.PROPORTION
        share = ordinary_move_share(
            used.a, s2, 1.0 - value / study.indicator.per if proportion else 1.0
        )
    return Wobble(
        a=used.a,
        transient=used.transient,
        long_run=used.long_run,
        from_changes=used.from_changes,
        borrowed=used.borrowed,
        ordinary_move_share=share,
        times_chance=used.times_chance,
    )


def rank_of(study: Study, judge: Judge, row: int, place: int) -> RankRange | None:
    """The range of places of one council in one period."""
    pair = probable_levels(study, judge.studies, place)
    return rank_range(*pair, row) if pair is not None else None
