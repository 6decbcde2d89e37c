"""Writes one form's file in its format: CSV, workbook, parquet or GeoJSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from brightfutures.catalogue.sources import FileRule, Format, Source, TableRule
from brightfutures.synthetic.csv_text import csv_bytes
from brightfutures.synthetic.forms import Form
from brightfutures.synthetic.geojson_text import geojson_bytes
from brightfutures.synthetic.parquet_file import write_parquet
from brightfutures.synthetic.workbooks import workbook_bytes

Rows = Sequence[Sequence[str]]


def write_tables(
    folder: Path, form: Form, source: Source, tables: Sequence[tuple[FileRule, list[str], Rows]]
) -> Path:
    """One file with the rows of every table, or a workbook with a sheet for each of several."""
    path = folder / form.name
    path.parent.mkdir(parents=True, exist_ok=True)
    rule, header, _ = tables[0]
    rows = [row for _, _, of_one in tables for row in of_one]
    table = rule.table or source.table
    if table.format is Format.PARQUET:
        write_parquet(path, header, rows)
    elif table.format is Format.GEOJSON:
        path.write_bytes(geojson_bytes(header, rows))
    elif table.format is Format.CSV:
        everything = _with_surroundings(form, table, header, rows)
        path.write_bytes(
            csv_bytes(everything, byte_order_mark=form.byte_order_mark, encoding=table.encoding)
        )
    else:
        path.write_bytes(workbook_bytes(form.name, _sheets(form, source, tables)))
    return path


def _sheets(
    form: Form, source: Source, tables: Sequence[tuple[FileRule, list[str], Rows]]
) -> Mapping[str, Rows]:
    sheets: dict[str, Rows] = {}
    for rule, header, rows in tables:
        table = rule.table or source.table
        name = form.sheet or table.sheet or "Sheet1"
        sheets[name] = _with_surroundings(form, table, header, rows)
    return sheets


def _with_surroundings(
    form: Form, table: TableRule, header: list[str], rows: Rows
) -> list[Sequence[str]]:
    """Lines above the header, as many as the declaration counts, and below the last row."""
    above: list[Sequence[str]] = list(form.above)
    if table.header_starts_with is None:
        above = (above + [("",)] * table.header_row)[: table.header_row - 1]
    return [*above, *_header_rows(table, header), *rows, *form.below]


def _header_rows(table: TableRule, header: list[str]) -> list[list[str]]:
    """The header as the declaration has it: in several rows, a heading stands over its columns."""
    if not table.header_carries:
        return [header]
    parts = [name.rpartition(" | ") for name in header]
    headings = [
        heading if place == 0 or heading != parts[place - 1][0] else ""
        for place, (heading, _, _) in enumerate(parts)
    ]
    blank = [""] * len(header)
    return [headings, *[blank] * (table.header_rows - 2), [last for _, _, last in parts]]
