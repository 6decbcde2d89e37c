"""The level behind a figure on an indicator's page, and why there is none."""

import pytest
from test_view_models import FORMS, unsaid

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.page_inputs import indicator_view
from brightfutures.pages.indicator_page import IndicatorPage
from brightfutures.pages.render import render
from brightfutures.quantities import Area, Missing


def first_with_a_figure(edition: Edition, name: str) -> Area:
    return next(
        area
        for area in edition.geography.councils()
        if not isinstance(edition.measures.compare(name, area.code).here.value, Missing)
    )


def page_of(edition: Edition, name: str, area: Area) -> IndicatorPage:
    return indicator_view(edition, area, edition.measures.compare(name, area.code), FORMS)


def test_the_level_stands_in_the_row_after_the_figure_and_in_a_block(made_up_edition: Edition):
    name = "repeat_child_protection_plans_percent"
    area = first_with_a_figure(made_up_edition, name)
    page = page_of(made_up_edition, name, area)
    site = made_up_edition.site(home="/", stylesheet="/static/site.css")
    html = render("indicator.html", page, site)

    assert page.level_behind is not None
    assert page.beside[0].who == area.name
    assert page.beside[1].who == "The level behind it"
    assert f"about {page.beside[1].value}" in page.level_behind.paragraphs[0]
    assert page.beside[0].value in page.level_behind.paragraphs[0]
    assert "What level lies behind the figure?" in html
    assert 'href="/methods/level-behind"' in html
    assert unsaid(made_up_edition, "indicator.html", page) == set()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("spend_per_child_pounds", "No counts are published for this figure"),
        ("three_or_more_social_workers_percent", "too few years"),
    ],
)
def test_where_it_cannot_be_told_one_sentence_says_why(
    made_up_edition: Edition, name: str, words: str
):
    page = page_of(made_up_edition, name, first_with_a_figure(made_up_edition, name))
    assert page.level_behind is not None
    (sentence,) = page.level_behind.paragraphs
    assert words in sentence
    assert all(row.who != "The level behind it" for row in page.beside)


def test_without_a_figure_there_is_nothing_to_look_behind(made_up_edition: Edition):
    measures = made_up_edition.measures
    name, area = next(
        (name, area)
        for name in measures.with_figures()
        for area in made_up_edition.geography.councils()
        if isinstance(measures.compare(name, area.code).here.value, Missing)
    )
    assert page_of(made_up_edition, name, area).level_behind is None


@pytest.mark.published
def test_the_places_and_the_chances_of_one_page_do_not_contradict_each_other(edition: Edition):
    """A council among the highest fifth for certain by its places is so by its chance as well."""
    for name in ("repeat_child_protection_plans_percent", "children_looked_after_rate"):
        for one in edition.measures.levels_behind.of_all(name):
            places = edition.measures.compare(name, one.area).rank
            assert places == one.rank
            fifth_begins = one.rank.of - round(one.rank.of / 5) + 1
            if one.rank.low >= fifth_begins:
                assert one.chance_highest_fifth > 0.95
            if one.rank.high < fifth_begins:
                assert one.chance_highest_fifth < 0.05


@pytest.mark.published
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("children_in_need_rate", "the 31 highest of 153 councils is more than 99 in 100."),
        ("children_starting_to_be_looked_after_rate", "The numbers here are too small to say how"),
    ],
)
def test_the_city_of_london_has_a_chance_only_of_what_counts_enough(
    edition: Edition, name: str, told: str
):
    """69 children in need of 847 count enough; 15 who came into care, where two are expected, no.

    That the chance of the first is right was tried by drawing levels from the model 20,000 times:
    99.6 in 100.
    """
    page = page_of(edition, name, edition.council("City of London"))
    assert page.level_behind is not None
    assert told in " ".join(page.level_behind.paragraphs)
