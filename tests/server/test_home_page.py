"""The first page: finds a council without JavaScript, tells of England, in every form."""

import csv
import gzip
import io
import re

from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.home import england_findings, publications_of
from brightfutures.pages.addresses import data_address, national_address

MADE_UP = "Made-up England: no figure here is real."
KILOBYTES = 1024


def test_it_says_what_it_is_for_and_is_small_enough_to_send(site: TestClient):
    answer = site.get("/")

    assert answer.status_code == 200
    assert MADE_UP in answer.text
    assert "<script" not in answer.text
    assert re.findall(r"<h1>(.*?)</h1>", answer.text) == [
        "See where children stand in your council, and what to ask"
    ]
    assert len(gzip.compress(answer.content)) < 60 * KILOBYTES


def test_it_tells_three_findings_of_three_stages_each_leading_to_its_indicator(
    site: TestClient, made_up_edition: Edition
):
    html = site.get("/").text
    found = england_findings(made_up_edition)
    stages = [made_up_edition.catalogue.indicators[one.indicator].stage for one in found]

    assert len(found) == 3
    assert len(set(stages)) == 3
    for one in found:
        assert f'href="{national_address(one.indicator)}">{one.finding.sentence}</a>' in html
        assert site.get(national_address(one.indicator)).status_code == 200


def test_it_tells_what_was_published_lately_each_leading_to_its_source(
    site: TestClient, made_up_edition: Edition
):
    html = site.get("/").text
    lately = publications_of(made_up_edition)

    assert lately
    for one in lately:
        assert f'href="{data_address(one.source)}"' in html
        assert site.get(data_address(one.source)).status_code == 200


def test_both_forms_ask_for_a_council_by_a_plain_question(site: TestClient):
    forms = re.findall(r"<form.*?</form>", site.get("/").text, re.DOTALL)

    assert len(forms) == 2
    assert all('action="/find" method="get"' in form for form in forms)
    assert "<select" in forms[0]
    assert 'type="search"' in forms[1]


def test_a_regions_name_leads_to_the_region(site: TestClient):
    found = site.get("/find", params={"council": "amber coast"})
    assert (found.status_code, found.headers["location"]) == (303, "/regions/amber-coast")


def test_its_json_has_the_findings_the_publications_and_every_council(site: TestClient):
    told = site.get("/index.json").json()

    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert len(told["england"]) == 3
    assert {"value", "period", "then", "finding"} <= set(told["england"][0])
    assert told["published"]
    assert sum(not one["former"] for one in told["councils"]) == 153


def test_its_csv_and_workbook_have_a_row_for_each_finding_and_say_that_they_are_made_up(
    site: TestClient,
):
    rows = list(csv.reader(io.StringIO(site.get("/index.csv").content.decode("utf-8-sig"))))
    book = CalamineWorkbook.from_filelike(io.BytesIO(site.get("/index.xlsx").content))

    assert len(rows) == 1 + 3 + 1
    assert rows[-1][0] == MADE_UP
    assert book.sheet_names == ["England now", "Published lately", "Councils"]
    assert book.get_sheet_by_name("England now").to_python()[0][0] == MADE_UP
