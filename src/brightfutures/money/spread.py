"""How far apart councils' spend per child lies: the ten lowest beside the ten highest.

With fewer than forty councils the ten at either end would be most of them, and nothing is said of
the ends. The councils with fewest children are left out and named: two of England's have under
two thousand, and spend several times as much per child as any other.

The sector's figure for 2015-16 was that the ten lowest of the councils judged good or outstanding
each spent under £585 per child and the ten highest each over £1,043. So beside the mean of each
ten stands its innermost council: the tenth lowest and the tenth highest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median

ENDS = 10
"""How many councils are taken at either end."""

FEWEST = 40
"""The fewest councils of whose ends anything is said."""

FEWEST_CHILDREN = 2_000
"""Councils with fewer children are left out of a spread."""


@dataclass(frozen=True, kw_only=True)
class Ends:
    """The ten lowest and the ten highest, in pounds per child.

    `lowest` and `highest` are councils' codes from the end inwards; the means give each council
    the same weight. `under` is the tenth lowest council's figure and `over` the tenth highest's.
    """

    lowest: tuple[str, ...]
    highest: tuple[str, ...]
    lowest_mean: float
    highest_mean: float
    under: float
    over: float

    @property
    def ratio(self) -> float:
        """How many times the mean of the lowest the mean of the highest is."""
        return self.highest_mean / self.lowest_mean


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Councils' spend per child in one year and one price year.

    `ends` is None where fewer than forty councils have a figure. `too_small` are those left out
    for having few children.
    """

    councils: int
    middle: float | None
    ends: Ends | None
    too_small: tuple[str, ...]


def spread_of(
    per_child: Mapping[str, float],
    children: Mapping[str, float],
    *,
    among: Iterable[str] | None = None,
    fewest_children: float = FEWEST_CHILDREN,
) -> Spread:
    """The spread of councils' pounds per child; `among` keeps to some of them.

    Of two councils with the same figure that with the lower code comes first. A ratio needs the
    lowest to spend something: where their mean is nought or less there are no ends.
    """
    wanted = set(per_child) if among is None else set(per_child) & set(among)
    small = {code for code in wanted if children.get(code, 0.0) < fewest_children}
    ordered = sorted(wanted - small, key=lambda code: (per_child[code], code))
    figures = [per_child[code] for code in ordered]
    return Spread(
        councils=len(ordered),
        middle=median(figures) if figures else None,
        ends=_ends(ordered, figures),
        too_small=tuple(sorted(small)),
    )


def _ends(ordered: list[str], figures: list[float]) -> Ends | None:
    if len(ordered) < FEWEST or fmean(figures[:ENDS]) <= 0:
        return None
    return Ends(
        lowest=tuple(ordered[:ENDS]),
        highest=tuple(reversed(ordered[-ENDS:])),
        lowest_mean=fmean(figures[:ENDS]),
        highest_mean=fmean(figures[-ENDS:]),
        under=figures[ENDS - 1],
        over=figures[-ENDS],
    )
