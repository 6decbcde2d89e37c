"""One council's expectation, and one indicator's model, put together from what is fitted."""

from __future__ import annotations

import numpy as np

from brightfutures.measures.cells import cell_at, number_or_none
from brightfutures.measures.expectation.expectations import Expectations
from brightfutures.measures.expectation.levels import ExpectedLevels, FittedCouncils
from brightfutures.measures.expectation.results import (
    ContextEffect,
    ContextModel,
    Expectation,
    Without,
)
from brightfutures.measures.expectation.scale import adds, figure_at, read_off
from brightfutures.measures.gap_range import GapOnScale, range_of_gap
from brightfutures.measures.intervals import Z_OF_LEVEL
from brightfutures.measures.results import Gap, Level, Why
from brightfutures.measures.study import Study
from brightfutures.measures.verdict import LEVELS, NO_REASON, WHYS, Levels


def expectation_of(
    expectations: Expectations, study: Study, row: int, place: int
) -> Expectation | None:
    """What is expected of one council in one period; None where nothing can be fitted."""
    expected = expectations.expected(study, place)
    if expected is None:
        return None
    if np.isnan(expected.level[row]):
        return _nothing_expected(expectations, study, row, place)
    judged = expectations.judged(study, place)
    level, reason = _said(expectations.levels(study, place), row)
    tests = judged.tests
    known = tests is not None and judged.stopped[row] == NO_REASON and not tests.withheld[row]
    panel = study.material.panel
    low, middle, high = _range(study, expected, row, place)

    def shown(number: float) -> float | None:
        return number_or_none(number) if known else None

    return Expectation(
        area=panel.areas[row],
        indicator=study.indicator.id,
        period=panel.periods[place],
        here=cell_at(study, row, place),
        expected=middle,
        low=low,
        high=high,
        level=level,
        reason=reason,
        gap=_gap(expectations, study, expected, row, place),
        z_wobble=shown(tests.near[row]) if tests else None,
        z_usual=shown(tests.usual_near[row]) if tests else None,
        z_usual_before=shown(expectations.usual_before(study, place)[row]) if tests else None,
        p=shown(judged.p[row]),
        q=shown(expectations.q(study, place)[row]) if tests else None,
        without=_without(expectations, study, row, place),
    )


def _nothing_expected(
    expectations: Expectations, study: Study, row: int, place: int
) -> Expectation:
    """What is said of a council whose circumstances are not known."""
    panel = study.material.panel
    return Expectation(
        area=panel.areas[row],
        indicator=study.indicator.id,
        period=panel.periods[place],
        here=cell_at(study, row, place),
        expected=None,
        low=None,
        high=None,
        level=Level.CANNOT_SAY,
        reason=WHYS[expectations.judged(study, place).stopped[row]],
        gap=None,
    )


def _said(levels: Levels, row: int) -> tuple[Level, Why | None]:
    reason = int(levels.reason[row])
    return LEVELS[levels.level[row]], WHYS[reason] if reason != NO_REASON else None


def _range(
    study: Study, expected: ExpectedLevels, row: int, place: int
) -> tuple[float | None, float | None, float | None]:
    """The low end, what is expected, and the high end, in the indicator's unit."""
    level, deviation = expected.level[row], expected.deviation[row]
    ends = level + deviation * np.array([-expected.reach.below[row], expected.reach.above[row]])
    out_of = np.asarray(study.material.panel.denominator[row, place])
    low, high = figure_at(study.indicator, ends, out_of)
    middle = float(read_off(study.indicator, np.asarray(level)))
    return number_or_none(low), number_or_none(middle), number_or_none(high)


def _gap(
    expectations: Expectations, study: Study, expected: ExpectedLevels, row: int, place: int
) -> Gap | None:
    wobble, own = expectations.studies.wobble(study, place), study.column(place)
    if wobble is None or not np.isfinite(own.y[row] - expected.level[row]):
        return None
    beside = GapOnScale(
        kind=study.indicator.kind,
        per=study.indicator.per,
        mean=float(expected.level[row]),
        gap=float(own.y[row] - expected.level[row]),
        chance=float(own.s2[row] + expected.unsureness[row]),
        long_run=wobble.long_run,
        comparators=np.inf,  # what is expected has no wobble of its own
    )
    return range_of_gap(beside, float(own.value[row]), float(own.denominator[row]))


def _without(expectations: Expectations, study: Study, row: int, place: int) -> tuple[Without, ...]:
    """What would be expected, and said, without each circumstance in turn."""
    variables = expectations.circumstances(study).variables
    found = []
    for number, variable in enumerate(variables if len(variables) > 1 else ()):
        without = expectations.without(study, place, number)
        assert without is not None
        level, reason = _said(without.levels, row)
        value = float(read_off(study.indicator, np.asarray(without.level[row])))
        found.append(Without(variable=variable, expected=value, level=level, reason=reason))
    return tuple(found)


def context_model_of(expectations: Expectations, study: Study, place: int) -> ContextModel | None:
    """One indicator's circumstances over all England; None where nothing can be fitted."""
    fitted, held_out = expectations.fitted(study, place), expectations.held_out(study, place)
    if fitted is None or held_out is None:
        return None
    panel, count = study.material.panel, len(fitted.rows)
    average = read_off(study.indicator, np.asarray(fitted.line.coefficients[0]))
    return ContextModel(
        indicator=study.indicator.id,
        period=panel.periods[place],
        effects=_effects(expectations, study, fitted),
        average=float(average),
        councils=count,
        left_out=len(study.rows_there(place)) - count,
        spread=float(np.sqrt(fitted.line.spread)),
        spread_alone=expectations.spread_alone(study, place, fitted),
        explained=held_out.explained,
        held_out_within=held_out.share_within,
        sampling_error=held_out.sampling_error,
    )


def _effects(
    expectations: Expectations, study: Study, fitted: FittedCouncils
) -> tuple[ContextEffect, ...]:
    circumstances, line, indicator = expectations.circumstances(study), fitted.line, study.indicator
    found = []
    pairs = zip(circumstances.variables, circumstances.periods, strict=True)
    for number, (variable, period) in enumerate(pairs, start=1):
        effect = float(line.coefficients[number])
        reach = Z_OF_LEVEL[95.0] * float(np.sqrt(line.covariance[number, number]))
        ends = np.array([effect, effect - reach, effect + reach])
        times, low, high = (ends if adds(indicator) else np.exp(ends)).tolist()
        below, above = read_off(indicator, line.coefficients[0] + np.array([-effect, effect]))
        found.append(
            ContextEffect(
                variable=variable,
                period=period,
                times=times,
                low=low,
                high=high,
                adds=adds(indicator),
                expected_below=float(below),
                expected_above=float(above),
            )
        )
    return tuple(found)
