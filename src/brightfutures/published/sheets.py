"""Reads a sheet of a workbook (xls, xlsx, ods), refusing one that unpacks to too much."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import overload

from python_calamine import CalamineError, CalamineWorkbook

from brightfutures.catalogue.sources import TableRule
from brightfutures.published.headers import table_below_header
from brightfutures.published.tables import Table
from brightfutures.quantities import PlainError

LARGEST_UNPACKED_BYTES = 300_000_000  # ten times the largest official workbook we know
LARGEST_CELL = 32_767  # letters; a spreadsheet's own limit


def read_sheet(name: str, content: bytes, rule: TableRule) -> Table:
    """The table in the sheet that a rule names; rows are numbered as the spreadsheet does."""
    if not content:
        raise PlainError(f"{name} is empty: get it again, or load without it.")
    _refuse_bomb(name, content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheet = _sheet_named(name, workbook.sheet_names, rule.sheet)
        cells = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise PlainError(
            f"{name} cannot be opened as a workbook ({error}): get it again, or load without it."
        ) from error
    where = f"{name}, sheet '{sheet}'"
    for number, row in enumerate(cells, 1):
        for place, cell in enumerate(row, 1):
            if type(cell) is str and len(cell) > LARGEST_CELL:
                raise PlainError(
                    f"{where}, row {number}, column {place}, holds {len(cell):,} letters, more "
                    "than a spreadsheet allows: get the file again."
                )
    rows = [_TextRow(row) for row in cells]
    return table_below_header(where, rows, range(1, len(rows) + 1), rule)


def _refuse_bomb(name: str, content: bytes) -> None:
    """Refuse a zipped workbook by the sizes it states, before any of it is unpacked."""
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise PlainError(
            f"{name} is a broken workbook, perhaps cut short: get it again, or load without it."
        ) from error
    if unpacked > LARGEST_UNPACKED_BYTES:
        raise PlainError(
            f"{name} would unpack to {unpacked / 1e6:,.0f} MB, more than any workbook of official "
            "statistics: it is not opened."
        )


def _sheet_named(name: str, sheets: list[str], wanted: str | None) -> str:
    if wanted is None:
        if len(sheets) == 1:
            return sheets[0]
        raise PlainError(f"{name} has several sheets and its source does not say which to read.")
    if wanted in sheets:
        return wanted
    found = [sheet for sheet in sheets if fnmatchcase(sheet.strip(), wanted)]
    if len(found) == 1:
        return found[0]
    raise PlainError(
        f"{name} has {'no sheet' if not found else 'several sheets'} called '{wanted}', only "
        f"{', '.join(sheets)}: its layout has changed or it is another file."
        if not found
        else f"{name} has several sheets that could be '{wanted}': {', '.join(found)}."
    )


class _TextRow(Sequence[str]):
    """A row whose cells become text when they are asked for: of a wide sheet few are."""

    __slots__ = ("_cells",)

    def __init__(self, cells: Sequence[object]) -> None:
        self._cells = cells

    def __len__(self) -> int:
        return len(self._cells)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [_text(cell) for cell in self._cells[place]]
        return _text(self._cells[place])

    def __iter__(self) -> Iterator[str]:
        return map(_text, self._cells)


def _text(cell: object) -> str:
    """A cell as a person reads it: whole numbers without a point, dates as 2025-03-31."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
