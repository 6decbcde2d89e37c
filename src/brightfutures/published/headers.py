"""Finds the header among the rows of a file, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brightfutures.catalogue.sources import TableRule
from brightfutures.published.tables import Table, evened, table_of_rows
from brightfutures.quantities import PlainError


def table_below_header(
    name: str, rows: Sequence[Sequence[str]], numbers: Sequence[int], rule: TableRule
) -> Table:
    """The table that a rule describes within all the rows of a file or sheet.

    `numbers` are the row numbers a person counts. Raises `PlainError` where there is no header.
    """
    start = _header_place(name, rows, numbers, rule)
    below = start + rule.header_rows
    header = _joined(rows[start:below], carries=rule.header_carries)
    end = len(rows)
    if rule.ends_before is not None:
        for place in range(below, len(rows)):
            first = next((cell.strip() for cell in rows[place] if cell.strip()), "")
            if first.startswith(rule.ends_before):
                end = place
                break
    kept, their_numbers = _kept(rows[below:end], numbers[below:end], rule.rows_match)
    return table_of_rows(name, header, numbers[start], kept, their_numbers)


def _kept(
    rows: Sequence[Sequence[str]], numbers: Sequence[int], pattern: str | None
) -> tuple[Sequence[Sequence[str]], Sequence[int]]:
    """The rows whose first cell is of a pattern, and their numbers; all without one."""
    if pattern is None:
        return rows, numbers
    places = [
        place for place, row in enumerate(rows) if row and re.fullmatch(pattern, row[0].strip())
    ]
    return [rows[place] for place in places], [numbers[place] for place in places]


def _header_place(
    name: str, rows: Sequence[Sequence[str]], numbers: Sequence[int], rule: TableRule
) -> int:
    if rule.header_starts_with is not None:
        wanted = evened(rule.header_starts_with)
        for place, row in enumerate(rows):
            if any(evened(cell) == wanted for cell in row):
                return place
        raise PlainError(
            f"{name} has no row with the cell '{wanted}', where its header should be: its layout "
            "has changed or it is another file; get the file as published, or load without it."
        )
    for place, number in enumerate(numbers):
        if number == rule.header_row:
            return place
    raise PlainError(f"{name} ends before row {rule.header_row}, where its header should be.")


def _joined(rows: Sequence[Sequence[str]], *, carries: bool) -> tuple[str, ...]:
    if len(rows) == 1:
        return tuple(evened(cell) for cell in rows[0])
    width = max(len(row) for row in rows)
    even = [[evened(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    if carries:
        even = [*(_carried(row) for row in even[:-1]), even[-1]]
    return tuple(" | ".join(part for part in parts if part) for parts in zip(*even, strict=True))


def _carried(row: Sequence[str]) -> list[str]:
    """A row of headings with each blank holding the heading to its left."""
    last = ""
    carried = []
    for cell in row:
        last = cell or last
        carried.append(last)
    return carried
