"""A small England in which some councils truly improve."""

from __future__ import annotations

from small_england import SmallEngland, council_codes, indicator, random_england

from brightfutures.catalogue import GoodDirection, IndicatorKind
from brightfutures.quantities import Reason

YEARS = range(2017, 2026)


def an_improving_england(seed: int = 5, *, leaps: bool = True) -> SmallEngland:
    """Sixty councils; lower is better of `care` and higher of `moves`.

    With `leaps`, the three that began worst on each (of those with all five counts) are better
    by half in 2024 and 2025.
    """
    england = random_england(seed, councils=60, years=YEARS, wobble=0.05)
    england.indicators = [
        indicator("care", IndicatorKind.RATE, good_direction=GoodDirection.LOWER),
        indicator("moves", IndicatorKind.PROPORTION, good_direction=GoodDirection.HIGHER),
    ]
    for name, times in (("care", 0.5), ("moves", 1.5)) if leaps else ():
        worst = began(england, name, highest=times < 1)[:3]
        for council in worst:
            leap(england, name, council, times)
    return england


def began(england: SmallEngland, name: str, *, highest: bool) -> list[str]:
    """The councils with all five counts by what they began with, the worst first."""
    first = {}
    for council in council_codes(england.geography):
        counts = [england.tables[f"{name}_count"][council, str(year)] for year in range(2021, 2026)]
        if not any(isinstance(count, Reason) for count in counts):
            people = england.tables["people"][council, "2021"]
            first[council] = (float(counts[0]) + float(counts[1])) / float(people)
    return sorted(first, key=lambda council: first[council], reverse=highest)


def leap(england: SmallEngland, name: str, council: str, times: float) -> None:
    """The last two counts are those of the first two, so many times over."""
    table = england.tables[f"{name}_count"]
    for year in ("2024", "2025"):
        table[council, year] = round(float(table[council, "2021"]) * times)
