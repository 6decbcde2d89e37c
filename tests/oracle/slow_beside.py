"""What stands beside a verdict, worked out slowly and plainly, one council at a time.

The gap in children, steadiness, movement, a borrowed wobble and a count that is withheld; on top
of the slow verdict, with nothing of the engine.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist, correlation, mean

from slow_verdict import Slow, benjamini_hochberg

from brightfutures.catalogue import IndicatorKind


@dataclass
class SlowMove:
    """From and to in the indicator's unit, z of the move, and the gap's three numbers."""

    first: float
    last: float
    z: float
    gap_first: float
    gap_last: float
    gap_z: float


@dataclass
class SlowBeside(Slow):
    """What stands beside the slow verdict."""

    def gap_range(self, name: str, council: str, year: int) -> tuple[list[float], list[float]]:
        """Gap, low and high in the unit, and the same in children."""
        own = self.counts(name, council, year)
        assert own
        middle, chance, k = self.beside(name, council, year)
        stray = self.long_run(name, year)
        noise = self.s2(name, *own) + chance + stray + stray / k
        reach = NormalDist().inv_cdf(0.975) * math.sqrt(noise)
        y, per = self.y(name, *own), self.per(name)
        average = self.back(name, middle)
        gap = per * own[0] / own[1] - average
        low, high = self.back(name, y - reach) - average, self.back(name, y + reach) - average
        unit = [gap, min(low, gap), max(high, gap)]
        return unit, [number * own[1] / per for number in unit]

    def per(self, name: str) -> float:
        return 100.0 if self.kind(name) is IndicatorKind.PROPORTION else 10_000.0

    def gap(self, name: str, council: str, year: int) -> float | None:
        own = self.counts(name, council, year)
        if not own or len(self.comparators(name, council, year)) < 6:
            return None
        return self.y(name, *own) - self.beside(name, council, year)[0]

    def steadiness(self, name: str, last: int, apart: int) -> float:
        """The mean over pairs of years of the correlation of all councils' gaps."""
        found = []
        for year in range(self.years[0] + apart, last + 1):
            pairs = [
                (self.gap(name, council, year - apart), self.gap(name, council, year))
                for council in self.councils
            ]
            known = [(then, now) for then, now in pairs if then is not None and now is not None]
            if len(known) >= 30:
                found.append(correlation(*zip(*known, strict=True)))
        return mean(found)

    def together(self, name: str, council: str, years: list[int]) -> float:
        """What was counted in these years over what it is counted of."""
        pairs = [self.counts(name, council, year) for year in years]
        return self.per(name) * sum(pair[0] for pair in pairs) / sum(pair[1] for pair in pairs)  # type: ignore[index]

    def move(self, name: str, council: str, year: int) -> SlowMove | None:
        """The last two of five years beside the first two; None where a year is missing.

        Nor with fewer than five counted, or out of fewer than thirty, in the years averaged.
        """
        run = [self.counts(name, council, each) for each in range(year - 4, year + 1)]
        if any(pair is None for pair in run):
            return None
        if any(pair and (pair[0] < 5 or pair[1] < 30) for pair in (*run[:2], *run[3:])):
            return None
        ends = [year - 4, year - 3, year - 1, year]
        goes = self.goes_away(name, year)
        y, noise, gaps, gap_noise = [], 0.0, [], 0.0
        for each in ends:
            own = self.counts(name, council, each)
            assert own
            middle, chance, k = self.beside(name, council, each)
            y.append(self.y(name, *own))
            gaps.append(self.y(name, *own) - middle)
            noise += (self.s2(name, *own) + goes) / 4
            gap_noise += (self.s2(name, *own) + goes + chance + goes / k) / 4
        first, last = (y[0] + y[1]) / 2, (y[2] + y[3]) / 2
        gap_first, gap_last = (gaps[0] + gaps[1]) / 2, (gaps[2] + gaps[3]) / 2
        return SlowMove(
            first=self.together(name, council, ends[:2]),
            last=self.together(name, council, ends[2:]),
            z=(last - first) / math.sqrt(noise),
            gap_first=gap_first,
            gap_last=gap_last,
            gap_z=(gap_last - gap_first) / math.sqrt(gap_noise),
        )

    def moves_of(self, council: str, year: int) -> dict[str, tuple[SlowMove, float, float]]:
        """By indicator, the move with its q and with that of its gap."""
        found = {each.id: self.move(each.id, council, year) for each in self.england.indicators}
        read = {name: one for name, one in found.items() if one is not None}
        p = {name: two_sided(one.z) for name, one in read.items()}
        gap_p = {name: two_sided(one.gap_z) for name, one in read.items()}
        q, gap_q = benjamini_hochberg(p), benjamini_hochberg(gap_p)
        return {name: (one, q[name], gap_q[name]) for name, one in read.items()}

    def at_both_ends(self, name: str, council: str, year: int, base: float) -> list[float]:
        """z of a withheld count, were it one and were it five."""
        middle, chance, k = self.beside(name, council, year)
        stray, found = self.long_run(name, year), []
        for count in (1.0, 5.0):
            noise = self.s2(name, count, base) + stray + chance + stray / k
            found.append((self.y(name, count, base) - middle) / math.sqrt(noise))
        return found

    def borrowed(self, name: str, others: list[str], year: int) -> tuple[float, float]:
        """The upper quartile of a and of A of other indicators of the kind."""
        kind = [other for other in others if self.kind(other) is self.kind(name)]
        return (
            upper_quartile([self.wobble(other, year) for other in kind]),
            upper_quartile([self.long_run(other, year) for other in kind]),
        )


def upper_quartile(numbers: list[float]) -> float:
    """Three quarters of the way from the least to the largest, place by place."""
    ordered, at = sorted(numbers), 0.75 * (len(numbers) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def two_sided(z: float) -> float:
    return 2 * NormalDist().cdf(-abs(z))
