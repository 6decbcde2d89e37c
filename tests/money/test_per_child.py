"""Spend for each child: which children, which prices, and what is said where there is none."""

import pytest
from small_books import prices

from brightfutures.money.financial_years import mid_year_within
from brightfutures.money.per_child import (
    SpendOfYear,
    per_child,
    per_child_together,
)
from brightfutures.quantities import Missing, Money, Reason

PRICES = prices(y2022=100, y2023=110)


def spend(pounds: float | Missing = 1_000_000.0, children: float | Missing = 1_000.0, **more: str):
    given = {"area": "E06000001", "period": "2022-23", **more}
    return SpendOfYear(pounds=pounds, children=children, **given)


def test_a_financial_year_is_set_against_the_children_of_the_mid_year_within_it():
    assert mid_year_within("2024-25") == "2024"


def test_real_terms_put_the_same_pounds_in_the_prices_of_another_year():
    found = per_child(spend(), PRICES, "2023-24")

    assert found.cash == Money(1_000.0, "2022-23")
    assert isinstance(found.real, Money)
    assert found.real.price_year == "2023-24"
    assert found.real.pounds == pytest.approx(1_100.0)
    assert found.why_cash is None


def test_without_an_index_the_pounds_stay_as_spent_and_a_sentence_says_so():
    found = per_child(spend(period="2021-22"), PRICES, "2023-24")

    assert found.real == found.cash == Money(1_000.0, "2021-22")
    assert found.why_cash is not None
    assert "2021-22" in found.why_cash


def test_a_missing_figure_keeps_every_reason():
    found = per_child(
        spend(Missing((Reason.NOT_RETURNED,)), Missing((Reason.UNAVAILABLE,))), PRICES, "2023-24"
    )

    assert found.missing == Missing((Reason.NOT_RETURNED, Reason.UNAVAILABLE))


def test_no_children_divide_nothing():
    found = per_child(spend(children=0.0), PRICES, "2023-24")

    assert found.missing == Missing((Reason.DENOMINATOR_UNAVAILABLE,))


def test_councils_together_are_their_pounds_over_their_children_and_not_the_mean_of_their_rates():
    large = spend(9_000_000.0, 9_000.0, area="large")
    dear = spend(3_000_000.0, 1_000.0, area="dear")

    found = per_child_together([large, dear], PRICES, "2022-23")

    assert found.cash == Money(1_200.0, "2022-23")
    assert found.councils == 2


def test_who_cannot_be_read_is_left_out_of_both_and_named():
    silent = spend(Missing((Reason.NOT_RETURNED,)), area="silent")

    found = per_child_together([spend(), silent], PRICES, "2022-23")

    assert found.cash == Money(1_000.0, "2022-23")
    assert found.left_out == (("silent", Missing((Reason.NOT_RETURNED,))),)


def test_if_nobody_can_be_read_there_is_no_figure_but_a_reason():
    found = per_child_together([spend(Missing((Reason.NOT_RETURNED,)))], PRICES, "2022-23")

    assert found.councils == 0
    assert found.missing == Missing((Reason.NOT_RETURNED,))


def test_two_years_are_not_taken_together():
    with pytest.raises(ValueError, match="one financial year"):
        per_child_together([spend(), spend(period="2023-24")], PRICES, "2023-24")
