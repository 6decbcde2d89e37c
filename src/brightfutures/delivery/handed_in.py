"""The rows of a small CSV that a council hands in, each with where it stands.

The file is read where it lies, and nothing of it is kept or sent.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from brightfutures.quantities import WrongUse

LARGEST_BYTES = 1_000_000
"""A return, or a budget of every line and year, is a hundredth of this."""


def bytes_of(file: Path) -> bytes:
    """All that a file holds; `WrongUse` where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise WrongUse(f"{file.name} cannot be read: {error.strerror}.") from error


def handed_in(
    name: str, content: bytes, one: str
) -> tuple[list[str], Iterator[tuple[str, list[str]]]]:
    """The heading in small letters, and each row that is not blank after words for its place.

    `one` says what a file holds: "return". Rows are counted from 1 with the heading. Raises
    `WrongUse` in one sentence that names the file and the row, for a row when it is reached.
    """
    rows = _rows(name, _text(name, content, one))
    header = [cell.strip().lower() for cell in next(rows, [])]
    return header, _below(name, header, rows)


def _below(
    name: str, header: list[str], rows: Iterator[list[str]]
) -> Iterator[tuple[str, list[str]]]:
    any_at_all = False
    for number, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        where, any_at_all = f"{name}, row {number}", True
        if len(row) != len(header):
            raise WrongUse(f"{where}, has {len(row)} cells, and the heading has {len(header)}.")
        yield where, [cell.strip() for cell in row]
    if not any_at_all:
        raise WrongUse(f"{name} has no rows below its heading.")


def _text(name: str, content: bytes, one: str) -> str:
    if len(content) > LARGEST_BYTES:
        raise WrongUse(f"{name} is larger than {LARGEST_BYTES // 1_000_000} MB: give one {one}.")
    if content.startswith(b"PK") or b"\0" in content:
        raise WrongUse(f"{name} is not a CSV file: save the sheet as CSV UTF-8.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = content.count(b"\n", 0, error.start) + 1
        raise WrongUse(f"{name}, row {at}, is not UTF-8: save it as CSV UTF-8.") from error


def _rows(name: str, text: str) -> Iterator[list[str]]:
    try:
        return iter(list(csv.reader(io.StringIO(text, newline=""), strict=True)))
    except csv.Error as error:
        raise WrongUse(f"{name} is not sound CSV ({error}).") from error
