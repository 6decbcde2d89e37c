"""How much of the difference between councils lasts, worked out one council at a time."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from small_england import SmallEngland, council_codes

from brightfutures.catalogue import Indicator, IndicatorKind


def on_scale(indicator: Indicator, count: float, base: float) -> tuple[float, float]:
    """A count on the scale and its chance variance."""
    if indicator.kind is IndicatorKind.PROPORTION:
        rest = base - count
        return math.log((count + 0.5) / (rest + 0.5)), 1 / (count + 0.5) + 1 / (rest + 0.5)
    return math.log((count + 0.5) / base), 1 / (count + 0.5)


def councils_read(
    england: SmallEngland, indicator: Indicator, now: str, then: str
) -> list[tuple[float, float, float]]:
    """(y now, y then, s² now) of every council that is large enough in both years."""
    counts, people = england.tables[indicator.numerator[0]], england.tables["people"]
    codes = council_codes(england.geography)

    def known(code: str, year: str) -> bool:
        return isinstance(counts[code, year], float)

    average = {}
    for year in (now, then):
        inside = [code for code in codes if known(code, year)]
        total = math.fsum(float(counts[code, year]) for code in inside)  # type: ignore[arg-type]
        average[year] = total / math.fsum(float(people[code, year]) for code in inside)  # type: ignore[arg-type]
    found = []
    for code in codes:
        if not (known(code, now) and known(code, then)):
            continue
        bases = {year: float(people[code, year]) for year in (now, then)}  # type: ignore[arg-type]
        if all(base >= 30 and base * average[year] >= 5 for year, base in bases.items()):
            y, s2 = on_scale(indicator, float(counts[code, now]), bases[now])  # type: ignore[arg-type]
            y_then, _ = on_scale(indicator, float(counts[code, then]), bases[then])  # type: ignore[arg-type]
            found.append((y, y_then, s2))
    return found


def three_parts(rows: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    """What lasts, what comes and goes, and chance."""
    count = len(rows)
    mean = [math.fsum(row[column] for row in rows) / count for column in range(3)]

    def moment(one: int, other: int) -> float:
        return math.fsum((row[one] - mean[one]) * (row[other] - mean[other]) for row in rows)

    spread = moment(0, 0)
    if spread == 0:
        return 0.0, 0.0, 1.0
    chance = min(1.0, mean[2] * (count - 1) / spread)
    size = math.sqrt(spread * moment(1, 1))
    together = moment(0, 1) / size if size else 0.0
    lasts = min(max(together, 0.0), 1.0 - chance)
    return lasts, 1.0 - lasts - chance, chance


def range_by_drawing(
    rows: Sequence[tuple[float, float, float]], times: int = 2_000
) -> list[tuple[float, float]]:
    """The middle 95% of each part when councils are drawn with replacement, again and again."""
    draw = random.Random(7)
    drawn = [three_parts(draw.choices(rows, k=len(rows))) for _ in range(times)]
    found = []
    for part in range(3):
        ordered = sorted(entry[part] for entry in drawn)
        found.append((ordered[times // 40], ordered[times - 1 - times // 40]))
    return found
