"""A cell that a spreadsheet could take for a formula is quoted."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook

from brightfutures.delivery.spreadsheets import Workbook, csv_bytes, harmless

FORMULAS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_becomes_text(cell: str):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", [-1.5, 0, None, "Essex", "–", "'quoted", "a=b"])
def test_numbers_and_plain_words_are_left_as_they_are(cell: object):
    assert harmless(cell) == cell


def test_csv_has_a_byte_order_mark_quotes_formulas_and_leaves_nothing_empty_as_none():
    content = csv_bytes(["=Area", "Value"], [["=cmd|' /C calc'!A0", -2.5], ['a "b", c\nd', None]])
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))

    assert content.startswith(b"\xef\xbb\xbf")
    assert rows == [
        ["'=Area", "Value"],
        ["'=cmd|' /C calc'!A0", "-2.5"],
        ['a "b", c\nd', ""],
    ]


def test_a_workbook_holds_text_as_text_and_numbers_as_numbers():
    book = Workbook("A title", "A notice")
    book.table("Sheet", ["Name", "Number"], [["=1+1", 2.5], ["http://x", None]])
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book.content())).get_sheet_by_name("Sheet")

    assert sheet.to_python()[2:] == [["Name", "Number"], ["=1+1", 2.5], ["http://x", ""]]
