"""Counts of what held: so many of so many, and what became of verdicts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brightfutures.measures.intervals import wilson
from brightfutures.quantities import Interval


@dataclass(frozen=True)
class Held:
    """So many of so many."""

    held: int = 0
    of: int = 0

    def __add__(self, other: Held) -> Held:
        return Held(self.held + other.held, self.of + other.of)

    @property
    def share(self) -> float | None:
        """The share that held (0 to 1); None of none."""
        return self.held / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95% range of the share, as if each had been counted apart from the others."""
        if not self.of:
            return None
        low, high = wilson(np.array([float(self.held)]), np.array([float(self.of)]), 95.0)
        return Interval(float(low[0]), float(high[0]), 95.0)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What became of verdicts of one kind, a year or two later.

    `flags` counts the verdicts given for which the later period is published at all. Later on
    the council had a figure that could be placed beside the same councils `placed` times, and
    then was `still_there` (on the same side of their mean; for a movement, beyond its start).
    The later verdict called the `same` side, the `opposite`, or `nothing_clear`; else it
    `cannot_say`. `same_level` counts those of `same` that are the very same verdict: *higher* that
    became *unusually high* is not among them. Of the verdict *about the same*, `same` counts the
    later ones that said so too, `opposite` those that called a side, and nothing is placed.
    """

    flags: int = 0
    placed: int = 0
    still_there: int = 0
    same: int = 0
    nothing_clear: int = 0
    opposite: int = 0
    cannot_say: int = 0
    same_level: int = 0

    def __add__(self, other: Kept) -> Kept:
        return Kept(
            flags=self.flags + other.flags,
            placed=self.placed + other.placed,
            still_there=self.still_there + other.still_there,
            same=self.same + other.same,
            nothing_clear=self.nothing_clear + other.nothing_clear,
            opposite=self.opposite + other.opposite,
            cannot_say=self.cannot_say + other.cannot_say,
            same_level=self.same_level + other.same_level,
        )

    @property
    def answered(self) -> int:
        """How many had a verdict later."""
        return self.same + self.nothing_clear + self.opposite

    @property
    def on_that_side(self) -> Held:
        """Still on that side (or beyond its start), of those that could be placed."""
        return Held(self.still_there, self.placed)

    @property
    def side_again(self) -> Held:
        """The same side called again, of those that had a verdict."""
        return Held(self.same, self.answered)

    @property
    def very_same_verdict(self) -> Held:
        """The very same verdict, of those that had one."""
        return Held(self.same_level, self.answered)

    @property
    def opposite_verdict(self) -> Held:
        """The opposite verdict, of those that had one."""
        return Held(self.opposite, self.answered)
