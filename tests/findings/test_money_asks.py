"""What to ask first about a council's money: of clear parts, a line far off, and the return."""

import datetime
import re

import pytest
from test_money_headline import council, part, spent, split

from brightfutures.catalogue import load_catalogue
from brightfutures.findings.comparison_words import SIMILAR_COUNCILS
from brightfutures.findings.money_asks import (
    WHY_LESS,
    WHY_MORE,
    MoneyAsk,
    money_asks,
    no_return_ask,
    return_ask,
)
from brightfutures.money.council_money import CouncilMoney, LevelGap, LineOfYear
from brightfutures.money.gap_result import Cause, GapSplit
from brightfutures.money.split_levels import ALL_LINES
from brightfutures.quantities import Area, Missing, Reason, Value

CATALOGUE = load_catalogue()
NOT_RETURNED = Missing((Reason.NOT_RETURNED,))
SAME_BOOKS = "Do we book these costs in the way that similar councils do?"


def line(name: str, depth: int, ours: Value, theirs: Value) -> LineOfYear:
    return LineOfYear(
        line=name,
        depth=depth,
        spend_pounds=ours,
        income_pounds=0.0,
        net_pounds=ours,
        section_251_pounds=NOT_RETURNED,
        ours=spent(ours),
        theirs=spent(theirs),
    )


LINES = (
    line("childrens_social_care", 0, 1_000.0, 800.0),
    line("children_looked_after", 1, 700.0, 500.0),
    line("residential_care", 2, 350.0, 200.0),
    line("fostering", 2, 350.0, 300.0),
    line("family_support", 1, 200.0, 260.0),
    line("youth_justice", 1, 100.0, 40.0),
)


def asks(
    found: GapSplit | None, *lines: LineOfYear, area: Area | None = None
) -> tuple[MoneyAsk, ...]:
    year = spent(1_000.0)
    money = CouncilMoney(
        area=area or council(),
        newest="2024-25",
        asked=year,
        period="2024-25",
        ours=year,
        theirs=spent(800.0),
        beside=("E06000002",),
        gaps=(LevelGap(level=ALL_LINES, split=found or Missing((Reason.UNAVAILABLE,))),),
        lines=lines,
        history=(),
        history_beside=(),
        breaks=(),
        prevention=(),
        overspends={},
        unit_costs=(),
    )
    return money_asks(CATALOGUE, money, SIMILAR_COUNCILS)


def test_the_two_largest_clear_parts_are_asked_about_whichever_way_they_go():
    found = asks(split(need=3.0, number=250.0, mix=-20.0, price=-90.0))

    assert [one.about for one in found] == [
        "Number of children in need (£250 more)",
        "Cost for each child in need (£90 less)",
    ]
    assert found[0].question == WHY_MORE[Cause.NUMBER]
    assert found[1].question == WHY_LESS[Cause.PRICE]


def test_a_part_that_may_go_either_way_is_not_asked_about():
    unclear = split(number=250.0)
    unclear = GapSplit(**{**vars(unclear), "parts": (part(Cause.NUMBER, 250.0, doubt=260.0),)})

    assert asks(unclear) == ()


def test_the_line_furthest_off_is_one_that_is_no_sum_of_others():
    (one,) = asks(None, *LINES)

    assert one.about == "Residential care (£350 for each child, and £200 in similar councils)"
    assert one.question == SAME_BOOKS


def test_lines_that_are_near_or_not_told_are_not_asked_about():
    assert asks(None, LINES[0], line("fostering", 1, 339.0, 300.0)) == ()
    assert asks(None, LINES[0], line("fostering", 1, NOT_RETURNED, 300.0)) == ()
    assert len(asks(None, LINES[0], line("fostering", 1, 340.0, 300.0))) == 1


def test_nothing_is_asked_of_a_council_that_has_ended():
    ended = council(last=datetime.date(2023, 3, 31))

    assert asks(split(number=250.0), *LINES, area=ended) == ()


def test_the_return_is_asked_about_by_its_first_question():
    assert return_ask(3, "Fostering: a large change in spending").question == (
        "Is it right? It raises 3 questions, the first “Fostering: a large change in spending”."
    )
    assert return_ask(1, "Asylum seekers: a large change in spending").question == (
        "Is it right? It raises one question, “Asylum seekers: a large change in spending”."
    )


def test_of_a_year_without_a_return_nobody_asks_whether_it_is_right():
    assert no_return_ask("2024-25").question == (
        "No return was sent for 2024-25: why, and when will it be?"
    )


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("asked", [WHY_MORE, WHY_LESS])
def test_each_part_has_a_short_question_either_way_that_blames_nobody(asked, cause: Cause):
    question = asked[cause]

    assert question.endswith("?")
    assert len(question.split()) <= 32
    assert not re.search(r"\b(?:too|wrong|fail|poor|better|worse|good|bad|should)\b", question)
