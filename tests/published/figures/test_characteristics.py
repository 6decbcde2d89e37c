"""Percentages by kind of home, provider, distance, age and reason, from the recovered files."""

import duckdb
import pytest

pytestmark = pytest.mark.published

FILES = "dfe/children-looked-after/characteristics/cla_{}_by_characteristics_2020_2025.parquet"
HOMES, PROVIDERS, REASONS = "Placement", "Place providers", "Reason episode ceased"

# Indicator: file, grouping and label; where the two releases name one thing in two ways, both.
PRINTED = {
    "placed_over_20_miles_percent": (
        "31march",
        ("Distance between home and placement",),
        ("Placed more than 20 miles from home",),
    ),
    "foster_care_percent": ("31march", (HOMES,), ("Foster placements",)),
    "childrens_homes_percent": ("31march", (HOMES,), ("Secure homes and children's homes",)),
    "supported_accommodation_percent": (
        "31march",
        (HOMES,),
        ("Independent and semi-independent living arrangements/supported accommodation",),
    ),
    "placed_with_parents_percent": (
        "31march",
        (HOMES,),
        ("Placed with parents or other person with parental responsibility",),
    ),
    "own_provision_percent": ("31march", (PROVIDERS,), ("Own provision (by the LA)",)),
    "private_provision_percent": ("31march", (PROVIDERS,), ("Private provision",)),
    "children_ceasing_special_guardianship_percent": (
        "ceased",
        (REASONS,),
        ("Special guardianship order", "Special guardianship orders"),
    ),
    "children_ceasing_child_arrangements_percent": (
        "ceased",
        (REASONS,),
        ("Residence order or child arrangement order granted",),
    ),
    "children_ceasing_adopted_percent": ("ceased", (REASONS,), ("Adopted",)),
    "children_ceasing_returned_home_percent": (
        "ceased",
        (REASONS,),
        (
            "Returned home to live with parents or other person with parental responsibility "
            "which was part of the care planning process",
        ),
    ),
    "children_starting_aged_16_and_over_percent": (
        "started",
        ("Age group", "Age on starting"),
        ("16 years and over",),
    ),
    "children_starting_by_agreement_percent": (
        "started",
        ("Legal status",),
        ("Voluntary agreement under S20",),
    ),
}


@pytest.mark.parametrize("indicator", PRINTED)
def test_percentages_by_characteristic_are_those_printed(indicator, figures, official, rounding):
    file, groupings, labels = PRINTED[indicator]
    # The later release of a year counts, so it is read last.
    rows = duckdb.sql(
        f"""
        select time_period, geographic_level, geo_breakdown, new_la_code, percentage
        from '{official.folder / FILES.format(file)}'
        where list_contains({list(groupings)}, cla_group)
        and list_contains({[label.replace("'", "’") for label in labels]},
            replace(characteristic, '''', '’'))
        order by release
        """
    ).fetchall()
    newest = {
        (official.area(level, name, code), period): percentage
        for period, level, name, code, percentage in rows
    }
    printed = [official.figure(area, period, text) for (area, period), text in newest.items()]
    figures.agree(indicator, printed, rounding(0), at_least=570)
