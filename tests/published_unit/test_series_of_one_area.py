"""A file about one area only, whose rows are years, quarters and months one under another."""

from importlib.resources import files

import pytest

from brightfutures.catalogue import read_geography
from brightfutures.catalogue.sources import AreaRule, TableRule
from brightfutures.published.csv_files import read_csv
from brightfutures.published.period_forms import end_year
from brightfutures.published.places import Places
from brightfutures.quantities import ENGLAND

FILE = (
    b'"Title","Prices"\n"Notes",\n"2021","111.6"\n"2022","120.5"\n'
    b'"2021 Q1","109.5"\n"2022 JAN","114.6"\n'
)


def rows(pattern: str | None) -> list[tuple[str, str, int]]:
    table = read_csv("prices.csv", FILE, TableRule(header_row=2, rows_match=pattern))
    first, second = table.column("#A"), table.column("#B")
    return [
        (first.labels[one], second.labels[other], int(number))
        for one, other, number in zip(first.codes, second.codes, table.row_numbers, strict=True)
    ]


def test_only_rows_of_the_pattern_are_kept_with_their_row_numbers():
    assert rows(r"\d{4}") == [("2021", "111.6", 3), ("2022", "120.5", 4)]
    assert rows(r"\d{4} Q1") == [("2021 Q1", "109.5", 5)]
    assert len(rows(None)) == 4


@pytest.mark.parametrize(
    ("text", "year"), [("2021 Q1", 2021), ("1988 Q4", 1988), ("2021", None), ("2021 Q5", None)]
)
def test_a_quarter_is_of_its_calendar_year(text: str, year: int | None):
    assert end_year(text, "quarter") == year


def test_every_row_is_about_the_one_area():
    table = read_csv("prices.csv", FILE, TableRule(header_row=2))
    places = Places(read_geography(files("brightfutures.catalogue") / "geography.toml"))
    placed = places.place(table, AreaRule(everywhere=ENGLAND))
    assert placed.rows.tolist() == [0, 1, 2, 3]
    assert {places.codes[area] for area in placed.primary.tolist()} == {ENGLAND}
