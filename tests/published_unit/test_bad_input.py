"""Bad input gives one clear sentence that names file, row and column, and loads nothing."""

import re
import zipfile

import pytest

from brightfutures.quantities import PlainError

WIDE = "code,name,level,CLA_Mar2012,far\n"


def fault(load_files, content):
    with pytest.raises(PlainError) as caught:
        load_files(content)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    return sentence


def test_an_undeclared_mark(load_files, care_file, home):
    sentence = fault(load_files, {"care_2024.csv": care_file(("E06000001", "~"))})
    assert re.search(r"care_2024\.csv, row 3, column 'number', holds '~'", sentence)
    assert not (home / "current").exists()


def test_a_missing_column_names_the_nearest(load_files, care_file):
    text = care_file(("E06000001", "5")).replace(",number,", ",numbers,")
    sentence = fault(load_files, {"care_2024.csv": text})
    assert "care_2024.csv, row 1, has no column 'number' (the nearest is 'numbers')" in sentence


def test_an_unknown_council(load_files, care_file):
    sentence = fault(load_files, {"care_2024.csv": care_file(("E06009999", "5"))})
    assert "care_2024.csv, row 3, column 'new_la_code', names an area we do not know" in sentence
    assert "E06009999" in sentence


def test_an_undeclared_level(load_files, care_file):
    text = care_file(("E06000001", "5")).replace("Local", "Parish")
    assert "row 3, column 'level', holds the level 'Parish'" in fault(
        load_files, {"care_2024.csv": text}
    )


def test_a_period_in_another_form(load_files, care_file):
    text = care_file(("E06000001", "5", "2024/25"))
    assert "row 3, column 'time_period', holds '2024/25'" in fault(
        load_files, {"care_2024.csv": text}
    )


def test_a_file_cut_short_in_a_row(load_files, care_file):
    text = care_file(("E06000001", "5"), ("E06000005", "6"))[:-12]
    assert "care_2024.csv, row 4, ends before column" in fault(load_files, {"care_2024.csv": text})


def test_a_file_cut_short_inside_a_quoted_cell(load_files, care_file):
    text = care_file(("E06000001", "5"))
    cut = text[: text.index('"5"') + 2]
    assert "row 3, is not sound CSV (it ends inside a quoted cell" in fault(
        load_files, {"care_2024.csv": cut}
    )


def test_another_encoding(load_files, care_file):
    text = care_file(("E06000001", "5")).replace("E12000001", "Caf\u00e9")
    sentence = fault(load_files, {"care_2024.csv": text.encode("cp1252")})
    assert "care_2024.csv, row 3, is not written in utf-8-sig" in sentence


def test_an_empty_file(load_files):
    assert "care_2024.csv is empty" in fault(load_files, {"care_2024.csv": b""})


def test_a_header_without_rows(load_files, care_file):
    header = care_file().splitlines()[0]
    assert "has no rows below its header" in fault(load_files, {"care_2024.csv": header})


def test_a_huge_cell(load_files, care_file):
    text = care_file(("E06000001", "5" * 200_000))
    assert "row 3, is not sound CSV (a cell holds more than 131,072 letters)" in fault(
        load_files, {"care_2024.csv": text}
    )


def test_contradictory_rows_are_named_and_equal_ones_are_not(load_files, care_file):
    assert load_files({"care_2024.csv": care_file(("E06000001", "5"), ("E06000001", "5"))})
    sentence = fault(
        load_files, {"care_2024.csv": care_file(("E06000001", "5"), ("E06000001", "6"))}
    )
    assert "care_2024.csv, rows 3 and 4, give different figures, '5' and '6'" in sentence


def test_a_workbook_that_would_unpack_to_too_much(load_files, files):
    with zipfile.ZipFile(files / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 310_000_000)
    assert "book.xlsx would unpack to 310 MB" in fault(load_files, {})


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut", b"not a workbook", b""])
def test_a_workbook_that_cannot_be_opened(load_files, content):
    assert "book.xlsx" in fault(load_files, {"book.xlsx": content})


def test_a_workbook_without_the_sheet(load_files, files):
    import xlsxwriter

    with xlsxwriter.Workbook(files / "book.xlsx") as workbook:
        workbook.add_worksheet("Notes")
        workbook.add_worksheet("Data")
    assert "has no sheet called 'Table*', only Notes, Data" in fault(load_files, {})


def test_a_parquet_file_that_is_none(load_files):
    content = {
        "tool.parquet": b"PAR1 no",
        "dictionary.csv": "Key,Measure,Unit,Year,Good,Places,Quartiles\na,b,c,d,-,1,NA\n",
    }
    assert "tool.parquet is not a sound parquet file" in fault(load_files, content)


def test_a_file_that_the_manifest_describes_otherwise(load_files, care_file):
    sentence = fault(
        load_files,
        {
            "care_2024.csv": care_file(("E06000001", "5")),
            "manifest.csv": f"path,sha256\ncare_2024.csv,{'0' * 64}\n",
        },
    )
    assert "care_2024.csv is not the file that manifest.csv describes" in sentence


def test_a_file_that_two_sources_claim(small_catalogue, files, home, care_file):
    from dataclasses import replace

    from brightfutures.published.load import load

    (files / "care_2024.csv").write_text(care_file(("E06000001", "5")), encoding="utf-8")
    tidy = small_catalogue.sources["tidy"]
    twice = replace(
        small_catalogue, sources={**small_catalogue.sources, "copy": replace(tidy, id="copy")}
    )
    with pytest.raises(
        PlainError, match=r"care_2024\.csv is claimed by two sources, tidy and copy"
    ):
        load([files], home, catalogue=twice)


def test_a_folder_that_is_not_there(small_catalogue, files, home):
    from brightfutures.published.load import load

    with pytest.raises(PlainError, match="There is no file or folder at"):
        load([files / "nowhere"], home, catalogue=small_catalogue)


def test_a_folder_with_nothing_of_ours(load_files):
    assert "None of these files is one that we know" in fault(load_files, {"letter.txt": "Dear"})
