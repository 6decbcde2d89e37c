"""What a chart says in words: its title, its description, and how it writes a figure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from brightfutures.quantities import Missing, Reason, Value, round_half_away_from_zero

Figure = Value | None  # None: there is nothing to say about this place, and nothing is drawn

# The publisher holds a number but does not print it. Any other missing value is only a gap.
_WITHHELD = frozenset({Reason.SUPPRESSED, Reason.ROUNDS_TO_ZERO, Reason.UNRELIABLE})

_REASONS = {
    Reason.SUPPRESSED: "withheld",
    Reason.ROUNDS_TO_ZERO: "rounds to zero",
    Reason.UNRELIABLE: "withheld as unreliable",
    Reason.UNAVAILABLE: "not available",
    Reason.NOT_APPLICABLE: "does not apply",
    Reason.NOT_COLLECTED: "not collected",
    Reason.NOT_RETURNED: "not returned",
    Reason.DID_NOT_EXIST: "council did not exist",
    Reason.DENOMINATOR_UNAVAILABLE: "no number to divide by",
    Reason.UNSTATED: "not stated",
}


def is_withheld(figure: Figure) -> bool:
    """Whether the publisher holds this figure back, so that a hollow mark stands for it."""
    return isinstance(figure, Missing) and not _WITHHELD.isdisjoint(figure.reasons)


def plain_number(number: float) -> str:
    """A number to one decimal place at most: `94`, `7.5`, `12,300`, `−2`."""
    if abs(number) >= 1e15:
        return f"{number:.3g}".replace("-", "−")
    rounded = round_half_away_from_zero(number, 1)
    text = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
    return text.replace("-", "−")


def plain_reason(missing: Missing) -> str:
    """Why a figure is missing, in the words a table uses."""
    return ", ".join(_REASONS[reason] for reason in missing.reasons)


@dataclass(frozen=True, kw_only=True)
class ChartWords:
    """The words of one chart.

    `title` says what the chart is of and `description` what a person would say it shows, to
    someone who cannot see it; both are required. `show` writes a figure, `show_missing` the
    reason for one that is missing, and `show_tick` a figure on an axis (by default as many
    decimal places as the axis needs).
    """

    title: str
    description: str
    show: Callable[[float], str] = plain_number
    show_missing: Callable[[Missing], str] = plain_reason
    show_tick: Callable[[float], str] | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A chart needs a title.")
        if not self.description.strip():
            raise ValueError(f"The chart '{self.title}' needs a description a person would say.")

    def figure(self, figure: Figure) -> str:
        """A figure as the reader sees it; a dash where there is nothing to say."""
        if figure is None:
            return "–"
        return self.show_missing(figure) if isinstance(figure, Missing) else self.show(figure)

    def span(self, low: float, high: float) -> str:
        """A range as the reader sees it."""
        return f"{self.show(low)} to {self.show(high)}"


@dataclass(frozen=True, kw_only=True)
class ChartTable:
    """The table behind a chart, as text: the first cell of each row is its heading.

    `holds_numbers` says of each column whether it holds figures, to be set to the right.
    `notes` are sentences that belong under the table (breaks in the series, with their number).
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    holds_numbers: tuple[bool, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        width = len(self.header)
        if any(len(row) != width for row in self.rows) or len(self.holds_numbers) != width:
            raise ValueError(f"Every row of the table '{self.caption}' needs {width} cells.")


def refuse_nonsense(figures: Iterable[Figure], title: str) -> None:
    """A figure is a finite number, `Missing`, or `None`; anything else is an error here."""
    for figure in figures:
        if isinstance(figure, (int, float)) and not math.isfinite(figure):
            raise ValueError(f"{figure} in the chart '{title}' is not a figure: say Missing.")
