"""A council's page of one indicator: small, whole, and true to what it is compared with."""

import re

import pytest
from reading_html import read

from brightfutures.delivery.asked import Asked, asked_at
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.indicator_answer import indicator_answer
from brightfutures.delivery.lean import lean
from brightfutures.delivery.page_inputs import indicator_view
from brightfutures.pages.beside_rows import THE_AVERAGE_COUNCIL
from brightfutures.pages.indicator_page import IndicatorPage
from brightfutures.quantities import ENGLAND, Missing, WrongUse

LARGEST = 26_500
MEAN = 21_500
"""Bytes of a page: with 153 councils and 99 indicators a copy of the site has 15,147 of them."""


def html_of(edition: Edition, council: str, name: str, query: str = "") -> str:
    area = edition.council(council)
    pairs = [tuple(pair.split("=")) for pair in query.split("&") if pair]
    asked = asked_at(f"/{council}/indicators/{name}", pairs)
    return indicator_answer(edition, area, name, asked).content.decode()


def page_of(edition: Edition, council: str, name: str, period: str | None = None) -> IndicatorPage:
    area = edition.council(council)
    return indicator_view(edition, area, edition.measures.compare(name, area.code, period))


@pytest.mark.published
def test_all_pages_of_a_council_are_small_and_whole(edition: Edition):
    pages = {name: html_of(edition, "suffolk", name) for name in edition.measures.with_figures()}

    sizes = {name: len(html.encode()) for name, html in pages.items()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert sum(sizes.values()) / len(sizes) <= MEAN
    odd = re.compile(r"\bNone\b(?! of | is | are )|\bnan\b|\{\{|\b1 children\b|  ")
    found = [words for html in pages.values() for words in read(html).words if odd.search(words)]
    assert found == []


def test_the_average_council_is_not_england(made_up_edition: Edition):
    page = page_of(made_up_edition, "avengate", "referrals_rate")
    rows = {row.who: row for row in page.beside}

    assert THE_AVERAGE_COUNCIL in rows
    assert f"{made_up_edition.name_of(ENGLAND)}’s own figure" in rows
    assert "England’s own figure is of all its" in page.averages_note
    comparison = made_up_edition.measures.compare(
        "referrals_rate", made_up_edition.council("avengate").code, against="england"
    )
    average = comparison.verdict.average
    if average is not None:
        assert rows[THE_AVERAGE_COUNCIL].value == f"{average:,.0f}"


def test_where_the_verdict_rests_on_england_its_average_is_named(edition: Edition):
    for name in edition.measures.with_figures():
        comparison = edition.measures.compare(name, edition.council("suffolk").code)
        if comparison.verdict.against != "england" or comparison.verdict.average is None:
            continue
        who = [row.who for row in page_of(edition, "suffolk", name).beside]
        assert who.count(THE_AVERAGE_COUNCIL) == 1
        assert who.count("The middle council in England (median)") == 1
        assert who.count("Rest of England, taken together as one") == 1
        assert [each for each in who if each.startswith("Rest of England")] == [
            "Rest of England, taken together as one"
        ]
        return
    raise AssertionError("no verdict on Suffolk rests on England")


def test_every_other_comparison_leads_to_itself(made_up_edition: Edition):
    html = html_of(made_up_edition, "avengate", "referrals_rate")
    names = re.findall(r'href="/avengate/indicators/referrals_rate\?against=([a-z0-9-]+)"', html)
    assert {"region", "england", "nearest-in-context"} <= set(names)
    for name in names:
        there = html_of(made_up_edition, "avengate", "referrals_rate", f"against={name}")
        assert f"referrals_rate.csv?against={name}" in there


def test_an_earlier_period_and_the_comparison_are_both_kept(made_up_edition: Edition):
    html = html_of(made_up_edition, "avengate", "referrals_rate", "period=2022&against=region")
    assert "31 March 2022" in re.findall(r'<p class="eyebrow">(.*?)</p>', html)[0]
    assert '<input type="hidden" name="period" value="2022">' in html
    assert '<input type="hidden" name="against" value="region">' in html
    assert "?against=england&amp;period=2022" in html
    assert "referrals_rate.xlsx?period=2022" in html


def test_what_is_neither_a_set_nor_a_council_is_refused(made_up_edition: Edition):
    area = made_up_edition.council("avengate")
    asked = Asked(words=("avengate", "indicators", "referrals_rate"), query=(("against", "xyz"),))
    with pytest.raises(WrongUse):
        indicator_answer(made_up_edition, area, "referrals_rate", asked)


def test_a_council_that_has_ended_is_spoken_of_in_the_past(edition: Edition):
    page = page_of(edition, "Cumbria", "children_looked_after_rate")
    assert " were more likely " in page.h1 or " was " in page.h1
    assert any("2023" in note for note in page.area_notes)
    assert all(row.value != "–" for row in page.beside)


def test_a_withheld_figure_is_not_said_to_be_known(edition: Edition):
    area = edition.council("City of London")
    comparison = edition.measures.compare("children_looked_after_rate", area.code)
    assert isinstance(comparison.here.value, Missing)
    page = indicator_view(edition, area, comparison)
    assert "withheld" in page.h1
    assert len(page.h1.split()) <= 25


def test_end_tags_left_out_are_only_those_that_may_be():
    assert lean("<ul>\n  <li>a</li>\n</ul><p>b</p>") == "<ul>\n<li>a\n</ul><p>b</p>"
