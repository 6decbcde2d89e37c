"""Where a function of one number is lowest between two ends."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

GOLDEN = (3.0 - sqrt(5.0)) / 2.0
ROUNDING = 1.5e-8
"""The square root of the spacing of floats: nearer than this two places cannot be told apart."""

MOST_STEPS = 500


def lowest_between(
    function: Callable[[float], float], ends: tuple[float, float], within: float
) -> tuple[float, float]:
    """The place of the least value to `within`, and that value; the ends are never tried.

    A parabola through the three lowest places says where to look next where it can be trusted,
    else the golden section does (Brent 1973, Algorithms for Minimization without Derivatives,
    chapter 5). Written out because the library that has it takes as much memory as all figures
    of the store. For a function with several lows it finds one of them.
    """
    low, high = ends
    best = second = third = low + GOLDEN * (high - low)
    value = value_of_second = value_of_third = function(best)
    step = before = 0.0
    for _ in range(MOST_STEPS):
        middle = 0.5 * (low + high)
        least = ROUNDING * abs(best) + within / 3.0
        if abs(best - middle) <= 2.0 * least - 0.5 * (high - low):
            break
        towards = _parabola(
            (best, value), (second, value_of_second), (third, value_of_third), before
        )
        trusted = towards is not None and low < best + towards < high
        if trusted and towards is not None:
            before, step = step, towards
            if min(best + step - low, high - best - step) < 2.0 * least:
                step = least if best < middle else -least
        else:
            before = (low if best >= middle else high) - best
            step = GOLDEN * before
        place = best + (step if abs(step) >= least else (least if step > 0 else -least))
        found = function(place)
        if found <= value:
            low, high = (best, high) if place >= best else (low, best)
            third, value_of_third = second, value_of_second
            second, value_of_second = best, value
            best, value = place, found
            continue
        low, high = (low, place) if place >= best else (place, high)
        if found <= value_of_second or second == best:
            third, value_of_third = second, value_of_second
            second, value_of_second = place, found
        elif found <= value_of_third or third in (best, second):
            third, value_of_third = place, found
    return best, value


def _parabola(
    best: tuple[float, float],
    second: tuple[float, float],
    third: tuple[float, float],
    before: float,
) -> float | None:
    """The step from the best place to the foot of the parabola through all three.

    None where there is none, or it is no less than half the step before the last.
    """
    left = (best[0] - second[0]) * (best[1] - third[1])
    right = (best[0] - third[0]) * (best[1] - second[1])
    over = (best[0] - third[0]) * right - (best[0] - second[0]) * left
    under = 2.0 * (right - left)
    if under == 0.0 or abs(over) >= abs(0.5 * under * before):
        return None
    return -over / under
