"""The money of a region's councils together, in the made-up England."""

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.regional import councils_in, regions_of
from brightfutures.money.prevention import RULES
from brightfutures.money.region_money import RegionMoney, ends_pounds, few_children, region_money
from brightfutures.quantities import Missing, Money


@pytest.fixture(scope="module")
def regions(made_up_edition: Edition) -> list[RegionMoney]:
    found = [
        region_money(
            made_up_edition.books, [area.code for area in councils_in(made_up_edition, region)]
        )
        for region in regions_of(made_up_edition)
    ]
    assert len(found) == 9
    return [money for money in found if money is not None]


def test_it_is_the_councils_pounds_over_their_children(regions: list[RegionMoney]):
    for money in regions:
        told = [one.now for one in money.councils if one.now.missing is None]
        pounds, children = (
            sum(float(one.pounds) for one in told),
            sum(float(one.children) for one in told),
        )
        assert isinstance(money.now.cash, Money)
        assert money.now.cash.pounds == pytest.approx(pounds / children)
        assert money.now.councils == len(told)
        ends = ends_pounds(money)
        assert ends is not None
        assert ends[0] <= money.now.cash.pounds <= ends[1]


def test_both_years_are_of_the_same_councils(regions: list[RegionMoney]):
    for money in regions:
        assert money.both_then is not None
        assert money.both_now is not None
        assert money.both_then.councils == money.both_now.councils
        assert money.both_then.councils + len(money.not_both) == len(money.councils)
        assert not money.both_then.left_out
        assert not money.both_now.left_out
        for one in money.councils:
            if one.code not in money.not_both:
                assert one.then is not None
                assert not isinstance(one.then.real, Missing)
                assert not isinstance(one.now.real, Missing)
                change = one.now.real.pounds / one.then.real.pounds - 1
                assert one.change_share == pytest.approx(change)


def test_some_councils_of_today_were_not_there_and_are_left_out_of_the_change(
    regions: list[RegionMoney],
):
    assert any(money.not_both for money in regions)


def test_the_share_of_prevention_lies_among_its_councils_and_grows_with_the_rule(
    regions: list[RegionMoney],
):
    for money in regions:
        strict, middle, broad = (money.prevention[rule] for rule in RULES)
        assert 0 <= strict <= middle <= broad <= 1
        shares = [
            one.prevention_share for one in money.councils if one.prevention_share is not None
        ]
        assert min(shares) <= middle <= max(shares)
        assert len(shares) + len(money.prevention_not_known) == len(money.councils)


def test_a_council_of_few_children_is_no_end_of_the_spread(regions: list[RegionMoney]):
    for money in regions:
        ends = ends_pounds(money)
        for one in money.councils:
            if one.code in few_children(money) and isinstance(one.now.cash, Money):
                assert ends is not None
                assert one.now.cash.pounds not in ends


def test_without_councils_there_is_nothing(made_up_edition: Edition):
    assert region_money(made_up_edition.books, []) is None
