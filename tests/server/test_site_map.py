"""The map of the site: every page has one address, and every address leads somewhere or says so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery import paper
from brightfutures.delivery.asked import LONGEST_VALUE, MOST_VALUES, Asked, asked_at
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.server import application
from brightfutures.delivery.site_map import (
    COUNCIL_PAGES,
    ENGLAND_PAGES,
    NAMED_COUNCIL_PAGES,
    NAMED_PAGES,
    SITE_PAGES,
    answer_at,
    council_addresses,
    every_address,
)
from brightfutures.pages.addresses import RESERVED, slug
from brightfutures.pages.site_nav import council_nav, foot_nav
from brightfutures.quantities import WrongUse

OWN = {"static", "find", "index"}


def test_no_council_takes_a_word_that_begins_an_address_of_the_site():
    first_words = {*SITE_PAGES, *NAMED_PAGES, *OWN, "england"} - {""}
    assert first_words == RESERVED
    councils = {slug(area) for area in load_catalogue().geography.councils(former=True)}
    assert not councils & first_words


def test_every_way_on_leads_to_a_page_of_the_map(made_up_edition: Edition):
    known = {f"/{'/'.join(words)}" for words in every_address(made_up_edition)}
    area = made_up_edition.geography.councils()[0]
    nav = {link.href for link in council_nav(area, "/x")}
    told = {address for _, address in foot_nav()}

    assert nav | told <= known | {f"/{word}" for word in SITE_PAGES}
    assert nav == {"/" + slug(area)} | {f"/{slug(area)}/{word}" for word in COUNCIL_PAGES}


def test_all_addresses_are_different_and_each_council_has_every_page(made_up_edition: Edition):
    every = list(every_address(made_up_edition))
    assert len(every) == len(set(every))
    councils = made_up_edition.geography.councils(former=True)
    indicators = len(made_up_edition.measures.with_figures())
    for area in councils:
        own = list(council_addresses(made_up_edition, slug(area)))
        assert len(own) == 1 + len(COUNCIL_PAGES) + len(NAMED_COUNCIL_PAGES) * indicators
        assert set(own) <= set(every)


def test_every_page_of_the_site_says_its_own_address_and_marks_where_it_is(
    site: TestClient, made_up_edition: Edition
):
    former = next(a for a in made_up_edition.geography.councils(former=True) if a.is_former)
    tried = [
        *(f"/{word}" for word in SITE_PAGES),
        *(f"/england/{word}" for word in ENGLAND_PAGES),
        *(f"/{first}/{named.names(made_up_edition)[0]}" for first, named in NAMED_PAGES.items()),
        f"/{slug(former)}",
        *(f"/{slug(former)}/{word}" for word in COUNCIL_PAGES),
    ]
    for address in tried:
        answer = site.get(address)
        assert answer.status_code == 200, address
        assert f'<link rel="canonical" href="{address}">' in answer.text, address
        assert answer.text.count("<h1") == 1, address
        assert answer.text.count('aria-current="page"') <= 2, address
        title = re.search(r"<title>([^<]+)</title>", answer.text)
        assert title is not None
        assert len(title[1]) > 15, address


@pytest.mark.parametrize(
    ("path", "words", "suffix"),
    [
        ("/", (), "html"),
        ("/index.json", (), "json"),
        ("/essex", ("essex",), "html"),
        ("//", ("", ""), "html"),
        ("/essex/homes.csv", ("essex", "homes"), "csv"),
        ("/st.-helens", ("st",), "-helens"),
        ("/essex/indicators/referrals_rate.trend.svg",
         ("essex", "indicators", "referrals_rate"), "svg"),
    ],
)  # fmt: skip
def test_a_path_is_words_and_a_form(path: str, words: tuple[str, ...], suffix: str):
    asked = asked_at(path)
    assert (asked.words, asked.suffix) == (words, suffix)


def test_a_page_reads_only_the_names_that_it_knows():
    asked = Asked(query=(("against", " region "), ("x", "1"), ("against", ""), ("utm", "2")))
    assert asked.keeping(("against",)).query == (("against", "region"),)
    assert asked.keeping(("against",)).address == "/?against=region"


def test_a_query_too_long_to_be_ours_is_refused_in_a_sentence():
    with pytest.raises(WrongUse, match="too long"):
        Asked(query=(("a", "x" * (LONGEST_VALUE + 1)),)).keeping("a")
    with pytest.raises(WrongUse, match="at once"):
        Asked(query=(("a", "x"),) * (MOST_VALUES + 1)).keeping("a")


@pytest.mark.published
def test_another_name_of_a_council_leads_to_its_page(published_like: TestClient):
    for path, leads_to in (
        ("/hull", "/kingston-upon-hull"),
        ("/hull/homes.csv", "/kingston-upon-hull/homes.csv"),
        ("/bristol-city-of/indicators/referrals_rate?period=2024",
         "/bristol/indicators/referrals_rate?period=2024"),
        ("/E10000012", "/essex"),
        ("/hull.pdf?against=region", "/kingston-upon-hull.pdf?against=region"),
        ("/essex/homes/", "/essex/homes"),
    ):  # fmt: skip
        answer = published_like.get(path)
        assert answer.status_code == 302, path
        assert answer.headers["location"] == leads_to


@pytest.fixture
def published_like(loaded_home: Path) -> Iterator[TestClient]:
    """The site over the official statistics, which know councils by many names."""
    app = application(loaded_home, ("localhost",))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
        yield client


def test_a_wrong_address_names_the_nearest_pages(site: TestClient, made_up_edition: Edition):
    area = made_up_edition.geography.councils()[0]
    own = slug(area)
    for path, meant in (
        (f"/{own}x", f"/{own}"),
        (f"/{own}/home", f"/{own}/homes"),
        (f"/{own}/indicators/referral_rate", f"/{own}/indicators/referrals_rate"),
        ("/indicators/referral_rate", "/indicators/referrals_rate"),
        ("/method", "/methods"),
        ("/england/inspections", "/england/inspection"),
        ("/methods/verdicts", "/methods/verdict"),
        ("/indicators/zzz", "/indicators"),
        ("/data/zzz", "/data"),
    ):
        answer = site.get(path)
        assert answer.status_code == 404
        assert f'<a href="{meant}">' in answer.text, path


def test_a_page_of_nothing_says_so_in_a_page(site: TestClient):
    for path in ("/a/b/c/d", "/essex/../../etc/passwd", "/%2e%2e/etc/passwd", "/.git/config",
                 "/england/none", "/methods/x", "/indicators/x.csv", "/x.exe"):  # fmt: skip
        answer = site.get(path)
        assert answer.status_code == 404, path
        assert "<h1>" in answer.text
        assert "root:" not in answer.text


def test_a_page_comes_as_pdf(made_up_edition: Edition):
    pytest.importorskip("weasyprint")
    answer = answer_at(made_up_edition, Asked(words=("methods", "verdict"), suffix="pdf"))
    assert answer.content.startswith(b"%PDF-")
    assert answer.file_name == "methods-verdict.pdf"


def test_what_is_a_link_in_a_drawing_is_on_paper_too(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("weasyprint")
    on_paper = []
    monkeypatch.setattr(paper, "on_paper", lambda html: on_paper.append(html) or b"")
    cell = '<a href="/avengate"><title>Avengate</title><path d="M0 0h9"/></a>'
    drawing = f'<svg viewBox="0 0 9 9">{cell}{cell}</svg>'
    paper.page_on_paper(f'<p><a href="/glossary">Words</a></p>{drawing}<a href="/x">x</a>')

    assert "<p><a>Words</a></p>" in on_paper[0]
    assert on_paper[0].count("<g><title>Avengate</title>") == 2
    assert on_paper[0].count("</g>") == 2
    assert on_paper[0].endswith("</svg><a>x</a>")
