"""Which lines grew most: said of lines told over the same years, and of no others."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "money"))

from small_books import prices

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.england_money_words import apart_sentence
from brightfutures.money.england_money import Growth
from brightfutures.money.per_child import SpendOfYear, per_child
from brightfutures.quantities import Money

LINES = load_catalogue().spend_lines
PRICES = prices(y2012=100, y2014=100, y2024=100)


def growth(line: str, since: str, then: float, now: float) -> Growth:
    def spent(period: str, pounds: float):
        spend = SpendOfYear(area="E92000001", period=period, pounds=pounds, children=1.0)
        return per_child(spend, PRICES, "2024-25")

    return Growth(
        line=line,
        then=Money(then, "2024-25"),
        now=Money(now, "2024-25"),
        first=spent(since, then),
        last=spent("2024-25", now),
        same_prices=True,
    )


RISEN = growth("children_looked_after", "2014-15", 100.0, 166.0)
RISEN_LESS = growth("family_support", "2014-15", 100.0, 110.0)
FALLEN = growth("sure_start_and_early_years", "2014-15", 100.0, 58.0)
LONGER = growth("youth_justice", "2012-13", 100.0, 300.0)


def test_a_line_told_over_more_years_is_set_beside_none_of_fewer():
    assert apart_sentence([LONGER, RISEN, RISEN_LESS, FALLEN], LINES) == (
        "Since 2014-15 the most growth was on children in care (66%), and the largest fall on Sure "
        "Start children’s centres and other early years services (42%), for each child and beyond "
        "prices."
    )


def test_only_falls_are_told_as_falls():
    assert apart_sentence([FALLEN], LINES).startswith("Since 2014-15 the largest fall was on Sure")
    assert apart_sentence([], LINES) == ""
