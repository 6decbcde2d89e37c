"""How much of the difference between councils lasts, how much comes and goes, and what is chance.

Over councils, in one period t and the period three years before, on the scale of comparison:
chance is the mean of s² over the variance of y in t; what lasts is the correlation of y in t with
y three years before, which is the share of the variance that was there then and still is, also
where all councils have drawn together or apart meanwhile; the ordinary wobble is the rest. The
three are held between 0 and 1 and add up to 1. Ranges are Rubin's (1981) Bayesian bootstrap of
councils.

The wobble here is not A, by which verdicts are judged: A is taken from all past years, and where
figures have become steadier it would put down as wobble what has now stood for many years.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.changes import FEWEST_OUT_OF
from brightfutures.measures.comparison import back
from brightfutures.measures.difference_tests import FEWEST_EXPECTED
from brightfutures.measures.nation.spread_results import Part, Split, WhyNoSplit, Width
from brightfutures.measures.study import Study

YEARS_BETWEEN = (3, 4, 5)
"""What is still there after three years lasts; where three cannot be read, four or five."""

FEWEST_COUNCILS = 30
RESAMPLES = 1_000
SEED = 1989
TAIL = 0.1
"""A low council has so large a share of all councils below it, a high one above it."""


def split_of(study: Study, place: int) -> Split | WhyNoSplit:
    """The differences between councils in one period, parted in three."""
    if not study.counted:
        return WhyNoSplit.NO_COUNTS
    before = place_before(study, place)
    if before is None:
        return WhyNoSplit.NO_PERIOD_BEFORE
    rows = large_enough_to_part(study, place) & large_enough_to_part(study, before)
    rows &= study.material.joined[: study.councils, before + 1 : place + 1].all(axis=1)
    if rows.sum() < FEWEST_COUNCILS:
        return WhyNoSplit.TOO_FEW_COUNCILS
    now, then = study.column(place), study.column(before)
    y, y_then, s2 = now.y[rows], then.y[rows], now.s2[rows]
    lasting, wobble, chance = parts_of(y, y_then, s2)
    periods = study.material.panel.periods
    return Split(
        period=periods[place],
        before=periods[before],
        councils=int(rows.sum()),
        lasting=lasting,
        wobble=wobble,
        chance=chance,
        width=_width(study, y, lasting.share),
    )


def place_before(study: Study, place: int) -> int | None:
    """The column of the period three years before, if it may be set beside this one.

    Else that of four or five years before. Never over a missing year or a break, and never where
    the pandemic distorted either.
    """
    for years in YEARS_BETWEEN:
        before = place - years
        if before < 0 or study.years[place] - study.years[before] != years:
            return None
        if study.material.broken[before + 1 : place + 1].any() or study.is_pandemic[place]:
            return None
        if not study.is_pandemic[before]:
            return before
    return None


def large_enough_to_part(study: Study, place: int) -> Flags:
    """The councils out of thirty or more, of whom at England's average five or more would count.

    Of two that return one figure together, the first alone.
    """
    column = study.column(place)
    known = np.isfinite(column.y)
    base = float(column.denominator[known].sum())
    share = float(column.numerator[known].sum()) / base if base > 0 else 0.0
    enough = column.denominator * share >= FEWEST_EXPECTED
    found = known & (column.denominator >= FEWEST_OUT_OF) & enough
    found[[max(pair) for pair in study.material.joint]] = False
    return np.asarray(found)


def parts_of(y: Numbers, y_then: Numbers, s2: Numbers) -> tuple[Part, Part, Part]:
    """What lasts, the wobble, and chance, each with its 95% range."""
    order = np.lexsort((s2, y_then, y))  # so that the councils' own order changes no range
    y, y_then, s2 = y[order], y_then[order], s2[order]
    found = shares(np.ones((1, len(y))), y, y_then, s2)[:, 0]
    low, high = np.quantile(shares(weights(len(y)), y, y_then, s2), (0.025, 0.975), axis=1)
    lasting, wobble, chance = (
        Part(share=float(share), low=min(float(one), share), high=max(float(other), share))
        for share, one, other in zip(found.tolist(), low, high, strict=True)
    )
    return lasting, wobble, chance


def shares(weight: Numbers, y: Numbers, y_then: Numbers, s2: Numbers) -> Numbers:
    """Lasting, wobble and chance (three rows) for every row of weights over councils."""
    of_chance = (weight @ s2) / weight.sum(axis=1)
    spread, together = covariance(weight, y, y), covariance(weight, y, y_then)
    size = np.sqrt(spread * covariance(weight, y_then, y_then))
    nothing = np.zeros(len(weight))
    chance = np.divide(of_chance, spread, out=np.ones(len(weight)), where=spread > 0)
    chance = np.minimum(chance, 1.0)
    lasting = np.divide(together, size, out=nothing, where=size > 0)
    lasting = np.clip(lasting, 0.0, 1.0 - chance)
    return np.stack((lasting, np.maximum(1.0 - lasting - chance, 0.0), chance))


def covariance(weight: Numbers, one: Numbers, other: Numbers) -> Numbers:
    """The covariance of two columns of councils for every row of weights."""
    total, councils = weight.sum(axis=1), len(one)
    one, other = one - one.mean(), other - other.mean()
    product = (weight @ (one * other)) / total
    found = product - (weight @ one) * (weight @ other) / total**2
    return np.asarray(found * councils / (councils - 1.0))


def weights(councils: int) -> Numbers:
    """The bootstrap's weights, a row for each resample: the same at every run."""
    return _all_weights(1 << max(councils - 1, 255).bit_length())[:, :councils]


@cache
def _all_weights(columns: int) -> Numbers:
    return np.random.default_rng(SEED).standard_exponential((RESAMPLES, columns))


def _width(study: Study, y: Numbers, lasting: float) -> Width:
    """A low and a high council, as they lie and with only what lasts of their distance."""
    low, middle, high = np.quantile(y, (TAIL, 0.5, 1.0 - TAIL))
    left = np.sqrt(lasting)
    ends = np.array([low, high, middle + (low - middle) * left, middle + (high - middle) * left])
    shown = back(study, ends).tolist()
    return Width(low=shown[0], high=shown[1], lasting_low=shown[2], lasting_high=shown[3])
