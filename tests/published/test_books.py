"""Spend per child, budgets, prevention and grants from the official files, beside the printed."""

from dataclasses import replace

import numpy as np
import pytest

from brightfutures.catalogue.spending import Prevention
from brightfutures.delivery.edition import Edition
from brightfutures.money.books import Books
from brightfutures.money.finance_returns import BEFORE_INCOME, OUTTURN, SECTION_251
from brightfutures.money.prevention import RULES, TOTAL, Unread
from brightfutures.quantities import ENGLAND, Missing, Money, Reason, Value

pytestmark = pytest.mark.published


@pytest.fixture(scope="module")
def books(edition: Edition) -> Books:
    return edition.books


def millions(value: Value) -> float:
    assert not isinstance(value, Missing)
    return round(value / 1e6, 1)


HARROW_WITHOUT_CARE = ("E09000015", "2023-24")
"""A total that leaves children in care out, by the ministry's note: it is compared with nothing."""


def test_spend_per_child_is_the_indicators_for_every_council_and_year(edition: Edition):
    indicator = edition.measures.panel("spend_per_child_pounds")
    compared = 0
    for area in edition.books.councils:
        for period in indicator.periods:
            ours = edition.books.per_child(area, period).cash
            theirs = indicator.value_at(area, period)
            if (area, period) == HARROW_WITHOUT_CARE:
                assert isinstance(ours, Missing)
                continue
            assert isinstance(ours, Missing) == isinstance(theirs, Missing), (area, period)
            if isinstance(ours, Money) and not isinstance(theirs, Missing):
                assert ours.pounds == pytest.approx(theirs)
                compared += 1
    assert compared > 1_900


@pytest.mark.parametrize(
    ("period", "budget", "outturn"), [("2016-17", 7834.5, 8476.0), ("2017-18", 8027.6, 8833.7)]
)
def test_englands_budget_and_outturn_after_income_are_the_printed_ones(
    books: Books, period: str, budget: float, outturn: float
):
    found = books.budgets.overspend(ENGLAND, period)

    assert millions(found.budget_pounds) == budget
    assert millions(found.outturn_pounds) == outturn


def test_in_2017_18_england_spent_806_million_more_than_its_budget_as_seven_councils_in_eight_did(
    books: Books,
):
    usual = books.budgets.how_usual("2017-18")

    assert millions(books.budgets.overspend(ENGLAND, "2017-18").over_pounds) == 806.1
    assert (usual.over, usual.councils) == (133, 152)
    assert usual.middle_share == pytest.approx(0.0995, abs=0.0005)


def test_the_lines_of_a_budget_add_up_to_its_total_in_england(books: Books):
    for period in books.budgets.years:
        total, *lines = books.budgets.overspends(ENGLAND, period)
        assert total.line == TOTAL
        for told in ("budget_pounds", "outturn_pounds"):
            assert sum(getattr(line, told) for line in lines) == pytest.approx(
                getattr(total, told), rel=1e-4
            )


def test_prevention_in_2024_25_is_the_printed_lines_over_the_printed_total(books: Books):
    # Sure Start 593.6, young people 576.2; family support 2,097.0; youth justice 376.1 and other
    # children and families 439.4, of 16,878.9 (millions of pounds, before income).
    found = books.prevention.year(ENGLAND, "2024-25")

    assert millions(found.total_pounds) == 16878.9
    assert found.share(Prevention.STRICT) == pytest.approx(1169.8 / 16878.9, abs=1e-5)
    assert found.share(Prevention.MIDDLE) == pytest.approx(3266.8 / 16878.9, abs=1e-5)
    assert found.share(Prevention.BROAD) == pytest.approx(4082.3 / 16878.9, abs=1e-5)


def test_englands_prevention_has_fallen_as_a_share_under_every_rule_since_2014_15(books: Books):
    first, *_, last = books.prevention.history(ENGLAND)

    assert (first.period, last.period) == ("2014-15", "2024-25")
    for rule, then, now in zip(RULES, (0.141, 0.268, 0.345), (0.069, 0.194, 0.242), strict=True):
        assert first.share(rule) == pytest.approx(then, abs=0.0006)
        assert last.share(rule) == pytest.approx(now, abs=0.0006)


def test_before_2014_15_the_outturn_has_no_share_under_any_rule(books: Books):
    assert books.prevention.periods()[0] == "2014-15"
    found = books.prevention.year(ENGLAND, "2013-14")
    assert all(found.share(rule) == Missing((Reason.NOT_COLLECTED,)) for rule in RULES)


def test_shares_lie_between_nought_and_one_and_each_rule_holds_the_one_before(books: Books):
    read = 0
    for account in ("revenue_outturn", "section_251"):
        for period in books.prevention.periods(account):
            for area in (*books.councils, ENGLAND):
                year = books.prevention.year(area, period, account=account)
                if year.known:
                    strict, middle, broad = (year.share(rule) for rule in RULES)
                    assert 0 <= strict <= middle <= broad <= 1, (area, period)
                    read += 1
    assert read > 2_500


def test_a_council_that_books_care_elsewhere_is_not_read(edition: Edition):
    sandwell = edition.council("Sandwell").code

    assert edition.books.prevention.year(sandwell, "2024-25").unread is Unread.CARE_BOOKED_ELSEWHERE


def test_in_england_most_councils_can_be_read_in_every_year(books: Books):
    for period in books.prevention.periods():
        there = books.councils_there(period)
        read = sum(books.prevention.year(area, period).known for area in there)
        assert read >= 0.9 * len(there), period


def test_no_line_of_prevention_changes_within_the_years_of_the_outturn_that_have_shares(
    books: Books,
):
    assert books.prevention.breaks() == ()
    of_section_251 = books.prevention.breaks("section_251")
    years = books.prevention.periods("section_251")
    assert {one.period for one in of_section_251} <= set(years[1:])


def test_the_section_251_return_tells_prevention_by_its_parts(books: Books):
    counted = books.prevention.lines("2018-19", "section_251").lines

    assert "universal_family_support" in counted[Prevention.STRICT]
    assert "targeted_family_support" in counted[Prevention.MIDDLE]
    assert "targeted_family_support" not in counted[Prevention.STRICT]
    assert "family_support" in counted[Prevention.BROAD]


def test_the_most_and_the_least_deprived_fifth_are_told_in_every_year(books: Books):
    for period in books.prevention.periods():
        fifths = books.prevention.fifths(period)
        assert [fifth.place for fifth in fifths] == [1, 2, 3, 4, 5]
        assert sum(fifth.councils for fifth in fifths) > 130
    assert round(fifths[0].share(Prevention.STRICT), 3) == 0.075
    assert round(fifths[-1].share(Prevention.STRICT), 3) == 0.068


def test_a_fifths_prevention_for_each_child_is_told_in_the_prices_of_the_newest_year(books: Books):
    then, now = (books.prevention.fifths(period)[0] for period in ("2014-15", "2024-25"))
    before = books.prevention.fifth_for_each_child(then).by_rule[Prevention.MIDDLE]
    after = books.prevention.fifth_for_each_child(now).by_rule[Prevention.MIDDLE]
    factor = books.prices.factor("2014-15", "2024-25")

    assert factor is not None
    assert after.real == after.cash
    assert before.real == Money(
        pytest.approx(factor * then.per_child_pounds(Prevention.MIDDLE)), "2024-25"
    )
    assert factor > 1.3


def test_the_early_intervention_grant_is_the_printed_one_and_of_two_years(books: Books):
    found = {
        grant.period: grant.cash
        for grant in books.grants_for_early_help(ENGLAND)
        if grant.grant == "early_intervention_grant"
    }

    assert list(found) == ["2011-12", "2012-13"]
    assert found["2011-12"] == Money(pytest.approx(2212.6e6, rel=1e-4), "2011-12")
    assert found["2012-13"] == Money(pytest.approx(2317.1e6, rel=1e-4), "2012-13")


@pytest.mark.parametrize("account", [OUTTURN, SECTION_251])
def test_a_total_read_alone_is_that_of_the_whole_return(edition: Edition, account: str):
    whole = edition.books.panel_of(account)
    alone = replace(edition.books).total_of(account)  # of books in which nothing is read yet

    assert edition.books.total_of(account) is whole
    assert (alone.lines, alone.measures) == ((TOTAL,), (BEFORE_INCOME,))
    places = [whole.period_index[period] for period in alone.periods]
    (pounds, missing), (own, why) = (panel.grid(TOTAL, BEFORE_INCOME) for panel in (whole, alone))
    assert np.array_equal(own, pounds[:, places], equal_nan=True)
    assert np.array_equal(why, missing[:, places])
