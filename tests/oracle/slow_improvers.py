"""Who has improved, the slow and obvious way: loops over councils, years and pairs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist, mean, median

from slow_verdict import Slow, benjamini_hochberg, excess

from brightfutures.catalogue import GoodDirection

Group = list[tuple[float, float, float]]
"""Councils as where they began, what they improved by, and its chance."""


@dataclass
class Held:
    """One council of the worse half held against the others of it."""

    began: float
    came: float
    expected: float
    z: float
    p: float
    value: float
    low: float
    high: float


class SlowImprovers(Slow):
    """Reuses the plain counts, scale and wobble of the slow verdict."""

    def declared(self, name: str):
        return next(each for each in self.england.indicators if each.id == name)

    def better(self, name: str) -> int:
        return 1 if self.declared(name).good_direction is GoodDirection.HIGHER else -1

    def ends(self, name: str, council: str, year: int) -> tuple[float, float, float] | None:
        """First, last and chance, where all five years are known."""
        five = [self.counts(name, council, each) for each in range(year - 4, year + 1)]
        if any(pair is None for pair in five):
            return None
        ends = [pair for place, pair in enumerate(five) if pair and place != 2]
        y = [self.y(name, *pair) for pair in ends]
        chance = sum(self.s2(name, *pair) for pair in ends) / 4
        return (y[0] + y[1]) / 2, (y[2] + y[3]) / 2, chance

    def read(self, name: str, year: int) -> dict[str, tuple[float, float, float]]:
        """Every council that can be read and is large enough."""
        found = {}
        for council in self.councils:
            ends = self.ends(name, council, year)
            if ends:
                found[council] = ends
        per = self.declared(name).per
        usual = self.back(name, median(first for first, _, _ in found.values())) / per
        large = {}
        for council, ends in found.items():
            bases = [
                self.counts(name, council, each)[1]  # type: ignore[index]
                for each in (year - 4, year - 3, year - 1, year)
            ]
            if min(bases) >= 30 and min(bases) * usual >= 5:
                large[council] = ends
        return large

    def half(self, name: str, year: int) -> dict[str, tuple[float, float, float]]:
        """Those of them that began on the worse side of the middle: start, improvement, chance."""
        read, sign = self.read(name, year), self.better(name)
        middle = median(first for first, _, _ in read.values())
        return {
            council: (sign * first, sign * (last - first), chance)
            for council, (first, last, chance) in read.items()
            if sign * first < sign * middle
        }

    def held(self, name: str, council: str, year: int) -> Held:
        half, sign = self.half(name, year), self.better(name)
        others = [one for other, one in half.items() if other != council]
        start, improved, chance = half[council]
        slope, level = line(others)
        expected = level + slope * start
        spread = [(gain - level - slope * at, noise, 1.0) for at, gain, noise in others]
        drift = excess(spread)
        noise = (
            chance
            + drift
            + (drift + mean(each for _, _, each in others))
            * unsure([at for at, _, _ in others], start)
        )
        z = (improved - expected) / math.sqrt(noise)
        came = self.back(name, sign * (start + expected))
        reach = 1.959963984540054 * math.sqrt(noise)
        ended = self.together(name, council, [year - 1, year])
        value = ended - came
        ends = [self.back(name, sign * (start + improved) + by) - came for by in (-reach, reach)]
        return Held(
            began=self.together(name, council, [year - 4, year - 3]),
            came=ended,
            expected=came,
            z=z,
            p=1 - NormalDist().cdf(z) if z < 5 else 0.5 * math.erfc(z / math.sqrt(2)),
            low=min(ends[0], value),
            value=value,
            high=max(ends[1], value),
        )

    def together(self, name: str, council: str, years: list[int]) -> float:
        """What was counted in these years over what it is counted of."""
        pairs = [self.counts(name, council, year) for year in years]
        per = self.declared(name).per
        return per * sum(pair[0] for pair in pairs) / sum(pair[1] for pair in pairs)  # type: ignore[index]

    def moved_p(self, name: str, council: str, year: int, away: float) -> float | None:
        """P of its own movement, where `away` is the part of the wobble that goes away."""
        ends = self.ends(name, council, year)
        if ends is None:
            return None
        first, last, chance = ends
        z = (last - first) / math.sqrt(chance + away)
        return 2 * NormalDist().cdf(-abs(z))

    def improvers(self, name: str, year: int) -> dict[str, Held]:
        """Those that improved."""
        half = self.half(name, year)
        held = {council: self.held(name, council, year) for council in half}
        q = benjamini_hochberg({council: one.p for council, one in held.items()})
        away = {each.id: self.goes_away(each.id, year) for each in self.england.indicators}
        found = {}
        for council, one in held.items():
            tests = {key: self.moved_p(key, council, year, away[key]) for key in away}
            moved = benjamini_hochberg({key: p for key, p in tests.items() if p is not None})
            better = (one.came - one.began) * self.better(name) > 0
            matters = abs(one.value) >= self.declared(name).smallest_gap * one.expected
            if q[council] <= 0.05 and moved[name] <= 0.05 and better and matters:
                found[council] = one
        return found


def line(group: Group) -> tuple[float, float]:
    """The middle slope of all pairs, and the middle level."""
    slopes = [
        (gain - other_gain) / (at - other_at)
        for place, (at, gain, _) in enumerate(group)
        for other_at, other_gain, _ in group[:place]
        if at != other_at
    ]
    slope = median(slopes)
    return slope, median(gain - slope * at for at, gain, _ in group)


def unsure(starts: list[float], at: float) -> float:
    middle = mean(starts)
    return 1 / len(starts) + (at - middle) ** 2 / sum((each - middle) ** 2 for each in starts)
