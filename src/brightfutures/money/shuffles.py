"""What a difference between councils that cut and those that did not would be by chance.

Net changes of councils × years are compared within each year, and the years put together by how
many councils cut in them:

    effect = Σ n(year) × (mean of those that cut − mean of those that did not) / Σ n(year)

Whole histories of cutting are then dealt out anew among councils of like size, many times (Fisher
1935; Young 2019): a council's years stay together, so that one council with a long rise is not
taken for many. The spread of the effects so dealt is the standard error; with it the interval and
p are those of a normal (the effect is a mean of many). Random numbers are seeded, so that the same
figures give the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brightfutures.measures.arrays import Flags, Numbers, Rows

SHUFFLES = 999
SEED = 20_190_401
_AT_ONCE = 32
LIKE_SIZE = 3
"""Into how many groups of like size the councils are parted."""


@dataclass(frozen=True, eq=False)
class Differences:
    """For each outcome the effect, its standard error and what it rests on; NaN where none.

    `cuts` are how many changes of councils that cut are in it, `councils` how many councils.
    """

    effect: Numbers
    error: Numbers
    cuts: Numbers
    councils: Numbers


def dealt_out(children: Numbers, shuffles: int = SHUFFLES, seed: int = SEED) -> Rows:
    """Shuffles × councils: whose history of cutting each council is given.

    Councils are dealt among those of their third by size; one without a size keeps its own.
    """
    random = np.random.default_rng(seed)
    rows = np.tile(np.arange(len(children)), (shuffles, 1))
    sized = np.flatnonzero(np.isfinite(children))
    for group in np.array_split(sized[np.argsort(children[sized], kind="stable")], LIKE_SIZE):
        rows[:, group] = random.permuted(np.tile(group, (shuffles, 1)), axis=1)
    return rows


def differences(cut: Numbers, change: Numbers, dealt: Rows) -> Differences:
    """`cut` is councils × years (1, 0 or NaN), `change` councils × years × outcomes.

    Years in which nobody cut, or nobody did not, say nothing.
    """
    as_it_was = np.arange(len(cut))[np.newaxis]
    effects, cuts = _effects(cut, change, as_it_was)
    by_chance, _ = _effects(cut.astype(np.float32), change.astype(np.float32), dealt)
    cutting = (cut == 1.0)[:, :, np.newaxis] & np.isfinite(change)
    return Differences(
        effect=effects[0],
        error=_spread(by_chance),
        cuts=cuts[0],
        councils=cutting.any(axis=1).sum(axis=0).astype(np.float64),
    )


def _effects(
    cut: npt.NDArray[np.floating], change: npt.NDArray[np.floating], whose: Rows
) -> tuple[Numbers, Numbers]:
    """Effects and how many cuts are in them, a row for each way of dealing × outcomes."""
    outcomes = change.shape[2]
    total, weight = np.zeros((2, len(whose), outcomes))
    for year in range(cut.shape[1]):
        told = np.isfinite(change[:, year])
        if not told.any():
            continue
        both = np.hstack([np.where(told, change[:, year], 0.0), told]).astype(cut.dtype)
        dealt = cut[:, year][whose]
        did, did_not = (_sums((dealt == flag).astype(cut.dtype), both) for flag in (1.0, 0.0))
        n, m = did[:, outcomes:], did_not[:, outcomes:]
        gap = did[:, :outcomes] / np.maximum(n, 1.0) - did_not[:, :outcomes] / np.maximum(m, 1.0)
        some = (n > 0) & (m > 0)
        total += np.where(some, n * gap, 0.0)
        weight += np.where(some, n, 0.0)
    effects = np.divide(total, weight, out=np.full_like(total, np.nan), where=weight > 0)
    return effects, weight


def _sums(
    flags: npt.NDArray[np.floating], both: npt.NDArray[np.floating]
) -> npt.NDArray[np.floating]:
    """The product, in pieces too small to be shared out among cores.

    Sharing out costs more than it saves, and where the cores are busy ten times as much.
    """
    pieces = range(0, len(flags), _AT_ONCE)
    return np.concatenate([flags[at : at + _AT_ONCE] @ both for at in pieces])


def _spread(dealt: Numbers) -> Numbers:
    """The standard deviation of each outcome's dealt effects; NaN where fewer than two are told."""
    known = np.isfinite(dealt)
    count = known.sum(axis=0)
    mean = np.where(known, dealt, 0.0).sum(axis=0) / np.maximum(count, 1)
    squares = np.where(known, dealt - mean, 0.0) ** 2
    error = np.sqrt(squares.sum(axis=0) / np.maximum(count - 1, 1))
    return np.where(count < 2, np.nan, error)


def net_of_trend(change: Numbers, before: Numbers) -> Numbers:
    """Changes less what the same years brought to all and what each one's own past leads to expect.

    Both are councils × years. Within each year the mean goes; then the share of a council's own
    earlier change that usually goes on, or back, estimated from all councils at once (least
    squares): a rise that is about to fall back is not taken for what a cut brought.
    """
    known = np.isfinite(change) & np.isfinite(before)
    later, earlier = _less_the_years(change, known), _less_the_years(before, known)
    squares = float(np.nansum(earlier**2))
    goes_on = float(np.nansum(earlier * later)) / squares if squares > 0 else 0.0
    return np.asarray(later - goes_on * earlier)


def _less_the_years(values: Numbers, known: Flags) -> Numbers:
    inside = np.where(known, values, 0.0)
    means = inside.sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    return np.where(known, values - means, np.nan)
