"""Lettered strip: where do some councils lie among all? Ticks, and a letter for each one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightfutures.charts.axes import Axis, axis_between
from brightfutures.charts.drawing import coordinate, path, picture, text, uprights
from brightfutures.charts.palette import DARK, GREY, PAPER
from brightfutures.charts.words import ChartTable, ChartWords, Figure, refuse_nonsense

WIDTH = 340
_EDGE = 9.0
_LETTER = 11.0
_ROW = 13.0  # a row of letters
_ROOM = 11.0  # letters nearer than this stand in rows of their own

SHAPES = ("diamond", "circle", "square", "triangle", "down", "cross", "bar", "ring", "box", "star")
"""A shape of its own for each council, so that a letter too small to read is not all there is."""


@dataclass(frozen=True, kw_only=True)
class Lettered:
    """One council chosen: its letter, its name and its figure."""

    letter: str
    name: str
    figure: Figure

    @property
    def number(self) -> float | None:
        """The figure if it is a number."""
        return self.figure if isinstance(self.figure, (int, float)) else None


@dataclass(frozen=True, kw_only=True)
class LetteredStripChart:
    """Every council as a thin tick from low to high, those chosen with a shape and a letter above.

    No more councils than there are shapes. One without a number has no mark.
    """

    words: ChartWords
    councils: tuple[float, ...]
    chosen: tuple[Lettered, ...]

    def __post_init__(self) -> None:
        if len(self.chosen) > len(SHAPES):
            raise ValueError(f"'{self.words.title}' has more councils than shapes.")
        if not self._numbers:
            raise ValueError(f"'{self.words.title}' has no number to draw.")
        refuse_nonsense(self._numbers, self.words.title)

    @property
    def _numbers(self) -> tuple[float, ...]:
        return (*self.councils, *(one.number for one in self.chosen if one.number is not None))

    def svg(self, identifier: str) -> str:
        """The strip as SVG, 340 units wide, as high as its rows of letters need."""
        place = self._axis().between(_EDGE, WIDTH - _EDGE)
        known = [
            (place(one.number), one.letter, SHAPES[at])
            for at, one in enumerate(self.chosen)
            if one.number is not None
        ]
        rows = rows_apart([x for x, _, _ in known])
        top = _ROW * (max(rows, default=0) + 1) + 2
        middle = top + 9
        ticks = sorted({round(place(number), 1) for number in self.councils})
        marks = [path(uprights(ticks, middle - 5, 10), stroke=GREY, stroke_width=1)]
        for (x, letter, shape), row in zip(known, rows, strict=True):
            marks.append(_shape(shape, x, middle))
            baseline = top - 4 - row * _ROW
            marks.append(text(x, baseline, letter, text_anchor="middle", fill=DARK))
        return picture(self.words, identifier, WIDTH, middle + 9, marks, text_size=_LETTER)

    def table(self) -> ChartTable:
        """The councils chosen, each with its letter and its figure."""
        return ChartTable(
            caption=self.words.title,
            header=("Council", "Letter", "Figure"),
            rows=tuple(
                (one.name, one.letter, "–" if one.number is None else self.words.show(one.number))
                for one in self.chosen
            ),
            holds_numbers=(False, False, True),
        )

    def _axis(self) -> Axis:
        return axis_between(list(self._numbers))


def rows_apart(places: Sequence[float]) -> list[int]:
    """For each place along a line the lowest row in which no letter is too near another."""
    rows: list[int] = [0] * len(places)
    taken: list[float] = []  # the last place in each row
    for at in sorted(range(len(places)), key=lambda at: places[at]):
        free = (row for row, last in enumerate(taken) if places[at] - last >= _ROOM)
        row = next(free, len(taken))
        taken[row : row + 1] = [places[at]]
        rows[at] = row
    return rows


def mark(place: int) -> str:
    """The shape of one council on its own, 18 by 14 units, for a legend."""
    return (
        f'<svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">'
        f"{_shape(SHAPES[place], 9, 7)}</svg>"
    )


def _shape(shape: str, x: float, y: float) -> str:
    at = f"M{coordinate(x)} {coordinate(y)}"
    full = {
        "diamond": f"{at}m0-6l6 6-6 6-6-6z",
        "circle": f"{at}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        "square": f"{at}m-4.5-4.5h9v9h-9z",
        "triangle": f"{at}m0-6l6 10.5h-12z",
        "down": f"{at}m0 6l-6-10.5h12z",
        "bar": f"{at}m-2-6.5h4v13h-4z",
        "star": f"{at}m0-6.5l2 4.5h4.5l-3.5 3 1.5 5-4.5-3-4.5 3 1.5-5-3.5-3h4.5z",
    }
    hollow = {
        "cross": f"{at}m-5-5l10 10m0-10l-10 10",
        "ring": f"{at}m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
        "box": f"{at}m-4-4h8v8h-8z",
    }
    if shape in full:
        return path(full[shape], fill=DARK, stroke=PAPER)
    return path(hollow[shape], fill=PAPER, stroke=DARK, stroke_width=2)
