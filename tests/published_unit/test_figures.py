"""Figures from tidy, wide, workbook and parquet files, with their reasons, rows and releases."""

import duckdb
import pytest
import xlsxwriter


def test_thousands_commas_spaces_and_exponents_are_numbers(load_files, care_file, opened, value_at):
    load_files({"care_2024.csv": care_file(("E06000001", "1,234 "), ("E06000005", "1e3"))})
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2024") == 1234
        assert value_at(store, "children_in_care", "E06000005", "2024") == 1000


@pytest.mark.parametrize(
    ("mark", "reason"),
    [("c", "suppressed"), ("z", "not_applicable"), ("x", "unavailable"), ("", "unstated")],
)
def test_each_mark_keeps_its_own_reason(load_files, care_file, opened, value_at, mark, reason):
    load_files({"care_2024.csv": care_file(("E06000001", mark))})
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2024") == reason


def test_a_reading_leads_back_to_its_file_row_column_and_text(load_files, care_file, opened):
    load_files({"care_2024.csv": care_file(("E06000001", "1,234"))})
    with opened() as store:
        (row,) = store.source_rows("children_in_care", "E06000001", "2024")
    assert (row.file, row.row, row.column) == ("care_2024.csv", 3, "number")
    assert (row.value, row.as_published, row.release) == (1234, "1,234", "2024")
    assert (row.publisher, row.publication) == ("Department", "Statistics")


def test_columns_added_keep_each_text_and_a_missing_one_makes_the_sum_missing(
    load_files, care_file, opened, value_at
):
    text = care_file(("E06000001", "9"), ("E06000005", "9")).replace(",3,1\n", ",3,c\n", 1)
    load_files({"care_2024.csv": text})
    with opened() as store:
        assert value_at(store, "children_placed_far_away", "E06000001", "2024") == "suppressed"
        assert value_at(store, "children_placed_far_away", "E06000005", "2024") == 4
        (row,) = store.source_rows("children_placed_far_away", "E06000005", "2024")
    assert (row.as_published, row.column) == ("3 + 1", "over 20 miles + not known")


def test_a_read_that_begins_later_leaves_earlier_periods_out(
    load_files, care_file, opened, value_at
):
    load_files({"care_2024.csv": care_file(("E06000001", "9", "2022"), ("E06000001", "8"))})
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2022") == 9
        assert value_at(store, "children_placed_far_away", "E06000001", "2022") is None


def test_the_newer_release_counts_and_the_older_stands_beside_it(
    load_files, care_file, opened, value_at
):
    load_files(
        {
            "care_2023.csv": care_file(("E06000001", "10"), period="2023"),
            "care_2024.csv": care_file(("E06000001", "11", "2023"), ("E06000001", "12")),
        }
    )
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2023") == 11
        rows = store.source_rows("children_in_care", "E06000001", "2023")
        assert store.newest_release("tidy") == "2024"
    assert [(row.release, row.value) for row in rows] == [("2024", 11), ("2023", 10)]


def test_a_newer_mark_counts_too(load_files, care_file, opened, value_at):
    load_files(
        {
            "care_2023.csv": care_file(("E06000001", "10"), period="2023"),
            "care_2024.csv": care_file(("E06000001", "x", "2023")),
        }
    )
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2023") == "unavailable"


def test_the_first_source_of_a_series_is_believed_whatever_the_release(
    load_files, care_file, opened
):
    old = "code,name,level,CLA_Mar2012,far\n805,Hartlepool,LA,20,1\n"
    load_files(
        {"care_2011.csv": care_file(("E06000001", "19"), period="2012"), "old/care2012.csv": old}
    )
    with opened() as store:
        rows = store.source_rows("children_in_care", "E06000001", "2012")
    assert [(row.file, row.value) for row in rows] == [
        ("care_2011.csv", 19),
        ("old/care2012.csv", 20),
    ]


def test_a_wide_file_has_its_year_in_the_column_and_may_count_in_tens(load_files, opened, value_at):
    old = 'code,name,level,CLA_Mar2012,far\n805,Hartlepool é,LA,"1,020",x\n841,,LA,,2\n'
    load_files({"old/care2012.csv": old.encode("cp1252")})
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2012") == 1020
        assert value_at(store, "children_placed_far_away", "E06000001", "2012") == "suppressed"
        assert value_at(store, "children_in_care", "E06000005", "2012") == "not_returned"
        assert value_at(store, "children_placed_far_away", "E06000005", "2012") == 20


def test_two_lines_of_a_return_that_stand_in_rows_of_their_own_are_added(
    load_files, opened, value_at
):
    load_files({"return.csv": "LA,line,total\n805,2b,7\n805,1,99\n805,2a,5\n921,2a,3\n"})
    with opened() as store:
        assert value_at(store, "spent", "E06000001", "2018-19") == 120
        (row,) = store.source_rows("spent", "E06000001", "2018-19")
        assert (row.row, row.as_published) == (4, "5 + 7")
        assert value_at(store, "spent", "E06000046", "2018-19") == "unstated"


def test_noughts_of_a_council_that_sent_no_return_are_no_figures(load_files, opened, value_at):
    load_files({"return.csv": "LA,line,total\n841,2a,0\n841,2b,0\n805,2a,0\n805,2b,0\n"})
    with opened() as store:
        assert value_at(store, "spent", "E06000005", "2018-19") == "not_returned"
        assert value_at(store, "spent", "E06000001", "2018-19") == 0


def test_a_workbook_is_read_below_a_header_of_two_rows_and_before_its_notes(
    load_files, files, opened, value_at
):
    workbook = xlsxwriter.Workbook(files / "book.xlsx")
    workbook.add_worksheet("Notes")
    sheet = workbook.add_worksheet("Table 1")
    rows = [
        ["A title"], [], ["Council", "Children"], ["", "in  care"], ["Hartlepool", 70.0],
        ["TOTAL", 99], ["Some district", 5], [], ["Darlington", 3], ["Source: us", "x"],
    ]  # fmt: skip
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    workbook.close()
    load_files({})
    with opened() as store:
        assert value_at(store, "children_in_care", "E06000001", "2011") == 70
        (row,) = store.source_rows("children_in_care", "E06000005", "2011")
    assert (row.row, row.as_published) == (9, "3")


def test_an_academic_year_is_labelled_by_both_its_years(load_files, opened, value_at):
    load_files({"pupils.csv": "code,year,pupils\nE92000001,202223,5\nE92000001,202324,6\n"})
    with opened() as store:
        assert store.readings("pupils").periods == ("2022-23", "2023-24")
        assert store.files()[0].releases == ("2023-24",)


def test_a_publishers_dictionary_makes_a_series_for_each_key(load_files, files, opened, value_at):
    duckdb.sql(
        "select * from (values ('Rate', '2023', 'Hartlepool', '1.5', 805.0), "
        "('Rate', '2024 (Rev)', 'England', '-', 970.0), "
        "('Rate', '2014-16', 'England', '9', 970.0), "
        "(' Spend  Total', '2023-24 (OT)', 'Hartlepool', '1,000', 805.0)) "
        'as rows(Key, Years, LA, "Values", "LA Number")'
    ).write_parquet(str(files / "tool.parquet"))
    report = load_files(
        {
            "dictionary.csv": "Key,Measure,Unit,Year,Good,Places,Quartiles\n"
            "Rate,The rate,per 10 000,Financial Year,Low,2,N\n"
            "Spend Total,All spending,pounds,Financial Year,-,NA,NA\n"
        }
    )
    with opened() as store:
        assert value_at(store, "lait:Rate", "E06000001", "2023") == 1.5
        assert value_at(store, "lait:Rate", "E92000001", "2024") == "unstated"
        assert value_at(store, "lait:Spend Total", "E06000001", "2023-24") == 1000
        rate, spending = (store.dictionary()[f"lait:{key}"] for key in ("Rate", "Spend Total"))
    assert (rate.title, rate.polarity, rate.decimal_places) == ("The rate", "Low", 2)
    assert (rate.quartiles_shown, spending.quartiles_shown) == (False, True)
    assert spending.decimal_places == 1  # what the tool takes where its dictionary is silent
    # As the publisher writes them; one that covers several years has no label of ours.
    assert rate.years == (("2014-16", ""), ("2023", "2023"), ("2024 (Rev)", "2024"))
    assert spending.years == (("2023-24 (OT)", "2023-24"),)
    assert "1 rows are not read" in report.notes[0]


def test_a_label_that_no_row_has_is_told(load_files, care_file):
    text = care_file(("E06000001", "5"))
    report = load_files(
        {
            "care_2024.csv": text,
            "care_2025.csv": text.replace("Total", "All").replace("All", "Boys"),
        }
    )
    assert [note.split(", so ")[0] for note in report.notes] == [
        "care_2025.csv has no row where kind is 'Total'",
        "care_2025.csv has no row where kind is 'Total'",
    ]
