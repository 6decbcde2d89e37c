"""What is prevention under each rule, and when it cannot be told."""

import pytest
from small_books import ASH, BEECH, panel

from brightfutures.catalogue.spending import Prevention
from brightfutures.money.prevention import (
    RULES,
    PreventionLines,
    PreventionYear,
    Unread,
    prevention_breaks,
    prevention_year,
)
from brightfutures.money.prevention_fifths import fifth_of_each, prevention_fifths
from brightfutures.quantities import Missing, Reason

YEAR = {
    "childrens_social_care": 100e6,
    "children_looked_after": 60e6,
    "sure_start_and_early_years": 5e6,
    "family_support": 10e6,
    "youth_justice": 4e6,
}


def year_of(told: dict[str, float], period: str = "2024-25") -> PreventionYear:
    made = panel({(ASH, period): told, (BEECH, "2024-25"): YEAR})
    return prevention_year(made, PreventionLines.of(made, period), "spend", ASH)


def test_each_rule_holds_the_one_before():
    found = year_of(YEAR)

    assert [found.share(rule) for rule in RULES] == pytest.approx([0.05, 0.15, 0.19])
    assert found.rest_pounds(Prevention.BROAD) == pytest.approx(81e6)
    assert found.known


def test_a_year_in_which_a_line_was_not_asked_for_has_no_share_of_the_rules_that_count_it():
    earlier = {name: pounds for name, pounds in YEAR.items() if name[:4] != "sure"}

    found = year_of(earlier, "2013-14")

    assert all(found.share(rule) == Missing((Reason.NOT_COLLECTED,)) for rule in RULES)


def test_where_next_to_nothing_is_told_under_children_in_care_no_share_is_read():
    found = year_of({**YEAR, "children_looked_after": 9e6})

    assert found.unread is Unread.CARE_BOOKED_ELSEWHERE
    assert not found.known


def test_a_line_below_nought_makes_no_share():
    found = year_of({**YEAR, "youth_justice": -1.0})

    assert found.unread is Unread.BELOW_NOUGHT
    assert not found.known


def test_a_line_without_a_figure_keeps_its_reason():
    found = year_of({name: pounds for name, pounds in YEAR.items() if name != "family_support"})

    assert not isinstance(found.share(Prevention.STRICT), Missing)
    assert found.share(Prevention.MIDDLE) == Missing((Reason.UNAVAILABLE,))


def test_the_break_of_the_total_is_told_where_it_lies_between_the_years():
    made = panel({(ASH, "2013-14"): YEAR, (ASH, "2014-15"): YEAR, (ASH, "2015-16"): YEAR})

    assert [one.period for one in prevention_breaks(made, "2013-14", "2015-16")] == ["2014-15"]
    assert prevention_breaks(made, "2014-15", "2015-16") == ()


def in_fifths(not_read: str | None = None) -> tuple[list[PreventionYear], dict[str, float]]:
    """Fifty councils, c00 the least deprived; the more deprived, the less prevention."""
    codes = [f"c{place:02d}" for place in range(50)]
    years = []
    for place, code in enumerate(codes):
        share = 0.20 - 0.02 * (place // 10)
        known = dict.fromkeys(RULES, 1e6 * share)
        lost = dict.fromkeys(RULES, Missing((Reason.NOT_RETURNED,)))
        years.append(
            PreventionYear(
                area=code,
                period="2024-25",
                total_pounds=1e6,
                pounds=lost if code == not_read else known,
            )
        )
    return years, {code: float(place) for place, code in enumerate(codes)}


def test_fifths_are_pooled_the_most_deprived_first():
    years, deprivation = in_fifths()
    fifth = fifth_of_each(deprivation)

    found = prevention_fifths(years, dict.fromkeys(fifth, 1_000.0), fifth)

    assert [one.place for one in found] == [1, 2, 3, 4, 5]
    assert [one.share(Prevention.STRICT) for one in found] == pytest.approx(
        [0.12, 0.14, 0.16, 0.18, 0.20]
    )
    assert found[0].per_child_pounds(Prevention.STRICT) == pytest.approx(120.0)
    assert {one.councils for one in found} == {10}


def test_a_council_that_cannot_be_read_is_left_out_of_its_fifth_and_named():
    years, deprivation = in_fifths(not_read="c49")
    fifth = fifth_of_each(deprivation)

    found = prevention_fifths(years, dict.fromkeys(fifth, 1_000.0), fifth)

    assert found[0].councils == 9
    assert found[0].not_read == ("c49",)
    assert found[0].share(Prevention.STRICT) == pytest.approx(0.12)


def test_of_too_few_councils_there_are_no_fifths():
    years, deprivation = in_fifths()
    few = dict(list(deprivation.items())[:35])
    fifth = fifth_of_each(few)

    assert prevention_fifths(years, dict.fromkeys(fifth, 1_000.0), fifth) == ()
