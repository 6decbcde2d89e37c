"""Every council's questions, in words: ten of them, none twice, true, and easy to read."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from words import GOOD_OR_BAD, MEANT, PRAISE, faults, headline_faults

from brightfutures.catalogue import Audience, GoodDirection
from brightfutures.delivery.edition import Edition
from brightfutures.findings.council_questions import CouncilQuestions, council_questions
from brightfutures.findings.priority_words import has_moved, stands_apart
from brightfutures.findings.question_choice import MOST_OF_A_STAGE, WhyAsked
from brightfutures.pages.questions_page import questions_page

MOST_WORDS = 45
A_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z“£0-9])")


def of_every_council(edition: Edition, every: int) -> tuple[CouncilQuestions, ...]:
    """For everybody, and for one of those who ask by turns."""
    found = []
    audiences = tuple(Audience)
    for place, area in enumerate(edition.geography.councils(former=True)[::every]):
        compared = edition.measures.health_check(area.code)
        found += [
            council_questions(edition.catalogue, edition.geography, area, compared, audience)
            for audience in (None, audiences[place % len(audiences)])
        ]
    return tuple(found)


@pytest.fixture(
    scope="module", params=["made up", pytest.param("published", marks=pytest.mark.published)]
)
def found(request: pytest.FixtureRequest) -> tuple[CouncilQuestions, ...]:
    """Every published council, and every fourth of the made-up ones."""
    published = request.param == "published"
    edition = request.getfixturevalue("edition" if published else "made_up_edition")
    return of_every_council(edition, 1 if published else 4)


def sentences(one: CouncilQuestions) -> Iterator[str]:
    yield one.headline.sentence
    yield from A_SENTENCE.split(one.lead)
    for each in one.questions:
        yield each.as_spoken
        yield from A_SENTENCE.split(each.told)
        yield from A_SENTENCE.split(each.how_sure.sentence)


def test_a_council_has_ten_questions_and_one_that_has_ended_has_none(
    found: tuple[CouncilQuestions, ...],
):
    for one in found:
        assert len(one.questions) == (0 if one.area.is_former else 10), one.area.name
        assert bool(one.successors) is one.area.is_former


def test_nothing_is_asked_twice_and_no_stage_more_than_three_times(
    found: tuple[CouncilQuestions, ...],
):
    for one in found:
        codes = [each.question.id for each in one.questions]
        measures = [each.about.indicator for each in one.questions if each.about]
        stages = Counter(each.where for each in one.questions if each.about)
        assert len(set(codes)) == len(codes), one.area.name
        assert len(set(measures)) == len(measures), one.area.name
        assert max(stages.values(), default=0) <= MOST_OF_A_STAGE, one.area.name
        if one.audience:
            assert all(one.audience in each.question.for_whom for each in one.questions)


def test_each_says_truly_why_it_is_asked(found: tuple[CouncilQuestions, ...]):
    for one in found:
        for each in one.questions:
            about = each.about
            if each.why is WhyAsked.DIFFERS:
                assert about is not None
                assert stands_apart(about)
            elif each.why is WhyAsked.MOVED:
                assert about is not None
                assert has_moved(about)
                assert not stands_apart(about)
            elif each.why is WhyAsked.ALWAYS:
                assert about is not None
                assert not stands_apart(about)
                assert each.question.always
            else:
                assert about is None or not stands_apart(about)


def test_what_stands_out_comes_before_what_does_not(found: tuple[CouncilQuestions, ...]):
    order = [WhyAsked.DIFFERS, WhyAsked.MOVED, WhyAsked.UNTOLD, WhyAsked.ALWAYS]
    for one in found:
        places = [max(order.index(each.why), 1) for each in one.questions]
        last = max((place for place, why in enumerate(places) if why == 1), default=-1)
        assert all(place == 1 for place in places[: last + 1]), one.area.name


def test_the_headline_is_short_and_names_what_the_first_question_is_about(
    found: tuple[CouncilQuestions, ...],
):
    for one in found:
        said = one.headline.sentence
        assert not headline_faults(said)
        if ": start with " in said:
            assert said.lower().endswith(one.questions[0].topic.lower())
            assert one.headline.evidence[0].indicator == one.questions[0].about.indicator


def test_no_words_are_unfinished_and_none_praises(found: tuple[CouncilQuestions, ...]):
    for one in found:
        for said in sentences(one):
            assert not faults(said), said
            assert not PRAISE.search(said), said
            assert not GOOD_OR_BAD.search(said), said
            assert len(said.split()) <= MOST_WORDS, said
            assert said == said.strip()
            assert said[0].isupper() or said[0] in "“£", said
        for each in one.questions:
            assert each.as_spoken.endswith("?")
            assert each.how_sure.sentence.endswith(".")
            assert each.told.endswith(".")


def test_better_and_worse_are_said_only_where_the_catalogue_says_which_way_is_good(
    found: tuple[CouncilQuestions, ...], made_up_edition: Edition
):
    indicators = made_up_edition.catalogue.indicators
    for one in found:
        for each in one.questions:
            if MEANT.search(each.how_sure.sentence + each.told):
                assert each.about is not None
                assert indicators[each.about.indicator].good_direction is not GoodDirection.NEITHER


def test_a_page_leads_to_every_measure_it_asks_about(found: tuple[CouncilQuestions, ...]):
    for one in found[:20]:
        page = questions_page(one)
        for card, each in zip(page.questions, one.questions, strict=True):
            assert (card.about.href is None) is (each.about is None)
            if each.about:
                assert card.about.href.endswith(f"/indicators/{each.about.indicator}")
