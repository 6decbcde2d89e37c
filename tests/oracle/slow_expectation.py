"""What circumstances would lead one to expect, worked out slowly: one fit for each council.

Only the fit itself is the engine's (it has a slow twin of its own): every council's expectation
is had by drawing the line again without it, and each range from the others one by one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from contexts import EnglandInContext
from slow_verdict import Answer, Slow, benjamini_hochberg
from small_england import council_codes

from brightfutures.catalogue import IndicatorKind, Transform
from brightfutures.measures.levels.likelihoods import Likelihood, Observations
from brightfutures.measures.levels.random_intercept import RandomIntercept, fit_random_intercept
from brightfutures.quantities import Reason

LAID = {
    Transform.NONE: lambda figure: figure,
    Transform.LOG: math.log,
    Transform.LOGIT: lambda figure: math.log(figure / (100 - figure)),
}


@dataclass
class Line:
    """A weighted line: its coefficients and their covariance."""

    coefficients: np.ndarray
    covariance: np.ndarray

    def at(self, x: list[float]) -> tuple[float, float]:
        """The level and its variance."""
        here = np.array(x)
        return float(here @ self.coefficients), float(here @ self.covariance @ here)


@dataclass
class SlowExpectation:
    england: EnglandInContext
    years: list[int]
    without: str | None = None
    slow: Slow = field(init=False)

    def __post_init__(self) -> None:
        self.councils = list(council_codes(self.england.geography))
        self.slow = Slow(self.england, self.years, self.councils)
        self.fitted_once = cache(self._fitted)
        self.others = cache(self._others)
        self.stray = cache(self._stray)
        self.scores = cache(self._scores)
        self.long_run = cache(self.slow.long_run)

    def _scores(self, council: str) -> list[float] | None:
        """1 and the standard score of each circumstance; None where one is not known."""
        row = [1.0]
        for each in self.england.context:
            if each.id == self.without:
                continue
            table = self.england.tables[each.numerator[0]]
            laid = {code: LAID[each.transform](float(figure)) for (code, _), figure in table.items()
                    if not isinstance(figure, Reason)}  # fmt: skip
            if council not in laid:
                return None
            mean = sum(laid.values()) / len(laid)
            spread = math.sqrt(sum((one - mean) ** 2 for one in laid.values()) / len(laid))
            row.append((laid[council] - mean) / spread)
        return row

    def known(self, name: str, year: int) -> list[str]:
        return [
            council
            for council in self.councils
            if self.slow.counts(name, council, year) and self.scores(council)
        ]

    def fit(self, name: str, year: int, councils: list[str]) -> RandomIntercept:
        """A whole fit to some councils."""
        pairs = [self.slow.counts(name, council, year) for council in councils]
        top, base = np.array([pair for pair in pairs if pair]).T
        proportion = self.slow.kind(name) is IndicatorKind.PROPORTION
        kind = Likelihood.BINOMIAL if proportion else Likelihood.POISSON
        return fit_random_intercept(
            Observations(kind, top, base), np.array([self.scores(council) for council in councils])
        )

    def _fitted(self, name: str, year: int) -> dict[str, tuple[float, float, float]]:
        """Of each council its working figure, its variance, and τ²."""
        councils = self.known(name, year)
        fit = self.fit(name, year, councils)
        return {
            council: (float(fit.working[at]), float(fit.working_variance[at]), fit.spread**2)
            for at, council in enumerate(councils)
        }

    def line(self, name: str, year: int, councils: list[str]) -> Line:
        """The line through some councils' working figures, τ² as in the whole fit."""
        figures = self.fitted_once(name, year)
        return self.line_through([(figures[council], self.scores(council)) for council in councils])

    def line_through(self, points: list) -> Line:
        """The weighted line through working figures, each with its variance, τ² and its x."""
        information, right = 0.0, 0.0
        for (working, variance, spread), row in points:
            x = np.array(row)
            information = information + np.outer(x, x) / (spread + variance)
            right = right + x * working / (spread + variance)
        covariance = np.linalg.inv(information)
        return Line(covariance @ right, covariance)

    def together(self, council: str) -> set[str]:
        """The council and those that return one figure with it."""
        found = {council}
        for joint in self.england.geography.joint_returns:
            found |= set(joint.areas) if council in joint.areas else set()
        return found

    def _others(self, name: str, year: int, council: str) -> tuple[float, float]:
        """The level expected from all others, and its variance."""
        left = [one for one in self.known(name, year) if one not in self.together(council)]
        x = self.scores(council)
        assert x
        return self.line(name, year, left).at(x)

    def chance(self, name: str, level: float, base: float) -> float:
        if self.slow.kind(name) is IndicatorKind.PROPORTION:
            share = math.exp(level) / (1 + math.exp(level))
            return 1 / (base * share) + 1 / (base * (1 - share))
        return 1 / (base * math.exp(level))

    def deviation(self, name: str, year: int, council: str) -> float:
        level, unsure = self.others(name, year, council)
        _, base = self.slow.counts(name, council, year) or (0.0, 0.0)
        spread = next(iter(self.fitted_once(name, year).values()))[2]
        return math.sqrt(spread + unsure + self.chance(name, level, base))

    def _stray(self, name: str, year: int, council: str) -> float:
        level, _ = self.others(name, year, council)
        own = self.slow.counts(name, council, year)
        assert own
        return (self.slow.y(name, *own) - level) / self.deviation(name, year, council)

    def reach(self, name: str, year: int, council: str) -> tuple[float, float]:
        left = [one for one in self.known(name, year) if one not in self.together(council)]
        return ends_of([self.stray(name, year, one) for one in left])

    def range(self, name: str, year: int, council: str) -> tuple[float, float, float]:
        """Low, expected and high in the indicator's unit."""
        level, _ = self.others(name, year, council)
        deviation = self.deviation(name, year, council)
        below, above = self.reach(name, year, council)
        _, base = self.slow.counts(name, council, year) or (0.0, 0.0)
        ends = []
        for end in (level - below * deviation, level + above * deviation):
            if self.slow.kind(name) is IndicatorKind.PROPORTION:
                count = min(max((base + 1) * math.exp(end) / (1 + math.exp(end)) - 0.5, 0), base)
                ends.append(100 * count / base)
            else:
                ends.append(10_000 * max(base * math.exp(end) - 0.5, 0) / base)
        return ends[0], self.slow.back(name, level), ends[1]

    def z_usual(self, name: str, year: int, council: str) -> float | None:
        if council not in self.known(name, year) or not self.large(name, year, council):
            return None
        below, above = self.reach(name, year, council)
        stray = self.stray(name, year, council)
        return 1.96 * stray / (above if stray > 0 else below)

    def large(self, name: str, year: int, council: str) -> bool:
        level, _ = self.others(name, year, council)
        _, base = self.slow.counts(name, council, year) or (0.0, 0.0)
        per = 100 if self.slow.kind(name) is IndicatorKind.PROPORTION else 10_000
        return base >= 30 and base * self.slow.back(name, level) / per >= 5

    def judge(self, council: str, year: int) -> dict[str, Answer]:
        """The verdict on every indicator for one council, the figures all known."""
        found: dict[str, Answer] = {}
        for name in (each.id for each in self.england.indicators):
            if council not in self.known(name, year):
                continue
            level, unsure = self.others(name, year, council)
            if not self.large(name, year, council):
                found[name] = Answer("cannot_say", "too_few_children")
                continue
            own = self.slow.counts(name, council, year)
            assert own
            noise = self.slow.s2(name, *own) + self.long_run(name, year) + unsure
            z = (self.slow.y(name, *own) - level) / math.sqrt(noise)
            p = math.erfc(abs(z) / math.sqrt(2))
            usual = self.z_usual(name, year, council)
            found[name] = Answer("", None, z, usual, p, self.slow.back(name, level))
        tested = {name: one.p for name, one in found.items() if one.p is not None}
        q = benjamini_hochberg(tested)
        for name in tested:
            found[name].level, found[name].reason = self.word(name, council, year, found[name], q)
        return found

    def word(
        self, name: str, council: str, year: int, answer: Answer, q: dict[str, float]
    ) -> tuple[str, str | None]:
        own = self.slow.counts(name, council, year)
        assert own
        assert answer.p is not None
        assert answer.mean
        assert answer.z_wobble
        assert answer.z_usual
        per = 100 if self.slow.kind(name) is IndicatorKind.PROPORTION else 10_000
        if answer.p > 0.05:
            return "about_the_same", "within_wobble"
        if abs(per * own[0] / own[1] - answer.mean) / answer.mean < 0.1:
            return "about_the_same", "gap_too_small"
        if q[name] > 0.05:
            return "about_the_same", "not_after_correction"
        before = self.z_usual(name, year - 1, council)
        sign = 1 if answer.z_wobble > 0 else -1
        unusual = abs(answer.z_usual) >= 1.96 and before is not None and sign * before >= 1.5
        side = "high" if sign > 0 else "low"
        return (f"unusually_{side}" if unusual else f"{side}er"), None


def ends_of(strays: list[float]) -> tuple[float, float]:
    """How far below and above the range goes, from others' strays."""
    ordered = sorted(strays)
    place = 0.025 * (len(ordered) + 1) - 1
    below, part = int(place), place - int(place)
    low = ordered[below] + part * (ordered[below + 1] - ordered[below])
    high = ordered[-1 - below] + part * (ordered[-2 - below] - ordered[-1 - below])
    return -low, high
