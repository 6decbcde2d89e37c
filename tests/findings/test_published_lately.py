"""What was published lately: newest first, each publication once."""

from __future__ import annotations

from brightfutures.findings.published_lately import (
    HOW_MANY,
    Publication,
    published_lately,
    release_words,
    until_words,
    when,
)


def publication(
    name: str, release: str, until: str | None = "2025", source: str = ""
) -> Publication:
    return Publication(
        source=source or name,
        publisher="A department",
        name=name,
        release=release,
        until=until,
        readings=10,
    )


def test_a_day_comes_after_its_year_and_two_years_stand_with_the_later_one():
    assert when("2025-12-04") > when("2025-09-25") > when("2025") == when("2024-25")


def test_a_release_of_a_month_is_no_release_of_two_years():
    assert when("2026-04-01") > when("2026-03") > when("2026") > when("2024-25")
    assert release_words(publication("Outlook", "2026-03")) == "released March 2026"
    assert release_words(publication("Care", "2024-25")) == "2024-25 release"


def test_the_newest_comes_first_and_no_more_than_a_few_are_told():
    many = [publication(f"p{number}", str(2000 + number)) for number in range(20)]
    told = published_lately(many)

    assert len(told) == HOW_MANY
    assert [one.name for one in told[:2]] == ["p19", "p18"]


def test_a_publication_of_several_sources_is_told_once_by_its_plain_newest_one():
    told = published_lately(
        [
            publication("Care", "2025", source="care_by_age"),
            publication("Care", "2025", source="care"),
            publication("Care", "2019", source="old"),
        ]
    )
    assert [one.source for one in told] == ["care"]


def test_the_words_say_the_day_where_it_is_known():
    dated = publication("Spending", "2025-12-04", "2024-25")
    assert release_words(dated) == "released 4 December 2025"
    assert until_words(dated) == "figures to 2024-25"
    assert release_words(publication("Care", "2025")) == "2025 release"
    assert until_words(publication("Grades", "2025", None)) == ""
