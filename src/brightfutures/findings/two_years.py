"""The two ends of a movement, each of two years together, as they may stand beside its verdict."""

from __future__ import annotations

from brightfutures.measures.results import Moved, Movement


def both_ends(moved: Moved) -> tuple[float, float] | None:
    """The first two and the last two of the five years, each two together, in the measure's unit.

    None where there are none, or where the two lie the other way than the move that was told
    apart: the test takes means on its scale (`measures.two_years`).
    """
    if moved.from_value is None or moved.to_value is None or lies_the_other_way(moved):
        return None
    return moved.from_value, moved.to_value


def lies_the_other_way(moved: Moved) -> bool:
    """Whether two years together went the other way than the move that was told apart."""
    if moved.from_value is None or moved.to_value is None:
        return False
    by = moved.to_value - moved.from_value
    fell_though = moved.level is Movement.HAS_RISEN and by < 0
    return fell_though or (moved.level is Movement.HAS_FALLEN and by > 0)
