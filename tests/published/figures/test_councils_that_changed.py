"""Councils that began, ended or changed their code: history neither lost nor stitched."""

import itertools
import math

import numpy as np
import pytest

from brightfutures.quantities import Missing, Reason

pytestmark = pytest.mark.published

IN_CARE = "children_looked_after_rate"
FIRST, LAST = 2006, 2025


def counted(edition, name, indicator=IN_CARE):
    """The years in which a council's count of children in care is known."""
    panel = edition.measures.panel(indicator)
    row = panel.area_index[edition.area(name).code]
    return {
        int(period)
        for period, count in zip(panel.periods, panel.numerator[row], strict=True)
        if not math.isnan(count)
    }


# Years ending, or at, 31 March: a council that began on 1 April 2019 has a figure from 2020.
@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Bournemouth", FIRST, 2019),
        ("Poole", FIRST, 2019),
        ("Old Dorset", FIRST, 2019),
        ("Dorset", 2020, LAST),
        ("Bournemouth, Christchurch and Poole", 2020, LAST),
        ("Northamptonshire", FIRST, 2021),
        ("North Northamptonshire", 2022, LAST),
        ("West Northamptonshire", 2022, LAST),
        ("Cumbria", FIRST, 2023),
        ("Cumberland", 2024, LAST),
        ("Westmorland and Furness", 2024, LAST),
        ("Cheshire", FIRST, 2009),
        ("Cheshire East", 2010, LAST),
        ("Bedfordshire", FIRST, 2009),
        ("Central Bedfordshire", 2010, LAST),
    ],
)
def test_a_council_has_figures_only_for_the_years_it_existed(edition, name, first, last):
    assert counted(edition, name) == set(range(first, last + 1))


@pytest.mark.parametrize(
    "name",
    [
        "Buckinghamshire",
        "Somerset",
        "North Yorkshire",
        "Barnsley",
        "Sheffield",
        "Northumberland",
        "Gateshead",
        "Kingston upon Thames",
        "Richmond upon Thames",
    ],
)
def test_a_new_code_for_the_same_area_loses_no_year(edition, name):
    assert counted(edition, name) == set(range(FIRST, LAST + 1))


@pytest.mark.parametrize(
    ("name", "year"),
    [("Cumberland", "2018"), ("Bournemouth", "2022"), ("Cheshire", "2011"), ("Dorset", "2019")],
)
def test_outside_those_years_it_is_said_that_the_council_did_not_exist(edition, name, year):
    value = edition.measures.panel(IN_CARE).value_at(edition.area(name).code, year)
    assert isinstance(value, Missing)
    assert value.reasons == (Reason.DID_NOT_EXIST,)


# Typed from DfE's releases: the last figure of the old council and the first of the new ones.
@pytest.mark.parametrize(
    ("name", "year", "children"),
    [
        ("Cumbria", "2023", 740),
        ("Cumberland", "2024", 482),
        ("Westmorland and Furness", "2024", 247),
        ("Northamptonshire", "2021", 1_144),
        ("North Northamptonshire", "2022", 525),
        ("West Northamptonshire", "2022", 658),
        ("Bournemouth", "2019", 251),
        ("Poole", "2019", 194),
        ("Old Dorset", "2019", 416),
        ("Bournemouth, Christchurch and Poole", "2020", 506),
        ("Dorset", "2020", 476),
        # Only in LAIT, since the other files of 2020 hold today's councils.
        ("Cumbria", "2020", 721),
        ("Northamptonshire", "2020", 1_157),
        ("Somerset", "2025", 624),
        ("North Yorkshire", "2025", 561),
        ("Barnsley", "2025", 366),
        ("Sheffield", "2025", 624),
        ("Buckinghamshire", "2025", 522),
    ],
)
def test_children_in_care_before_and_after_a_change(edition, name, year, children, record_property):
    record_property("figures", 1)
    assert (
        edition.measures.compare(IN_CARE, edition.area(name).code, year).here.numerator == children
    )


def test_no_successor_is_given_the_figures_of_the_council_before_it(edition):
    panel = edition.measures.panel(IN_CARE)
    known = {
        code: set(np.flatnonzero(~np.isnan(panel.numerator[row])))
        for code, row in panel.area_index.items()
    }
    for change in edition.geography.changes:
        if not change.same_area:
            for before, after in itertools.product(change.before, change.after):
                assert not known[before] & known[after] or before == after


@pytest.mark.parametrize(
    ("pair", "first"),
    [
        (("Kingston upon Thames", "Richmond upon Thames"), 2016),
        (("North Northamptonshire", "West Northamptonshire"), 2021),
    ],
)
def test_councils_that_return_together_show_one_figure_and_the_same_row(edition, pair, first):
    codes = [edition.area(name).code for name in pair]
    panel = edition.measures.panel("social_worker_vacancy_percent")
    for year in range(first, LAST + 1):
        values = {panel.value_at(code, str(year)) for code in codes}
        assert len(values) == 1
        rows = [
            edition.store.source_rows("social_workers_in_post_at_30_september", code, str(year))[0]
            for code in codes
        ]
        assert rows[0] == rows[1]


def test_kingston_and_richmond_returned_each_for_itself_in_2015(edition):
    panel = edition.measures.panel("social_worker_vacancy_percent")
    kingston, richmond = (
        panel.numerator[panel.area_index[code], panel.period_index["2015"]]
        for code in ("E09000021", "E09000027")
    )
    assert (kingston, richmond) == (11, 8)


def test_the_city_of_londons_children_in_care_of_2025_are_withheld_and_said_to_be(edition):
    here = edition.measures.compare(IN_CARE, "E09000001", "2025").here
    assert isinstance(here.value, Missing)
    assert here.value.reasons == (Reason.SUPPRESSED,)


def test_the_isles_of_scilly_never_show_a_withheld_count(edition):
    code = edition.area("Isles of Scilly").code
    for comparison in edition.measures.health_check(code):
        if isinstance(comparison.here.value, Missing) and Reason.SUPPRESSED in (
            comparison.here.value.reasons
        ):
            assert comparison.interval is None
            assert comparison.verdict.gap is None
