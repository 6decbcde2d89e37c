"""Who is like a council: the page in every form, for a council of today and one that has ended."""

import csv
import gzip
import io
import re

import pytest
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.pages.addresses import council_address

KILOBYTES = 1024


def words(html: str) -> str:
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.fixture(scope="module")
def former(made_up_edition: Edition) -> str:
    councils = made_up_edition.geography.councils(former=True)
    return council_address(next(area for area in councils if area.is_former))


@pytest.mark.parametrize("query", ["", "?against=region", "?against=england"])
def test_it_says_in_what_they_differ_how_alike_they_are_and_who_improved(
    site: TestClient, council: str, query: str
):
    answer = site.get(f"{council}/similar{query}")
    assert answer.status_code == 200
    assert len(gzip.compress(answer.content)) < 60 * KILOBYTES
    assert answer.text.count("<h1>") == 1
    said = words(answer.text)
    for heading in ("In what they differ", "Who improved", "How alike they are"):
        assert heading in said
    assert "  " not in said
    assert not re.search(r"\b(None\b(?! of)|nan\b)", said)
    assert ("Who they are" in said) == (query != "?against=england")


def test_it_names_those_of_the_list_with_the_published_word(site: TestClient, council: str):
    told = site.get(f"{council}/similar.json").json()
    named = {one["name"] for one in told["compared_with"]["councils"]}
    assert len(named) == len(told["councils"]) >= 8
    said = words(site.get(f"{council}/similar").text)
    assert all(name in said for name in named)
    assert all(one["closeness"] for one in told["councils"])


def test_files_hold_the_councils_the_circumstances_and_the_alikeness(
    site: TestClient, council: str
):
    told = site.get(f"{council}/similar.json").json()
    assert told["made_up"] is True
    assert {one["id"] for one in told["circumstances"]} >= {"number_of_children"}
    for one in told["circumstances"]:
        if one["least"] is not None:
            assert one["least"] <= one["average"] <= one["most"]
    text = site.get(f"{council}/similar.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == len(told["councils"]) + 2
    assert "no figure here is real" in rows[-1][0]
    assert site.get(f"{council}/similar.xlsx").status_code == 200


def test_of_one_that_has_ended_it_says_so_and_compares_no_circumstances(
    site: TestClient, former: str
):
    said = words(site.get(f"{former}/similar").text)
    assert "was replaced in" in said
    assert "In what they differ" not in said


def test_who_improved_is_said_with_how_many_names_are_wrong(site: TestClient, council: str):
    told = site.get(f"{council}/similar.json").json()["improved"]
    assert "main measures" in told["sentence"]
    if told["councils"]:
        assert "about one name in ten" in " ".join(told["remarks"])


def test_it_says_who_counts_the_council_as_similar_and_each_of_them_has_it_on_its_list(
    site: TestClient, council: str, made_up_edition: Edition
):
    told = site.get(f"{council}/similar.json").json()
    code = next(
        area.code
        for area in made_up_edition.geography.councils()
        if council_address(area) == council
    )
    holders = told["counted_as_similar_by"]
    on_their_lists = {
        area.name
        for area in made_up_edition.geography.councils()
        if code in made_up_edition.measures.comparators.comparison_set(area.code).councils
    }
    assert set(holders) == on_their_lists
    said = words(site.get(f"{council}/similar").text)
    assert "among its similar councils" in said or "among their similar councils" in said
    assert all(name in said for name in holders)


def test_of_a_council_that_has_ended_nobody_is_said_to_count_it(site: TestClient, former: str):
    said = words(site.get(f"{former}/similar").text)
    assert "among its similar councils" not in said
    assert "among their similar councils" not in said
