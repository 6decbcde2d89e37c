"""The Methods pages: every topic has its words, and every worked example is on one page, whole."""

import re

import pytest
from reading_html import ReadPage, read

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import ENGLAND_PAGES
from brightfutures.measures.difference_tests import FEWEST_EXPECTED, FEWEST_OUT_OF
from brightfutures.measures.judge import LEAST_ALIKE
from brightfutures.measures.standing import FEWEST_COMPARATORS
from brightfutures.measures.worked_examples import Topic, WorkedExample
from brightfutures.pages.addresses import (
    TRACK_RECORD,
    england_page_address,
    topic_address,
)
from brightfutures.pages.every_example import every_worked_example
from brightfutures.pages.example_tables import example_section, name_of, value_text
from brightfutures.pages.methods_page import methods_page, topic_page
from brightfutures.pages.methods_topics import topics
from brightfutures.pages.render import render
from brightfutures.pages.site_nav import foot_nav

EXAMPLES = every_worked_example()
LEAVINGS = re.compile(r"\bnan\b|\binf\b|None\b(?! of)|\{|\}|\w_\w|  |<|(?<!\w)-\d")


@pytest.fixture(scope="module")
def pages(made_up_edition: Edition) -> dict[Topic, ReadPage]:
    site = made_up_edition.site(home="/", stylesheet="/static/site.css")
    return {
        words.topic: read(render("topic.html", topic_page(words.topic, EXAMPLES), site))
        for words in topics()
    }


def test_every_topic_has_its_words_once():
    assert sorted(words.topic for words in topics()) == sorted(Topic)


def test_every_worked_example_is_on_exactly_one_page(pages: dict[Topic, ReadPage]):
    anchors = [
        anchor for page in pages.values() for anchor in page.anchors if not anchor.endswith("title")
    ]
    for example in EXAMPLES:
        assert anchors.count(example_section(example).anchor) == 1, example.id


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_an_example_is_shown_whole(example: WorkedExample, pages: dict[Topic, ReadPage]):
    words = pages[example.topic].words
    shown = pages[example.topic].text
    for text in (example.title, example.says, example.formula, example.source or ""):
        assert " ".join(text.replace("'", "’").split()).rstrip(".") in shown
    for row in example.rows:
        assert not row.note or row.note.replace("'", "’") in words
        for table in (row.given, row.expected):
            for key, value in table.items():
                assert name_of(key, [value]) in words, key
                if isinstance(value, list):
                    assert value_text(value) in words or {*map(value_text, value)} <= {*words}
                else:
                    assert value_text(value) in words, (key, value)


def test_the_pages_hold_no_leavings_of_the_machine(pages: dict[Topic, ReadPage]):
    for topic, page in pages.items():
        odd = [text for text in page.words if LEAVINGS.search(text)]
        of_tools = topic is Topic.OTHER_TOOLS
        assert [text for text in odd if not of_tools or not re.fullmatch(r"-[\d.]+", text)] == []
        assert [kind for kind, _ in page.headings].count("h1") == 1


@pytest.mark.parametrize("words", topics(), ids=lambda words: words.topic)
def test_a_topic_speaks_plainly(words):
    assert not words.h1.endswith(".")
    assert words.lead[-1] in ".?"
    assert all(len(part.split()) < 100 for part in (words.lead, *words.paragraphs))
    said = " ".join((words.h1, words.lead, *words.paragraphs))
    assert not re.search(r"\bCLA\b|\bperformance\b|\bsignificant|'|--|\.\.", said)


def test_the_numbers_in_the_words_are_those_of_the_code():
    words = {entry.topic: " ".join(entry.paragraphs) for entry in topics()}

    assert f"Below {LEAST_ALIKE} " in words[Topic.SIMILAR_COUNCILS]
    assert f"out of fewer than {FEWEST_OUT_OF:g}" in words[Topic.VERDICT]
    assert (FEWEST_EXPECTED, FEWEST_COMPARATORS) == (5, 6)
    assert "fewer than five would be expected" in words[Topic.VERDICT]
    assert "fewer than six councils" in words[Topic.VERDICT]


def test_the_list_leads_to_every_topic_and_no_topic_leads_astray():
    page = methods_page(EXAMPLES)
    known = {topic_address(topic) for topic in Topic} | {address for _, address in foot_nav()}
    known |= {england_page_address(word) for word in ENGLAND_PAGES}

    assert [entry.address for entry in page.topics] == [topic_address(w.topic) for w in topics()]
    assert sum(entry.examples for entry in page.topics) == len(EXAMPLES)
    assert {words.link_address for words in topics() if words.link_address} <= known
    assert TRACK_RECORD in known


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "yes"),
        (-0.5, "−0.5"),
        (20000, "20,000"),
        (float("nan"), "no figure"),
        ("about_the_same", "about the same"),
        ("", "–"),
        ([], "none"),
        ([1, -2], "1, −2"),
        (["a, b", "c"], "a, b; c"),
    ],
)
def test_a_value_reads_as_a_person_writes_it(value: object, text: str):
    assert value_text(value) == text


def test_a_level_in_words_is_a_verdict_and_one_in_numbers_a_level():
    assert name_of("level", ["higher"]) == "verdict"
    assert name_of("level", [95]) == "level (%)"
    assert name_of("out_of", [3]) == "out of"
