"""Every field of a view model reaches its page: nothing is worked out and then left unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from page_kinds import EVERY_KIND, address_of

from brightfutures.catalogue import Stage
from brightfutures.delivery import answers
from brightfutures.delivery.asked import Asked, asked_at
from brightfutures.delivery.chosen_comparison import chosen_comparison
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.home import home_view
from brightfutures.delivery.national import national_view, page_of
from brightfutures.delivery.national_list import nations_of
from brightfutures.delivery.overview import council_overview
from brightfutures.delivery.page_inputs import indicator_view
from brightfutures.delivery.region import region_view
from brightfutures.delivery.regional import councils_in, regional_of, regions_of
from brightfutures.delivery.site_map import answer_at
from brightfutures.delivery.stage import stage_view
from brightfutures.measures.track_record.scores import shipped_scores
from brightfutures.measures.worked_examples import Topic
from brightfutures.pages.council_page import CouncilPage
from brightfutures.pages.error_page import ErrorPage, error_page
from brightfutures.pages.every_example import every_worked_example
from brightfutures.pages.finder_page import FinderPage
from brightfutures.pages.indicator_page import IndicatorPage
from brightfutures.pages.indicators_page import indicators_page
from brightfutures.pages.methods_page import methods_page, topic_page
from brightfutures.pages.regions_page import regions_page
from brightfutures.pages.render import render
from brightfutures.pages.stage_page import StagePage
from brightfutures.pages.track_record_page import track_record_page
from brightfutures.quantities import Area, PlainError

SELDOM = {
    ("CouncilPage", "more_count"),
    ("StageRows", "name"),
    ("StageRows", "href"),
    ("DataPage", "unclaimed_words"),
    ("SourcePage", "others_words"),
    ("RegionPage", "improvers_read"),
    ("SimilarPage", "left_out"),
    ("GapSection", "why_not"),  # of councils whose gap cannot be parted
    ("BudgetSection", "period"),  # its caption names the year in words
    ("ReturnQuestions", "period"),  # said where two years are asked about
}
"""Said of few councils, regions or files: the tests of those pages have an example that says it."""

NOT_OF_A_PAGE = {("SmallPicture", "large")}
"""Drawn only when the file of a chart is asked for."""

PARTS_OF_ANOTHER_PAGE = {
    "indicator.html": {"ComparisonForm", "ComparisonOption"},  # its table names the sets instead
}

FORMS = (("Excel", "/x.xlsx"), ("CSV", "/x.csv"))


class Watched:
    """A value that notes which of its fields a template asks for."""

    def __init__(self, value: Any, asked: set[tuple[type, str]]) -> None:
        self._value, self._asked = value, asked

    def __getattr__(self, name: str) -> Any:
        self._asked.add((type(self._value), name))
        return watched(getattr(self._value, name), self._asked)


def watched(value: Any, asked: set[tuple[type, str]]) -> Any:
    if is_dataclass(value) and type(value).__module__.startswith("brightfutures.pages"):
        return Watched(value, asked)
    if isinstance(value, tuple):
        return tuple(watched(part, asked) for part in value)
    return value


def parts(value: Any) -> Iterator[Any]:
    """A view model and every part of it that is one of the pages' own."""
    if isinstance(value, tuple):
        for part in value:
            yield from parts(part)
    elif is_dataclass(value) and type(value).__module__.startswith("brightfutures.pages"):
        yield value
        for entry in fields(value):
            yield from parts(getattr(value, entry.name))


def unsaid(edition: Edition, template: str, *pages: Any) -> set[tuple[str, str]]:
    """Fields of the pages, and of their parts, that the template never asked for."""
    asked: set[tuple[type, str]] = set()
    site = edition.site(home="/", stylesheet="/static/site.css")
    for page in pages:
        render(template, Watched(page, asked), site)
    kinds = {type(part) for page in pages for part in parts(page)}
    declared = {(kind, entry.name) for kind in kinds for entry in fields(kind)}
    return {(kind.__name__, name) for kind, name in declared - asked} - NOT_OF_A_PAGE


@pytest.fixture(scope="module")
def former(made_up_edition: Edition) -> Area:
    geography = made_up_edition.geography
    return next(area for area in geography.councils(former=True) if area.is_former)


def test_the_overview_says_all_it_knows(made_up_edition: Edition, former: Area):
    present = made_up_edition.council("Avengate")
    asked = Asked(query=(("against", "region"),))
    chosen = chosen_comparison(made_up_edition, present, asked)
    pages: list[CouncilPage] = [
        council_overview(made_up_edition, present),
        council_overview(made_up_edition, present, address_of=lambda name: name, chosen=chosen),
        council_overview(made_up_edition, former, address_of=lambda name: name, downloads=FORMS),
    ]

    assert unsaid(made_up_edition, "council.html", *pages) == set()


def test_the_indicator_says_all_it_knows(made_up_edition: Edition):
    pages: list[IndicatorPage] = []
    for name in ("referrals_rate", "spend_per_child_pounds"):
        area = made_up_edition.council("Avengate")
        comparison = made_up_edition.measures.compare(name, area.code)
        pages.append(indicator_view(made_up_edition, area, comparison, FORMS))

    assert unsaid(made_up_edition, "indicator.html", *pages) == set()


def test_a_stage_says_all_it_knows(made_up_edition: Edition, former: Area):
    present = made_up_edition.council("Avengate")
    pages: list[StagePage] = [
        stage_view(made_up_edition, present, Stage.HELP_AND_PROTECTION),
        stage_view(made_up_edition, former, Stage.WORKFORCE),
    ]

    assert unsaid(made_up_edition, "stage.html", *pages) == {
        ("StageRows", "href"),
        ("StageRows", "name"),
    }


def test_an_indicator_over_england_and_the_list_say_all_they_know(made_up_edition: Edition):
    pages = [
        page_of(national_view(made_up_edition, name), FORMS)
        for name in ("referrals_rate", "spend_per_child_pounds")
    ]
    nations = nations_of(made_up_edition)

    assert unsaid(made_up_edition, "national.html", *pages) == set()
    list_of_all = indicators_page(made_up_edition.catalogue, nations, FORMS)
    assert unsaid(made_up_edition, "indicators.html", list_of_all) == set()


def test_the_methods_and_our_record_say_all_they_know(made_up_edition: Edition):
    examples = every_worked_example()
    topics = [topic_page(topic, examples) for topic in Topic]
    record = track_record_page(
        made_up_edition.measures.track_record(), shipped_scores(), lambda name: name, FORMS
    )

    assert unsaid(made_up_edition, "methods.html", methods_page(examples)) == set()
    assert unsaid(made_up_edition, "topic.html", *topics) == set()
    assert unsaid(made_up_edition, "track_record.html", record) == set()


def test_a_region_and_the_list_of_regions_say_all_they_know(made_up_edition: Edition):
    regions = regions_of(made_up_edition)
    with_improvers = next(
        area for area in regions if regional_of(made_up_edition).findings(area).improvers
    )
    views = [region_view(made_up_edition, area) for area in (regions[0], with_improvers)]
    inside = [(area, councils_in(made_up_edition, area)) for area in regions]

    assert unsaid(made_up_edition, "region.html", *views) == set()
    assert unsaid(made_up_edition, "regions.html", regions_page(inside, FORMS)) == set()


def test_the_finder_and_the_error_say_all_they_know(made_up_edition: Edition):
    finder: FinderPage = home_view(made_up_edition)
    error: ErrorPage = error_page("No such council", "Type another.", (("Avengate", "/avengate"),))

    assert unsaid(made_up_edition, "finder.html", finder) == set()
    assert unsaid(made_up_edition, "error.html", error) == set()


def test_every_kind_of_page_says_all_it_knows(
    made_up_edition: Edition, examples: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    """The pages are those that the site map leads to, whatever they are."""
    shown: dict[str, list[Any]] = {}
    whole = answers.render

    def noting(template: str, page: Any, site: Any) -> str:
        shown.setdefault(template, []).append(page)
        return whole(template, page, site)

    monkeypatch.setattr(answers, "render", noting)
    for kind in EVERY_KIND:
        asked = urlsplit(address_of(kind, examples))
        with suppress(PlainError):
            answer_at(made_up_edition, asked_at(asked.path, parse_qsl(asked.query)))

    assert len(shown) >= 24
    found = {
        template: unsaid(made_up_edition, template, *pages) for template, pages in shown.items()
    }
    left = {
        (template, kind, name)
        for template, fields_unsaid in found.items()
        for kind, name in fields_unsaid - SELDOM
        if kind not in PARTS_OF_ANOTHER_PAGE.get(template, ())
    }
    assert left == set()
