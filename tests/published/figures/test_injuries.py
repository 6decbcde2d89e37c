"""Hospital admissions for injuries: OHID's own rates, whose counts are rounded to five."""

from fractions import Fraction

import pytest

pytestmark = pytest.mark.published

COUNCILS = "ohid/la_hospital_admissions_2324.csv"
REGIONS = "ohid/region_hospital_admissions_2324.csv"


@pytest.mark.parametrize(
    ("path", "kinds", "at_least"),
    [
        (COUNCILS, ("England", "Counties & UAs (from Apr 2023)"), 2000),
        (REGIONS, ("Regions (statistical)",), 120),
    ],
)
def test_rates_of_injuries_are_those_printed(path, kinds, at_least, figures, official, rounding):
    printed = [
        official.figure(row["Area Code"], row["Time period"].replace("/", "-"), whole(row["Value"]))
        for row in official.rows(path)
        if row["Area Type"] in kinds and row["Sex"] == "Persons" and not row["Category Type"]
    ]
    to_five = rounding(0, counts_to=Fraction(5), base_to=Fraction(0), everywhere=True)
    figures.agree("injury_admissions_rate", printed, to_five, at_least=at_least)


def whole(text):
    """OHID's rate of seven decimals as a whole number, as the dashboard shows it."""
    return str(int(Fraction(text) + Fraction(1, 2))) if text else ""
