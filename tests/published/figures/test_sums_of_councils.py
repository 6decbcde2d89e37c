"""Councils added up from the raw files: the sum our reconciliation shows, and why it differs."""

import pytest

pytestmark = pytest.mark.published

NEED = "dfe/children-in-need/2025"
CARE = "dfe/children-looked-after/2025/cla_number_and_rate_per_10k_children.csv"
FILES = [
    (
        "children_in_need_at_31_march",
        f"{NEED}/b1_children_in_need_2013_to_2025.csv",
        "At31_episodes",
    ),
    (
        "referrals",
        f"{NEED}/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
        "referral_count",
    ),
    (
        "section_47_enquiries",
        f"{NEED}/c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv",
        "Section47",
    ),
    (
        "initial_child_protection_conferences",
        f"{NEED}/c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv",
        "ICPC",
    ),
    (
        "child_protection_plans_at_31_march",
        f"{NEED}/d5_cpps_at31march_by_duration_2013_to_2025.csv",
        "CPP_At31",
    ),
]
POPULATIONS = {
    "children_looked_after_at_31_march": "Children looked after on 31 March each year",
    "children_starting_to_be_looked_after": "Children starting to be looked after each year",
    "children_ceasing_to_be_looked_after": "Children ceasing to be looked after each year",
}


@pytest.fixture(scope="module")
def lines(loaded_store):
    return {(row.series, row.period): row for row in loaded_store.reconciliation()}


def sums(official, path, column, **where):
    """By year: the sum of the councils' rows, and England's row."""
    rows = official.rows(path)
    found = {}
    for row in rows:
        if any(row[name] != label for name, label in where.items()):
            continue
        total, england = found.get(row["time_period"], (0, None))
        if row["geographic_level"] == "Local authority" and row[column].isdigit():
            total += int(row[column])
        if row["geographic_level"] == "National":
            england = int(row[column])
        found[row["time_period"]] = (total, england)
    return found


@pytest.mark.parametrize(("series", "path", "column"), FILES)
def test_the_sum_of_councils_is_that_of_the_raw_file(
    series, path, column, lines, official, record_property
):
    found = sums(official, path, column)
    for year, (total, england) in found.items():
        row = lines[series, year]
        assert (row.sum_of_councils, row.england) == (total, england)
    record_property("figures", 2 * len(found))
    assert len(found) == 13


@pytest.mark.parametrize("series", POPULATIONS)
def test_the_sum_of_children_in_care_starting_and_leaving_is_that_of_the_raw_file(
    series, lines, official, record_property
):
    found = sums(official, CARE, "children_count", population_type=POPULATIONS[series])
    for year, (total, england) in found.items():
        row = lines[series, year]
        assert (row.sum_of_councils, row.england) == (total, england)
        assert abs(row.difference_percent) <= 0.2
    record_property("figures", 2 * len(found))


@pytest.mark.parametrize(
    ("year", "lowest", "highest", "who"),
    [
        # 14 councils sent none in the first year.
        ("2010", -18.0, -17.0, "Hackney"),
        ("2013", -1.5, -1.4, "Norfolk"),
        ("2021", -0.7, -0.3, "Hackney"),
        ("2022", -0.7, -0.3, "Hackney"),
        ("2024", -4.0, -3.5, "Hampshire"),
    ],
)
def test_where_section_47_enquiries_do_not_add_up_the_councils_missing_are_named(
    year, lowest, highest, who, lines
):
    row = lines["section_47_enquiries", year]
    assert lowest <= row.difference_percent <= highest
    assert row.withheld_count >= 1
    assert who in row.withheld or row.withheld_count > len(row.withheld)


@pytest.mark.parametrize("year", [*range(2014, 2021), 2023, 2025])
def test_section_47_enquiries_add_up_in_other_years(year, lines):
    assert abs(lines["section_47_enquiries", str(year)].difference_percent) <= 0.05


@pytest.mark.parametrize("year", range(2006, 2026))
def test_children_in_care_add_up_and_the_difference_is_rounding_or_a_withheld_few(year, lines):
    row = lines["children_looked_after_at_31_march", str(year)]
    assert abs(row.difference_percent) <= 0.2
    # England is rounded to `england_rounded_to`, each council to 5 before 2010, and a council
    # withheld has at most 5: together they explain the whole difference.
    councils_rounded = 2.5 * row.councils_with_value**0.5 * 3 if year < 2010 else 0
    most = (row.england_rounded_to or 1) / 2 + 5 * row.withheld_count + councils_rounded
    assert abs(row.sum_of_councils - row.england) <= most
