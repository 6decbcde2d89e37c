"""Ofsted's judgement stands in its own words, with its date and its framework."""

import pytest

from brightfutures.findings.judgement_words import (
    GRADE_WORDS,
    PART_WORDS,
    day_in_words,
    newest_judgement,
)
from brightfutures.published.readings import Judgement

PARTS = {"overall": "good", "leaders": "outstanding", "care_leavers": "requires_improvement"}


def judgement(
    parts: dict[str, str], inspected_on: str = "2024-07-05", published_on: str | None = None
) -> Judgement:
    return Judgement("E10000012", "ILACS", inspected_on, published_on, parts, "judgements.csv", 7)


def test_the_grade_its_parts_its_date_and_its_place_are_all_told():
    words = newest_judgement([judgement(PARTS)])

    assert words is not None
    assert words.overall == "Good"
    assert words.parts == (
        ("Impact of leaders", "Outstanding"),
        ("Care leavers", "Requires improvement"),
    )
    assert words.when == "inspected in July 2024"
    assert "ILACS" in words.framework
    assert (words.file, words.row) == ("judgements.csv", 7)


def test_a_part_that_was_not_judged_is_left_out():
    words = newest_judgement([judgement({"overall": "inadequate"})])

    assert words is not None
    assert words.parts == ()


def test_a_visit_without_an_overall_grade_does_not_hide_the_last_that_had_one():
    newer = judgement({"care_leavers": "good"}, "2025-01-01")
    words = newest_judgement([newer, judgement(PARTS)])

    assert words is not None
    assert words.when == "inspected in July 2024"


def test_a_newer_inspection_without_an_overall_grade_is_told_of_beside_the_last_that_had_one():
    newer = judgement({"leaders": "good", "in_care": "requires_improvement"}, "2026-05-01")
    words = newest_judgement([newer, judgement(PARTS)])
    assert words is not None
    assert words.since == (
        "A newer inspection, in May 2026, gave no overall grade: impact of leaders good, "
        "children in care requires improvement."
    )
    assert newest_judgement([judgement(PARTS)]).since == ""


def test_no_judgement_is_no_judgement():
    assert newest_judgement([]) is None
    assert newest_judgement([judgement({"leaders": "good"})]) is None


@pytest.mark.parametrize(
    ("inspected", "published", "words"),
    [("2024-07-05", None, "inspected in July 2024"), ("", "2024-09-30", "published 30 September"
    " 2024"), ("", None, "date not published")],
)  # fmt: skip
def test_the_date_is_the_one_there_is(inspected: str, published: str | None, words: str):
    found = newest_judgement([judgement(PARTS, inspected, published)])

    assert found is not None
    assert found.when == words


def test_every_grade_and_part_the_files_know_has_words():
    assert set(GRADE_WORDS) == {"outstanding", "good", "requires_improvement", "inadequate"}
    assert "overall" in PART_WORDS
    assert day_in_words("2026-01-01") == "1 January 2026"


def test_the_publication_of_a_judgement_is_that_of_its_file():
    one = judgement(PARTS)
    words = newest_judgement([one], {one.file: "Ofsted: inspection outcomes"})
    assert words is not None
    assert words.publication == "Ofsted: inspection outcomes"
