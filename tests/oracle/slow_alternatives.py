"""Other averages and other councils, and pairs of councils, judged slowly and plainly."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from statistics import NormalDist, median

from slow_verdict import Answer, Slow, benjamini_hochberg

from brightfutures.catalogue import IndicatorKind


@dataclass
class SlowAlternatives(Slow):
    others: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Whom each council is compared with."""

    def comparators(self, name: str, council: str, year: int) -> list[tuple[float, float]]:
        found = [self.counts(name, other, year) for other in self.others[council]]
        return [pair for pair in found if pair]

    def per(self, name: str) -> int:
        return 100 if self.kind(name) is IndicatorKind.PROPORTION else 10_000

    def average(self, name: str, council: str, year: int, average: str) -> float:
        pairs = self.comparators(name, council, year)
        if average == "mean":
            return self.back(name, self.beside(name, council, year)[0])
        if average == "median":
            return median(self.per(name) * top / base for top, base in pairs)
        return self.per(name) * sum(top for top, _ in pairs) / sum(base for _, base in pairs)

    def gap(self, name: str, council: str, year: int, average: str) -> float:
        own = self.counts(name, council, year)
        assert own
        if average == "mean":
            return self.y(name, *own) - self.beside(name, council, year)[0]
        would_be = own[1] * self.average(name, council, year, average) / self.per(name)
        return self.y(name, *own) - self.y(name, would_be, own[1])

    def usual(self, name: str, council: str, year: int, average: str) -> float | None:
        own = self.counts(name, council, year)
        if not own or not self.large(name, council, year, own[1]):
            return None
        _, chance, k = self.beside(name, council, year)
        tau2 = self.usual_spread(name, year)
        noise = self.s2(name, *own) + tau2 * (1 + 1 / k) + chance
        return self.gap(name, council, year, average) / math.sqrt(noise)

    def judge_from(self, council: str, year: int, average: str) -> dict[str, Answer]:
        """The level of every indicator that can be tested, with one average alone."""
        found: dict[str, Answer] = {}
        for name in [each.id for each in self.england.indicators]:
            own = self.counts(name, council, year)
            if not own or not self.large(name, council, year, own[1]):
                continue
            _, chance, k = self.beside(name, council, year)
            a = self.long_run(name, year)
            noise = self.s2(name, *own) + a + chance + a / k
            z = self.gap(name, council, year, average) / math.sqrt(noise)
            found[name] = Answer("", None, z, p=2 * NormalDist().cdf(-abs(z)))
        q = benjamini_hochberg({name: one.p for name, one in found.items() if one.p is not None})
        for name, answer in found.items():
            answer.mean = self.average(name, council, year, average)
            answer.level = self.word_from(name, council, year, average, answer, q[name])
        return found

    def word_from(
        self, name: str, council: str, year: int, average: str, answer: Answer, q: float
    ) -> str:
        own = self.counts(name, council, year)
        assert own
        assert answer.mean is not None
        value = self.per(name) * own[0] / own[1]
        if q > 0.05 or abs(value - answer.mean) < 0.1 * answer.mean:
            return "about_the_same"
        sign = 1 if self.gap(name, council, year, average) > 0 else -1
        now = self.usual(name, council, year, average)
        before = self.usual(name, council, year - 1, average)
        assert now is not None
        if abs(now) >= 1.96 and before is not None and sign * before >= 1.5:
            return "unusually_high" if sign > 0 else "unusually_low"
        return "higher" if sign > 0 else "lower"

    def pair(self, one: str, other: str, year: int) -> dict[str, Answer]:
        """Every indicator of two councils that can be tested, the first beside the second."""
        found: dict[str, Answer] = {}
        for name in [each.id for each in self.england.indicators]:
            ours, theirs = self.counts(name, one, year), self.counts(name, other, year)
            if not ours or not theirs or min(ours[1], theirs[1]) < 30:
                continue
            together = (ours[0] + theirs[0]) / (ours[1] + theirs[1])
            if min(ours[1], theirs[1]) * together < 5:
                continue
            noise = self.s2(name, *ours) + self.s2(name, *theirs) + 2 * self.long_run(name, year)
            z = (self.y(name, *ours) - self.y(name, *theirs)) / math.sqrt(noise)
            found[name] = Answer("", None, z, p=2 * NormalDist().cdf(-abs(z)))
        q = benjamini_hochberg({name: each.p for name, each in found.items() if each.p is not None})
        for name, answer in found.items():
            ours, theirs = self.counts(name, one, year), self.counts(name, other, year)
            assert ours
            assert theirs
            here, there = ours[0] / ours[1], theirs[0] / theirs[1]
            small = abs(here - there) < 0.1 * (here + there) / 2
            differs = q[name] <= 0.05 and not small
            answer.level = ("higher" if here > there else "lower") if differs else "about_the_same"
        return found
