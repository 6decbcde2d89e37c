"""A page of a copy of the site in a folder: it holds nothing that only a server can answer."""

from __future__ import annotations

import re

import pytest

from brightfutures.delivery.asked import Asked
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.lean import leanest
from brightfutures.delivery.site_map import answer_at
from brightfutures.pages.addresses import HOW_TO_ASK

LARGEST = 24_000
"""Bytes of a council's page of one measure: a copy of the site has some sixteen thousand."""

MEASURE = ("avengate", "indicators", "referrals_rate")

PAGES = [
    (),
    MEASURE,
    ("avengate",),
    ("avengate", "homes"),
    ("avengate", "similar"),
    ("avengate", "questions"),
    ("indicators", "referrals_rate"),
]


def page(edition: Edition, words: tuple[str, ...], forms: tuple[str, ...] | None = ()) -> str:
    return answer_at(edition, Asked(words=words, beside=forms)).content.decode()


@pytest.mark.parametrize("words", PAGES, ids="/".join)
def test_it_has_no_form_no_query_and_no_file_that_is_not_there(
    made_up_edition: Edition, words: tuple[str, ...]
):
    html = page(made_up_edition, words)
    links = re.findall(r'href="([^"]*)"', html)

    assert "<form" not in html
    assert 'rel="canonical"' not in html
    assert [link for link in links if "?" in link] == []
    assert [link for link in links if re.search(r"\.(csv|json|xlsx|pdf|svg)$", link)] == []
    assert links.count(HOW_TO_ASK) == 1
    assert "This page’s figures" not in html


def test_a_form_that_lies_beside_it_is_led_to_and_no_other(made_up_edition: Edition):
    html = page(made_up_edition, ("avengate", "homes"), ("csv",))
    assert 'href="/avengate/homes.csv">CSV</a>' in html
    assert "homes.xlsx" not in html


def test_the_server_still_offers_all_of_it(made_up_edition: Edition):
    html = page(made_up_edition, MEASURE, None)
    assert {"period", "against"} <= set(re.findall(r'name="(\w+)"', html))
    assert "referrals_rate?against=region" in html
    assert "referrals_rate.csv" in html
    assert "referrals_rate.trend.svg" in html
    assert HOW_TO_ASK not in html


def test_a_measures_page_is_small(made_up_edition: Edition):
    assert len(leanest(page(made_up_edition, MEASURE).encode())) < LARGEST


def test_only_what_may_be_left_out_is():
    html = (
        b"""<p class="small">a</p>\n<p>b "c='d'"</p>\n<a href="x" id="y z"><path d="M1" r="2"/>"""
    )
    assert leanest(html) == (
        b"""<p class=small>a\n<p>b "c='d'"</p>\n<a href=x id="y z"><path d=M1 r="2"/>"""
    )
    links = b"""<a href="../a/b_c.html#d" class="e">f</a><a href="a/">g</a><a href="a?b=c">h</a>"""
    assert leanest(links) == (
        b"""<a href=../a/b_c.html#d class=e>f</a><a href="a/">g</a><a href="a?b=c">h</a>"""
    )
