"""The publisher's notes on single returns stand in the files where we say, and are told."""

import re
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money import money_of

pytestmark = pytest.mark.published

SPENDING = load_catalogue().spending
SAID = (*SPENDING.notes.values(), *SPENDING.omissions.values())


def words_at(folder: Path, source: str) -> list[str]:
    """The words of each row that a source names: "FILE, sheet A, row 7; sheet B, rows 1 and 2"."""
    file = source.partition(",")[0]
    book = CalamineWorkbook.from_path(next(folder.rglob(file)))
    found = []
    for sheet, rows in re.findall(r"sheet ([^,;]+), rows? ([\d and]+)", source):
        table = book.get_sheet_by_name(sheet).to_python()
        for row in re.findall(r"\d+", rows):
            found.append(" ".join(str(cell) for cell in table[int(row) - 1]))
    return found


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.id)
def test_a_note_is_quoted_as_it_stands_in_the_rows_it_names(said, published_data: Path):
    rows = words_at(published_data, said.source)
    assert len(rows) == 2
    quoted = re.findall("“([^”]+)”", said.sentence.replace("“looked after children”", ""))
    together = " ".join(rows).replace("'", "’")
    for words in quoted:
        assert words in together, words


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.id)
def test_one_of_the_rows_is_the_councils_own(said, published_data: Path):
    assert any(said.area in row for row in words_at(published_data, said.source))


def test_every_council_whose_row_of_2024_25_points_to_a_note_has_one(published_data: Path):
    file = next(published_data.rglob("RO3_2024-25.ods"))
    table = CalamineWorkbook.from_path(file).get_sheet_by_name("RO3_LA_Data_202425").to_python()
    marked = {
        str(row[1])
        for row in table
        if "[note" in str(row[3]) and re.match(r"E06|E08|E09|E10", str(row[1]))
    }
    assert marked == {one.area for one in SPENDING.notes.values() if one.period == "2024-25"}


def test_gatesheads_page_tells_why_its_care_is_not_broken_down(edition: Edition):
    told = money_of(edition, edition.council("Gateshead"))
    (note,) = told.notes_of_the_year
    assert "“Gateshead were unable to provide a breakdown of line 13" in note
    assert note.endswith("(RO3_2024-25.ods, sheet Notes, row 7; sheet RO3_LA_Data_202425, row 138)")
    assert note not in told.notes
    earlier = money_of(edition, edition.council("Gateshead"), period="2023-24")
    assert not earlier.notes_of_the_year
    assert note in earlier.notes


def test_beside_gateshead_it_is_the_others_that_do_not_break_care_down(edition: Edition):
    beside = tuple(edition.council(name).code for name in ("Gateshead", "Hartlepool", "Essex"))
    (whole, in_care) = money_of(edition, edition.council("Sunderland"), beside).gaps
    assert whole.why_not == ""
    assert in_care.why_not == (
        "The gap cannot be parted. Too few of the councils beside it break down their spending on "
        "children in care."
    )


def test_a_note_of_an_older_year_is_among_what_one_should_know(edition: Edition):
    told = money_of(edition, edition.council("Knowsley"))
    assert not told.notes_of_the_year
    assert any("“return has been revised”" in note for note in told.notes)
