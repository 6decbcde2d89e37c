"""The answer about figures and grades: two sentences made from the numbers, for each outcome."""

import re

import pytest
from agreements import agreement, count, dealt, link, measure, one_year, shift, top

from brightfutures.findings.agreement_caveats import CAVEATS, method_sentences
from brightfutures.findings.agreement_words import (
    agreement_headline,
    answer,
    closest_sentence,
    correlation_words,
    deprivation_sentence,
    echo_sentence,
    judged_words,
    otherwise_words,
    picture_message,
    shift_sentences,
    signed,
    whole_sentence,
)
from brightfutures.findings.top_of_table_words import (
    earlier_sentence,
    known_words,
    top_sentences,
    wobble_sentences,
)

YES_BEFORE = measure("vacancies", link(-0.3, clear=True), link(-0.3, clear=False))
YES_AFTER = measure("agency", link(-0.2, clear=False), link(-0.4, clear=True))
CLOSE = measure("close", link(0.6, clear=True), link(0.6, clear=True))
NO = [measure(f"no_{n}", link(0.05, clear=False), link(0.0, clear=False)) for n in range(6)]
NONE = measure("none", None, None)


@pytest.mark.parametrize(
    ("measures", "headline"),
    [
        ([NONE], "Too few inspections are loaded to set figures beside Ofsted’s grades"),
        (NO, "No published figure clearly goes with Ofsted’s grades"),
        ([YES_AFTER, *NO, *NO], "A few published figures go with Ofsted’s grades, and nearly all "
         "do not"),
        ([YES_AFTER, YES_BEFORE, *NO], "Some published figures go with Ofsted’s grades, but most "
         "do not"),
        ([YES_AFTER, YES_BEFORE], "Most published figures go with Ofsted’s grades, but none of "
         "them closely"),
        ([CLOSE, YES_BEFORE, NONE], "Most published figures go with Ofsted’s grades"),
    ],
)  # fmt: skip
def test_the_headline_says_how_many(measures: list, headline: str):
    assert agreement_headline(agreement(measures)) == headline


@pytest.mark.parametrize(
    ("measures", "sentence"),
    [
        ([NONE], "Too few inspections are loaded to say whether any figure goes with Ofsted’s "
         "grades."),
        (NO, "Of 6 published measures, none clearly goes with Ofsted’s next grade or with its "
         "last one."),
        ([YES_BEFORE, *NO], "Of 7 published measures, 1 clearly goes with Ofsted’s next grade and "
         "none with its last one, none of them closely."),
        ([YES_AFTER, *NO], "Of 7 published measures, none clearly goes with Ofsted’s next grade "
         "and 1 with its last one, none of them closely."),
        ([YES_AFTER, YES_BEFORE, CLOSE, NONE, *NO], "Of 9 published measures, 2 clearly go with "
         "Ofsted’s next grade and 2 with its last one, 1 of them closely."),
    ],
)  # fmt: skip
def test_the_first_sentence_counts_each_figure(measures: list, sentence: str):
    assert answer(agreement(measures))[0] == sentence


def table(less: int, p: float, *, expected: float = 2.0, z: float = -2.0, years: int = 2):
    """A table of so many years, each with so many less than good of six."""
    rounds = [one_year(2026 - back, count(less, expected=expected), None) for back in range(years)]
    return top(*reversed(rounds), dealt=dealt(p, z=z, found=less * years))


START = "Councils at the top of a plain table of all figures were "
END = ", so neither the figures nor the grade can stand in for the other."


@pytest.mark.parametrize(
    ("of_table", "sentence"),
    [
        (top(), "Too few councils have been judged to say how those at the top of a table of all "
         "figures fared, so neither figures nor grade can stand in for the other."),
        (table(1, 0.01, expected=3.0), f"{START}judged less than good about a third as often as "
         "drawing lots would give, but not never (2 of 12 places since 2025, against 6 by lot)"
         f"{END}"),
        (table(0, 0.01), f"{START}never judged less than good (0 of 12 places since 2025, against "
         "4 by lot): figures and grade go together there, and still count different things."),
        (table(1, 0.2), f"{START}judged less than good in 2 of 12 places since 2025, against 4 by "
         f"lot, a difference that chance alone could make{END}"),
        (table(0, 0.2, years=1), f"{START}judged less than good in 0 of 6 places in 2026, against "
         f"2 by lot, a difference that chance alone could make{END}"),
        (table(4, 0.01, z=3.0), f"{START}judged less than good more often than drawing lots would "
         f"give (8 of 12 places since 2025, against 4 by lot){END}"),
    ],
)  # fmt: skip
def test_the_second_sentence_says_whether_the_top_is_judged_as_lots_would_have_it(
    of_table, sentence: str
):
    assert answer(agreement(NO, top=of_table))[1] == sentence


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (6.0, "far less often than drawing"),
        (4.0, "about a quarter as often as drawing"),
        (2.0, "about half as often as drawing"),
        (1.5, "about two thirds as often as drawing"),
        (1.2, "less often than drawing"),
    ],
)
def test_how_much_less_often_is_said_in_shares(expected: float, words: str):
    said = answer(agreement(NO, top=table(1, 0.01, expected=expected)))[1]

    assert f"were judged less than good {words}" in said


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.3, "30 times in 100 (p = 0.30): that chance would do so is not ruled out"),
        (0.012, "12 times in 1,000 (p = 0.012): the top holds clearly fewer than chance"),
        (0.0003, "3 times in 10,000 (p = 0.0003): the top holds clearly fewer"),
        (0.00001, "less than once in 10,000 (p under 0.0001): the top holds clearly fewer"),
    ],
)
def test_the_test_of_the_top_counts_councils_and_prints_its_p(p: float, words: str):
    said = " ".join(top_sentences(agreement(NO, top=table(1, p))))

    assert "The 12 places were held by 7 different councils, and a grade stands for years" in said
    assert "gives 4, give or take 2; a count as far off as 2 comes up " + words in said


def test_an_echo_of_the_last_grade_is_owned_up_to():
    def said(*echoes: float) -> str:
        links = [measure(f"m{e}", link(-0.3, clear=True), None, echo=-e) for e in echoes]
        return echo_sentence(agreement([*links, *NO])) or ""

    assert "2 of 3 links are weaker, and the middle one goes from 0.30 to 0.20" in said(
        0.1, 0.2, 0.35
    )
    assert "that one link with the next grade goes from 0.30 to 0.10" in said(0.1)
    assert "are not an echo of the last" in said(0.3, 0.35)
    assert said() == ""


def test_the_closest_link_is_said_in_pairs_and_only_among_the_clear():
    titles = {"agency": "Agency workers", "vacancies": "Vacancies"}.__getitem__

    assert closest_sentence(agreement(NO), titles) is None
    assert closest_sentence(agreement([YES_AFTER, YES_BEFORE, *NO]), titles) == (
        "The closest link is that of “Agency workers” with Ofsted’s last grade: of two "
        "inspections with different grades, the council with the lower figure had the higher "
        "grade 70 times in 100. A coin would give 50."
    )


def test_before_and_after_are_compared_without_saying_why():
    stronger = measure("agency", None, None, shift(-0.2, clear=True))
    weaker = measure("plans", None, None, shift(0.2, clear=True))
    same = measure("care", None, None, shift(-0.1, clear=False))
    said = " ".join(shift_sentences(agreement([stronger, weaker, same]), str.upper))

    assert "For “AGENCY”, figure and grade agree more after the inspection than before it." in said
    assert "For “PLANS”, figure and grade agree more before the inspection than after it." in said
    assert "For the other measure that could be asked, no change is clear." in said
    assert "(1 could be asked)" in " ".join(shift_sentences(agreement([same]), str.upper))
    assert shift_sentences(agreement([NONE]), str.upper) == ()


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (NONE, "too few to tell"),
        (NO[0], "no clear link"),
        (YES_BEFORE, "lower, before"),
        (YES_AFTER, "lower, after"),
        (CLOSE, "higher, before and after"),
        (measure("odd", link(0.3, clear=True), link(-0.3, clear=True)),
         "higher, before; lower, after"),
    ],
)  # fmt: skip
def test_a_row_says_how_councils_with_a_higher_figure_were_judged(one, words: str):
    assert judged_words(one.overall) == words


def test_a_year_in_which_fewer_than_two_were_inspected_again_is_no_year():
    found = top(
        one_year(2024, count(1), count(2)),
        one_year(2025, count(1), count(1, of=1)),
        one_year(2026, count(2), None),
    )
    assert (found.years_with_two_next, len(found.following)) == (1, 1)
    assert found.years_with_two_by_lot == pytest.approx(1.8)
    assert found.years_with_two_next_by_lot == pytest.approx(0.6)


def test_numbers_have_a_true_minus_and_nought_has_no_sign():
    assert signed(-0.312) == "−0.31"
    assert signed(0.0049) == signed(-0.0049) == "0.00"
    assert correlation_words(link(-0.3, clear=True)) == "−0.30 (−0.40 to −0.20)"
    assert correlation_words(None) == "–"
    assert otherwise_words(NO[0].newest_only) == ("–", "0.00")


def test_the_plain_average_and_poverty_are_said_as_they_are():
    both = agreement(NO)
    none = agreement(NO, whole=measure("w", link(0.1, clear=False), link(0.1, clear=False)).overall)

    assert "goes with the grade, loosely" in (whole_sentence(both) or "")
    assert "60 times in 100 before an inspection and 65 times in 100" in (
        whole_sentence(both) or ""
    )
    assert "does not clearly go with the grade, before or after" in (whole_sentence(none) or "")
    assert "does not clearly go with the grade: −0.10" in (deprivation_sentence(both) or "")
    judged = agreement(NO, deprivation=link(-0.3, clear=True))
    assert "were judged lower: −0.30" in (deprivation_sentence(judged) or "")
    assert deprivation_sentence(agreement(NO, deprivation=None)) is None


def test_wobble_is_called_enough_or_not_by_the_steadiness_it_would_need():
    unsteady = agreement(NO)
    enough = agreement(NO, top=top(*unsteady.top.rounds, steadiness_needed=0.5))

    assert "does not explain all of it" in wobble_sentences(unsteady)[-1]
    assert (
        "or grades are old (at the end of a year the middle one was from 1.5 to 2.5 years"
        in (wobble_sentences(unsteady)[-1])
    )
    assert "could explain it" in wobble_sentences(enough)[-1]
    assert "0 to 0.1 of the six" in " ".join(wobble_sentences(unsteady))
    assert wobble_sentences(agreement(NO, top=top())) == ()


def test_the_top_is_counted_over_the_years_and_earlier_grades_are_owned_up_to():
    found = agreement(NO)
    said = " ".join(top_sentences(found))

    assert "Of 12 places there, 3 were held" in said
    assert (
        "in 1 of 2 years (lots would give 1.2). At the next inspection it was so in 1 of the 1 "
        "year of whose six at least two have been inspected since (lots would give 0.6)."
    ) in said
    assert "For 1 of the places" in (earlier_sentence(found) or "")
    assert earlier_sentence(agreement(NO, top=top())) is None
    assert known_words(found.top.known[1])[1:] == ("0.40", "0.30", "4", "0.12", "under 1")


def test_how_it_was_done_says_how_many_tests_and_which_years():
    said = " ".join(method_sentences(agreement([YES_AFTER])))

    assert "310 inspections of 155 councils from 2018 to 2026" in said
    assert "with figures of 2017 to 2024" in said
    assert "All 120 tests" in said
    assert "160 inspections under earlier frameworks" in said


def test_nothing_is_praised_blamed_foretold_or_mixed():
    found = agreement([YES_AFTER, YES_BEFORE, CLOSE, *NO])
    said = " ".join(
        (
            agreement_headline(found),
            *answer(found),
            *shift_sentences(found, str),
            *top_sentences(found),
            *wobble_sentences(found),
            *method_sentences(found),
            *CAVEATS,
            picture_message(found),
        )
    )

    assert not re.search(r"\b(better|worse|performance|score|predict\w*|significant\w*)\b", said)
    assert "Neither is the truth" in said
