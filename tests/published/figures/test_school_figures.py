"""Absence, key stage 2 and Attainment 8 of three groups of children, as DfE prints them."""

from fractions import Fraction

import pytest

pytestmark = pytest.mark.published

GROUPS = {
    "children_in_need": "CINO at 31 March",
    "children_on_child_protection_plans": "CPPO at 31 March",
    "children_looked_after": "CLA 12 months at 31 March",
}
ABSENCE = {
    "overall_absence_{group}_percent": "pt_overall",
    "persistent_absence_{group}_percent": "pt_pupils_pa_10_exact",
    "severe_absence_{group}_percent": "pt_pupils_pa_50_exact",
}

# DfE withholds the pupils of Kensington and Chelsea in 2020-21 and prints 8 persistent absentees
# and 38.1% all the same: the base is withheld, so we give no percentage.
BASE_WITHHELD = {("E09000020", "2020-21")}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("pattern", ABSENCE)
def test_absence_is_that_printed(pattern, group, figures, official, rounding):
    printed = official.printed(
        "dfe/outcomes/absence_la.csv",
        ABSENCE[pattern],
        social_care_group=GROUPS[group],
        phase_type_grouping="Total",
    )
    known = BASE_WITHHELD if pattern.startswith("persistent") else ()
    figures.agree(pattern.format(group=group), printed, rounding(1), at_least=620, known=known)


@pytest.mark.parametrize("group", GROUPS)
def test_key_stage_2_is_that_printed(group, figures, official, rounding):
    printed = official.printed(
        "dfe/outcomes/ks2_la.csv", "pt_rwm_met_expected_standard", social_care_group=GROUPS[group]
    )
    indicator = f"key_stage_2_expected_standard_{group}_percent"
    figures.agree(indicator, printed, rounding(0), at_least=290)


@pytest.mark.parametrize("group", GROUPS)
def test_attainment_8_is_that_printed(group, figures, official, rounding):
    printed = official.printed(
        "dfe/outcomes/ks4_la.csv", "avg_att8", social_care_group=GROUPS[group]
    )
    points_not_rounded = rounding(1, counts_to=Fraction(0))
    figures.agree(f"attainment_8_{group}", printed, points_not_rounded, at_least=870)
