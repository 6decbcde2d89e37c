"""The file and row said to hold a figure do hold it, and every file claimed gives something."""

import csv
import hashlib
import random
from pathlib import Path

import duckdb
import pytest
from python_calamine import CalamineWorkbook

pytestmark = pytest.mark.published

SAMPLE = 400
SEED = 20250331


@pytest.fixture(scope="module")
def cells(published_data):
    """Looks a cell up in a file by the row a person counts and the name of the column."""
    held = {}

    def rows_of(path):
        if path not in held:
            held[path] = _read(published_data / path)
        return held[path]

    return rows_of


class Parquet:
    """Rows of a parquet file one at a time, counted from 1 as its columns' names are no row."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def get(self, row, otherwise):
        found = duckdb.sql(f"select * from '{self.path}' limit 1 offset {row - 1}").fetchall()
        return found[0] if found else otherwise


def _read(path: Path):
    if path.suffix == ".csv":
        content = path.read_bytes()
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252")
        reader = csv.reader(text.splitlines(keepends=True))
        rows, before = {}, 0
        for row in reader:
            rows[before + 1] = row
            before = reader.line_num
        return [rows]
    if path.suffix == ".parquet":
        return [Parquet(path)]
    book = CalamineWorkbook.from_path(path)
    return [
        dict(enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1))
        for name in book.sheet_names
    ]


def _written(cell):
    if cell is None:
        return ""
    if isinstance(cell, float):
        return repr(int(cell)) if cell == int(cell) else repr(cell)
    return str(cell).strip()


def _stands_there(sheets, row):
    """Whether the row holds the text, in the column named where the header is the first row.

    Of a sum over several lines of a return, or rows of an area, the row is the first one's.
    """
    parts = [part.strip() for part in row.as_published.split(" + ")]
    for sheet in sheets:
        line = [_written(cell) for cell in sheet.get(row.row, ())]
        header = [_written(cell) for cell in sheet.get(1, ())]
        if header.count(row.column) == 1 and row.file.endswith(".csv"):
            column = header.index(row.column)
            if line[column] != parts[0] or not parts[1:]:
                return line[column] == parts[0]
            return set(parts[1:]) <= {
                _written(other[column]) for other in sheet.values() if len(other) > column
            }
        if all(part in line for part in parts):
            return True
        if parts[0] in line and parts[1:] and isinstance(sheet, dict):
            # A sum of a return's lines: the others stand in rows of the same council, which its
            # number and its name say; in the third column may be the number of the line.
            council = [[_written(cell) for cell in other] for other in sheet.values()]
            council = [other for other in council if other[:2] == line[:2]]
            if all(any(part in other for other in council) for part in parts[1:]):
                return True
    return False


def test_rows_taken_at_random_hold_the_figures_they_are_said_to_hold(
    edition, cells, record_property
):
    chance = random.Random(SEED)
    store = edition.store
    series = sorted(edition.catalogue.series)
    looked_up, absent = 0, []
    while looked_up < SAMPLE:
        readings = store.readings(chance.choice(series))
        if not len(readings.value):
            continue
        place = chance.randrange(len(readings.value))
        area = readings.areas[readings.area_index[place]]
        period = readings.periods[readings.period_index[place]]
        for row in store.source_rows(readings.series, area, period):
            if not _stands_there(cells(row.file), row):
                absent.append((row.file, row.row, row.column, row.as_published))
            looked_up += 1
    record_property("figures", looked_up)
    assert absent == []


def test_every_file_claimed_gives_readings_but_a_dictionary(loaded_store):
    empty = [file.path for file in loaded_store.files() if not file.readings]
    assert empty == ["dfe/lait/lait_data_dictionary.csv"]


def test_every_file_is_the_one_in_the_manifest(loaded_store, official):
    listed = {row["path"]: row["sha256"] for row in official.rows("manifest.csv")}
    for file in loaded_store.files():
        content = (official.folder / file.path).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file.sha256 == listed[file.path]


def test_files_that_no_source_claims_are_named(loaded_store, official):
    claimed = {file.path for file in loaded_store.files()}
    everything = {
        path.relative_to(official.folder).as_posix()
        for path in official.folder.rglob("*")
        if path.is_file() and path.name != "manifest.csv"
    }
    assert everything - claimed == set(loaded_store.unclaimed())
