"""Figures beside inspection on the real history: what was found, so that a change is noticed."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.measures.agreement.results import Agreement

pytestmark = pytest.mark.published


@pytest.fixture(scope="module")
def found(edition: Edition) -> Agreement:
    return edition.agreement


def clear(found: Agreement, when: str) -> set[str]:
    return {
        one.indicator
        for one in found.indicators
        if (link := getattr(one.overall, when)) is not None and link.is_clear
    }


def test_every_inspection_of_the_present_framework_counts_and_the_earlier_are_apart(
    found: Agreement,
):
    assert (found.inspections, found.earlier, found.without_overall) == (315, 165, 2)
    assert (found.first_year, found.last_year) == (2018, 2026)


def test_workforce_figures_go_with_the_grade_and_placement_figures_do_not(found: Agreement):
    before, after = clear(found, "before"), clear(found, "after")
    workforce = {
        "social_worker_vacancy_percent",
        "social_worker_agency_percent",
        "social_worker_caseload",
    }
    placement = {
        "three_or_more_placements_percent",
        "same_placement_two_years_percent",
        "placed_over_20_miles_percent",
    }

    assert workforce <= before & after
    assert placement.isdisjoint(before | after)
    assert len(before) < len(found.indicators) / 3
    assert len(after) < len(found.indicators) / 3
    assert all(
        abs(link.rho) < 0.5 for one in found.indicators for link in one.overall.links
    )  # none closely


def test_agency_work_goes_with_the_last_grade_more_than_with_the_next(found: Agreement):
    (agency,) = (one for one in found.indicators if one.indicator == "social_worker_agency_percent")
    assert agency.overall.shift is not None
    assert agency.overall.shift.is_clear
    assert agency.overall.shift.is_stronger_after
    assert agency.overall.after is not None
    assert agency.overall.after.rho == pytest.approx(-0.45, abs=0.02)


def test_the_top_of_a_plain_table_holds_councils_judged_less_than_good(found: Agreement):
    top = found.top
    assert 0 < top.less_than_good < top.expected
    assert top.inadequate > 0
    assert top.years_with_two_next > 0
    assert 2 * top.less_than_good < top.expected
    assert top.dealt is not None
    assert top.dealt.is_clear
    assert top.dealt.councils == pytest.approx(31, abs=3)
    assert 1.0 < top.ages[0] < top.ages[1] < 4.0
    assert found.whole.before is not None
    assert found.whole.before.is_clear


def test_wobble_alone_does_not_put_them_there(found: Agreement):
    top = found.top
    assert top.steadiness_needed is not None
    assert top.three_years is not None
    assert top.one_year is not None
    assert top.steadiness_needed < top.three_years < top.one_year
    assert (top.one_year, top.three_years) == pytest.approx((0.71, 0.51), abs=0.02)


def test_part_of_what_goes_with_the_next_grade_is_an_echo_of_the_last(found: Agreement):
    clear = [one for one in found.indicators if one.overall.before and one.overall.before.is_clear]
    shifts = [
        abs(one.alike_in_last_grade.before or 0.0) - abs(one.overall.before.rho)
        for one in clear
        if one.overall.before
    ]

    assert all(shift < 0.0 for shift in shifts)
    assert all(one.alike_in_last_grade.before_inspections > 80 for one in clear)
