"""A council's own falls in words: which line, when, and what was found after such falls."""

from dataclasses import replace

from test_after_cuts_words import CANNOT, CATALOGUE, TOO_FEW, family

from brightfutures.findings.after_cuts_words import WHAT_IT_IS
from brightfutures.findings.own_cuts_words import (
    NOT_NOTHING,
    found_after_sentences,
    own_cuts_sentence,
)
from brightfutures.money.after_cuts import AfterCut, Followed
from brightfutures.money.own_cuts import OwnCut

LINES = CATALOGUE.spend_lines
FALLS = (
    OwnCut(line="family_support", first_year=2015, last_year=2017, share=-0.474),
    OwnCut(line="family_support", first_year=2023, last_year=2024, share=-0.21),
    OwnCut(line="sure_start_and_early_years", first_year=2016, last_year=2017, share=-0.3),
)


def said(*cuts: OwnCut, read: bool = True) -> str:
    return own_cuts_sentence("Isle of Wight", cuts, LINES, read=read)


def after(*results: AfterCut, cuts: tuple[OwnCut, ...] = FALLS) -> tuple[str, ...]:
    return found_after_sentences(family(*results), cuts, LINES, CATALOGUE.indicators)


def test_each_line_is_named_once_with_every_fall_and_its_years():
    assert said(*FALLS) == (
        "In the returns of the Isle of Wight spending fell by a fifth or more beyond prices, over "
        "a year or two, on family support (47%, 2014-15 to 2016-17; 21%, 2022-23 to 2023-24); and "
        "Sure Start and early years (30%, 2015-16 to 2016-17)."
    )


def test_no_fall_is_said_and_what_cannot_be_read_says_nothing():
    assert said() == (
        "In the years that can be read no line of the return of the Isle of Wight fell by a fifth "
        "or more beyond prices, over a year or two."
    )
    assert said(read=False) == ""


def test_what_was_asked_is_of_its_own_lines_and_nothing_found_is_not_nothing_there():
    elsewhere = replace(CANNOT, line="youth_justice")

    assert after(CANNOT, TOO_FEW, elsewhere) == (
        "What came after such falls was asked over all councils: of 1 comparison with councils "
        "without them, none shows a difference that chance would not make.",
        NOT_NOTHING,
    )


def test_without_a_fall_of_its_own_all_lines_are_told_of():
    (opening, _) = after(CANNOT, replace(CANNOT, line="youth_justice"), cuts=())

    assert opening.startswith("What came after falls of a fifth or more was asked")
    assert "of 2 comparisons" in opening


def test_what_was_found_is_told_with_what_it_is_and_is_not():
    told = replace(CANNOT, followed=Followed.MORE, unit_effect=8.0)

    first, second, last = after(told, CANNOT)

    assert "of 2 comparisons with councils without them, 1 shows a difference" in first
    assert second.startswith("Where spending on family support services was cut")
    assert last == WHAT_IT_IS


def test_nothing_is_told_where_nothing_could_be_asked():
    assert after(TOO_FEW) == ()
