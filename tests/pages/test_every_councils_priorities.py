"""Every council's page of priorities, in words: true, plain, and no judgement nobody agreed."""

import re
from collections.abc import Iterator

import pytest
from words import MEANT, PRAISE, headline_faults

from brightfutures.catalogue import GoodDirection
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.priorities import priorities_of
from brightfutures.findings.priorities import Priorities, PriorityFindings
from brightfutures.findings.priority_words import MOVED, stands_apart
from brightfutures.findings.said import Said
from brightfutures.measures.results import Direction

pytestmark = pytest.mark.published

A_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z“£])")
MOST_WORDS = 35


@pytest.fixture(scope="module")
def found(edition: Edition) -> tuple[Priorities, ...]:
    councils = edition.geography.councils(former=True)
    return tuple(priorities_of(edition, area) for area in councils)


def told(found: tuple[Priorities, ...]) -> Iterator[tuple[Priorities, PriorityFindings, Said]]:
    for one in found:
        for section in one.sections:
            for said in (*section.says, *section.in_turn):
                yield one, section, said


def everything(found: tuple[Priorities, ...]) -> Iterator[str]:
    for one in found:
        yield one.headline.sentence
        yield from (one.lead, *one.area_notes)
    yield from (said.sentence for _, _, said in told(found))


def test_there_are_all_of_them(found: tuple[Priorities, ...]):
    assert sum(not one.area.is_former for one in found) == 153
    assert {len(one.sections) for one in found} == {7}


def test_sentences_are_whole(found: tuple[Priorities, ...]):
    for text in everything(found):
        assert text == text.strip()
        assert text[0].isupper() or text[0] in "“£", text
    assert all(said.sentence.endswith(".") for _, _, said in told(found))


def test_headlines_and_sentences_are_short_enough_to_say_aloud(found: tuple[Priorities, ...]):
    long = [
        sentence
        for text in everything(found)
        for sentence in A_SENTENCE.split(text)
        if len(sentence.split()) > MOST_WORDS
    ]

    assert [wrong for one in found for wrong in headline_faults(one.headline.sentence)] == []
    assert sorted(set(long)) == []


def test_better_and_worse_are_said_only_where_it_is_agreed_which_way_is_good(
    edition: Edition, found: tuple[Priorities, ...]
):
    indicators = edition.catalogue.indicators
    said_so = 0
    for _, _, said in told(found):
        if MEANT.search(said.sentence):
            said_so += 1
            assert said.evidence, said.sentence
            for evidence in said.evidence:
                good = indicators[evidence.indicator].good_direction
                assert good is not GoodDirection.NEITHER, said.sentence
    assert said_so > 300
    assert [text for text in everything(found) if PRAISE.search(text)] == []


def test_what_is_called_better_or_worse_is(edition: Edition, found: tuple[Priorities, ...]):
    for one, section, said in told(found):
        by_id = {entry.indicator: entry for entry in section.comparisons}
        if said not in section.in_turn:
            continue
        entry = by_id[said.evidence[0].indicator]
        lies = re.search(r"which is (better|worse)\b", said.sentence)
        if stands_apart(entry) and section.priority.reading.value != "movement":
            expected = entry.verdict.direction
            assert (lies[1] if lies else "neither") == expected.value, (one.area.name, said)
        went = re.search(r"for the (better|worse)\.", said.sentence)
        if went:
            assert entry.moved is not None
            risen = entry.moved.level is MOVED[0]
            good = edition.catalogue.indicators[entry.indicator].good_direction
            assert (went[1] == "better") == (risen == (good is GoodDirection.HIGHER))


def test_the_headline_names_the_priorities_where_something_stands_apart(
    found: tuple[Priorities, ...],
):
    for one in found:
        assert one.area.name in one.headline.sentence
        for section in one.sections:
            if section.priority.reading.value == "standing" and " differ" in one.headline.sentence:
                apart = any(map(stands_apart, section.comparisons))
                said = one.headline.sentence.partition(";")[0]
                none_apart = said.startswith("No clear difference")
                assert section.priority.short in said or not (apart or none_apart), said
                assert (section.priority.short in said and not none_apart) is apart, said


def test_ofsteds_grade_stands_in_one_sentence_alone(found: tuple[Priorities, ...]):
    for _, section, said in told(found):
        if "Ofsted" in said.sentence:
            assert section.priority.id == "local_leadership"
            assert said.evidence == ()


def test_others_are_to_be_asked_only_where_this_council_lies_or_went_the_worse_way(
    edition: Edition, found: tuple[Priorities, ...]
):
    for one in found:
        section = next(
            each for each in one.sections if each.priority.id == "continuous_improvement"
        )
        by_id = {entry.indicator: entry for entry in section.comparisons}
        for name in section.learn_from:
            entry = by_id[name]
            moved = entry.moved is not None and entry.moved.level in MOVED
            assert entry.verdict.direction is Direction.WORSE or moved
            assert edition.measures.improvers(name).found
