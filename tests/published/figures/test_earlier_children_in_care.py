"""Children in care, starting and leaving, 2006 to 2019: tables of 2010 and yearly files since."""

import pytest

pytestmark = pytest.mark.published

FOLDER = "dfe/children-looked-after/underlying"
IN_CARE = "children_looked_after_at_31_march"
STARTING = "children_starting_to_be_looked_after"
LEAVING = "children_ceasing_to_be_looked_after"


def years(pattern):
    return {pattern.format(year): str(year) for year in range(2015, 2020)}


# Series, file, column → year: of each year the newest of these files that has it.
FILES = [
    (IN_CARE, "2011/SFR21_CLA.csv", {"CLA_Mar2011": "2011"}),
    (IN_CARE, "2012/SFR20_CLA2012.csv", {"CLA_Mar2012": "2012"}),
    (IN_CARE, "2013/SFR36_CLA2013.csv", {"CLA_Mar2013": "2013"}),
    (IN_CARE, "2018/CLA2018.csv", {"CLA_Mar2014": "2014"}),
    (IN_CARE, "2019/CLA2019.csv", years("CLA_Mar{}")),
    (STARTING, "2011/SFE21_ADM.csv", {"CLA_started2011": "2011"}),
    (STARTING, "2012/SFR20_ADM2012.csv", {"CLA_started2012": "2012"}),
    (STARTING, "2013/SFR36_ADM2013.csv", {"CLA_started2013": "2013"}),
    (STARTING, "2018/ADM2018_amended.csv", {"CLA_started2014": "2014"}),
    (STARTING, "2019/ADM2019.csv", years("CLA_started{}")),
    (LEAVING, "2018/CEA2018.csv", {"CLA_cease2014": "2014"}),
    (LEAVING, "2019/CEA2019.csv", years("CLA_cease{}")),
    # Rates as printed in their day, on the population of their day.
    (f"{IN_CARE}_rate_printed", "2018/CLA2018.csv", {"CLA_Rate2014": "2014"}),
    (f"{IN_CARE}_rate_printed", "2019/CLA2019.csv", years("CLA_Rate{}")),
    (f"{STARTING}_rate_printed", "2019/ADM2019.csv", years("Started_CLA_Rate{}")),
    (f"{LEAVING}_rate_printed", "2019/CEA2019.csv", years("Ceased_CLA_Rate{}")),
]


@pytest.mark.parametrize(("series", "path", "columns"), FILES)
def test_figures_in_the_yearly_files_are_ours(series, path, columns, figures, official):
    printed = official.wide(f"{FOLDER}/{path}", columns)
    figures.readings_are(series, printed, at_least=140 * len(columns))


# Series, workbook, sheet, column of the names, column of 2006.
SHEETS = [
    (IN_CARE, "sfr27-2010amv5.xls", "LAA1", 2, 3),
    (f"{IN_CARE}_rate_printed", "sfr27-2010amv5.xls", "LAA1", 2, 9),
    (STARTING, "sfr27-2010startedv3.xls", "LAC1", 0, 1),
    (LEAVING, "sfr27-2010ceasedv3.xls", "LAD1", 0, 1),
]
# In the ledger under another code than the tidy files pair with a name.
FORMER = {"cheshire": "E10000004", "bedfordshire": "E10000001", "dorset": "E10000009"}


def plain(name):
    letters = (letter for letter in name.lower().replace("&", "and") if letter.isalpha())
    return "".join(letters)


@pytest.fixture(scope="module")
def code_of_name(official):
    """Codes by the names of the release of 2010, through DfE's codes in its CSV file."""
    rows = official.rows(f"{FOLDER}/2010/SFR27_2010_March.csv", "cp1252")
    codes = official.council_codes()
    councils = {
        plain(row["geog_n"]): codes[row["geog_c"].strip()] for row in rows if row["geog_l"] == "LA"
    }
    regions = {plain(name): code for name, code in official.regions.items()}
    return {**regions, **councils, **FORMER, "england": "E92000001"}


@pytest.mark.parametrize(("series", "path", "sheet", "names", "first"), SHEETS)
def test_figures_of_2006_to_2009_in_the_tables_of_2010_are_ours(
    series, path, sheet, names, first, figures, official, code_of_name
):
    printed = [
        official.figure(code_of_name[plain(str(row[names]))], str(2006 + place), text(row[at]))
        for row in official.sheet(f"{FOLDER}/2010/{path}", sheet)
        if plain(str(row[names])) in code_of_name
        for place, at in enumerate(range(first, first + 4))
    ]
    figures.readings_are(series, printed, at_least=590)


def text(cell):
    return str(int(cell)) if isinstance(cell, float) else str(cell).strip()


@pytest.mark.parametrize(
    ("series", "path", "column"),
    [
        (IN_CARE, "SFR27_2010_March.csv", "MarTotal_2010"),
        (STARTING, "SFR27_2010_Started.csv", "StartTotal_2010"),
        (LEAVING, "SFR27_2010_Ceased.csv", "CeasedTotal_2010"),
    ],
)
def test_counts_of_2010_are_the_unrounded_ones(series, path, column, figures, official):
    codes = official.council_codes()
    printed = [
        official.figure(codes[row["geog_c"].strip()], "2010", row[column].strip())
        for row in official.rows(f"{FOLDER}/2010/{path}", "cp1252")
        if row["geog_l"] == "LA"
    ]
    figures.readings_are(series, printed, at_least=145)
