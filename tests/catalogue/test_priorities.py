"""The seven priorities are declared as their writing rules ask, and name only what is there."""

import re
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from brightfutures.catalogue import (
    PRIORITIES,
    Catalogue,
    CatalogueError,
    GoodDirection,
    Reading,
    read_catalogue,
)

SHIPPED = files("brightfutures.catalogue")
PRAISE_AND_BLAME = re.compile(
    r"\b(performance|performing|worse|worst|poor|poorly|good|better|best|failing|failed|excellent|"
    r"looked after|CLA|LAC)\b",
    re.IGNORECASE,
)
PUBLIC = ("https://foundations.org.uk",)
"""The public sources outside the catalogue that a step may lead to."""


def _words(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for priority in catalogue.priorities.values():
        yield priority.id, priority.means
        yield priority.id, priority.short
        for sentence in priority.cannot:
            yield priority.id, sentence
        for step in priority.next:
            yield priority.id, step.words


def test_all_seven_are_there_in_the_sectors_order(catalogue: Catalogue) -> None:
    assert tuple(priority.name for priority in catalogue.priorities.values()) == PRIORITIES


def test_each_says_in_one_sentence_what_it_means_and_in_few_what_figures_cannot_tell(
    catalogue: Catalogue,
) -> None:
    for priority in catalogue.priorities.values():
        for sentence in (priority.means, *priority.cannot):
            assert re.findall(r"[.?!](?=\s|$)", sentence) == ["."], sentence
            assert sentence[0].isupper(), sentence
            assert len(sentence.split()) <= 30, sentence
        assert 1 <= len(priority.cannot) <= 3, priority.id
        assert len(priority.short.split()) <= 5, priority.id
        assert priority.short[0].islower(), priority.id


def test_each_is_asked_about_and_leads_somewhere(catalogue: Catalogue) -> None:
    for priority in catalogue.priorities.values():
        assert 2 <= len(priority.questions) <= 3, priority.id
        assert 2 <= len(priority.next) <= 3, priority.id
        for step in priority.next:
            assert not step.words.endswith("."), step.words
            assert step.words[0].isupper(), step.words
    asked = [code for priority in catalogue.priorities.values() for code in priority.questions]
    assert len(set(asked)) == len(asked), "a question is asked under two priorities"


def test_no_word_praises_or_blames(catalogue: Catalogue) -> None:
    assert [one for one in _words(catalogue) if PRAISE_AND_BLAME.search(one[1])] == []


def test_only_named_public_sources_are_led_to(catalogue: Catalogue) -> None:
    steps = [step for priority in catalogue.priorities.values() for step in priority.next]
    told = [step.name for step in steps if (step.name or "").startswith("https://")]
    assert set(told) <= set(PUBLIC)


def test_what_is_read_from_where_the_council_stands_can_be_tested(catalogue: Catalogue) -> None:
    for priority in catalogue.priorities.values():
        if priority.reading is Reading.STANDING:
            kinds = [catalogue.indicators[name].interval for name in priority.about]
            assert sum(kind != "none" for kind in kinds) >= 5, priority.id
            assert all(
                catalogue.indicators[name].said_higher
                for name in priority.about
                if catalogue.indicators[name].interval != "none"
            ), priority.id


def test_a_focus_on_outcomes_is_read_only_where_it_is_agreed_which_way_is_good(
    catalogue: Catalogue,
) -> None:
    for name in catalogue.priorities["focus_on_outcomes"].about:
        assert catalogue.indicators[name].good_direction is not GoodDirection.NEITHER, name


def _with_priorities(folder: Path, change: tuple[str, str]) -> Catalogue:
    for name in ("sources", "series", "spending", "indicators", "warnings", "questions"):
        shutil.copytree(str(SHIPPED / name), folder / name)
    for name in ("geography.toml", "glossary.toml"):
        shutil.copy(str(SHIPPED / name), folder / name)
    text = (SHIPPED / "priorities.toml").read_text(encoding="utf-8")
    assert text.count(change[0]) >= 1
    (folder / "priorities.toml").write_text(text.replace(*change, 1), encoding="utf-8")
    return read_catalogue(folder)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('short = "outcomes"', 'nickname = "outcomes"'), "'nickname'"),
        (('reading = "standing"', 'reading = "feeling"'), "standing, movement, spending"),
        (('"A stronger focus on outcomes"', '"A stronger focus"'), "seven priorities"),
        (('"same_placement_two_years_percent"', '"happiness"'), "unknown indicator 'happiness'"),
        (('"what_children_say"', '"what_mice_say"'), "unknown question 'what_mice_say'"),
        (('name = "social_work_workforce"', 'name = "the_pub"'), "unknown source 'the_pub'"),
        (('to = "track_record"', 'to = "track_record", name = "a"'), "names it"),
        (('to = "council_page", name = "framework"', 'to = "council_page"'), "names it"),
        (('"https://foundations.org.uk"', '"foundations.org.uk"'), "whole address"),
        (('reading = "movement"', 'reading = "standing"'), "names indicators or does not"),
        (
            ('"same_placement_two_years_percent"', '"three_or_more_placements_percent"'),
            "one twice",
        ),
    ],
)
def test_a_declaration_that_is_not_sound_is_refused(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    with pytest.raises(CatalogueError, match=re.escape(said)):
        _with_priorities(tmp_path, change)
