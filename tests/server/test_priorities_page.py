"""A council's page of priorities: whole, without a dead link, and the same in every form."""

import csv
import io
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.catalogue import PRIORITIES
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import ENGLAND_PAGES
from brightfutures.pages.addresses import england_page_address
from brightfutures.pages.site_nav import foot_nav
from dead_links import DeadLinks

MADE_UP = "Made-up England: no figure here is real."
ASKED_ELSEWHERE = {
    *(address for _, address in foot_nav()),
    *(england_page_address(word) for word in ENGLAND_PAGES),
}
"""Pages that belong to no council have tests of their own, and some take seconds."""

PARTS = {"What the figures say", "What they cannot say", "Ask", "Go next", "Measure"}


@pytest.fixture(scope="module")
def page(council: str) -> str:
    return f"{council}/priorities"


def test_all_seven_stand_on_it_in_the_sectors_order(site: TestClient, page: str):
    answer = site.get(page)

    assert answer.status_code == 200
    assert MADE_UP in answer.text
    assert "<script" not in answer.text
    places = [answer.text.index(f"</span> {name}</h2>") for name in PRIORITIES]
    assert places == sorted(places)


def test_every_address_on_it_leads_somewhere(
    site: TestClient,
    council: str,
    page: str,
    made_up_edition: Edition,
    dead: DeadLinks,
):
    """Of the measures, all of which one route answers, three are asked and all are known."""
    links = sorted(set(re.findall(r'href="([^"#]+)"', site.get(page).text)))
    ours = [link for link in links if link.startswith("/")]
    measures = [link for link in ours if link.startswith(f"{council}/indicators/")]
    asked = [link for link in ours if link not in {*ASKED_ELSEWHERE, *measures[3:]}]

    assert len(measures) > 30
    known = set(made_up_edition.measures.with_figures())
    assert {link.rpartition("/")[2] for link in measures} <= known
    assert dead(asked) == []
    assert {link.split("/")[2] for link in links if link not in ours} <= {
        "reports.ofsted.gov.uk",
        "www.gov.uk",
        "explore-education-statistics.service.gov.uk",
        "foundations.org.uk",
    }


def test_the_health_check_leads_to_it(site: TestClient, council: str, page: str):
    assert f'href="{page}"' in site.get(council).text


def test_json_says_what_the_page_says(site: TestClient, page: str):
    told, html = site.get(f"{page}.json").json(), site.get(page).text

    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert [one["name"] for one in told["priorities"]] == list(PRIORITIES)
    assert told["headline"] in html
    text = re.sub(r"<[^>]+>", "", html)
    for one in told["priorities"]:
        for said in (*one["says"], *one["in_turn"]):
            assert said["sentence"] in text
            assert said["evidence"] or said["certainty"] == "as_published"
        assert all(sentence in html for sentence in one["cannot_say"])
        assert all(question["question"] in html for question in one["ask"])
        assert all(f'href="{step["address"]}"' in html for step in one["go_next"])


def test_a_row_of_the_csv_is_a_sentence_or_a_measure(site: TestClient, page: str):
    content = site.get(f"{page}.csv").content
    assert content.startswith(b"\xef\xbb\xbf")
    heading, *rows, last = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))

    assert last[0] == MADE_UP
    assert {len(row) for row in rows} == {len(heading)}
    assert {row[heading.index("Part")] for row in rows} == PARTS
    for row in rows:
        assert (row[heading.index("Part")] == "Measure") is bool(row[heading.index("Indicator id")])
    assert list(dict.fromkeys(row[heading.index("Priority")] for row in rows)) == list(PRIORITIES)


def test_the_workbook_holds_what_it_says_and_the_measures(site: TestClient, page: str):
    answer = site.get(f"{page}.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == ["What it says", "Measures"]
    assert "-priorities.xlsx" in answer.headers["content-disposition"]
    assert book.get_sheet_by_name("Measures").to_python()[0][0] == MADE_UP


@pytest.mark.parametrize("path", ["/nowhere/priorities", "/england/priorities"])
def test_only_a_council_has_one(site: TestClient, path: str):
    assert site.get(path).status_code == 404


def test_there_is_no_other_form_of_it(site: TestClient, page: str):
    assert site.get(f"{page}.exe").status_code == 404
