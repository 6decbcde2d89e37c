"""How steady measures are, in words: whether a council keeps its place from year to year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from brightfutures.findings.figures import counted
from brightfutures.measures.results import Comparison

STEADY = 0.7
"""From this correlation on, about half of how far councils differ in one year holds to the next
(its square is 0.49), and a council is said mostly to keep its place."""

HARDLY = 0.4
"""Below it standing apart in one year says little about the next (its square is 0.16)."""


class Holds(StrEnum):
    """Whether councils keep their places on a measure."""

    MOSTLY = "mostly"
    PARTLY = "partly"
    HARDLY = "hardly"
    UNKNOWN = "unknown"


def holds(correlation: float | None) -> Holds:
    """The word for how strongly councils' gaps agree so many years apart."""
    if correlation is None:
        return Holds.UNKNOWN
    if correlation >= STEADY:
        return Holds.MOSTLY
    return Holds.PARTLY if correlation >= HARDLY else Holds.HARDLY


def holds_a_year(comparison: Comparison) -> Holds:
    """Whether councils keep their places on this measure from one year to the next."""
    steadiness = comparison.steadiness
    return holds(steadiness.one_year if steadiness else None)


def holds_three_years(comparison: Comparison) -> Holds:
    """The same over three years."""
    steadiness = comparison.steadiness
    return holds(steadiness.three_years if steadiness else None)


@dataclass(frozen=True, kw_only=True)
class Steadiness:
    """How many measures are how steady, from one year to the next and over three years."""

    mostly: int
    partly: int
    hardly: int
    unknown: int
    mostly_three_years: int
    known_three_years: int

    @property
    def known(self) -> int:
        """Of how many it is known from one year to the next."""
        return self.mostly + self.partly + self.hardly


def steadiness_of(comparisons: Sequence[Comparison]) -> Steadiness:
    """The count over some measures."""
    found = Counter(map(holds_a_year, comparisons))
    later = Counter(map(holds_three_years, comparisons))
    return Steadiness(
        mostly=found[Holds.MOSTLY],
        partly=found[Holds.PARTLY],
        hardly=found[Holds.HARDLY],
        unknown=found[Holds.UNKNOWN],
        mostly_three_years=later[Holds.MOSTLY],
        known_three_years=sum(later.values()) - later[Holds.UNKNOWN],
    )


def steadiness_words(found: Steadiness) -> tuple[str, str] | None:
    """One sentence on how steady some measures are; None where that is known of none.

    In two pieces, between which a page may name those that differ here and are hardly steady;
    the second is empty where no measure is hardly steady.
    """
    if not found.known:
        return None
    measures = found.known + found.unknown
    said = f"{_steady(found.mostly, measures)} steady from one year to the next"
    if found.mostly and found.known_three_years and measures > 1:
        later = counted(found.mostly_three_years).lower() if found.mostly_three_years else "none"
        said += f" and {later} over three years"
    if found.unknown:
        said += f", though of {counted(found.unknown).lower()} it is not known"
    if not found.hardly or measures == 1:
        return f"{said}.", ""
    are = "is" if found.hardly == 1 else "are"
    hardly = f"{counted(found.hardly).lower()} hardly {are}"
    return f"{said}; {hardly}, and a difference there", " may be gone next year."


def _steady(count: int, measures: int) -> str:
    if measures == 1:
        return f"This measure is{'' if count else ' not'}"
    number = counted(measures).lower()
    if not count:
        return f"{'Neither' if measures == 2 else 'None'} of these {number} measures is"
    if count == measures:
        return f"{'Both' if measures == 2 else f'All {number}'} of these measures are"
    return (
        f"Of these {number} measures {'one is' if count == 1 else f'{counted(count).lower()} are'}"
    )
