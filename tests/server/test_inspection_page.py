"""Figures beside inspection: the page and its files, all of one edition, no council named."""

import csv
import io
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import ENGLAND_PAGES
from brightfutures.pages.site_nav import foot_nav
from dead_links import DeadLinks

ADDRESS = "/england/inspection"
MADE_UP = "Made-up England: no figure here is real."


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_page_says_its_answer_first_and_leads_nowhere_dead(site: TestClient, dead: DeadLinks):
    html = site.get(ADDRESS).text
    told = site.get(f"{ADDRESS}.json").json()
    links = sorted(set(re.findall(r'href="([^"#]+)"', html)))
    measures = [link for link in links if link.startswith("/indicators/")]
    elsewhere = dict(foot_nav()).values()
    few = [*measures[:2], *(link for link in links if link not in (*measures, *elsewhere))]

    assert f"<h1>{told['headline']}</h1>" in html
    assert [f'<p class="lead">{sentence}</p>' in html for sentence in told["answer"]] == [True] * 2
    assert html.index(told["answer"][0]) < html.index("What it cannot say") < html.index("<table")
    assert MADE_UP in html
    assert "<script" not in html
    assert len(measures) == len(told["indicators"])
    assert dead(few) == []


def test_every_measure_is_there_once_in_the_order_of_the_catalogue(
    site: TestClient, made_up_edition: Edition
):
    told = site.get(f"{ADDRESS}.json").json()
    html = site.get(ADDRESS).text
    names = [one["indicator"] for one in told["indicators"]]
    catalogue = made_up_edition.catalogue.indicators

    assert names == [name for name in catalogue if name in names]
    assert {entry.id for entry in made_up_edition.catalogue.health_check_set()} <= set(names)
    places = [html.index(f'href="/indicators/{name}"') for name in names]
    assert places == sorted(places)


def test_the_files_hold_a_row_for_each_test(site: TestClient, made_up_edition: Edition):
    told = site.get(f"{ADDRESS}.json").json()
    table = rows(site.get(f"{ADDRESS}.csv").content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(site.get(f"{ADDRESS}.xlsx").content))
    tests = made_up_edition.agreement.tests

    assert told["tests"] == tests == len(table) - 2
    assert table[-1][0] == told["notice"] == MADE_UP
    assert {len(row) for row in table} == {15}
    assert book.sheet_names == ["What it says", "Every test", "Top six"]
    assert len(book.get_sheet_by_name("Every test").to_python()) == tests + 3
    assert (told["schema"], told["made_up"]) == (1, True)


def test_the_test_of_the_top_is_printed_under_it_and_in_the_json(site: TestClient):
    told = site.get(f"{ADDRESS}.json").json()["top_six"]
    html = site.get(ADDRESS).text
    test = told["dealt"]

    assert f"held by {test['councils']} different councils" in html
    assert float(re.search(r"\(p = ([\d.]+)\)", html)[1]) == pytest.approx(test["p"], rel=0.1)
    assert test["found"] == told["less_than_good"]
    assert test["expected"] == pytest.approx(told["lots_would_give_less_than_good"], abs=0.01)
    assert told["years_with_two_or_more"] <= len(told["rounds"])


@pytest.mark.parametrize("suffix", ["", ".json", ".csv"])
def test_no_council_is_named(site: TestClient, made_up_edition: Edition, suffix: str):
    said = site.get(ADDRESS + suffix).text
    councils = made_up_edition.geography.councils(former=True)

    assert [area.name for area in councils if re.search(rf"\b{area.name}\b", said)] == []
    assert [area.code for area in councils if area.code in said] == []


def test_what_is_not_there_is_said(site: TestClient):
    assert site.get(f"{ADDRESS}.exe").status_code == 404
    assert "inspection" in ENGLAND_PAGES


def test_it_is_worked_out_once(made_up_edition: Edition):
    assert made_up_edition.agreement is made_up_edition.agreement
