"""The spread of spend per child, and who is in it."""

import datetime

import pytest

from brightfutures.money.judged import judged_on
from brightfutures.money.spread import FEWEST, spread_of
from brightfutures.published.readings import Judgement


def councils(count: int) -> tuple[dict[str, float], dict[str, float]]:
    """So many councils that spend £1, £2, £3 ... per child, and their children."""
    codes = [f"c{place:03d}" for place in range(1, count + 1)]
    return {code: float(place) for place, code in enumerate(codes, 1)}, dict.fromkeys(codes, 5e4)


def test_the_ends_are_the_ten_lowest_and_the_ten_highest():
    ends = spread_of(*councils(50)).ends

    assert ends is not None
    assert (ends.lowest_mean, ends.highest_mean) == (5.5, 45.5)
    assert (ends.under, ends.over) == (10.0, 41.0)
    assert ends.ratio == pytest.approx(45.5 / 5.5)
    assert ends.lowest[0] == "c001"
    assert ends.highest[0] == "c050"


def test_of_fewer_than_forty_councils_nothing_is_said_of_the_ends():
    assert spread_of(*councils(FEWEST)).ends is not None
    found = spread_of(*councils(FEWEST - 1))
    assert found.ends is None
    assert found.councils == FEWEST - 1
    assert found.middle == 20.0


def test_councils_with_few_children_are_left_out_and_named():
    figures, children = councils(41)
    children["c041"] = 1_999.0

    found = spread_of(figures, children)

    assert found.too_small == ("c041",)
    assert found.councils == 40


def test_a_spread_among_some_holds_only_those():
    figures, children = councils(60)

    found = spread_of(figures, children, among=["c001", "c060", "elsewhere"])

    assert found.councils == 2
    assert found.middle == 30.5


def test_where_the_lowest_spend_nothing_there_is_no_ratio():
    figures, children = councils(45)

    assert spread_of({code: figures[code] - 5.5 for code in figures}, children).ends is None


def judgement(area: str, framework: str, day: str, grade: str, published: str | None = None):
    return Judgement(
        area=area,
        framework=framework,
        inspected_on=day,
        published_on=published,
        parts={"overall": grade},
        file="file",
        row=1,
    )


def test_the_newest_grade_that_was_public_by_the_day_counts():
    judgements = [
        judgement("ash", "SIF", "2015-05-01", "good", "2015-07-01"),
        judgement("ash", "ILACS", "2018-05-01", "inadequate", "2018-07-01"),
        judgement("beech", "SIF", "2017-11-01", "outstanding", "2018-01-10"),
        judgement("cedar", "SIF", "2016-01-01", "requires_improvement", "2016-03-01"),
        judgement("dogwood", "unheard of", "2016-01-01", "good", "2016-03-01"),
    ]

    then = judged_on(judgements, datetime.date(2017, 12, 31))
    later = judged_on(judgements, datetime.date(2018, 12, 31))

    assert then.good_or_outstanding == {"ash"}
    assert then.judged == {"ash", "cedar"}
    assert later.good_or_outstanding == {"beech"}
    assert later.judged == {"ash", "beech", "cedar"}
