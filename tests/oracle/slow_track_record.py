"""The track record worked out slowly and plainly: one council and one year at a time."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from statistics import NormalDist

from slow_verdict import Slow, benjamini_hochberg

SIDES = {
    "higher": 1, "unusually_high": 1, "lower": -1, "unusually_low": -1, "about_the_same": 0,
}  # fmt: skip
Kept = Counter[str]


@dataclass
class Remembering(Slow):
    """The slow twin of the verdict, which works nothing out twice."""

    def __post_init__(self) -> None:
        super().__post_init__()
        vars(self)["judge"] = cache(self.judge)


@dataclass
class SlowRecord:
    """What became of every verdict from the year `first` on."""

    slow: Slow
    first: int

    @cached_property
    def last(self) -> int:
        return self.slow.years[-1]

    def side(self, name: str, council: str, year: int) -> int:
        own = self.slow.counts(name, council, year)
        assert own
        mean, _, _ = self.slow.beside(name, council, year)
        return 1 if self.slow.y(name, *own) > mean else -1

    def level(self, name: str, council: str, year: int) -> str:
        return self.slow.judge(council, year)[name].level

    def kept(self, name: str, level: str, years_after: int) -> Kept:
        """The counts of one indicator and level."""
        found: Kept = Counter()
        for year in range(self.first, self.last + 1 - years_after):
            for council in self.slow.councils:
                if self.level(name, council, year) != level:
                    continue
                called = SIDES[level]
                found["flags"] += 1
                if called:
                    found["placed"] += 1
                    there = self.side(name, council, year + years_after) == called
                    found["still_there"] += there
                again = self.level(name, council, year + years_after)
                later = SIDES.get(again)
                found["same_level"] += again == level
                if later is None:
                    found["cannot_say"] += 1
                elif later == called:
                    found["same"] += 1
                elif called and not later:
                    found["nothing_clear"] += 1
                else:
                    found["opposite"] += 1
        return found

    def any_side(self, name: str, years_after: int) -> Kept:
        """How often any council is on the side it was on, called or not."""
        found: Kept = Counter()
        for year in range(self.first, self.last + 1 - years_after):
            for council in self.slow.councils:
                if self.level(name, council, year) != "cannot_say":
                    now, later = (
                        self.side(name, council, each) for each in (year, year + years_after)
                    )
                    found["of"] += 1
                    found["held"] += now == later
        return found

    def value(self, name: str, council: str, year: int) -> float:
        top, base = self.slow.counts(name, council, year) or (math.nan, math.nan)
        return (100 if name == "moves" else 10_000) * top / base

    def values(self, name: str, year: int) -> dict[str, float]:
        return {council: self.value(name, council, year) for council in self.slow.councils}

    def end(self, name: str, council: str, year: int, parts: int) -> int:
        """1 in the highest part of all councils, −1 in the lowest."""
        values = self.values(name, year)
        bounds = statistics.quantiles(values.values(), n=parts, method="inclusive")
        if values[council] <= bounds[0]:
            return -1
        return 1 if values[council] > bounds[-1] else 0

    def levels_beside(self, name: str, parts: int) -> Kept:
        """Ours beside quarters (4 parts) or fifths (5), at equal numbers of flags."""
        found: Kept = Counter()
        for year in range(self.first, self.last):
            ours = {
                council: SIDES[self.level(name, council, year)]
                for council in self.slow.councils
                if SIDES.get(self.level(name, council, year))
            }
            theirs = {
                council: end
                for council in self.slow.councils
                if (end := self.end(name, council, year, parts))
            }
            count = min(len(ours), len(theirs))
            found["flags"] += count
            answers = {council: self.slow.judge(council, year)[name] for council in ours}
            by_z = sorted(ours, key=lambda council: -abs(answers[council].z_wobble or 0.0))
            values = self.values(name, year)
            middle = (len(values) + 1) / 2
            by_place = sorted(theirs, key=lambda council: -abs(place(values, council) - middle))
            for who, flags, order in (("ours", ours, by_z), ("theirs", theirs, by_place)):
                for council in order[:count]:
                    now, later = (self.side(name, council, each) for each in (year, year + 1))
                    end = self.end(name, council, year + 1, parts)
                    found[f"{who}_on_ours"] += now == later
                    found[f"{who}_on_theirs"] += end == flags[council]
        return found

    def move(self, name: str, council: str, year: int) -> tuple[float, float, float] | None:
        """z of the movement over five years, where it began and how far it went."""
        years = [year - 4, year - 3, year - 1, year]
        if years[0] < self.slow.years[0]:
            return None
        pairs = [self.slow.counts(name, council, each) for each in years]
        y = [self.slow.y(name, *pair) for pair in pairs if pair]
        b = self.slow.goes_away(name, year)
        noise = sum(self.slow.s2(name, *pair) + b for pair in pairs if pair) / 4
        start = (y[0] + y[1]) / 2
        change = (y[2] + y[3]) / 2 - start
        return change / math.sqrt(noise), start, change

    def moved(self, name: str, council: str, year: int) -> tuple[int, float, float, float] | None:
        """1 has risen, −1 fallen, 0 no clear change; with z, where it began, how far it went."""
        each = {
            indicator.id: self.move(indicator.id, council, year)
            for indicator in self.slow.england.indicators
        }
        p = {one: 2 * NormalDist().cdf(-abs(move[0])) for one, move in each.items() if move}
        mine = each[name]
        if mine is None:
            return None
        clear = benjamini_hochberg(p)[name] <= 0.05
        return (1 if mine[0] > 0 else -1) if clear else 0, *mine

    def movements(self, name: str) -> Kept:
        """What became of movements a year later, and arrows beside them."""
        found: Kept = Counter()
        for year in range(self.first, self.last):
            moves = {council: self.moved(name, council, year) for council in self.slow.councils}
            ours = {council: move for council, move in moves.items() if move and move[0]}
            by_z = sorted(ours, key=lambda council: -abs(ours[council][1]))
            before, now, after = (self.values(name, each) for each in (year - 1, year, year + 1))
            arrows = {
                council: 1 if now[council] > before[council] else -1
                for council in self.slow.councils
                if now[council] != before[council]
            }
            by_size = sorted(arrows, key=lambda one: -abs(now[one] - before[one]) / before[one])
            count = min(len(ours), len(arrows))
            found["flags"] += count
            later = {
                council: self.slow.y(name, *(self.slow.counts(name, council, year + 1) or (0, 1)))
                for council in self.slow.councils
            }
            started = {council: move[2] for council, move in moves.items() if move}
            change = {council: move[3] for council, move in moves.items() if move}
            by_change = sorted(change, key=lambda council: -abs(change[council]))
            for number, council in enumerate(by_change):
                held = (later[council] - started[council]) * change[council] > 0
                found["any"] += 1
                found["any_held"] += held
                found["largest_on_ours"] += held and number < count
            for council in by_z[:count]:
                direction = ours[council][0]
                found["ours_on_ours"] += (later[council] - started[council]) * direction > 0
                found["ours_on_theirs"] += (after[council] - before[council]) * direction > 0
                found["ours_went_on"] += (after[council] - now[council]) * direction > 0
                again = self.moved(name, council, year + 1)
                assert again
                found["same"] += again[0] == direction
                found["opposite"] += again[0] == -direction
            for council in by_size[:count]:
                arrow = arrows[council]
                found["theirs_on_ours"] += (later[council] - started[council]) * arrow > 0
                found["theirs_on_theirs"] += (after[council] - before[council]) * arrow > 0
                found["theirs_went_on"] += (after[council] - now[council]) * arrow > 0
        return found


def place(values: dict[str, float], council: str) -> float:
    """A council's place among all, equal ones sharing their mean place."""
    lower = sum(value < values[council] for value in values.values())
    same = sum(value == values[council] for value in values.values())
    return lower + (same + 1) / 2
