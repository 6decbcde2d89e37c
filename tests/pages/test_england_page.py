"""England as a whole: the page true, whole and in plain words, also where little is loaded."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from reading_html import ReadPage, read

from brightfutures.catalogue import WITH_A_PAGE, GoodDirection
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.england import england_of, england_view
from brightfutures.findings.england_picture import EnglandPicture, england_picture
from brightfutures.pages.england_page import EnglandPage, EnglandPageInputs, england_page
from brightfutures.pages.render import render
from brightfutures.quantities import ENGLAND

ODD_WORDS = re.compile(
    r"\bnan\b|\binf\b|\bNone\b|\{|\}|Missing\(|<|>|  |\(\)|(?<!\w)-\d|“”|\b1 children\b"
)
JUDGED = re.compile(r"\b(better|worse|best|worst|failing|performance|rank\w*|rising|falling)\b")
JUDGES_NOT = re.compile(r"do not mean better or worse, unless it says so")


@pytest.fixture(scope="module")
def found(either_edition: Edition) -> EnglandPicture:
    return england_of(either_edition)


@pytest.fixture(scope="module")
def view(either_edition: Edition) -> EnglandPage:
    return england_view(either_edition)


@pytest.fixture(scope="module")
def page(either_edition: Edition, view: EnglandPage) -> ReadPage:
    site = either_edition.site(home="/", stylesheet="/static/site.css")
    return read(render("england.html", view, site))


def test_its_words_hold_no_leavings_of_the_machine(page: ReadPage):
    assert [text for text in page.words if ODD_WORDS.search(text)] == []
    assert [kind for kind, _ in page.headings].count("h1") == 1
    assert len(page.anchors) == len(set(page.anchors))


def test_the_finding_is_short(view: EnglandPage):
    assert 5 < len(view.h1.split()) <= 25


def test_every_stage_has_its_measures_drawn_and_in_a_row_each(
    view: EnglandPage, found: EnglandPicture
):
    assert len(view.stages) == len(WITH_A_PAGE)
    assert sum(len(stage.rows) for stage in view.stages) == len(found.measures)
    for stage in view.stages:
        assert [one.title for one in stage.trends] == [row.title for row in stage.rows]


def test_better_or_worse_only_where_the_catalogue_says_which_way_is_good(
    view: EnglandPage, found: EnglandPicture
):
    good = {one.indicator.title: one.indicator.good_direction for one in found.measures}
    for row in (row for stage in view.stages for row in stage.rows):
        if JUDGED.search(row.change):
            higher = good[row.title] is GoodDirection.HIGHER
            assert good[row.title] is not GoodDirection.NEITHER
            assert ("better" in row.change) is (("higher" in row.change) is higher)
    said = [view.h1, view.lead, *(sentence for _, sentence in view.points)]
    assert not JUDGED.search(" ".join(said))


def test_each_part_is_there_and_links_lead_to_the_measure(view: EnglandPage, page: ReadPage):
    assert view.growth
    assert view.deprivation is not None
    assert view.grades is not None
    assert view.absent == ()
    assert "/indicators/children_looked_after_rate" in page.links


def test_where_little_is_loaded_what_is_wanting_is_said_in_a_sentence_each(
    either_edition: Edition, found: EnglandPicture
):
    one = replace(found.measures[0], spreads=())
    alone = england_picture((one,), (), (), (), ())
    inputs = EnglandPageInputs(
        cells=either_edition.named_cells,
        source_rows=lambda name: either_edition.source_rows(
            either_edition.measures.compare(name, ENGLAND)
        ),
        growth_rows=lambda line: (),
        source_of={},
        children="",
        main_measures=30,
    )
    made = england_page(either_edition.catalogue, alone, inputs)
    words = read(
        render("england.html", made, either_edition.site(home="/", stylesheet="/static/site.css"))
    )

    assert len(made.absent) == 3
    assert made.wanting.startswith("29 of the main measures are not")
    assert (made.growth, made.deprivation, made.grades) == ((), None, None)
    assert [text for text in words.words if ODD_WORDS.search(text)] == []
