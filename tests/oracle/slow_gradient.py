"""The deprivation gradient by loops over councils, and its range by drawing councils again."""

import numpy as np


def fifths_slowly(deprivation, codes):
    """1 for the most deprived fifth of the councils whose deprivation is known, to 5."""
    order = sorted(
        (place for place, value in enumerate(deprivation) if value == value),
        key=lambda place: (-deprivation[place], codes[place]),
    )
    return {place: 1 + 5 * rank // len(order) for rank, place in enumerate(order)}


def rate_slowly(rows):
    """The pooled rate of (count, out of)."""
    return sum(count for count, _ in rows) / sum(base for _, base in rows)


def slope_slowly(groups):
    """By numpy's own weighted least squares, the least deprived group first."""
    bases = [sum(base for _, base in rows) for rows in groups]
    total, below, middles = sum(bases), 0.0, []
    for base in bases:
        middles.append((below + base / 2) / total)
        below += base
    rates = [rate_slowly(rows) for rows in groups]
    slope, _ = np.polyfit(middles, rates, 1, w=np.sqrt(bases))
    return float(slope)


def range_by_drawing(most, least, times=4000, seed=7):
    """The ratio's 95% range, each group's councils drawn again with replacement."""
    draw, found = np.random.default_rng(seed), []
    most, least = np.array(most), np.array(least)
    for _ in range(times):
        one = most[draw.integers(0, len(most), len(most))].sum(axis=0)
        other = least[draw.integers(0, len(least), len(least))].sum(axis=0)
        found.append((one[0] / one[1]) / (other[0] / other[1]))
    return np.quantile(found, (0.025, 0.975))
