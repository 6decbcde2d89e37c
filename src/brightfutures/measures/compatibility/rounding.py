"""How the other tools round and write a number: each its own way, to the last digit."""

from __future__ import annotations

import math
import sys
from decimal import ROUND_HALF_UP, Decimal

HAIR = math.sqrt(sys.float_info.epsilon)
"""What the Department for Education's tools add before they cut: 1.490116e-08."""

BILLION, MILLION = 1e9, 1e6


def half_away_with_a_hair(number: float, places: int) -> float:
    """Half away from zero: cut |x| · 10^places + 0.5 + √ε (dfeR's round_five_up, the dashboard's).

    The hair lifts 0.285, stored as 0.28499999999999998, to 0.29; it also lifts a true 0.28499999.
    """
    scale = 10.0**places
    rounded = math.trunc(abs(number) * scale + 0.5 + HAIR) / scale
    return math.copysign(rounded, number) if rounded else 0.0


def half_to_even(number: float, places: int) -> float:
    """R's own `round` since version 4.0.0: the nearer of the two candidates, a tie to the even."""
    scale = 10.0**places
    size = abs(number)
    below = math.floor(size * scale)
    low, high = below / scale, math.ceil(size * scale) / scale
    down, up = size - low, high - size
    nearer = low if down < up or (down == up and below % 2 == 0) else high
    return math.copysign(nearer, number) if nearer else 0.0


def lait_text(number: float | None, places: int) -> str:
    """As LAIT's tables show a number: commas, millions and billions to 3 places, NA for none.

    The minus sign is put before rounding, so a small fall shows as -0.0.
    """
    if number is None:
        return "NA"
    size, word = abs(number), ""
    if size >= MILLION:
        unit, word = (BILLION, " billion") if size >= BILLION else (MILLION, " million")
        size /= unit
        places = 0 if size % 10 == 0 else 3
    sign = "-" if number < 0 else ""
    return f"{sign}{half_away_with_a_hair(size, places):,.{places}f}{word}"


def label_text(number: float) -> str:
    """A bound as LAIT writes it in a band's label: up to 15 significant digits."""
    return f"{number:.15g}"


def dashboard_text(number: float | None, places: int) -> str:
    """As the dashboard writes a rounded figure: all places, no commas; na for none."""
    return "na" if number is None else f"{half_away_with_a_hair(number, places):.{places}f}"


def fingertips_text(number: float | None, largest: float, *, proportion: bool) -> str:
    """As Fingertips shows a number: by the largest value of the indicator, a dash for none.

    Proportions: 3 places where the largest is under 1, 2 under 10, else 1, and 100 from 99.95.
    Others: none where the largest is over 1,000, 1 over 10, 3 under 1, else 2.
    """
    if number is None:
        return "-"
    if proportion:
        places = 3 if largest < 1 else 2 if largest < 10 else 1
        if places == 1 and number >= 99.95:
            return "100"
    else:
        places = 0 if largest > 1000 else 1 if largest > 10 else 3 if largest < 1 else 2
    # Half away from zero of the 15 digits that the language shows of a double.
    exact = Decimal(f"{number:.15g}").quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{exact:,}"
