"""The DfE dashboard's own calculations, done again from the files that it reads."""

from fractions import Fraction

import duckdb
import pytest

pytestmark = pytest.mark.published

POPULATION = "ons/population/ons_mid-year_population_estimates_2012_to_2024.csv"
FACTORS = "dfe/children-in-need/2025/c3_factors_identified_at_end_of_assessment_2018_to_2025.csv"
NEED = "dfe/children-in-need/2025/b1_children_in_need_2013_to_2025.csv"
CHARACTERISTICS = (
    "dfe/children-looked-after/characteristics/cla_{}_by_characteristics_2020_2025.parquet"
)
# Rows 26 to 42 of the dashboard's summary: indicator, column of the file.
HARMS = {
    "assessment_factor_domestic_abuse_child_rate": "Domestic_Abuse_child",
    "assessment_factor_domestic_abuse_parent_rate": "Domestic_Abuse_parent",
    "assessment_factor_domestic_abuse_other_person_rate": "Domestic_Abuse_person",
    "assessment_factor_emotional_abuse_rate": "Emotional_Abuse",
    "assessment_factor_faith_linked_abuse_rate": "Faith_linked_abuse",
    "assessment_factor_neglect_rate": "Neglect",
    "assessment_factor_physical_abuse_by_adult_rate": "Physical_Abuse_adult_on_child",
    "assessment_factor_physical_abuse_by_child_rate": "Physical_Abuse_child_on_child",
    "assessment_factor_physical_abuse_by_whom_unstated_rate": "Physical_Abuse_unknown",
    "assessment_factor_sexual_abuse_by_adult_rate": "Sexual_Abuse_adult_on_child",
    "assessment_factor_sexual_abuse_by_child_rate": "Sexual_Abuse_child_on_child",
    "assessment_factor_sexual_abuse_by_whom_unstated_rate": "Sexual_Abuse_unknown",
    "assessment_factor_child_criminal_exploitation_rate": "Child_criminal_exploitation",
    "assessment_factor_child_sexual_exploitation_rate": "Child_sexual_exploitation",
    "assessment_factor_gangs_rate": "Gangs",
    "assessment_factor_going_missing_rate": "Going_missing",
    "assessment_factor_trafficking_rate": "Trafficking",
}


@pytest.fixture(scope="module")
def children(official):
    """Children aged 0 to 17 by area and mid-year."""
    return {
        (figure.area, figure.period): Fraction(figure.text)
        for figure in official.printed(POPULATION, "population_estimate")
        if figure.text.isdigit()
    }


def rates(official, counts, children):
    """Count over the population of the mid-year before, per 10,000, as the dashboard does it."""
    found = []
    for count in counts:
        base = children.get((count.area, str(int(count.period) - 1)))
        if base and count.text.isdigit():
            # Written out far enough to be rounded once only, by the comparison.
            text = str(int(Fraction(count.text) / base * 10_000 + Fraction(1, 2)))
            found.append(official.figure(count.area, count.period, text))
    return found


def test_row_1_children_in_need(figures, official, children, rounding):
    printed = rates(official, official.printed(NEED, "At31_episodes"), children)
    figures.agree("children_in_need_rate", printed, rounding(0), at_least=2080)


@pytest.mark.parametrize("indicator", HARMS)
def test_rows_26_to_42_harms_recorded_at_the_end_of_assessment(
    indicator, figures, official, children, rounding
):
    counts = official.printed(FACTORS, HARMS[indicator])
    figures.agree(indicator, rates(official, counts, children), rounding(0), at_least=400)


@pytest.mark.parametrize(
    ("indicator", "file"),
    [
        ("unaccompanied_children_starting_to_be_looked_after_rate", "started"),
        ("unaccompanied_children_looked_after_rate", "31march"),
    ],
)
def test_rows_5_and_6_unaccompanied_children(
    indicator, file, figures, official, children, rounding
):
    rows = duckdb.sql(
        f"""select time_period, geographic_level, geo_breakdown, new_la_code, number
        from '{official.folder / CHARACTERISTICS.format(file)}'
        where cla_group = 'Unaccompanied asylum-seeking children' and characteristic = 'UASC'
        order by release"""
    ).fetchall()
    newest = {
        (official.area(level, name, code), period): number
        for period, level, name, code, number in rows
    }
    counts = [official.figure(area, period, text) for (area, period), text in newest.items()]
    figures.agree(indicator, rates(official, counts, children), rounding(0), at_least=700)
