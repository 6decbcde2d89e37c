"""The sector’s figure of 2015-16 beside every reading of the published files we could think of.

It said that of the councils judged good or outstanding the ten that spent least each spent under
£585 for each child, and the ten that spent most each over £1,043. It did not say which line, which
measure, which children or judgements of which day.
"""

import datetime
from dataclasses import dataclass
from math import log

import pytest

from brightfutures.delivery.edition import Edition
from brightfutures.money.figures_by_area import FiguresByArea
from brightfutures.money.sector_figure import SECTOR_FIGURE
from brightfutures.money.spread import spread_of
from brightfutures.quantities import Missing

pytestmark = pytest.mark.published

LINES = (
    ("revenue_outturn", "childrens_social_care"),
    ("section_251", "childrens_social_care"),  # line 33 of the return for 2015-16
    ("section_251", "childrens_services_and_capital"),  # line 34
)
DAYS = tuple(
    datetime.date.fromisoformat(day)
    for day in (
        "2016-03-31", "2016-12-31", "2017-03-31", "2017-06-30", "2017-09-30", "2017-12-31",
        "2018-03-31", "2018-06-30", "2018-12-31",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    account: str
    line: str
    measure: str
    mid_year: str
    judged: datetime.date
    with_smallest: bool
    innermost: bool


@dataclass(frozen=True)
class Found:
    reading: Reading
    councils: int
    low: float
    high: float

    @property
    def difference(self) -> float:
        """How far both ends are off, as logs of ratios, added."""
        said = SECTOR_FIGURE
        return abs(log(self.low / said.under_pounds)) + abs(log(self.high / said.over_pounds))


@pytest.fixture(scope="module")
def readings(edition: Edition) -> list[Found]:
    books = edition.books
    children = FiguresByArea(edition.store.readings("children_aged_0_to_17"))
    found = []
    for account, line in LINES:
        for measure in ("spend", "net_spend"):
            for mid_year in ("2014", "2015", "2016"):
                living, per_child = {}, {}
                for area in books.councils:
                    pounds = books.panel_of(account).value_at(line, measure, area, "2015-16")
                    there = children.at(area, mid_year)
                    if not isinstance(pounds, Missing) and not isinstance(there, Missing):
                        living[area], per_child[area] = there, pounds / there
                for day in DAYS:
                    good = books.spreads.judged(day).good_or_outstanding
                    for fewest in (0.0, 2_000.0):
                        ends = spread_of(per_child, living, among=good, fewest_children=fewest).ends
                        if ends is None:
                            continue
                        of = (account, line, measure, mid_year, day, fewest == 0.0)
                        count = len(good & per_child.keys())
                        found += [
                            Found(Reading(*of, True), count, ends.under, ends.over),
                            Found(Reading(*of, False), count, ends.lowest_mean, ends.highest_mean),
                        ]
    return sorted(found, key=lambda one: one.difference)


def test_nearest_is_the_line_with_capital_after_income_by_judgements_of_the_middle_of_2017(
    readings: list[Found],
):
    nearest = readings[0]

    assert len(readings) == 396
    assert nearest.reading == Reading(
        SECTOR_FIGURE.account,
        SECTOR_FIGURE.line,
        SECTOR_FIGURE.measure,
        "2014",
        SECTOR_FIGURE.judged,
        True,
        True,
    )
    assert nearest.councils == 41
    assert (round(nearest.low, 1), round(nearest.high, 1)) == (586.3, 1043.3)


def test_the_same_with_the_children_that_we_use_everywhere_is_within_one_per_cent(
    edition: Edition,
):
    ends = edition.books.spreads.sector_figure().ends

    assert ends is not None
    assert (round(ends.under, 1), round(ends.over, 1)) == (586.2, 1051.8)
    assert ends.under == pytest.approx(SECTOR_FIGURE.under_pounds, rel=0.01)
    assert ends.over == pytest.approx(SECTOR_FIGURE.over_pounds, rel=0.01)


def test_net_line_33_by_judgements_to_the_end_of_2017_is_within_four_per_cent(
    readings: list[Found],
):
    wanted = Reading(*LINES[1], "net_spend", "2015", datetime.date(2017, 12, 31), False, True)
    (found,) = (one for one in readings if one.reading == wanted)

    assert (round(found.low), round(found.high)) == (563, 1052)


def test_no_mean_of_ten_comes_within_a_tenth_of_both_so_the_figure_is_of_the_innermost(
    readings: list[Found],
):
    means = [one for one in readings if not one.reading.innermost]

    assert min(one.difference for one in means) > 0.2
