"""The Local Authority Interactive Tool prints its own rates: for the same year they are ours."""

from fractions import Fraction

import duckdb
import pytest

pytestmark = pytest.mark.published

FILE = "dfe/lait/bds_long_0.parquet"
NOT_COUNCILS = {
    970: "E92000001",
    980: "E12000001",
    981: "E12000002",
    982: "E12000003",
    983: "E12000004",
    984: "E12000005",
    985: "E12000006",
    986: "E12000007",
    987: "E13000001",
    988: "E13000002",
    989: "E12000008",
    990: "E12000009",
}
# Councils that ended in 2019: LAIT keeps them with a dash, DfE's files have their figures.
ENDED = ("E06000028", "E06000029", "E10000009")

# Key, our indicator, decimal places, from which year LAIT and we count alike.
RATES = [
    ("CIN", "children_in_need_rate", 1, 2016),
    ("Section_47", "section_47_enquiries_rate", 1, 2016),
    ("ISCP_Conf", "initial_child_protection_conferences_rate", 1, 2016),
    ("CPP_rate", "child_protection_plans_rate", 1, 2016),
    ("CPP_Abuse_Rate", "child_protection_plans_started_rate", 1, 2016),
    ("CPP_Total_Rateper10,000", "referrals_rate", 1, 2016),
    # To 2019 LAIT keeps the rates of their day; ours use the population as revised since.
    ("LAC", "children_looked_after_rate", 0, 2020),
    ("LAC_Start_Rate", "children_starting_to_be_looked_after_rate", 0, 2020),
    ("LAC_Cease_Rate", "children_ceasing_to_be_looked_after_rate", 0, 2020),
]
PERCENTAGES = [
    ("ReReferral", "re_referrals_percent", 1, 2016),
    ("CIN_Refferals_NFA", "referrals_no_further_action_percent", 1, 2016),
    ("Referrals_AssessedNotNeed", "referrals_assessed_not_in_need_percent", 1, 2016),
    ("PrevRegCPR", "repeat_child_protection_plans_percent", 1, 2016),
    ("CPPlans2yrsActive", "child_protection_plans_over_two_years_percent", 1, 2016),
    # In 2016 and 2017 LAIT keeps nine percentages as first published, of counts revised since;
    # and where one of two bands is withheld only LAIT has a percentage.
    ("CP_conf_15days", "initial_child_protection_conferences_within_15_days_percent", 1, 2018),
    ("LACStable_2016on", "three_or_more_placements_percent", 0, 2018),
    # LAIT has 2018 and 2019 as revised; the counts we hold of those years are the first ones.
    ("LAC_LongStable%", "same_placement_two_years_percent", 0, 2020),
    ("Stability_SocialWorker", "three_or_more_social_workers_percent", 0, 2024),
    # The counts of care leavers before 2021 are those first published, LAIT's were revised.
    ("CareLeaverAcc", "care_leavers_19_to_21_suitable_accommodation_percent", 0, 2021),
    ("CareLeaverEET", "care_leavers_19_to_21_education_employment_training_percent", 0, 2021),
    ("LAC_19_HE", "care_leavers_19_to_21_higher_education_percent", 0, 2021),
    ("LAC_Convictions", "convictions_percent", 0, 2021),
    ("Emotional_LAC", "strengths_and_difficulties_score", 1, 2021),
]
SCHOOL = [
    ("LAC_Over_Abs", "overall_absence_children_looked_after_percent"),
    ("CINTotalAb_3Term", "overall_absence_children_in_need_percent"),
    ("CPPTotalAb_3Term", "overall_absence_children_on_child_protection_plans_percent"),
    ("CINPermAbsent_3Term", "persistent_absence_children_in_need_percent"),
    ("CPPPerAbs_3Term", "persistent_absence_children_on_child_protection_plans_percent"),
]


@pytest.fixture(scope="module")
def lait(official):
    """LAIT's figures by key: each area, year and text."""
    rows = duckdb.sql(
        f"""select "Short Desc", cast("LA Number" as integer), "Years", "Values"
        from '{official.folder / FILE}'"""
    ).fetchall()
    codes = {**{str(key): code for key, code in NOT_COUNCILS.items()}, **official.council_codes()}
    found = {}
    for key, number, years, text in rows:
        found.setdefault(key, []).append((codes[str(number)], years, text))
    return found


def shown(text, places):
    """A double written out in full, as LAIT shows it."""
    if text == "-":
        return text
    scaled = Fraction(f"{float(text):.6f}") * 10**places
    return f"{int(scaled + Fraction(1, 2)) / 10**places:.{places}f}"


def printed_since(official, rows, places, first):
    return [
        official.figure(area, years, shown(text, places))
        for area, years, text in rows
        if int(years) >= first
    ]


@pytest.mark.parametrize(("key", "indicator", "places", "first"), RATES)
def test_rates_are_those_in_lait(key, indicator, places, first, lait, figures, official, rounding):
    printed = printed_since(official, lait[key], places, first)
    ended = {(area, str(year)) for area in ENDED for year in range(2016, 2020)}
    figures.agree(
        indicator, printed, rounding(places, base_to=Fraction(0)), at_least=950, known=ended
    )


@pytest.mark.parametrize(("key", "indicator", "places", "first"), PERCENTAGES)
def test_percentages_are_those_in_lait(
    key, indicator, places, first, lait, figures, official, rounding
):
    printed = printed_since(official, lait[key], places, first)
    figures.agree(
        indicator,
        figures.where_not_withheld(indicator, printed),
        rounding(places),
        at_least=160,
    )


@pytest.mark.parametrize(("key", "indicator"), SCHOOL)
def test_absence_is_that_in_lait(key, indicator, lait, figures, official, rounding):
    printed = [
        official.figure(area, f"{int(years) - 1}-{years[2:]}", shown(text, 1))
        for area, years, text in lait[key]
        if 2019 <= int(years) <= 2025
    ]
    figures.agree(indicator, printed, rounding(1), at_least=900)
