"""Shares of children in care, starting and leaving, 2013 to 2018, of the counts in one file.

The files of these years print counts and mostly no percentages. The total was revised later and
its parts were not, so a share is right only where both are of the same publication.
"""

from fractions import Fraction

import pytest

pytestmark = pytest.mark.published

FOLDER = "dfe/children-looked-after/underlying"
# Indicator: column of the part; where it was renamed, from which year.
IN_CARE = {
    "foster_care_percent": {2013: "CLA_Fost"},
    "placed_with_parents_percent": {2013: "CLA_Parent"},
    "own_provision_percent": {2013: "CLA_OwnP"},
    "private_provision_percent": {2013: "CLA_Priv"},
    "placed_over_20_miles_percent": {2018: "CLA_GT20"},
    "placed_outside_the_area_percent": {2013: "CLA_Outbound", 2018: "CLA_OutLA"},
}
STARTING = {
    "children_starting_aged_16_and_over_percent": {2013: "SCLA_16over"},
    "children_starting_by_agreement_percent": {2013: "SCLA_S20"},
}
LEAVING = {
    "children_ceasing_child_arrangements_percent": {2013: "CLA_ceaROG", 2017: "CEA_CAO"},
    "children_ceasing_returned_home_percent": {2015: "CLA_ceaParPlan", 2017: "CEA_ParPlan"},
}
RELEASES = {2013: "SFR36_", 2014: "SFR36_", 2015: "SFR34_", 2016: "SFR41_", 2017: "SFR50_"}
# Columns of the whole that do not say their own year.
WHOLES = {"ADM2015": "CLA_started2014"} | {f"CEA{year}": "CLA_cease" for year in range(2013, 2017)}


def columns():
    """Indicator, year, file, column of the part, column of the whole."""
    for year in range(2013, 2019):
        for kind, whole, indicators in (
            ("CLA", "CLA_Mar", IN_CARE),
            ("ADM", "CLA_started", STARTING),
            ("CEA", "CLA_cease", LEAVING),
        ):
            amended = "_amended" if (kind, year) == ("ADM", 2018) else ""
            file = f"{year}/{RELEASES.get(year, '')}{kind}{year}{amended}.csv"
            for indicator, parts in indicators.items():
                named = [part for first, part in parts.items() if first <= year]
                if named:
                    column = WHOLES.get(f"{kind}{year}", f"{whole}{year}")
                    yield indicator, str(year), file, named[-1], column


@pytest.mark.parametrize(("indicator", "year", "path", "part", "whole"), list(columns()))
def test_a_share_is_of_the_total_in_the_same_file(
    indicator, year, path, part, whole, figures, official, rounding
):
    parts = official.wide(f"{FOLDER}/{path}", {part: year})
    wholes = official.wide(f"{FOLDER}/{path}", {whole: year})
    shares = [
        official.figure(count.area, year, share_of(count.text, base.text))
        for count, base in zip(parts, wholes, strict=True)
    ]
    figures.agree(indicator, shares, rounding(1, Fraction(0), Fraction(0)), at_least=60)


def share_of(part, whole):
    """A percentage to one place, half away from zero; the mark where the part is withheld."""
    if not (part.isdigit() and whole.isdigit()):
        return part if not part.isdigit() else whole
    if whole == "0":
        return "0"
    tenths = int(Fraction(int(part), int(whole)) * 1000 + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10}"
