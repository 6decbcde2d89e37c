"""A table of text cells with a header: what every kind of file becomes before it is read.

Each distinct text of a column is found once (`Coded`), so that numbers, areas and periods are
worked out once for each text and not for each row.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from brightfutures.quantities import PlainError

Codes = npt.NDArray[np.int32]
CUT = "\0"  # stands for a cell that a short row does not have


@dataclass(frozen=True)
class Coded:
    """A column as distinct texts and, for each row, which of them it holds."""

    codes: Codes
    labels: tuple[str, ...]


class _Numbering(dict[str, int]):
    """Numbers each new text as it is looked up, so that known ones cost one look in C."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


def coded(cells: Iterable[str], count: int) -> Coded:
    """A column of `count` cells with each distinct text, trimmed of spaces, held once."""
    seen = _Numbering()
    codes = np.fromiter(map(seen.__getitem__, cells), np.int32, count)
    trimmed = _Numbering()
    lookup = np.array([trimmed[label.strip()] for label in seen], np.int32)
    return Coded(lookup[codes] if len(trimmed) < len(seen) else codes, tuple(trimmed))


@dataclass(frozen=True)
class Table:
    """Rows under a header, with the row numbers a person would count in the file."""

    name: str
    header: tuple[str, ...]
    header_row: int
    row_numbers: npt.NDArray[np.int64]
    cells: Callable[[int], Iterable[str]]
    _columns: dict[int, Coded] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many rows there are below the header."""
        return len(self.row_numbers)

    def place(self, column: str) -> int:
        """Where a column stands, by its name or by its letter (`#D`)."""
        if column.startswith("#"):
            place = column_number(column[1:])
            if place < len(self.header):
                return place
            raise PlainError(f"{self.name} has no column {column[1:]}.")
        wanted = evened(column)
        found = [place for place, name in enumerate(self.header) if name == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            raise PlainError(
                f"{self.name}, row {self.header_row}, has {len(found)} columns called '{wanted}'."
            )
        near = difflib.get_close_matches(wanted, self.header, n=1)
        hint = f" (the nearest is '{near[0]}')" if near else ""
        raise PlainError(
            f"{self.name}, row {self.header_row}, has no column '{wanted}'{hint}: its layout has "
            "changed or it is another file; get the file as published, or load without it."
        )

    def column(self, column: str) -> Coded:
        """One column with each distinct text held once."""
        place = self.place(column)
        if place not in self._columns:
            self._columns[place] = coded(self.cells(place), self.count)
        return self._columns[place]

    def published_name(self, column: str) -> str:
        """The column's name as the file has it."""
        return self.header[self.place(column)] or column


def evened(name: str) -> str:
    """A column's name with runs of spaces and line ends as one space."""
    return " ".join(name.split())


def column_number(letters: str) -> int:
    """The place, from 0, of a column that a spreadsheet calls by letters (`D` is 3)."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise PlainError(f"'#{letters}' is not a column's letter.")
        number = number * 26 + ord(letter) - 64
    return number - 1


def _is_blank(row: Sequence[str]) -> bool:
    # Most rows begin with a text: only the others are looked at cell by cell.
    return not row or (not row[0].strip() and not any(cell.strip() for cell in row))


def table_of_rows(
    name: str,
    header: tuple[str, ...],
    header_row: int,
    rows: Sequence[Sequence[str]],
    numbers: Sequence[int],
) -> Table:
    """A table of rows in memory, without those that are blank."""
    kept = [place for place, row in enumerate(rows) if not _is_blank(row)]
    held = [rows[place] for place in kept]
    if not held:
        raise PlainError(f"{name} has no rows below its header in row {header_row}.")

    shortest = min(map(len, held))

    def cells(place: int) -> Iterable[str]:
        if place < shortest:
            return map(itemgetter(place), held)
        return (row[place] if place < len(row) else CUT for row in held)

    return Table(
        name, header, header_row, np.array([numbers[place] for place in kept], np.int64), cells
    )
