"""Periods along a line: where each lies, and which may be joined to the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from brightfutures.charts.words import Figure

_LABEL = re.compile(r"(\d{4})(-\d{2})?")


@dataclass(frozen=True, kw_only=True)
class Break:
    """A change in what is counted, from the period `at` onwards.

    `number` is the small figure that stands on the chart and before `sentence` in the notes.
    """

    at: str
    number: int
    sentence: str

    def __post_init__(self) -> None:
        if not self.sentence.strip():
            raise ValueError(f"The break at {self.at} needs its sentence.")


@dataclass(frozen=True)
class Timeline:
    """Period labels in time order (`2025`, `2023-24`), each once, and the breaks among them."""

    periods: tuple[str, ...]
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        if not self.periods:
            raise ValueError("A chart over time needs at least one period.")
        if len(set(self.periods)) != len(self.periods):
            raise ValueError("A chart over time names each period once.")
        if any(later <= earlier for earlier, later in pairwise(self.places)):
            raise ValueError("The periods of a chart are given in time order.")
        for change in self.breaks:
            if change.at not in self.periods:
                raise ValueError(f"The break at {change.at} is not in a period that is shown.")

    @cached_property
    def places(self) -> tuple[float, ...]:
        """Where each period lies: by its year, so that a year left out keeps its room.

        Labels that are not years lie one step apart.
        """
        return _places_of(self.periods)

    @cached_property
    def breaks_between(self) -> tuple[tuple[float, str], ...]:
        """Where a break is drawn, halfway to the period before, and its numbers.

        A break at the first period has nothing before it to be kept apart from.
        """
        places = self.places
        found: dict[float, list[int]] = {}
        for change in self.breaks:
            index = self.periods.index(change.at)
            if index:
                found.setdefault((places[index - 1] + places[index]) / 2, []).append(change.number)
        return tuple(
            (place, ", ".join(map(str, sorted(numbers))))
            for place, numbers in sorted(found.items())
        )

    def runs(self, figures: Sequence[object]) -> tuple[tuple[int, ...], ...]:
        """The stretches of periods with a number that may be joined.

        A stretch ends at a figure that is not a number, at a break, and where a year between
        two periods is not among the periods.
        """
        may_be_joined = self._may_be_joined
        found: list[list[int]] = []
        previous = -2
        for index, figure in enumerate(figures):
            if not isinstance(figure, (int, float)):
                continue
            if previous == index - 1 and may_be_joined[index]:
                found[-1].append(index)
            else:
                found.append([index])
            previous = index
        return tuple(map(tuple, found))

    @cached_property
    def _may_be_joined(self) -> tuple[bool, ...]:
        """Of each period whether a line may lead to it from the one before."""
        places = self.places
        step = min((later - earlier for earlier, later in pairwise(places)), default=1.0)
        broken = {self.periods.index(change.at) for change in self.breaks}
        return tuple(
            index > 0 and index not in broken and places[index] - places[index - 1] <= step
            for index in range(len(places))
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentence of each break after its number, in the order of the numbers."""
        ordered = sorted(self.breaks, key=lambda change: change.number)
        return tuple(f"{change.number}. {change.sentence}" for change in ordered)


TIMES_KEPT = 512
"""For how many sets of periods it is kept where each lies: every council's charts share them."""


@lru_cache(maxsize=TIMES_KEPT)
def _places_of(periods: tuple[str, ...]) -> tuple[float, ...]:
    years = [_LABEL.fullmatch(period) for period in periods]
    found = [float(match[1]) for match in years if match]
    if len(found) == len(periods):
        return tuple(found)
    return tuple(map(float, range(len(periods))))


def is_number(figure: object) -> bool:
    """Whether a figure is a number rather than missing."""
    return isinstance(figure, (int, float))


def numbers_in(figures: Sequence[Figure]) -> list[float]:
    """The numbers among figures."""
    return [figure for figure in figures if isinstance(figure, (int, float))]
