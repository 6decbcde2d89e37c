"""Percentages of children in care and care leavers, printed by DfE in whole per cents."""

import pytest

pytestmark = pytest.mark.published

FOLDER = "dfe/children-looked-after/2025"
STABILITY = f"{FOLDER}/la_cla_placement_stability.csv"
SCHOOL_MOVES = f"{FOLDER}/la_cla_school_moves.csv"
SOCIAL_WORKERS = f"{FOLDER}/la_cla_swcount.csv"
ACTIVITY = f"{FOLDER}/la_care_leavers_activity.csv"
ACCOMMODATION = f"{FOLDER}/la_care_leavers_accommodation_suitability.csv"
HEALTH = f"{FOLDER}/la_conviction_health_outcome_cla.csv"

IN_CARE = {
    "same_placement_two_years_percent": (
        STABILITY,
        "children_percent",
        {"placement_stability": "Living with the same carer for at least 2 years"},
    ),
    "three_or_more_placements_percent": (
        STABILITY,
        "children_percent",
        {"placement_stability": "With 3 or more placements during the year"},
    ),
    "school_moves_percent": (
        SCHOOL_MOVES,
        "percentage",
        {"school_stability": "With one or more mid-year moves during the year"},
    ),
    "three_or_more_social_workers_percent": (
        SOCIAL_WORKERS,
        "percentage",
        {"sw_stability": "3 or more social workers during the year"},
    ),
}
EMPLOYED = (ACTIVITY, "Total in education, employment or training")
SUITABLE = (ACCOMMODATION, "Accommodation considered suitable")
CARE_LEAVERS = {
    "care_leavers_17_to_18_education_employment_training_percent": ("17 to 18 years", *EMPLOYED),
    "care_leavers_19_to_21_education_employment_training_percent": ("19 to 21 years", *EMPLOYED),
    "care_leavers_17_to_18_suitable_accommodation_percent": ("17 to 18 years", *SUITABLE),
    "care_leavers_19_to_21_suitable_accommodation_percent": ("19 to 21 years", *SUITABLE),
    "care_leavers_19_to_21_higher_education_percent": (
        "19 to 21 years",
        ACTIVITY,
        "Higher education i.e. studies beyond A level",
    ),
    "care_leavers_19_to_21_activity_not_known_percent": (
        "19 to 21 years",
        ACTIVITY,
        "Total information not known",
    ),
}
HEALTH_CHECKS = {
    "annual_health_assessments_percent": "Had their annual health assessment",
    "dental_checks_percent": "Had their teeth checked by a dentist",
    "immunisations_percent": "Had their immunisations up to date",
    "development_assessments_percent": "Development assessments up to date",
    "convictions_percent": (
        "Convicted or subject to youth cautions, or youth conditional cautions during the year"
    ),
    "strengths_and_difficulties_score_of_concern_percent": "SDQ score is a cause for concern",
}


@pytest.mark.parametrize("indicator", IN_CARE)
def test_stability_of_homes_schools_and_social_workers_is_that_printed(
    indicator, figures, official, rounding
):
    path, column, where = IN_CARE[indicator]
    at_least = 160 if path == SOCIAL_WORKERS else 600
    figures.agree(
        indicator, official.printed(path, column, **where), rounding(0), at_least=at_least
    )


@pytest.mark.parametrize("indicator", CARE_LEAVERS)
def test_what_care_leavers_do_and_where_they_live_is_that_printed(
    indicator, figures, official, rounding
):
    ages, path, breakdown = CARE_LEAVERS[indicator]
    printed = official.printed(
        path, "care_leaver_percent", care_leaver_age=ages, breakdown=breakdown
    )
    figures.agree(indicator, printed, rounding(0), at_least=400)


@pytest.mark.parametrize("indicator", HEALTH_CHECKS)
def test_health_checks_and_convictions_are_those_printed(indicator, figures, official, rounding):
    printed = official.printed(HEALTH, "children_percent", breakdown=HEALTH_CHECKS[indicator])
    figures.agree(indicator, printed, rounding(0), at_least=490)


def test_the_strengths_and_difficulties_score_is_that_printed(figures, official, rounding):
    printed = official.printed(HEALTH, "children_count", breakdown="SDQ average score")
    figures.agree("strengths_and_difficulties_score", printed, rounding(1), at_least=800)
