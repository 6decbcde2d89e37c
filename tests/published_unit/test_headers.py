"""A header in several rows, whose upper rows are headings over several columns."""

from brightfutures.catalogue.sources import TableRule
from brightfutures.published.headers import table_below_header

ROWS = [
    ["Finance return", "", "", "", "", ""],
    ["", "", "Fostering", "", "", "Youth justice"],
    ["", "", "", "", "", ""],
    ["Code", "Council", "Total", "Income", "", "Total"],
    ["E1", "North", "5", "2", "", "7"],
]


def test_a_heading_is_carried_to_the_right_over_the_columns_that_it_stands_over() -> None:
    rule = TableRule(header_row=2, header_rows=3, header_carries=True)
    table = table_below_header("return.csv", ROWS, range(1, 6), rule)
    assert table.header == (
        "Code",
        "Council",
        "Fostering | Total",
        "Fostering | Income",
        "Fostering",
        "Youth justice | Total",
    )
    assert table.column("Youth justice | Total").labels == ("7",)
    assert table.row_numbers.tolist() == [5]


def test_without_it_a_heading_stands_over_its_first_column_only() -> None:
    rule = TableRule(header_row=2, header_rows=3)
    table = table_below_header("return.csv", ROWS, range(1, 6), rule)
    assert table.header[2:] == ("Fostering | Total", "Income", "", "Youth justice | Total")
