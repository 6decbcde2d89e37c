"""A council's framework page and its other forms say the same, with the grades beside it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.findings.framework_profile import profiles
from brightfutures.pages.addresses import council_page_address
from brightfutures.pages.site_nav import foot_nav
from dead_links import DeadLinks

MADE_UP = "Made-up England: no figure here is real."


@pytest.fixture(scope="module")
def address(made_up_edition: Edition) -> str:
    """The page of a council that differs on something read with another, so as to show both."""
    measures = made_up_edition.measures
    for area in made_up_edition.geography.councils():
        found = profiles(made_up_edition.catalogue, measures.health_check(area.code))
        if any(one.together for one in found):
            return council_page_address(area, "framework")
    raise AssertionError("no council of the made-up England differs on anything")


@pytest.fixture(scope="module")
def told(site: TestClient, address: str) -> dict:
    return site.get(f"{address}.json").json()


def keys_of(told: Any) -> Iterator[str]:
    """Every key of an answer, however deep."""
    inner = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    yield from told if isinstance(told, dict) else ()
    for each in inner:
        yield from keys_of(each)


def test_the_page_is_prose_under_seven_headings_and_one_table(
    site: TestClient, address: str, told: dict
):
    answer = site.get(address)
    html = answer.text

    assert answer.status_code == 200
    assert MADE_UP in html
    assert "<script" not in html
    assert html.count("<table") == 1
    assert html.count('<section class="outcome"') == 7
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == [told["headline"].replace("'", "&#39;")]
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
    for outcome in told["outcomes"]:
        for said in (*outcome["shows"], *outcome["cannot_tell"]):
            assert said["sentence"] in plain


def test_every_link_of_it_leads_somewhere(site: TestClient, address: str, dead: DeadLinks):
    html = site.get(address).text
    addresses = set(re.findall(r'href="(/[^"#]*)"', html))
    anchors = set(re.findall(r'href="#([^"]+)"', html))

    measures = sorted(each for each in addresses if "/indicators/" in each)
    tried = [*addresses.difference(measures, dict(foot_nav()).values()), *measures[:2]]

    assert measures
    assert dead(tried) == []
    assert all(f'id="{anchor}"' in html for anchor in anchors)


def test_the_overview_leads_to_it_and_it_leads_back(site: TestClient, address: str):
    overview = address.removesuffix("/framework")
    assert f'href="{address}"' in site.get(overview).text
    assert f'href="{overview}"' in site.get(address).text


def test_json_tells_of_each_heading_apart_and_holds_no_total(told: dict):
    assert list(told) == [
        "schema", "made_up", "notice", "data", "council", "headline", "lead", "what_this_is",
        "how_to_read", "notes", "outcomes", "ofsted",
    ]  # fmt: skip
    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    for one in told["outcomes"]:
        assert list(one) == [
            "id", "name", "is_enabler", "means", "sentence", "shows", "cannot_tell", "published",
            "judged", "different", "risen", "fallen", "why_not_judged", "steadiness",
            "read_together", "not_measured", "measures",
        ]  # fmt: skip
        assert one["published"] == len(one["measures"])
        levels = [measure["level"] for measure in one["measures"]]
        assert one["judged"] == len(levels) - levels.count("cannot_say")
        known = {measure["indicator"]: measure for measure in one["measures"]}
        assert set(one["different"]) <= set(known)
        assert all(pair[0] in one["different"] or pair[1] in one["different"]
                   for pair in one["read_together"])  # fmt: skip
    assert not {"score", "total", "rank", "sum", "rating"} & set(keys_of(told))


def test_a_chance_and_an_expectation_are_given_only_of_what_differs(told: dict):
    chances = ("chance_highest_fifth", "chance_lowest_fifth")
    given = 0
    for one in told["outcomes"]:
        for measure in one["measures"]:
            if measure["indicator"] not in one["different"]:
                assert measure["expected"] is None
                assert [measure[name] for name in chances] == [None, None]
            elif measure[chances[0]] is not None:
                given += 1
                assert 0.0 <= measure[chances[0]] + measure[chances[1]] <= 1.0
                above = measure["level"] in ("higher", "unusually_high")
                assert (measure[chances[0]] > measure[chances[1]]) is above
    assert given > 0


def test_grades_stand_in_one_place_with_framework_date_and_age(told: dict):
    ofsted = told["ofsted"]
    rest = {key: value for key, value in told.items() if key != "ofsted"}
    newest = ofsted["newest"]

    assert newest["framework"] == "ILACS"
    assert 0.0 <= newest["age_years"] < 20.0
    assert newest["overall"] in ("Outstanding", "Good", "Requires improvement", "Inadequate")
    assert ofsted["says"][-1] == "The grade plays no part in any figure or verdict on this page."
    assert not re.search("ILACS|Inadequate|Requires improvement", json.dumps(rest))


def test_csv_has_a_measure_a_row_under_its_heading(site: TestClient, address: str, told: dict):
    content = site.get(f"{address}.csv").content
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))

    assert content.startswith(b"\xef\xbb\xbf")
    assert rows.pop()["Heading"] == MADE_UP
    expected = [
        (one["name"], measure["indicator"])
        for one in told["outcomes"]
        for measure in one["measures"]
    ]
    assert [(row["Heading"], row["Indicator id"]) for row in rows] == expected
    assert {row["Better or worse"] for row in rows} <= {"", "better", "worse"}


def test_a_workbook_holds_what_it_says_the_measures_and_the_inspections(
    site: TestClient, address: str, told: dict
):
    answer = site.get(f"{address}.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    said = [row[0] for row in book.get_sheet_by_name("What it says").to_python()]

    assert book.sheet_names == ["What it says", "Measures", "Inspections"]
    assert said[:2] == [told["headline"], MADE_UP]
    assert 'framework.xlsx"' in answer.headers["content-disposition"]
    inspections = book.get_sheet_by_name("Inspections").to_python()[3:]
    of = told["ofsted"]
    assert len(inspections) == 1 + len(of["earlier"]) + len(of["other_frameworks"])


@pytest.mark.parametrize("suffix", [".exe", ".doc"])
def test_a_form_there_is_not_is_said_in_one_sentence(site: TestClient, address: str, suffix: str):
    answer = site.get(f"{address}{suffix}")
    assert answer.status_code == 404
