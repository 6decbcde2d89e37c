"""What followed cuts, one council at a time: plain loops over lists."""

import math
from collections.abc import Sequence

Grid = Sequence[Sequence[float]]
"""Councils × years."""


def slow_effect(cut: Grid, change: Grid, whose: Sequence[int]) -> tuple[float, int]:
    """The effect and how many cuts are in it, each council with the cuts of `whose`."""
    total, weight = 0.0, 0
    for year in range(len(cut[0])):
        did, did_not = [], []
        for council, other in enumerate(whose):
            moved = change[council][year]
            if math.isnan(moved):
                continue
            if cut[other][year] == 1.0:
                did.append(moved)
            elif cut[other][year] == 0.0:
                did_not.append(moved)
        if did and did_not:
            gap = sum(did) / len(did) - sum(did_not) / len(did_not)
            total += len(did) * gap
            weight += len(did)
    return (total / weight if weight else math.nan), weight


def slow_error(cut: Grid, change: Grid, dealt: Sequence[Sequence[int]]) -> float:
    """The standard deviation of the effects so dealt."""
    effects = [slow_effect(cut, change, whose)[0] for whose in dealt]
    known = [effect for effect in effects if not math.isnan(effect)]
    if len(known) < 2:
        return math.nan
    mean = sum(known) / len(known)
    return math.sqrt(sum((effect - mean) ** 2 for effect in known) / (len(known) - 1))


def slow_net(change: Grid, before: Grid) -> list[list[float]]:
    """Changes less the year's mean and less what each council's own past leads to expect."""
    councils, years = len(change), len(change[0])
    told = [
        [
            not math.isnan(change[row][year]) and not math.isnan(before[row][year])
            for year in range(years)
        ]
        for row in range(councils)
    ]

    def less_the_mean(grid: Grid, row: int, year: int) -> float:
        inside = [grid[other][year] for other in range(councils) if told[other][year]]
        return grid[row][year] - sum(inside) / len(inside)

    products = squares = 0.0
    for row in range(councils):
        for year in range(years):
            if told[row][year]:
                earlier = less_the_mean(before, row, year)
                products += earlier * less_the_mean(change, row, year)
                squares += earlier**2
    goes_on = products / squares if squares else 0.0
    return [
        [
            less_the_mean(change, row, year) - goes_on * less_the_mean(before, row, year)
            if told[row][year]
            else math.nan
            for year in range(years)
        ]
        for row in range(councils)
    ]


def slow_cuts(real: Grid, others: Sequence[Grid], span: int, least: float) -> list[list[float]]:
    """Councils × base years: 1 for a cut, 0 for none, NaN where it cannot be said.

    `real` are the line's pounds and `others` those of other lines, councils × years without gaps.
    """
    found = []
    for council, pounds in enumerate(real):
        row = []
        for base in range(len(pounds) - span):
            first, last = pounds[base], pounds[base + span]
            if math.isnan(first) or math.isnan(last) or first < least:
                row.append(math.nan)
                continue
            share = last / first - 1.0
            rises = [line[council][base + span] - line[council][base] for line in others]
            recoded = any(abs(rise - (first - last)) <= 0.1 * (first - last) for rise in rises)
            if share <= -0.2 and (recoded or share <= -0.9):
                row.append(math.nan)
            else:
                row.append(1.0 if share <= -0.2 else 0.0)
        found.append(row)
    return found
