"""The two ends of a movement, each of two years together, as they may stand beside its verdict."""

from __future__ import annotations

from brightfutures.measures.results import Moved, Movement
from brightfutures.quantities import Period, PeriodKind


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


def from_and_to(moved: Moved, began: str, came: str) -> str:
    """The two ends as they are read, each with its two years.

    "from 71 in 2021 and 2022 together to 88 in 2024 and 2025"
    """
    first, last = moved.from_period, moved.to_period
    assert first is not None
    assert last is not None
    return in_two_years(began, (first, _years_from(first, 1)), came, (_years_from(last, -1), last))


def in_two_years(began: str, first: tuple[str, str], came: str, last: tuple[str, str]) -> str:
    """The same with the periods of both ends given."""
    return f"from {began} in {' and '.join(first)} together to {came} in {' and '.join(last)}"


def _years_from(label: str, years: int) -> str:
    """The period of the same form so many years later."""
    kind = PeriodKind.FINANCIAL_YEAR if "-" in label else PeriodKind.CALENDAR_YEAR
    return Period(kind, label).shifted(years).label
