"""On what scale an expectation is worked out, and how it is read in the indicator's unit.

Counts are laid out as everywhere: the log odds of a proportion, the log of a rate. Of figures
without counts pounds are laid out as their log, since twice as much is as far as half as much,
and any others (shares of spending, scores) as they are.
"""

from __future__ import annotations

import numpy as np

from brightfutures.catalogue import Indicator, IndicatorKind
from brightfutures.measures.arrays import Numbers
from brightfutures.measures.scale import from_scale, has_counts
from brightfutures.measures.study import Study

PERCENT = "%"
POUNDS = "pounds"


def adds(indicator: Indicator) -> bool:
    """Whether what goes with a circumstance is added to the figure, not multiplied by."""
    return not has_counts(indicator) and not indicator.unit.startswith(POUNDS)


def laid_out(study: Study, place: int) -> Numbers:
    """Every council's figure in one period on the scale of its expectation; NaN without one."""
    column = study.column(place)
    if study.counted or adds(study.indicator):
        return column.y
    laid = np.full(column.y.shape, np.nan)
    np.log(column.y, out=laid, where=column.y > 0)
    return laid


def read_off(indicator: Indicator, level: Numbers) -> Numbers:
    """A level on that scale in the indicator's unit."""
    if has_counts(indicator):
        return from_scale(indicator.kind, level, indicator.per)
    return np.asarray(level if adds(indicator) else np.exp(level))


def chance_at(indicator: Indicator, level: Numbers, out_of: Numbers) -> Numbers:
    """The chance variance of a figure out of so many whose level is this; nought without counts."""
    if not has_counts(indicator):
        return np.zeros(level.shape)
    return chance_of_level(indicator.kind, level, out_of)


def chance_of_level(kind: IndicatorKind, level: Numbers, out_of: Numbers) -> Numbers:
    """1 / (n·p(1 − p)) of a proportion, 1 over the count expected of a rate."""
    if kind is IndicatorKind.PROPORTION:
        share = 1.0 / (1.0 + np.exp(-level))
        return np.asarray(1.0 / (out_of * share * (1.0 - share)))
    return np.asarray(1.0 / (out_of * np.exp(level)))


def figure_at(indicator: Indicator, laid: Numbers, out_of: Numbers) -> Numbers:
    """The figure out of so many that is laid out so, no lower than nought nor above the whole.

    The inverse of `scale.to_scale`, with its half a child: so a figure lies within a range of
    figures just where it does on the scale.
    """
    if not has_counts(indicator):
        most = 100.0 if indicator.unit == PERCENT else np.inf
        return np.clip(read_off(indicator, laid), 0.0, most)
    if indicator.kind is IndicatorKind.PROPORTION:
        count = np.clip((out_of + 1.0) / (1.0 + np.exp(-laid)) - 0.5, 0.0, out_of)
    else:
        count = np.maximum(out_of * np.exp(laid) - 0.5, 0.0)
    return np.asarray(indicator.per * count / out_of)
