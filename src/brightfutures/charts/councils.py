"""Councils side by side: what the strip, the ranked bars and the funnel are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from brightfutures.charts.words import ChartTable, ChartWords, Figure, refuse_nonsense
from brightfutures.quantities import Interval


class Standing(StrEnum):
    """What a council is to the reader: theirs, one like theirs, or any other.

    Where a chart is about nobody, a council that a test calls higher or lower than the others.
    """

    US = "us"
    SIMILAR = "similar"
    HIGHER = "higher"
    LOWER = "lower"
    OTHER = "other"


class CouncilMark(NamedTuple):  # made by the hundred for every page
    """One council's figure, with the range in which it likely lies (or, withheld, must lie).

    `asked_about`: somebody should say whether the figure is right.
    """

    name: str
    figure: Figure
    standing: Standing = Standing.OTHER
    range: Interval | None = None
    asked_about: bool = False

    @property
    def number(self) -> float | None:
        """The figure if it is a number."""
        return self.figure if isinstance(self.figure, (int, float)) else None


@dataclass(frozen=True, kw_only=True)
class Average:
    """A named figure to hold councils against, drawn as a dashed line across a chart."""

    name: str
    number: float


_IN_WORDS = {
    Standing.US: "this council",
    Standing.SIMILAR: "similar council",
    Standing.HIGHER: "▲ higher",
    Standing.LOWER: "▼ lower",
    Standing.OTHER: "",
}


@dataclass(frozen=True)
class Councils:
    """The councils of a chart, at most one of them ours."""

    marks: tuple[CouncilMark, ...]

    def checked(self, title: str) -> None:
        """An error if two councils are ours, or if a figure is no figure."""
        if sum(mark.standing is Standing.US for mark in self.marks) > 1:
            raise ValueError(f"Only one council can be us in the chart '{title}'.")
        refuse_nonsense((mark.figure for mark in self.marks), title)
        spans = [mark.range for mark in self.marks if mark.range]
        refuse_nonsense((end for span in spans for end in (span.low, span.high)), title)

    @property
    def us(self) -> CouncilMark | None:
        """Our council, if the chart is about one."""
        return next((mark for mark in self.marks if mark.standing is Standing.US), None)

    def numbers(self, *standings: Standing) -> list[float]:
        """The numbers of councils of these standings, of all by default, lowest first."""
        marks = self.marks
        if standings:
            marks = tuple([mark for mark in marks if mark.standing in standings])
        return sorted([it.figure for it in marks if isinstance(it.figure, (int, float))])

    def ranked(self) -> list[tuple[float, CouncilMark]]:
        """Councils that have a number, lowest first; equals by name."""
        pairs = [(mark.number, mark) for mark in self.marks]
        having = [(number, mark) for number, mark in pairs if number is not None]
        return sorted(having, key=lambda pair: (pair[0], pair[1].name))


def ranking_table(
    words: ChartWords,
    marks: Iterable[CouncilMark],
    denominators: tuple[str, dict[str, str]] | None = None,
) -> ChartTable:
    """A row for each council, highest first, those without a figure last by name.

    `denominators` is the heading of one more column and what it says for each council's name.
    """
    councils = Councils(tuple(marks))
    without = sorted(
        (mark for mark in councils.marks if mark.number is None), key=lambda mark: mark.name
    )
    ordered = [mark for _, mark in reversed(councils.ranked())] + without
    columns: list[tuple[str, list[str], bool]] = [
        ("Council", [mark.name for mark in ordered], False),
        ("Figure", [words.figure(mark.figure) for mark in ordered], True),
    ]
    if any(mark.range for mark in ordered):
        columns.append(("Likely range", [_span(words, mark.range) for mark in ordered], True))
    if denominators:
        name, texts = denominators
        columns.append((name, [texts[mark.name] for mark in ordered], True))
    columns.append(("Which", [_which(mark) for mark in ordered], False))
    return ChartTable(
        caption=words.title,
        header=tuple(name for name, _, _ in columns),
        rows=tuple(zip(*(cells for _, cells, _ in columns), strict=True)),
        holds_numbers=tuple(is_number for _, _, is_number in columns),
    )


def _which(mark: CouncilMark) -> str:
    asked = "asked about" if mark.asked_about else ""
    return ", ".join(filter(None, (_IN_WORDS[mark.standing], asked)))


def _span(words: ChartWords, span: Interval | None) -> str:
    return words.span(span.low, span.high) if span else "–"
