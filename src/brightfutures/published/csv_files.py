"""Reads CSV in Python by the encoding that its source declares; nothing is sniffed."""

from __future__ import annotations

import csv
import io

from brightfutures.catalogue.sources import TableRule
from brightfutures.published.headers import table_below_header
from brightfutures.published.tables import Table
from brightfutures.quantities import PlainError


def read_csv(name: str, content: bytes, rule: TableRule) -> Table:
    """The table in the bytes of a CSV file; `PlainError` names the row where they are broken."""
    rows, numbers = csv_rows(name, content, rule.encoding)
    return table_below_header(name, rows, numbers, rule)


def csv_rows(name: str, content: bytes, encoding: str) -> tuple[list[list[str]], list[int]]:
    """Every row of a CSV file with the line on which it begins."""
    if not content.strip():
        raise PlainError(f"{name} is empty: get it again, or load without it.")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PlainError(
            f"{name}, row {line}, is not written in {encoding} as its source declares: "
            "get the file as published, not one saved again by a spreadsheet."
        ) from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    numbers: list[int] = []
    before = 0
    try:
        for row in reader:
            rows.append(row)
            numbers.append(before + 1)
            before = reader.line_num
    except csv.Error as error:
        raise PlainError(
            f"{name}, row {before + 1}, is not sound CSV ({_in_words(error)}): get it again."
        ) from error
    return rows, numbers


def _in_words(error: csv.Error) -> str:
    words = str(error)
    if "field larger" in words:
        return "a cell holds more than 131,072 letters"
    if "unexpected end" in words:
        return "it ends inside a quoted cell, so it may be cut short"
    return words
