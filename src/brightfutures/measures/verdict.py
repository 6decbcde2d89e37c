"""From tests to words: the level of every council in one period, and why.

The rules are those of DESIGN.md, section 5. A break in a series does not stop a comparison
within one period, in which everyone is counted alike; it stops what is read across periods:
the wobble, movement, and the second look that an unusual level needs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brightfutures.measures.arrays import Flags, Numbers
from brightfutures.measures.difference_tests import DifferenceTests
from brightfutures.measures.false_discovery import two_sided_p
from brightfutures.measures.results import Level, Why

FALSE_DISCOVERY = 0.05
UNUSUAL_NOW = 1.96
UNUSUAL_BEFORE = 1.5

LEVELS = tuple(Level)
WHYS = tuple(Why)
NO_REASON = -1
_LEVEL_CODE = {level: code for code, level in enumerate(LEVELS)}
_WHY_CODE = {why: code for code, why in enumerate(WHYS)}

Codes = npt.NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Levels:
    """For each council a place in `LEVELS`, and one in `WHYS` or `NO_REASON`."""

    level: Codes
    reason: Codes


def testable(stopped: Codes) -> Flags:
    """Where nothing stops a test."""
    return np.asarray(stopped == NO_REASON)


def what_stops_it(tests: DifferenceTests | None, bars: dict[Why, Flags], councils: int) -> Codes:
    """Why no verdict can be given, the first reason that holds; `NO_REASON` where none does.

    `bars` are the reasons known before any test, in order of precedence.
    """
    stopped = np.full(councils, NO_REASON, dtype=np.int8)
    every = dict(bars)
    if tests is not None:
        every[Why.TOO_FEW_CHILDREN] = ~tests.enough
        every[Why.NO_HISTORY] = ~np.isfinite(tests.near)
    for why, holds in every.items():
        stopped[(stopped == NO_REASON) & holds] = _WHY_CODE[why]
    return stopped


def p_values(tests: DifferenceTests, stopped: Codes) -> Numbers:
    """Two-sided p of z₁ (of its nearer end, for a withheld count); NaN where there is no test."""
    return np.where(testable(stopped), two_sided_p(tests.near), np.nan)


def levels_of(
    tests: DifferenceTests | None, stopped: Codes, q: Numbers, usual_before: Numbers
) -> Levels:
    """The level of every council; without tests nothing can be said of any.

    `q` has been worked out over the fixed set; `usual_before` is z₂ of the period before, NaN
    where it cannot be read on.
    """
    if tests is None:
        nobody = np.full(len(stopped), _LEVEL_CODE[Level.CANNOT_SAY], dtype=np.int8)
        return Levels(level=nobody, reason=stopped)
    p = p_values(tests, stopped)
    open_ = testable(stopped)
    reason = np.full(len(q), NO_REASON, dtype=np.int8)
    for why, holds in (
        (Why.WITHIN_WOBBLE, ~(p <= FALSE_DISCOVERY)),
        (Why.GAP_TOO_SMALL, tests.too_small_near),
        (Why.NOT_AFTER_CORRECTION, ~(q <= FALSE_DISCOVERY)),
        (Why.AVERAGES_DISAGREE, ~tests.agree),
    ):
        reason[(reason == NO_REASON) & holds] = _WHY_CODE[why]
    different = open_ & (reason == NO_REASON)
    # At its far end a withheld count might be called different while its near end is not.
    far_differs = (two_sided_p(tests.far) <= FALSE_DISCOVERY) & ~tests.too_small_far
    disagree = open_ & tests.withheld & ~different & far_differs
    unusual = (
        different
        & (np.abs(tests.usual_near) >= UNUSUAL_NOW)
        & (usual_before * np.sign(tests.usual_near) >= UNUSUAL_BEFORE)
    )
    high = tests.near > 0
    level = np.full(len(q), _LEVEL_CODE[Level.ABOUT_THE_SAME], dtype=np.int8)
    level[different & high] = _LEVEL_CODE[Level.HIGHER]
    level[different & ~high] = _LEVEL_CODE[Level.LOWER]
    level[unusual & high] = _LEVEL_CODE[Level.UNUSUALLY_HIGH]
    level[unusual & ~high] = _LEVEL_CODE[Level.UNUSUALLY_LOW]
    level[~open_ | disagree] = _LEVEL_CODE[Level.CANNOT_SAY]
    reason[~open_] = stopped[~open_]
    reason[disagree] = _WHY_CODE[Why.WITHHELD_ENDS_DISAGREE]
    return Levels(level=level, reason=reason)
