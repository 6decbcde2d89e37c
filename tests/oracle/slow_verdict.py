"""The verdict worked out slowly and plainly, one council at a time, from tables of counts.

Nothing of the engine is used. It follows DESIGN.md, section 5, word by word, for indicators
with counts of `people`, no lag, no breaks and no areas that change.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist, median

from small_england import SmallEngland

from brightfutures.catalogue import IndicatorKind
from brightfutures.quantities import Reason

NORMAL_MEAN_SQUARE = 0.6786545588528
"""The mean square of a standard normal variable with a tenth drawn in at each end."""


@dataclass
class Answer:
    level: str
    reason: str | None
    z_wobble: float | None = None
    z_usual: float | None = None
    p: float | None = None
    mean: float | None = None


@dataclass
class Slow:
    england: SmallEngland
    years: list[int]
    councils: list[str]

    def __post_init__(self) -> None:
        """What is one for all councils is worked out once, however plainly."""
        for name in ("england_y", "wobble", "goes_away", "long_run", "usual_spread"):
            vars(self)[name] = cache(getattr(self, name))

    def counts(self, name: str, council: str, year: int) -> tuple[float, float] | None:
        top = self.england.tables[f"{name}_count"].get((council, str(year)))
        base = self.england.tables["people"].get((council, str(year)))
        if top is None or base is None or isinstance(top, Reason) or isinstance(base, Reason):
            return None
        return float(top), float(base)

    def kind(self, name: str) -> IndicatorKind:
        return next(each.kind for each in self.england.indicators if each.id == name)

    def y(self, name: str, top: float, base: float) -> float:
        if self.kind(name) is IndicatorKind.PROPORTION:
            share = (top + 0.5) / (base + 1)
            return math.log(share / (1 - share))
        return math.log((top + 0.5) / base)

    def s2(self, name: str, top: float, base: float) -> float:
        if self.kind(name) is IndicatorKind.PROPORTION:
            return 1 / (top + 0.5) + 1 / (base - top + 0.5)
        return 1 / (top + 0.5)

    def back(self, name: str, y: float) -> float:
        if self.kind(name) is IndicatorKind.PROPORTION:
            return 100 * math.exp(y) / (1 + math.exp(y))
        return 10_000 * math.exp(y)

    def england_y(self, name: str, year: int) -> float:
        both = [self.counts(name, council, year) for council in self.councils]
        known = [pair for pair in both if pair]
        return self.y(name, sum(top for top, _ in known), sum(base for _, base in known))

    def change(self, name: str, council: str, year: int) -> tuple[float, float, float] | None:
        """A year's change net of England's, its chance, and the chance of the year before."""
        now, then = self.counts(name, council, year), self.counts(name, council, year - 1)
        if not now or not then or min(now[0], then[0]) < 5 or min(now[1], then[1]) < 30:
            return None
        common = self.england_y(name, year) - self.england_y(name, year - 1)
        before = self.s2(name, *then)
        net = self.y(name, *now) - self.y(name, *then) - common
        return net, self.s2(name, *now) + before, before

    def wobble(self, name: str, last: int) -> float:
        """a: half the excess of the variance of yearly changes over chance."""
        found = [
            self.change(name, council, year)
            for year in range(self.years[0] + 1, last + 1)
            for council in self.councils
        ]
        return excess([(one[0], one[1], 2.0) for one in found if one])

    def goes_away(self, name: str, last: int) -> float:
        """b: how far changes are followed by opposite ones, more than chance explains."""
        a = self.wobble(name, last)
        z = {}
        for year in range(self.years[0] + 1, last + 1):
            for council in self.councils:
                one = self.change(name, council, year)
                if one:
                    z[council, year] = one[0] / math.sqrt(one[1] + 2 * a)
        ordered = sorted(z.values())
        cut = len(ordered) // 10
        low, high = ordered[cut], ordered[-1 - cut]
        products = squares_now = squares_before = weights = chance = 0.0
        pairs = 0
        for (council, year), now in z.items():
            if (council, year - 1) not in z:
                continue
            now = min(max(now, low), high)
            before = min(max(z[council, year - 1], low), high)
            this, last_one = self.change(name, council, year), self.change(name, council, year - 1)
            assert this
            assert last_one
            weight = 1 / math.sqrt((this[1] + 2 * a) * (last_one[1] + 2 * a))
            pairs += 1
            products += now * before
            squares_now += now * now
            squares_before += before * before
            weights += weight
            chance += this[2] * weight
        agreement = products / math.sqrt(squares_now * squares_before)
        return min(max(-(agreement * pairs + chance) / weights, 0.0), a)

    def long_run(self, name: str, last: int) -> float:
        """A: how far a council strays from its own long run."""
        a, b = self.wobble(name, last), self.goes_away(name, last)
        if a == 0:
            return 0.0
        return a / max(b / a, 0.5)

    def comparators(self, name: str, council: str, year: int) -> list[tuple[float, float]]:
        others = self.england.neighbours["dfe-2025"][council]
        found = [self.counts(name, other, year) for other in others]
        return [pair for pair in found if pair]

    def beside(self, name: str, council: str, year: int) -> tuple[float, float, int]:
        """The comparators' mean on the scale, Σs²/k² and k."""
        pairs = self.comparators(name, council, year)
        k = len(pairs)
        mean = sum(self.y(name, *pair) for pair in pairs) / k
        return mean, sum(self.s2(name, *pair) for pair in pairs) / k**2, k

    def usual_spread(self, name: str, year: int) -> float:
        """τ²: the excess of the spread of differences over all England."""
        differences = []
        for council in self.councils:
            own = self.counts(name, council, year)
            if own and self.large(name, council, year, own[1]):
                mean, chance, k = self.beside(name, council, year)
                gap = self.y(name, *own) - mean
                differences.append((gap, self.s2(name, *own) + chance, 1 + 1 / k))
        return excess(differences)

    def large(self, name: str, council: str, year: int, base: float) -> bool:
        mean, _, k = self.beside(name, council, year)
        per = 100 if self.kind(name) is IndicatorKind.PROPORTION else 10_000
        return k >= 6 and base >= 30 and base * self.back(name, mean) / per >= 5

    def z_usual(self, name: str, council: str, year: int, tau2: float) -> float | None:
        own = self.counts(name, council, year)
        if not own or not self.large(name, council, year, own[1]):
            return None
        mean, chance, k = self.beside(name, council, year)
        noise = self.s2(name, *own) + tau2 * (1 + 1 / k) + chance
        return (self.y(name, *own) - mean) / math.sqrt(noise)

    def judge(self, council: str, year: int) -> dict[str, Answer]:
        """The verdict on every indicator for one council in one year."""
        found: dict[str, Answer] = {}
        for indicator in self.england.indicators:
            name = indicator.id
            own = self.counts(name, council, year)
            if own is None:
                continue  # withheld figures are judged elsewhere
            mean, chance, k = self.beside(name, council, year)
            if k < 6:
                found[name] = Answer("cannot_say", "too_few_comparators")
                continue
            if not self.large(name, council, year, own[1]):
                found[name] = Answer("cannot_say", "too_few_children")
                continue
            a = self.long_run(name, year)
            noise = self.s2(name, *own) + a + chance + a / k
            z = (self.y(name, *own) - mean) / math.sqrt(noise)
            p = 2 * NormalDist().cdf(-abs(z))
            usual = self.z_usual(name, council, year, self.usual_spread(name, year))
            found[name] = Answer("", None, z, usual, p, self.back(name, mean))
        tested = {name: answer.p for name, answer in found.items() if answer.p is not None}
        q = benjamini_hochberg(tested)
        for name in tested:
            found[name].level, found[name].reason = self.word(name, council, year, found[name], q)
        return found

    def word(
        self, name: str, council: str, year: int, answer: Answer, q: dict[str, float]
    ) -> tuple[str, str | None]:
        assert answer.p is not None
        assert answer.z_wobble is not None
        assert answer.mean is not None
        assert answer.z_usual is not None
        own = self.counts(name, council, year)
        assert own
        per = 100 if self.kind(name) is IndicatorKind.PROPORTION else 10_000
        value = per * own[0] / own[1]
        if answer.p > 0.05:
            return "about_the_same", "within_wobble"
        if abs(value - answer.mean) / answer.mean < 0.1:
            return "about_the_same", "gap_too_small"
        if q[name] > 0.05:
            return "about_the_same", "not_after_correction"
        pairs = self.comparators(name, council, year)
        middle = median(per * top / base for top, base in pairs)
        pooled = per * sum(top for top, _ in pairs) / sum(base for _, base in pairs)
        high = answer.z_wobble > 0
        if any((value > average) is not high for average in (middle, pooled)):
            return "about_the_same", "averages_disagree"
        before = self.z_usual(name, council, year - 1, self.usual_spread(name, year - 1))
        sign = 1 if high else -1
        unusual = abs(answer.z_usual) >= 1.96 and before is not None and sign * before >= 1.5
        if high:
            return ("unusually_high" if unusual else "higher"), None
        return ("unusually_low" if unusual else "lower"), None


def drawn_in_mean_square(numbers: list[float]) -> float:
    ordered = sorted(numbers)
    cut = len(ordered) // 10
    low, high = ordered[cut], ordered[-1 - cut]
    return sum(min(max(number, low), high) ** 2 for number in ordered) / len(ordered)


def excess(differences: list[tuple[float, float, float]]) -> float:
    """The m for which differences vary as expected + times·m says, by halving."""

    def ratio(m: float) -> float:
        z = [gap / math.sqrt(chance + times * m) for gap, chance, times in differences]
        return drawn_in_mean_square(z) / NORMAL_MEAN_SQUARE

    if ratio(0.0) <= 1.0:
        return 0.0
    low, high = 0.0, 100.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if ratio(middle) > 1.0 else (low, middle)
    return low


def benjamini_hochberg(p: dict[str, float]) -> dict[str, float]:
    names = sorted(p, key=lambda name: p[name])
    q = {}
    for place, name in enumerate(names):
        later = [
            p[other] * len(names) / (place + 1 + step) for step, other in enumerate(names[place:])
        ]
        q[name] = min(1.0, *later)
    return q
