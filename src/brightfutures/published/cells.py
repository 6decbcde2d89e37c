"""From the text of a cell to a number, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brightfutures.published.tables import CUT, Coded, Table
from brightfutures.quantities import PlainError, Reason

# 1234, 1,234, 12.5, .5, 1e3, -3, 12%; never 1,2 or 1_000 or nan.
_NUMBER = re.compile(r"[+-]?(?=\.?\d)(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d{1,3})?%?")
UNDECLARED = 1 << 15
SHORT = 1 << 14


@dataclass(frozen=True)
class Figures:
    """One value for each distinct text: a number, or NaN with the bits of its reason."""

    value: npt.NDArray[np.float64]
    missing: npt.NDArray[np.uint16]


def number_in(text: str) -> float | None:
    """The number that a text is, or `None`: thousands commas and `1e3` are numbers."""
    if text.isdecimal() and text.isascii() and len(text) < 16:
        return float(text)
    plain = text.replace("\u2212", "-")
    if not _NUMBER.fullmatch(plain):
        return None
    number = float(plain.replace(",", "").rstrip("%"))
    return number if abs(number) < 1e300 else None


def figures_of(labels: Sequence[str], marks: Mapping[str, Reason]) -> Figures:
    """The number or reason of each text; a blank is unstated unless a mark says otherwise.

    A text that is neither has the bit `UNDECLARED`, a cell that a short row lacks `SHORT`.
    """
    value = np.full(len(labels), np.nan)
    missing = np.zeros(len(labels), np.uint16)
    for place, label in enumerate(labels):
        if label in marks:
            missing[place] = marks[label].bit
        elif label == CUT:
            missing[place] = SHORT
        elif (number := number_in(label)) is not None:
            value[place] = number
        else:
            missing[place] = UNDECLARED if label else Reason.UNSTATED.bit
    return Figures(value, missing)


def refuse_unreadable(
    table: Table, column: str, texts: Coded, figures: Figures, rows: npt.NDArray[np.intp]
) -> None:
    """Raise `PlainError` naming the first of these rows whose cell is cut off or undeclared."""
    bits = figures.missing[texts.codes[rows]]
    faults = np.flatnonzero(bits & (UNDECLARED | SHORT))
    if not len(faults):
        return
    row = int(rows[faults[0]])
    number = table.row_numbers[row]
    if bits[faults[0]] & SHORT:
        raise cut_short(table, column, row)
    text = texts.labels[texts.codes[row]]
    shown = text if len(text) <= 40 else f"{text[:40]}..."
    raise PlainError(
        f"{table.name}, row {number}, column '{table.published_name(column)}', holds '{shown}', "
        "which is neither a number nor a mark that its source declares: get the file as "
        "published, or declare in sources/ what the mark means."
    )


def cut_short(table: Table, column: str, row: int) -> PlainError:
    """The error of a row (by its place in the table) that ends before a column we need."""
    return PlainError(
        f"{table.name}, row {table.row_numbers[row]}, ends before column "
        f"'{table.published_name(column)}': the file may be cut short; get it again."
    )
