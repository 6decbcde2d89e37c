"""Headline figures of England, typed by hand from the publishers' releases."""

import pytest

from brightfutures.quantities.rounding import round_half_away_from_zero

pytestmark = pytest.mark.published

ENGLAND = "E92000001"

# Counts, each with the publication and table it was typed from.
COUNTS = [
    # DfE, Children looked after in England including adoptions, 2025: number and rate.
    ("children_looked_after_at_31_march", "2025", 81_770),
    ("children_starting_to_be_looked_after", "2025", 32_270),
    ("children_ceasing_to_be_looked_after", "2025", 34_450),
    ("children_looked_after_at_31_march", "2020", 80_000),
    # DfE, release of 2019: 2015 as revised (first published as 69,540).
    ("children_looked_after_at_31_march", "2015", 69_470),
    # DfE, OSR for 2010, tables LAA1, LAC1 and LAD1: rounded to 100.
    ("children_looked_after_at_31_march", "2006", 60_300),
    ("children_looked_after_at_31_march", "2010", 64_400),
    ("children_starting_to_be_looked_after", "2009", 25_700),
    # DfE, Children in need, 2025: tables b1, c1, c4, d3 and d5.
    ("children_in_need_at_31_march", "2025", 402_400),
    ("referrals", "2025", 632_830),
    ("re_referrals", "2025", 142_900),
    ("section_47_enquiries", "2025", 230_590),
    ("initial_child_protection_conferences", "2025", 72_100),
    ("child_protection_plans_at_31_march", "2025", 49_420),
    ("child_protection_plans_started", "2025", 61_840),
    ("repeat_child_protection_plans_started", "2025", 15_130),
    ("assessment_episodes_with_factors", "2025", 513_250),
    ("section_47_enquiries", "2013", 127_190),
    ("section_47_enquiries", "2019", 201_170),
    ("section_47_enquiries", "2022", 217_800),
    # DfE, Characteristics of children in need, yearly files.
    ("section_47_enquiries", "2010", 87_700),
    ("section_47_enquiries", "2012", 124_590),
    ("referrals", "2010", 603_700),
    # ONS mid-year estimates, ages 0 to 17.
    ("children_aged_0_to_17", "2024", 12_183_016),
    # DfE, Children's social work workforce, 2025: full-time equivalents.
    ("social_workers_in_post_at_30_september", "2025", 36_186.3),
    ("social_worker_vacancies_at_30_september", "2025", 5_965.4),
    ("agency_social_workers_at_30_september", "2025", 5_415.9),
    ("social_workers_leaving", "2025", 4_276.3),
    ("social_worker_cases_at_30_september", "2025", 321_661),
    # OHID, Fingertips 90284, 2023/24.
    ("injury_admissions_aged_0_to_14", "2023-24", 72_293),
    ("children_aged_0_to_14_for_injury_admissions", "2023-24", 9_942_344),
]

# MHCLG, revenue outturn RO3 2024-25, second release, in millions of pounds.
MILLIONS = [
    ("childrens_social_care_spend", "2024-25", 16_878.9),
    ("childrens_social_care_net_spend", "2024-25", 15_556.1),
    ("children_looked_after_spend", "2024-25", 8_917.0),
    ("children_looked_after_net_spend", "2024-25", 8_434.5),
    ("residential_care_spend", "2024-25", 3_810.2),
    ("fostering_spend", "2024-25", 2_161.3),
    ("unaccompanied_children_looked_after_spend", "2024-25", 322.6),
    ("other_children_looked_after_spend", "2024-25", 2_622.9),
    ("sure_start_and_early_years_spend", "2024-25", 593.6),
    ("other_children_and_families_spend", "2024-25", 439.4),
    ("family_support_spend", "2024-25", 2_097.0),
    ("youth_justice_spend", "2024-25", 376.1),
    ("safeguarding_spend", "2024-25", 3_592.3),
    ("asylum_seekers_spend", "2024-25", 287.2),
    ("services_for_young_people_spend", "2024-25", 576.2),
    # NAO, 2025, rests on the same return of 2023-24: residential care, gross.
    ("residential_care_spend", "2023-24", 3_337.9),
    # LAIT, section 251 outturn 2018-19: children looked after, and all but capital from revenue.
    ("lait:TotalLACFinance", "2018-19", 4_881.4),
    ("lait:C&YPExpenditure", "2018-19", 9_854.9),
]

# Rates and percentages of England as the same releases print them.
FIGURES = [
    ("children_looked_after_rate", "2025", 0, 67),
    ("children_in_need_rate", "2025", 1, 330.3),
    ("section_47_enquiries_rate", "2025", 1, 189.3),
    ("re_referrals_percent", "2025", 1, 22.6),
    ("repeat_child_protection_plans_percent", "2025", 1, 24.5),
    ("child_protection_plans_over_two_years_percent", "2025", 1, 2.3),
    ("three_or_more_placements_percent", "2025", 0, 10),
    ("same_placement_two_years_percent", "2025", 0, 69),
    ("placed_over_20_miles_percent", "2025", 0, 22),
    ("care_leavers_17_to_18_suitable_accommodation_percent", "2025", 0, 91),
    ("care_leavers_19_to_21_education_employment_training_percent", "2025", 0, 54),
    ("overall_absence_children_in_need_percent", "2024-25", 1, 17.4),
    ("overall_absence_children_on_child_protection_plans_percent", "2024-25", 1, 21.8),
    ("overall_absence_children_looked_after_percent", "2024-25", 1, 9.0),
    ("key_stage_2_expected_standard_children_in_need_percent", "2024-25", 0, 30),
    ("injury_admissions_rate", "2023-24", 1, 72.7),
    ("social_worker_vacancy_percent", "2025", 1, 14.2),
    ("social_worker_agency_percent", "2025", 1, 13.0),
    ("social_worker_turnover_percent", "2025", 1, 11.8),
    ("social_worker_caseload", "2025", 1, 15.2),
]


@pytest.fixture(scope="module")
def reading(loaded_store):
    def of(series, period, area=ENGLAND):
        believed = loaded_store.source_rows(series, area, period)[0]
        return believed.value

    return of


@pytest.mark.parametrize(("series", "period", "printed"), COUNTS)
def test_counts_of_england_are_those_in_the_releases(
    series, period, printed, reading, record_property
):
    record_property("figures", 1)
    assert reading(series, period) == printed


@pytest.mark.parametrize(("series", "period", "printed"), MILLIONS)
def test_spending_of_england_is_that_in_the_returns(
    series, period, printed, reading, record_property
):
    record_property("figures", 1)
    assert round_half_away_from_zero(reading(series, period) / 1_000_000, 1) == printed


@pytest.mark.parametrize(("indicator", "period", "places", "printed"), FIGURES)
def test_rates_of_england_are_those_in_the_releases(
    indicator, period, places, printed, edition, record_property
):
    record_property("figures", 1)
    comparison = edition.measures.compare(indicator, ENGLAND, period)
    assert comparison.here.basis == "published"
    assert round_half_away_from_zero(comparison.here.value, places) == printed


def test_the_figure_first_published_stands_behind_the_revised_one(loaded_store):
    rows = loaded_store.source_rows("children_looked_after_at_31_march", ENGLAND, "2015")
    assert rows[0].value == 69_470
    assert 69_540 in [row.value for row in rows]


def test_a_week_in_a_childrens_home_cost_7385_pounds_in_2024_25(reading):
    assert reading("lait:RescareFinance", "2024-25") == 7_385
