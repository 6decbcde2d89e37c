"""Rounding half away from zero, as official statistics are printed. For display only."""

import math


def round_half_away_from_zero(number: float, decimal_places: int = 0) -> float:
    """`number` to so many decimal places, halves going away from zero (2.5 to 3, -2.5 to -3).

    A hair is added so that 0.285, stored as 0.28499999999999998, rounds as it is printed.
    """
    scale = 10.0**decimal_places
    shifted = abs(number) * scale
    rounded = math.floor(shifted + 0.5 + shifted * 1e-12)
    return math.copysign(rounded / scale, number) if rounded else 0.0
