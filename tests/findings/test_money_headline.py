"""The finding that heads a page about money."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "money"))

from small_books import prices

from brightfutures.findings.money_headline import LESS, MORE, leading_part, money_headline
from brightfutures.money.gap_result import Cause, Doubt, GapSplit, Part
from brightfutures.money.per_child import PerChild, SpendOfYear, per_child
from brightfutures.quantities import Missing, Reason, Value

PRICES = prices(y2023=100, y2024=100)
DOUBT = Doubt(counts=1.0, similar_councils=1.0, need_model=1.0)


def spent(pounds: Value, period: str = "2024-25") -> PerChild:
    spend = SpendOfYear(area="E06000001", period=period, pounds=pounds, children=1.0)
    return per_child(spend, PRICES, "2024-25")


def part(cause: Cause, pounds: float, doubt: float = 1.0) -> Part:
    return Part(
        cause=cause,
        pounds_per_child=pounds,
        low=pounds - doubt,
        high=pounds + doubt,
        doubt=DOUBT,
    )


def split(**pounds: float) -> GapSplit:
    """A council that spends £1,000, and its gap's parts by cause."""
    return GapSplit(
        council="E06000001",
        ours_per_child=1_000.0,
        theirs_per_child=1_000.0 - sum(pounds.values()),
        mean_of_their_rates=900.0,
        parts=tuple(part(Cause(name), value) for name, value in pounds.items()),
        in_remainder=(),
        comparators=("E06000002",),
        left_out=(),
    )


def headline(found: GapSplit | None, ours: float = 1_000.0, theirs: float = 800.0) -> str:
    return money_headline("Essex", spent(ours), spent(theirs), found)


def test_the_largest_part_that_goes_the_gaps_way_is_named():
    assert headline(split(price=150.0, number=70.0, mix=-20.0)) == (
        "Essex spent £200 more for each child than its similar councils in 2024-25, most of it "
        "because help for each child costs more."
    )
    assert headline(split(price=90.0, number=80.0, mix=30.0)) == (
        "Essex spent £200 more for each child than its similar councils in 2024-25, the largest "
        "part of it because help for each child costs more."
    )


def test_a_council_that_spends_less_is_told_by_what_makes_it_less():
    assert headline(split(number=-180.0, price=20.0)).endswith(
        "£160 less for each child than its similar councils in 2024-25, most of it because it "
        "helps fewer children than deprivation and age lead one to expect."
    )


def test_a_part_that_is_not_clear_is_not_named_though_it_is_the_largest():
    unsure = split(price=150.0, number=50.0)
    unsure = replace(unsure, parts=(part(Cause.PRICE, 150.0, 151.0), part(Cause.NUMBER, 50.0)))

    assert leading_part(unsure) is None
    assert headline(unsure) == (
        "Essex spent £200 more for each child than its similar councils in 2024-25. No part of "
        "the gap is sure enough to be named first."
    )


def test_a_gap_under_a_tenth_is_about_as_much_whatever_its_parts():
    assert headline(split(price=500.0, number=-420.0)) == (
        "In 2024-25 Essex spent about as much for each child as its similar councils: £1,000 "
        "against £920."
    )


def test_without_a_split_the_gap_stands_alone():
    assert headline(None) == (
        "Essex spent £200 more for each child than its similar councils in 2024-25. What the gap "
        "is made of cannot be told."
    )


def test_without_a_comparison_the_figure_stands_alone():
    assert (
        money_headline("Isles of Scilly", spent(3_423.0), None)
        == "In 2024-25 the Isles of Scilly spent £3,423 for each child."
    )


def test_without_a_figure_the_newest_there_is_is_told():
    ours = spent(Missing((Reason.NOT_RETURNED,)))

    assert money_headline("Birmingham", ours, None, newest_known=spent(802.0, "2023-24")) == (
        "There is no figure of what Birmingham spent in 2024-25. The council’s return did not "
        "arrive in time to be published. In 2023-24 it spent £802 for each child."
    )
    assert money_headline("Birmingham", ours, None).endswith("in time to be published.")


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_words_for_more_and_for_less(cause: Cause):
    assert MORE[cause] != LESS[cause]
    for words in (MORE[cause], LESS[cause]):
        assert words[0].islower()
        assert not {"worse", "better", "good", "bad", "inefficient"} & set(words.split())
