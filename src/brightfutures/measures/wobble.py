"""The ordinary wobble: how much a figure moves from year to year beyond chance.

A year's change net of England's has variance s² of both years + 2a, so that a is half the
excess of the variance of changes over chance. Part of what moves goes away again: where changes
are followed by opposite ones more than chance explains, the covariance of neighbouring changes
is −(s² of the year they share) − b, and b, between 0 and a, is the transient part.

A wobble lasts more than one year. Where a share ρ of it is still there a year later, a council
strays from its own long run with variance A, and one year shows only a = A(1 − ρ) of it, and
b = A(1 − ρ)². So ρ = 1 − b/a and A = a/(1 − ρ) (a first-order autoregression, the textbook
case). A verdict speaks of where a council stands, not of one year, and so reckons with A.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.arrays import Numbers
from brightfutures.measures.changes import Changes
from brightfutures.measures.winsorised import (
    FEWEST_DIFFERENCES,
    SHARE_DRAWN_IN,
    excess_variance,
    winsorised_mean_square,
)

FEWEST_CHANGES = 2
"""With fewer past changes an indicator has no wobble of its own."""

MOST_KEPT = 0.5
"""What is more than half there a year later is no wobble but a council that has moved."""


@dataclass(frozen=True, kw_only=True)
class OwnWobble:
    """What one indicator's past says: a, its transient part b, A, and how many times chance.

    `times_chance` is the variance of changes over what chance alone gives them.
    """

    a: float
    transient: float
    long_run: float
    from_changes: int
    times_chance: float


def estimate_wobble(changes: Changes, last: int) -> OwnWobble | None:
    """The wobble from changes up to the period in column `last`, and none later.

    None where fewer than two years' changes can be read.
    """
    columns = [
        place
        for place in range(last + 1)
        if np.isfinite(changes.net[:, place]).sum() >= FEWEST_DIFFERENCES
    ]
    if len(columns) < FEWEST_CHANGES:
        return None
    net, chance = changes.net[:, columns], changes.chance[:, columns]
    known = np.isfinite(net)
    a = excess_variance(net[known], chance[known], 2.0)
    transient = _transient(changes, a, last)
    return OwnWobble(
        a=a,
        transient=transient,
        long_run=long_run_variance(a, transient),
        from_changes=len(columns),
        times_chance=winsorised_mean_square(net[known] / np.sqrt(chance[known])),
    )


def long_run_variance(a: float, transient: float) -> float:
    """A: how far a council strays from its own long run, as a variance beyond chance."""
    kept = 1.0 - transient / a if a > 0.0 else 0.0
    return a / (1.0 - min(max(kept, 0.0), MOST_KEPT))


def _transient(changes: Changes, a: float, last: int) -> float:
    """b, from pairs of changes in neighbouring years; 0 where there are too few pairs."""
    expected = changes.chance[:, : last + 1] + 2.0 * a
    z = _drawn_in(changes.net[:, : last + 1] / np.sqrt(expected))
    now, before = z[:, 1:], z[:, :-1]
    pairs = np.isfinite(now) & np.isfinite(before)
    if pairs.sum() < FEWEST_DIFFERENCES:
        return 0.0
    now, before = now[pairs], before[pairs]
    size = float(np.sqrt((now @ now) * (before @ before)))
    agreement = float(now @ before) / size if size > 0 else 0.0
    weight = 1.0 / np.sqrt(expected[:, 1:][pairs] * expected[:, :-1][pairs])
    chance = changes.shared[:, 1 : last + 1][pairs]
    b = -(agreement * len(weight) + float(chance @ weight)) / float(weight.sum())
    return min(max(b, 0.0), a)


def _drawn_in(z: Numbers) -> Numbers:
    """Z with the lowest and highest tenth drawn in; NaN stays NaN."""
    ordered = np.sort(z[np.isfinite(z)])
    if not len(ordered):
        return z
    cut = int(SHARE_DRAWN_IN * len(ordered))
    return np.asarray(np.clip(z, ordered[cut], ordered[len(ordered) - 1 - cut]))


def ordinary_move_share(a: float, s2: float, share_left: float) -> float:
    """One standard deviation of a year's change, as a share of the figure.

    `s2` is the chance variance of a council of median size. On the logit scale a small move of
    y moves a share p by p(1 − p), so that `share_left` is 1 − p; on the log scale it is 1.
    """
    return float(np.sqrt(2.0 * (a + s2)) * share_left)
