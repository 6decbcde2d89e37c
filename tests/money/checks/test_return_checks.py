"""What the checks ask of a return among some dozens of others, and what they never ask."""

from dataclasses import replace

import pytest
from returning_england import PARTS, PERIODS, add_up, checks, put, returns

from brightfutures.catalogue.checks import Severity
from brightfutures.money.checks.council_return import CouncilReturn
from brightfutures.money.checks.planted import (
    in_other_units,
    not_sent,
    sent_again,
    with_line_changed,
    with_lines_swapped,
)
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.return_checks import ReturnChecks
from brightfutures.money.checks.tree import LineTree
from brightfutures.money.finance_returns import OUTTURN

NEWEST = PERIODS[-1]
OURS = "C007"


@pytest.fixture(scope="module")
def england() -> ReturnChecks:
    return checks(returns(60))


def changed(england: ReturnChecks, line: str, times: float, *, carried: bool) -> CouncilReturn:
    told = england.published(OURS, NEWEST)
    pounds = told.pounds(line)
    assert pounds is not None
    return with_line_changed(
        told, england.tree(OUTTURN, NEWEST), line, pounds * times, carried=carried
    )


def asked(england: ReturnChecks, told: CouncilReturn) -> dict[str, ReturnQuestion]:
    return {question.rule: question for question in england.of_return(OURS, told)}


def test_returns_that_add_up_and_move_as_others_do_raise_nothing(england: ReturnChecks):
    assert all(england.questions(f"C{at:03d}") == () for at in range(60))


def test_a_line_that_is_doubled_is_asked_about_though_its_totals_follow(england: ReturnChecks):
    found = asked(england, changed(england, "fostering", 2.0, carried=True))

    question = found["jump_in_spending"]
    last = england.published(OURS, PERIODS[-2]).pounds("fostering")
    assert question.line == "fostering"
    assert question.facts["last_pounds"] == last
    assert question.high is not None
    assert question.value is not None
    assert last is not None
    assert last < question.high < question.value
    assert all(one.severity is not Severity.CANNOT_BE for one in found.values())


def test_where_its_totals_do_not_follow_that_is_said_first(england: ReturnChecks):
    first = england.of_return(OURS, changed(england, "fostering", 2.0, carried=False))[0]

    assert first.severity is Severity.CANNOT_BE
    assert first.line == "children_looked_after"


def test_one_line_has_one_question_and_the_other_rules_beside_it(england: ReturnChecks):
    questions = england.of_return(OURS, changed(england, "safeguarding", -1.0, carried=True))

    of_line = [one for one in questions if one.line == "safeguarding"]
    assert [one.rule for one in of_line] == ["sign_turned"]
    assert "negative_spending" in of_line[0].also


def test_two_lines_exchanged_are_one_question(england: ReturnChecks):
    told = england.published(OURS, NEWEST)
    tree = england.tree(OUTTURN, NEWEST)
    questions = england.of_return(
        OURS, with_lines_swapped(told, tree, "safeguarding", "youth_justice")
    )

    assert [one.rule for one in questions] == ["swapped_lines"]
    assert {questions[0].line, *questions[0].other_lines} == {"safeguarding", "youth_justice"}


def test_a_return_in_pounds_is_one_question_about_its_size(england: ReturnChecks):
    told = england.published(OURS, NEWEST)
    questions = england.of_return(OURS, in_other_units(told, 1000.0))

    assert questions[0].rule == "return_in_wrong_thousands"
    assert all(one.line is None for one in questions[1:])


def test_last_years_return_sent_again_is_one_question(england: ReturnChecks):
    told, last = (england.published(OURS, period) for period in (NEWEST, PERIODS[-2]))

    assert list(asked(england, sent_again(told, last))) == ["same_return_as_last_year"]


def test_no_return_is_one_question_and_no_other(england: ReturnChecks):
    (question,) = england.of_return(OURS, not_sent(england.published(OURS, NEWEST)))

    assert question.rule == "missing_return"
    assert question.value is None


def test_a_year_that_nobody_has_returned_yet_is_not_missing(england: ReturnChecks):
    empty = CouncilReturn(OUTTURN, "2025-26", {})

    assert england.of_return(OURS, empty) == ()


def test_a_draft_of_the_next_year_is_held_against_the_newest(england: ReturnChecks):
    last = england.published(OURS, NEWEST)
    risen = in_other_units(last, 1.04)
    doubled = with_line_changed(
        replace(risen, period="2025-26"),
        england.tree(OUTTURN, "2025-26"),
        "fostering",
        2.0 * (last.pounds("fostering") or 0.0),
        carried=True,
    )

    assert england.of_return(OURS, replace(risen, period="2025-26")) == ()
    assert "jump_in_spending" in asked(england, doubled)


def test_a_figure_that_is_missing_raises_no_question_about_its_size():
    told = returns(60)
    for measure in ("spend", "income", "net_spend"):
        told[OURS, "fostering", measure, NEWEST] = None
        told[OURS, "youth_justice", measure, PERIODS[-2]] = None
    questions = checks(told).questions(OURS)

    assert [one.rule for one in questions] == ["line_left_blank"]
    assert questions[0].value is None


def test_a_return_of_nobody_in_particular_is_checked_for_what_contradicts_itself(
    england: ReturnChecks,
):
    told = changed(england, "fostering", 2.0, carried=False)

    assert {one.severity for one in england.of_return_alone(told)} == {Severity.CANNOT_BE}
    assert england.of_return_alone(changed(england, "fostering", 2.0, carried=True)) == ()


def test_with_too_few_councils_the_widest_room_is_given_and_nothing_fails():
    told = returns(3)
    put(told, "C001", "family_support", NEWEST, 60e6, 1e6)
    add_up(told, "C001", NEWEST)
    (found,) = checks(told).questions("C001")

    assert found.rule == "jump_in_spending"
    assert "jump_in_total" in found.also


def risen(lines: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """By line asked about, the rules that ask, of a return in which these lines are doubled."""
    told = returns(60)
    for line in lines:
        put(told, OURS, line, NEWEST, told[OURS, line, "spend", NEWEST] * 2.2, 1e6)
    add_up(told, OURS, NEWEST)
    return {one.line or "": (one.rule, *one.also) for one in checks(told).questions(OURS)}


def test_a_total_whose_change_one_line_made_is_asked_about_with_the_line():
    by_one = risen(("safeguarding",))
    assert list(by_one) == ["safeguarding"]
    assert "jump_in_total" in by_one["safeguarding"]
    by_two = risen(("safeguarding", "residential_care"))
    assert set(by_two) >= {"safeguarding", "residential_care", "childrens_social_care"}
    assert by_two["childrens_social_care"][0] == "jump_in_total"


def without_parts(councils: tuple[str, ...]) -> ReturnChecks:
    """Returns in which some councils tell children in care without parts in the newest year."""
    told = returns(60)
    for code, line, measure, period in list(told):
        if code in councils and line in PARTS and period == NEWEST:
            told[code, line, measure, period] = None
    return checks(told)


def test_lines_that_are_published_of_nobody_are_not_missed():
    england = without_parts(tuple(f"C{at:03d}" for at in range(60)))
    assert england.untold(OUTTURN, NEWEST) >= frozenset(PARTS)
    assert not {"parts_not_told", "line_left_blank"} & set(
        asked(england, england.published(OURS, NEWEST))
    )
    assert "parts_not_told" in asked(
        without_parts((OURS,)), without_parts((OURS,)).published(OURS, NEWEST)
    )


def test_a_draft_that_tells_some_of_them_is_asked_for_the_others():
    england = without_parts(tuple(f"C{at:03d}" for at in range(60)))
    told = england.published(OURS, NEWEST)
    draft = replace(told, lines={**told.lines, "fostering": {"spend": 7_000_000.0}})
    assert "line_left_blank" in asked(england, draft)


def test_what_providers_had_of_a_line_follows_where_totals_do():
    told = CouncilReturn(
        "section_251",
        "2016-17",
        {
            "fostering": {"spend": 9e6, "net_spend": 8e6, "own_spend": 6e6, "private_spend": 3e6},
            "children_looked_after": {"spend": 9e6, "net_spend": 8e6, "own_spend": 6e6},
        },
    )
    tree = LineTree({"children_looked_after": None, "fostering": "children_looked_after"})
    follows = with_line_changed(told, tree, "fostering", 18e6, carried=True)
    assert [follows.pounds("fostering", one) for one in ("own_spend", "private_spend")] == [
        12e6,
        6e6,
    ]
    assert follows.pounds("children_looked_after", "own_spend") == 12e6
    kept = with_line_changed(told, tree, "fostering", 18e6, carried=False)
    assert kept.pounds("fostering", "own_spend") == 6e6
