"""How far councils differ on each outcome: the page whole, true and in plain words."""

import re

import pytest
from reading_html import ReadPage, read

from brightfutures.catalogue import GoodDirection
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england_framework import england_framework_text, told_of
from brightfutures.findings.national_spread_words import Told
from brightfutures.pages.england_framework_page import EnglandFrameworkPage, england_framework_page
from brightfutures.pages.render import render

ODD_WORDS = re.compile(
    r"\bnan\b|\binf\b|None\b(?! says)|\{|\}|Missing\(|<|>|  |\(\)|(?<!\w)-\d|“”|, and five more and"
)
JUDGED = re.compile(r"\b(better|worse|best|worst|good|bad|failing|performance|rank\w*)\b")


@pytest.fixture(scope="module")
def told(either_edition: Edition) -> Told:
    return told_of(either_edition)


@pytest.fixture(scope="module")
def overview(either_edition: Edition, told: Told) -> EnglandFrameworkPage:
    return england_framework_page(either_edition.catalogue, told, (("CSV", "/x.csv"),))


@pytest.fixture(scope="module")
def page(either_edition: Edition, overview: EnglandFrameworkPage) -> ReadPage:
    site = either_edition.site(home="/", stylesheet="/static/site.css")
    return read(render("england_framework.html", overview, site))


def test_its_words_hold_no_leavings_of_the_machine(page: ReadPage):
    assert [text for text in page.words if ODD_WORDS.search(text)] == []
    assert [kind for kind, _ in page.headings].count("h1") == 1
    assert len(page.anchors) == len(set(page.anchors))


def test_every_measure_stands_once_under_its_outcome(
    either_edition: Edition, told: Told, overview: EnglandFrameworkPage
):
    names = [outcome.name for outcome in either_edition.catalogue.outcomes.values()]
    assert [section.name for section in overview.outcomes] == names
    for section in overview.outcomes:
        own = [one.title for one, _ in told if one.outcome == section.name]
        assert [line.title for line in section.lines] == own
    assert sum(len(section.lines) for section in overview.outcomes) == len(told)


def test_an_enabler_that_nobody_measures_has_words_and_no_table(overview: EnglandFrameworkPage):
    (section,) = [one for one in overview.outcomes if one.name.startswith("Multi-agency")]
    assert not section.lines
    assert section.differences.startswith("No figure is published that sets one council beside")


def test_the_prose_neither_praises_nor_blames(overview: EnglandFrameworkPage):
    for section in overview.outcomes:
        said = re.sub("“.*?”", "", f"{section.differences} {section.change}")
        assert not JUDGED.search(said), said
    assert not JUDGED.search(f"{overview.h1} {overview.lead}")


def test_a_row_says_better_or_worse_only_where_the_catalogue_says_which_way_is_good(
    told: Told, overview: EnglandFrameworkPage
):
    good = {one.title: one.good_direction for one, _ in told}
    lines = [line for section in overview.outcomes for line in section.lines]
    for line in lines:
        if line.direction:
            now_higher = "higher" in line.moved
            assert good[line.title] is not GoodDirection.NEITHER
            higher = good[line.title] is GoodDirection.HIGHER
            assert line.direction == ("better" if now_higher is higher else "worse")
    assert any(line.direction for line in lines)


def test_a_row_has_its_bar_or_says_why_not(overview: EnglandFrameworkPage):
    lines = [line for section in overview.outcomes for line in section.lines]
    for line in lines:
        assert bool(line.bar) is bool(re.fullmatch(r"\d+% · \d+% · \d+%", line.parts))
    assert sum(bool(line.bar) for line in lines) > 50


def test_what_circumstances_account_for_stands_at_the_foot(
    told: Told, overview: EnglandFrameworkPage
):
    assert overview.circumstances is not None
    assert len(overview.circumstances.rows) == sum(
        found.circumstances is not None for _, found in told
    )


def test_the_terminal_reads_the_same_in_eighty_columns(
    either_edition: Edition, overview: EnglandFrameworkPage
):
    text = england_framework_text(either_edition)
    flat = " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80
    assert overview.h1 in flat
    assert all(section.differences in flat for section in overview.outcomes)
    assert text.startswith("Made-up England") is either_edition.store.made_up
