"""CSV and XLSX: cells that a spreadsheet cannot mistake for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

BYTE_ORDER_MARK = "\ufeff"


def harmless(cell: Any) -> Any:
    """A cell that begins with = + - @ (or a tab or return) is quoted, so that it cannot run."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell


def csv_bytes(headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """A CSV file as Excel opens it: UTF-8 with a byte-order mark, an empty cell for nothing."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(heading) for heading in headings])
    writer.writerows([["" if cell is None else harmless(cell) for cell in row] for row in rows])
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


class Workbook:
    """An XLSX workbook in memory, sheet by sheet."""

    def __init__(self, title: str, notice: str) -> None:
        import xlsxwriter  # asked for by no page, and some time in loading

        self._bytes = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._bytes, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._book.set_properties({"title": title, "comments": notice})
        self._bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._notice = notice

    def page(self, name: str, lines: Sequence[str]) -> None:
        """A sheet of text, a line a row."""
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, 0, 100, self._wrapped)
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line, self._bold if row == 0 else self._wrapped)

    def table(
        self,
        name: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[Any]],
        widths: Sequence[int] = (),
    ) -> None:
        """A sheet with the standing notice above one table."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, self._notice)
        for column, heading in enumerate(headings):
            sheet.write_string(2, column, heading, self._bold)
        for place, row in enumerate(rows, start=3):
            for column, cell in enumerate(row):
                if cell is None:
                    continue
                if isinstance(cell, str):
                    sheet.write_string(place, column, cell)
                else:
                    sheet.write_number(place, column, cell)
        sheet.freeze_panes(3, 2)
        if rows:
            sheet.autofilter(2, 0, 2 + len(rows), len(headings) - 1)

    def content(self) -> bytes:
        """The finished file."""
        self._book.close()
        return self._bytes.getvalue()
