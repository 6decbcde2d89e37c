"""Deprivation scores of councils: the summaries of 2015, 2019 and 2025."""

import pytest

pytestmark = pytest.mark.published

FOLDER = "mhclg/deprivation"
SCORES = {
    "deprivation_score": ("IMD", "Index of Multiple Deprivation"),
    "children_income_deprivation_score": ("IDACI", "Income Deprivation Affecting Children"),
}


@pytest.mark.parametrize("year", ["2015", "2019"])
@pytest.mark.parametrize("series", SCORES)
def test_scores_of_councils_are_those_in_the_summaries(series, year, figures, official):
    head, *rows = official.sheet(f"{FOLDER}/imd-{year}.xlsx", SCORES[series][0])
    (column,) = [
        place for place, name in enumerate(head) if str(name).strip().endswith("- Average score")
    ]
    printed = [
        official.figure(str(row[0]), year, repr(row[column]))
        for row in rows
        if str(row[0]).startswith("E")
    ]
    figures.readings_are(series, figures.known(printed), at_least=150)


@pytest.mark.parametrize("series", SCORES)
def test_scores_of_2025_are_those_of_single_tier_councils(series, figures, official):
    printed = [
        official.figure(row["area_code"], "2025", row["average_score"])
        for row in official.rows(f"{FOLDER}/iod2025_ltla24_all_domains.csv")
        if row["index_domain"] == SCORES[series][1]
    ]
    figures.readings_are(series, figures.known(printed), at_least=130)


def test_scores_of_counties_in_2025_come_from_the_file_derived_from_neighbourhoods(loaded_store):
    rows = loaded_store.source_rows("deprivation_score", "E10000012", "2025")
    assert rows[0].file.endswith("imd2025_utla23_derived.csv")
