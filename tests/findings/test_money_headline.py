"""The finding that heads a page about money."""

import datetime
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "money"))

from small_books import prices

from brightfutures.findings.comparison_words import BY_SET, SIMILAR_COUNCILS, Whom
from brightfutures.findings.money_headline import (
    LESS,
    MORE,
    gap_clause,
    largest_against,
    leading_part,
    money_headline,
)
from brightfutures.money.gap_result import Cause, Doubt, GapSplit, Part
from brightfutures.money.other_return import OtherReturn
from brightfutures.money.per_child import PerChild, SpendOfYear, per_child
from brightfutures.quantities import Area, AreaKind, Missing, Reason, Value

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


def council(name: str = "Essex", last: datetime.date | None = None) -> Area:
    return Area(code="E06000001", name=name, kind=AreaKind.COUNCIL, region="E12000006", last=last)


def headline(
    found: GapSplit | None,
    theirs: float = 800.0,
    name: str = "Essex",
    whom: Whom = SIMILAR_COUNCILS,
) -> str:
    ours = spent(1_000.0)
    return money_headline(council(name), ours, ours, spent(theirs), found, whom=whom)


def test_the_largest_part_that_goes_the_gaps_way_is_named():
    assert headline(split(price=150.0, number=70.0, mix=-20.0)) == (
        "Essex spent £200 more for each child than similar councils in 2024-25; the largest part "
        "is a higher cost for each child in need"
    )
    assert headline(split(price=90.0, number=80.0, mix=30.0)).endswith(
        "; the largest part is a higher cost for each child in need"
    )


def test_a_council_that_spends_less_is_told_by_what_makes_it_less():
    assert headline(split(number=-180.0, price=20.0), theirs=1_160.0) == (
        "Essex spent £160 less for each child than similar councils in 2024-25; the largest part "
        "is fewer children in need than deprivation and age suggest"
    )


def test_a_part_that_is_not_clear_is_not_named_though_it_is_the_largest():
    unsure = split(price=150.0, number=50.0)
    unsure = replace(unsure, parts=(part(Cause.PRICE, 150.0, 151.0), part(Cause.NUMBER, 50.0)))

    assert leading_part(unsure) is None
    assert headline(unsure) == (
        "Essex spent £200 more for each child than similar councils in 2024-25; no part of the "
        "gap is sure enough to name first"
    )


def test_a_gap_under_a_tenth_is_about_as_much_whatever_its_parts():
    assert headline(split(price=500.0, number=-420.0), theirs=920.0) == (
        "Essex spent about as much for each child as similar councils in 2024-25: £1,000 against "
        "£920"
    )


def test_without_a_split_the_gap_stands_alone():
    assert headline(None) == (
        "Essex spent £200 more for each child than similar councils in 2024-25; what the gap is "
        "made of cannot be told"
    )


def test_beside_two_figures_the_gap_is_told_with_what_is_clear_of_it_and_else_not_at_all():
    unsure = split(price=150.0, number=50.0)
    unsure = replace(unsure, parts=(part(Cause.PRICE, 150.0, 151.0), part(Cause.NUMBER, 50.0)))

    assert gap_clause(split(number=-300.0)) == (
        "Similar councils taken together spent £1,300. Here it is £300 less; the largest part is "
        "fewer children in need than deprivation and age suggest. That part also holds need "
        "that deprivation and age do not show."
    )
    assert gap_clause(unsure) == ""
    assert gap_clause(split(price=500.0, number=-450.0)) == ""  # under a tenth


def test_a_larger_part_that_goes_the_other_way_is_not_hidden():
    found = split(price=450.0, number=-250.0)
    hidden = split(price=200.0, need=150.0, number=-210.0)

    assert gap_clause(found).endswith(
        "the largest part is a higher cost for each child in need. Not all parts go that way."
    )
    assert "; the largest part that way is a higher cost" in headline(hidden, theirs=860.0)
    assert largest_against(split(price=450.0, number=-50.0)) is None


def test_no_part_is_said_to_be_why_the_gap_is_there():
    for words in (*MORE.values(), *LESS.values()):
        said = headline(split(price=500.0, number=-300.0))
        assert not {"mostly", "because", "helped"} & set(f"{words} {said}".split())


def test_without_a_comparison_the_figure_stands_alone():
    ours = spent(3_423.0)

    assert (
        money_headline(council("Isles of Scilly"), ours, ours, None)
        == "The Isles of Scilly spent £3,423 for each child in 2024-25"
    )


def test_without_a_figure_the_newest_there_is_is_told():
    asked, ours = spent(Missing((Reason.NOT_RETURNED,))), spent(802.0, "2023-24")

    assert money_headline(council("Birmingham"), asked, ours, spent(1_102.0, "2023-24")) == (
        "Birmingham sent no return for 2024-25; in 2023-24 it spent £300 less for each child than "
        "similar councils"
    )
    assert money_headline(council("Birmingham"), asked, ours, None).endswith(
        "in 2023-24 it spent £802 for each child"
    )
    assert (
        money_headline(council("Birmingham"), asked, asked, None)
        == "No figure of what Birmingham spent for each child in 2024-25 is held"
    )


def test_an_older_figure_that_the_other_return_does_not_bear_out_is_told_as_that():
    asked, ours = spent(Missing((Reason.NOT_RETURNED,))), spent(147_622_000.0, "2023-24")
    theirs = spent(66_000_000.0, "2023-24")

    def told(far_apart: bool) -> str:
        other = OtherReturn(period="2024-25", pounds=84_724_333.0, far_apart=far_apart)
        return money_headline(council("Cumberland"), asked, ours, theirs, other=other)

    assert told(True) == f"{told(False)}, which its other return contradicts"
    assert told(False).startswith("Cumberland sent no return for 2024-25; in 2023-24 it spent £")
    assert "more for each child than similar councils" in told(False)


def test_a_figure_that_its_other_return_contradicts_is_what_was_returned():
    ours = spent(3_423.0)

    def told(far_apart: bool) -> str:
        other = OtherReturn(period="2024-25", pounds=530_000.0, far_apart=far_apart)
        return money_headline(council("Isles of Scilly"), ours, ours, spent(1_095.0), other=other)

    assert told(True) == (
        "The Isles of Scilly returned £3,423 for each child in 2024-25, which its other return "
        "contradicts"
    )
    assert "returned" not in told(False)


def test_of_a_council_that_has_ended_nothing_is_told_of_today():
    gone = council("Cumbria", datetime.date(2023, 3, 31))

    assert (
        money_headline(gone, spent(900.0), spent(900.0), spent(500.0))
        == "Cumbria was replaced in 2023; these are its last figures of what it spent"
    )


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("whom", BY_SET.values(), ids=BY_SET)
@pytest.mark.parametrize(
    "name", ["Bournemouth, Christchurch and Poole", "Kingston upon Hull, City of"]
)
def test_no_name_set_or_part_makes_it_longer_than_a_headline(cause: Cause, whom: Whom, name: str):
    for pounds in (200.0, -200.0):
        found = split(**{cause.value: pounds})
        said = headline(found, 1_000.0 - pounds, name, whom)

        assert len(said.split()) <= 25, said
        assert not said.endswith(".")


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_words_for_more_and_for_less(cause: Cause):
    assert MORE[cause] != LESS[cause]
    for words in (MORE[cause], LESS[cause]):
        assert words[0].islower()
        assert not {"worse", "better", "good", "bad", "inefficient"} & set(words.split())
