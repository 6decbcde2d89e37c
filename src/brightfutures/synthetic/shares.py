"""Parts of one whole: shares that compete, and can never come to more than all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brightfutures.synthetic.calibration import SHARES, Quantity

Numbers = npt.NDArray[np.float64]

MOST_OF_WHAT_IS_LEFT = 0.97
"""The most of what earlier parts leave that the later ones truly take; the rest wobbles."""

ALL_BUT_A_HAIR = 0.999

MOST_PLANTED = 0.95
"""The most of a whole, in England in any year, that its parts with planted pairs may take.

Beyond that the parts rule each other, and half of all councils cannot lie at the mean of their
similar councils on each of them.
"""


def shares_a_whole(quantity: Quantity) -> bool:
    """Whether a quantity is one of several parts of a whole."""
    return quantity.kind in SHARES and quantity.group is not None and quantity.of is not None


def parts_of_one_whole(calibration: Mapping[str, Quantity]) -> Mapping[str, Sequence[Quantity]]:
    """By the id of each part, every part of its whole that has a level of its own."""
    wholes: dict[tuple[str | None, str | None], list[Quantity]] = {}
    for quantity in calibration.values():
        if shares_a_whole(quantity):
            wholes.setdefault((quantity.of, quantity.group), []).append(quantity)
    return {part.id: parts for parts in wholes.values() for part in parts}


def that_fit(
    planted: Iterable[str], calibration: Mapping[str, Quantity], years: Sequence[int]
) -> frozenset[str]:
    """Of the series on which pairs are to be planted, those that fit together in their whole.

    In the order given: one that would bring the planted parts of its whole above `MOST_PLANTED`
    is left out.
    """
    taken: dict[tuple[str | None, str | None], Numbers] = {}
    kept: set[str] = set()
    for name in planted:
        quantity = calibration[name]
        if name in kept:
            continue
        if shares_a_whole(quantity):
            key = (quantity.of, quantity.group)
            share = taken.get(key, 0.0) + england_shares(quantity, years)
            if (share > MOST_PLANTED).any():
                continue
            taken[key] = share
        kept.add(name)
    return frozenset(kept)


def england_shares(quantity: Quantity, years: Sequence[int]) -> Numbers:
    """England's share in every year."""
    return np.array([quantity.england_ratio(year) for year in years])


def in_order(
    parts: Sequence[Quantity], planted: frozenset[str], years: Sequence[int]
) -> tuple[list[Quantity], list[Quantity]]:
    """Parts with planted pairs, the smallest first so that the largest gives way; the others."""
    first = [part for part in parts if part.id in planted]
    first.sort(key=lambda part: (float(england_shares(part, years).max()), part.id))
    return first, [part for part in parts if part.id not in planted]


@dataclass(eq=False)
class SharedOut:
    """How much of a whole is shared out so far: truly, with the wobble, and in numbers drawn."""

    whole: Numbers
    true: Numbers
    now: Numbers
    numbers: Numbers

    @classmethod
    def nothing(cls, whole: Numbers) -> SharedOut:
        """Nothing yet."""
        return cls(whole, np.zeros_like(whole), np.zeros_like(whole), np.zeros_like(whole))

    @property
    def most_true(self) -> Numbers | None:
        """The most that the next part's true share may be; None for the first."""
        return MOST_OF_WHAT_IS_LEFT * (1.0 - self.true) if self.true.any() else None

    def steadied(self, parts: Sequence[tuple[Numbers, Numbers]]) -> list[Numbers]:
        """Shares with their wobble, from pairs of the true one and the wobbling one.

        Where the wobbles together, up or down, are more than the truth leaves of the whole, each
        is made smaller alike: as far up as down, so that the truth stays in the middle.
        """
        if not parts:
            return []
        together = np.abs(np.sum([now - true for true, now in parts], axis=0))
        left = ALL_BUT_A_HAIR * (1.0 - self.true)
        factor = np.minimum(left / np.maximum(together, 1e-12), 1.0)
        return [np.asarray(true + factor * (now - true)) for true, now in parts]

    def squeezed_true(self, shares: Sequence[Numbers]) -> list[Numbers]:
        """True shares made smaller alike where together they are more than is left."""
        return _squeezed(shares, MOST_OF_WHAT_IS_LEFT * (1.0 - self.true))

    def squeezed_now(self, shares: Sequence[Numbers], taken: Sequence[Numbers]) -> list[Numbers]:
        """The same of shares with their wobble, beside those `taken`."""
        left = 1.0 - np.sum(taken, axis=0) if taken else np.ones_like(self.whole)
        return _squeezed(shares, ALL_BUT_A_HAIR * left)

    def left_for(self, share: Numbers) -> tuple[Numbers, Numbers]:
        """The numbers that are left to draw a part from, and its share of those."""
        left = np.maximum(1.0 - self.now, 1e-9)
        return self.whole - self.numbers, np.clip(share / left, 0.0, 1.0)

    def take(self, share: Numbers, numbers: Numbers) -> None:
        """Take a part out of what is left."""
        self.now = self.now + share
        self.numbers = self.numbers + numbers


def _squeezed(shares: Sequence[Numbers], room: Numbers) -> list[Numbers]:
    if not shares:
        return []
    together = np.sum(shares, axis=0)
    factor = np.minimum(room / np.maximum(together, 1e-12), 1.0)
    return [share * factor for share in shares]
