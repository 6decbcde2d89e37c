"""England's printed figures: growth that is often quoted, and Ofsted's own counts."""

from __future__ import annotations

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england import england_of, grades_of, rows_of_growth

pytestmark = pytest.mark.published


@pytest.mark.parametrize(
    ("series", "since", "then", "now", "percent"),
    [
        ("children_looked_after_at_31_march", "2010", 64_400, 81_770, 27),
        ("section_47_enquiries", "2010", 87_700, 230_590, 163),
        ("section_47_enquiries", "2013", 127_190, 230_590, 81),
        ("child_protection_plans_at_31_march", "2010", 39_100, 49_420, 26),
        ("referrals", "2010", 603_700, 632_830, 5),
        ("unaccompanied_children_looked_after_at_31_march", "2014", 2_060, 6_540, 217),
        ("children_looked_after_in_childrens_homes_at_31_march", "2020", 7_100, 9_480, 34),
    ],
)
def test_growth_is_of_the_printed_counts(
    edition: Edition, series: str, since: str, then: int, now: int, percent: int
):
    found = edition.measures.england.growth(series, since)

    assert found is not None
    assert (found.from_period, found.to_period) == (since, "2025")
    assert (found.then, found.now) == (then, now)
    assert round(100 * found.share) == percent


def test_the_rate_of_children_in_care_is_as_the_department_prints_it(edition: Edition):
    found = edition.measures.england.growth(
        "children_looked_after_at_31_march", "2010", "children_looked_after_rate"
    )
    assert found is not None
    assert (found.rate_then, round(found.rate_now or 0)) == (58, 67)


def test_each_growth_leads_to_a_file_and_a_row_at_both_ends(edition: Edition):
    picture = england_of(edition)
    rows_of = rows_of_growth(edition, picture)
    for line in picture.growth:
        values = [row.value for row in rows_of(line)]
        assert values == [line.growth.then, line.growth.now]


def test_grades_at_31_march_2025_are_as_ofsted_counts_them(edition: Edition):
    # Outstanding 36, good 67, requires improvement 31, inadequate 19: all 153 councils.
    told = {one.year: one for one in grades_of(edition)}

    assert told[2025].grades == (19, 31, 67, 36)
    assert (told[2025].councils, told[2025].without) == (153, 0)
    assert told[2018].frameworks[-1][0] == "SIF"


def test_grades_at_31_march_2024_are_those_of_ofsteds_own_list(edition: Edition, official):
    rows = official.sheet(
        "ofsted/inspections/LA_Inspection_Outcomes_as_at_March_2024.ods",
        "Inspections_31_March_2024",
    )
    top = next(place for place, row in enumerate(rows) if "Overall effectiveness" in row)
    column = list(rows[top]).index("Overall effectiveness")
    listed = [str(row[column]) for row in rows[top + 1 :]]
    names = ("Inadequate", "Requires improvement to be good", "Good", "Outstanding")
    told = {one.year: one for one in grades_of(edition)}

    assert told[2024].grades == tuple(listed.count(name) for name in names)


def test_the_gradient_of_children_in_care_is_clear_and_steepest(edition: Edition):
    told = {one.indicator.id: one.now for one in england_of(edition).gradients}
    care = told["children_looked_after_rate"]

    assert 1.3 < care.ratio_range.low < care.ratio < care.ratio_range.high < 2.5
    assert care.ratio == max(one.ratio for one in told.values())
    assert care.councils >= 150
