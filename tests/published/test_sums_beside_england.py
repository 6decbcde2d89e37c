"""Sums of councils beside England's own figure are as printed, and told as they are."""

import numpy as np
import pytest

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.sources import holdings_of, sums_of
from brightfutures.findings.sum_words import sum_sentence
from brightfutures.measures.nation.reconciled import SumAccount
from brightfutures.quantities import ENGLAND

pytestmark = pytest.mark.published

SERIES = load_catalogue().series


@pytest.fixture(scope="module")
def sums(edition):
    return {(one.row.series, one.row.period): (source, one) for source, one in sums_of(edition)}


def test_children_in_care_of_2025_add_up_but_for_city_of_london_which_is_withheld(sums):
    source, one = sums["children_looked_after_at_31_march", "2025"]

    assert source == "dfe_children_looked_after"
    assert (one.row.sum_of_councils, one.row.england, one.difference) == (81_766, 81_770, 4)
    assert sum_sentence(SERIES[one.row.series], one) == (
        "At 31 March 2025 councils add up to 81,766; England’s own figure is 81,770. "
        "The difference is 4. A mark stands in place of the figure of the City of London."
    )


def test_where_no_council_is_missing_the_difference_is_told_as_rounding(sums):
    _, one = sums["children_looked_after_at_31_march", "2024"]

    assert sum_sentence(SERIES[one.row.series], one) == (
        "At 31 March 2024 councils add up to 83,529; England’s own figure is 83,530. "
        "The difference of 1 is rounding."
    )


def test_sixteen_councils_that_sent_no_count_of_enquiries_in_2010_are_counted_and_five_named(sums):
    _, one = sums["section_47_enquiries", "2010"]
    said = sum_sentence(SERIES[one.row.series], one)

    assert "A mark stands in place of the figure of 16 councils, County Durham," in said
    assert "rounding" not in said


@pytest.mark.parametrize(
    ("series", "period"),
    [
        ("children_looked_after_at_31_march", "2025"),
        ("children_looked_after_at_31_march", "2023"),
        ("referrals", "2025"),
        ("section_47_enquiries", "2024"),
        ("care_leavers_19_to_21", "2025"),
    ],
)
def test_a_sum_is_what_today_s_councils_add_up_to_read_one_by_one(edition, sums, series, period):
    _, one = sums[series, period]
    readings = edition.store.readings(series)
    found = {
        readings.areas[area]: value
        for area, at, value in zip(
            readings.area_index, readings.period_index, readings.value, strict=True
        )
        if readings.periods[at] == period and np.isfinite(value)
    }
    councils = {area.code for area in edition.geography.councils(former=True)}

    assert sum(value for code, value in found.items() if code in councils) == (
        one.row.sum_of_councils
    )
    assert found[ENGLAND] == one.row.england


def test_no_sum_that_has_every_council_strays_by_a_fifth_of_a_per_cent(sums):
    whole = [one for _, one in sums.values() if not one.missing_count]

    assert len(whole) > 90
    assert max(abs(one.row.difference_percent) for one in whole) < 0.2
    assert {one.account for one in whole} <= {
        SumAccount.AGREES,
        SumAccount.ROUNDING,
        SumAccount.NOT_ACCOUNTED_FOR,
    }


def test_readings_of_every_source_are_those_of_its_files(edition):
    for holding in holdings_of(edition).values():
        if holding.contents.series:
            assert sum(one.readings for one in holding.contents.series) == holding.readings
        assert all(one.with_a_figure <= one.readings for one in holding.contents.series)
        assert all(one.believed <= one.readings for one in holding.contents.series)
