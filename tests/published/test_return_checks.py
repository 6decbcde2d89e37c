"""The checks on real returns: how much they ask, and how many planted errors they find."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from brightfutures.catalogue.checks import Severity
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.money import money_of, questions_by_year, questions_on_return
from brightfutures.delivery.return_checks import costs_asked_about, return_checks
from brightfutures.findings.check_words import (
    also_sentence,
    look_at_sentence,
    question_sentence,
    question_title,
)
from brightfutures.money.checks import usefulness
from brightfutures.money.checks.question import ReturnQuestion
from brightfutures.money.checks.return_checks import ReturnChecks
from brightfutures.money.checks.usefulness import (
    plant_in_lines,
    plant_in_whole,
    plant_swaps,
    questions_as_sent,
)
from brightfutures.money.finance_returns import INCOME
from brightfutures.money.placement_kinds import RESIDENTIAL

pytestmark = pytest.mark.published

NEWEST = "2024-25"
S251 = "section_251"
MILLION = 1_000_000.0


@pytest.fixture(scope="module")
def real(edition: Edition) -> Iterator[ReturnChecks]:
    """The checks, asking about a return as published once for all tests."""
    checks = return_checks(edition)
    ask = cache(checks.questions)

    def questions(
        council: str, period: str, account: str = "revenue_outturn"
    ) -> tuple[ReturnQuestion, ...]:
        return ask(council, period, account)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "questions", questions)
        yield checks


@pytest.fixture
def only_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Errors are planted in lines of a million pounds or more, which is all that is then read."""
    sizes = [size for size in usefulness.SIZES if size[0] >= MILLION]
    monkeypatch.setattr(usefulness, "SIZES", sizes)


@pytest.fixture(scope="module")
def codes(edition: Edition) -> list[str]:
    return [area.code for area in edition.geography.councils(former=True)]


@pytest.fixture(scope="module")
def some(real: ReturnChecks, codes: list[str]) -> list[str]:
    """Every third council with a return, so that planting takes seconds."""
    return list(questions_as_sent(real, codes, NEWEST))[::3]


def test_the_median_return_as_sent_raises_at_most_five_questions(
    real: ReturnChecks, codes: list[str]
):
    for period in real.periods()[1:]:
        counts = list(questions_as_sent(real, codes, period).values())
        assert np.median(counts) <= 5, period
    assert len(counts) == 150


@pytest.mark.usefixtures("only_large")
def test_nine_in_ten_factors_of_two_on_a_line_of_a_million_are_found(
    real: ReturnChecks, some: list[str]
):
    found = [
        one
        for one in plant_in_lines(real, some, NEWEST, kinds=("doubled", "halved"))
        if one.pounds >= MILLION
    ]
    for carried in (True, False):
        for kind in ("doubled", "halved"):
            share = np.mean(
                [one.found for one in found if (one.kind, one.carried) == (kind, carried)]
            )
            assert share >= 0.9, (kind, carried)
    anew = np.mean([one.found_anew for one in found if one.carried])
    assert anew >= 0.87
    assert all(one.found_anew for one in found if not one.carried)


def test_the_median_section_251_return_raises_at_most_five_but_in_one_year_of_many_moves(
    real: ReturnChecks, codes: list[str]
):
    medians = {
        period: float(np.median(list(questions_as_sent(real, codes, period, S251).values())))
        for period in real.periods(S251)
    }
    assert medians.pop("2013-14") <= 6
    assert max(medians.values()) <= 5
    assert len(medians) == 16


@pytest.mark.usefixtures("only_large")
def test_nine_in_ten_factors_of_two_are_found_in_section_251_too(
    real: ReturnChecks, codes: list[str]
):
    returned = list(questions_as_sent(real, codes, "2016-17", S251))[::5]
    found = plant_in_lines(real, returned, "2016-17", S251, kinds=("doubled", "halved"))
    large = [one for one in found if one.pounds >= MILLION and one.carried]
    for kind in ("doubled", "halved"):
        assert np.mean([one.found for one in large if one.kind == kind]) >= 0.9, kind


def test_no_council_is_asked_for_lines_that_are_published_of_nobody(
    real: ReturnChecks, codes: list[str]
):
    newest = real.periods(S251)[-1]
    rules = Counter(one.rule for code in codes for one in real.questions(code, newest, S251))
    assert {"residential_care", "fostering"} <= real.untold(S251, newest)
    assert rules["parts_not_told"] + rules["line_left_blank"] < 10


@pytest.mark.usefixtures("only_large")
def test_lines_first_asked_for_are_asked_about_by_their_cost(real: ReturnChecks, some: list[str]):
    found = [
        one
        for one in plant_in_lines(real, some, "2022-23", kinds=("doubled", "halved"))
        if one.carried and one.pounds >= MILLION
    ]
    new = [one.found for one in found if one.line in ("residential_care", "fostering")]
    assert np.mean(new) >= 0.7


@pytest.mark.usefixtures("only_large")
def test_wrong_signs_thousands_and_noughts_are_nearly_all_found(
    real: ReturnChecks, some: list[str]
):
    kinds = (
        "sign turned", "a thousand times too large", "a thousand times too small", "left at nought",
    )  # fmt: skip
    found = [
        one for one in plant_in_lines(real, some, NEWEST, kinds=kinds) if one.pounds >= MILLION
    ]
    for kind in kinds:
        assert np.mean([one.found_anew for one in found if one.kind == kind]) >= 0.97, kind


def test_swapped_lines_and_whole_returns_are_nearly_all_found(real: ReturnChecks, some: list[str]):
    swapped = list(plant_swaps(real, some, NEWEST, seed=1))
    whole = list(plant_in_whole(real, some, NEWEST))

    assert np.mean([one.found for one in swapped]) >= 0.97
    assert np.mean([one.found_anew for one in swapped]) >= 0.9
    assert {one.kind for one in whole} == {
        "in pounds",
        "in millions",
        "not sent",
        "last year’s again",
    }
    assert np.mean([one.found_anew for one in whole]) >= 0.97


def test_what_cannot_be_is_only_what_the_files_themselves_contradict(
    edition: Edition, real: ReturnChecks, codes: list[str]
):
    """Two totals of 2022-23, by what is printed in the ministry's file."""
    found = {
        (edition.name_of(code), period, one.line, one.value, one.low)
        for code in codes
        for period in real.periods()
        for one in real.questions(code, period)
        if one.severity is Severity.CANNOT_BE
    }
    assert found == {
        ("Harrow", "2022-23", "children_looked_after", 13_907_000.0, 13_857_000.0),
        ("Sandwell", "2022-23", "children_looked_after", 216_000.0, 14_000.0),
    }


def test_a_council_without_a_return_is_asked_that_and_nothing_else(
    edition: Edition, real: ReturnChecks
):
    birmingham = edition.council("Birmingham").code
    assert [one.rule for one in real.questions(birmingham, NEWEST)] == ["missing_return"]


def test_a_weekly_cost_whose_lines_income_alone_is_asked_about_has_no_ring(edition: Edition):
    solihull = edition.council("Solihull").code
    unlikely = {
        (one.line, one.measure)
        for one in return_checks(edition).questions(solihull, NEWEST)
        if one.severity is not Severity.ASK and one.line == RESIDENTIAL.line
    }
    rings = costs_asked_about(edition, RESIDENTIAL, NEWEST)

    assert unlikely == {(RESIDENTIAL.line, INCOME)}
    assert len(rings) == 17
    assert solihull not in rings
    assert edition.council("Kensington and Chelsea").code in rings


def test_nothing_is_asked_of_years_in_which_a_council_did_not_exist(
    edition: Edition, real: ReturnChecks
):
    dorset = edition.council("Dorset").code
    cumberland = edition.council("Cumberland").code
    assert real.questions(cumberland, "2022-23") == ()
    assert real.questions(dorset, "2019-20") is not None


def test_every_question_has_its_words(edition: Edition, real: ReturnChecks, codes: list[str]):
    rules: Counter[str] = Counter()
    for account, period in (("revenue_outturn", NEWEST), ("section_251", "2018-19")):
        for code in codes:
            for one in real.questions(code, period, account):
                rules[one.rule] += 1
                texts = [
                    question_title(edition.catalogue, one),
                    question_sentence(edition.catalogue, one),
                    look_at_sentence(edition.catalogue, one),
                    also_sentence(edition.catalogue, one),
                ]
                assert not any(word in text for text in texts for word in ("nan", "None", "_"))
                assert texts[1].endswith(".")
    assert len(rules) >= 20


def test_no_total_is_set_beside_a_year_of_which_a_part_was_left_out(
    edition: Edition, real: ReturnChecks
):
    """Harrow left children in care out of 2023-24, so the total of that year is no base."""
    harrow = edition.council("Harrow").code
    subject = real.subject(harrow, real.published(harrow, NEWEST))
    assert subject.last("childrens_social_care") == ("2022-23", pytest.approx(46.6e6, abs=1e5))
    assert subject.last("family_support") == ("2023-24", pytest.approx(2.6e6, abs=1e5))
    asked = real.all_of_return(harrow, real.published(harrow, NEWEST))
    assert not [one for one in asked if one.line == "childrens_social_care" and "jump" in one.rule]


def test_a_council_without_the_newest_return_is_asked_of_the_one_that_is_told_too(edition: Edition):
    money = money_of(edition, edition.council("Cumberland")).money
    assert (money.asked.period, money.period) == (NEWEST, "2023-24")
    asked = questions_by_year(edition, money)
    assert list(asked) == [NEWEST, "2023-24"]
    assert [one.rule for one in asked[NEWEST]] == ["missing_return"]
    assert {one.period for one in asked["2023-24"]} == {"2023-24"}
    assert len(asked["2023-24"]) >= 3
    assert questions_on_return(edition, money) == (*asked[NEWEST], *asked["2023-24"])
    essex = money_of(edition, edition.council("Essex")).money
    assert list(questions_by_year(edition, essex)) == [NEWEST]
