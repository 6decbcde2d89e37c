"""The pages that belong to no council: all indicators, one over England, methods, our record."""

import csv
import io
import json
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.explain import json_text
from brightfutures.delivery.track_record import track_record_account
from brightfutures.findings.verdict_words import LEVEL_WORDS
from brightfutures.measures.results import Level
from brightfutures.measures.worked_examples import Topic
from brightfutures.pages.addresses import national_address, topic_address
from brightfutures.pages.every_example import every_worked_example
from brightfutures.pages.methods_topics import topics
from brightfutures.pages.site_nav import foot_nav
from dead_links import DeadLinks
from turns import has_its_turn

MADE_UP = "Made-up England: no figure here is real."
PAGES = ["/indicators", "/indicators/referrals_rate", "/indicators/spend_per_child_pounds",
         "/methods", *(topic_address(topic) for topic in Topic), "/track-record",
         "/england/framework"]  # fmt: skip


def links(html: str) -> list[str]:
    return sorted(set(re.findall(r'(?:href|action)="([^"#]+)"', html)))


def table(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_what_it_is_and_leads_nowhere_dead(
    site: TestClient, path: str, made_up_edition: Edition, dead: DeadLinks
):
    """Of the pages of measures all are known, and one in four is followed, in CI all."""
    answer = site.get(path)
    councils = re.compile(r"^/[^/]+(/indicators/.*)?$")

    assert answer.status_code == 200
    assert MADE_UP in answer.text
    assert "<script" not in answer.text
    told = links(answer.text)
    ours = [link for link in told if not councils.match(link) or link in dict(foot_nav()).values()]
    few = [link for link in told if link not in ours][:3]
    measures = [link for link in ours if re.fullmatch(r"/indicators/\w+", link)]
    followed = [link for link in ours if link not in measures or has_its_turn(link, 4)]
    assert {national_address(name) for name in made_up_edition.measures.with_figures()} >= {
        *measures
    }
    assert dead((*followed, *few)) == []


@pytest.mark.parametrize("path", ["/", "/nowhere", *PAGES[:3]])
def test_every_page_leads_to_the_methods_our_record_and_all_indicators(site: TestClient, path: str):
    assert {address for _, address in foot_nav()} <= set(links(site.get(path).text))


def test_the_list_has_every_indicator_with_figures(site: TestClient, made_up_edition: Edition):
    found = links(site.get("/indicators").text)
    with_figures = made_up_edition.measures.with_figures()

    assert {national_address(name) for name in with_figures} <= set(found)
    told = site.get("/indicators.json").json()
    assert [one["indicator"] for one in told["indicators"]] == list(with_figures)
    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    rows = table(site.get("/indicators.csv").content)
    assert len(rows) == 1 + len(with_figures) + 1
    assert rows[-1][0] == MADE_UP


def test_an_indicator_over_england_has_every_council_once(
    site: TestClient, made_up_edition: Edition
):
    councils = made_up_edition.measures.all_councils.strip("referrals_rate", "2025")
    rows = table(site.get("/indicators/referrals_rate.csv").content)
    told = site.get("/indicators/referrals_rate.json").json()

    assert len({row[1] for row in rows[1:-1]}) == len(rows) - 2 == len(councils)
    assert rows[-1][0] == MADE_UP
    assert len({len(row) for row in rows}) == 1
    assert not any(cell[:1] in tuple("=+@\t") for row in rows for cell in row if cell)
    assert [one["code"] for one in told["councils"]] == [row[1] for row in rows[1:-1]]
    assert {limits["overdispersed"] for limits in told["funnel"]["limits"]} == {True, False}
    assert (told["made_up"], told["notice"]) == (True, MADE_UP)


def test_a_workbook_holds_what_it_says_every_council_and_the_funnel(site: TestClient):
    answer = site.get("/indicators/referrals_rate.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == ["What it says", "Every council", "Funnel"]
    assert 'filename="england-referrals_rate.xlsx"' in answer.headers["content-disposition"]
    assert book.get_sheet_by_name("Every council").to_python()[0][0] == MADE_UP


def test_a_period_in_the_address_is_the_one_shown(site: TestClient):
    shown = site.get("/indicators/referrals_rate?period=2022").text

    assert "31 March 2022" in re.findall(r'<p class="eyebrow">(.*?)</p>', shown)[0]


@pytest.mark.parametrize(
    "path",
    ["/indicators/no_such", "/indicators/referrals_rate.exe", "/indicators.exe", "/methods/no-such",
     "/methods.csv", "/methods/verdict.csv", "/methods/no-such.json", "/track-record.exe",
     "/indicators/referrals_rate?period=1066"],
)  # fmt: skip
def test_what_is_not_there_is_said_in_one_sentence(site: TestClient, path: str):
    answer = site.get(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")


def test_the_record_as_json_is_that_of_the_command_line(site: TestClient, made_up_edition: Edition):
    told = site.get("/track-record.json").json()

    assert told.pop("notice") == MADE_UP
    assert told == json.loads(json_text(track_record_account(made_up_edition)))


def test_the_record_as_rows_counts_as_the_plain_data_do(site: TestClient):
    rows = table(site.get("/track-record.csv").content)
    totals = site.get("/track-record.json").json()["totals"]
    whole = [row for row in rows[1:-1] if row[0] == "All of the set"]
    said = {(row[4], row[5]): [int(cell) for cell in row[6:]] for row in whole}

    assert rows[-1][0] == MADE_UP
    assert {len(row) for row in rows} == {14}
    for told in totals["movements"]:
        counts = said["has risen or has fallen", str(told["years_after"])]
        assert counts[:3] == [told["flags"], told["placed"], told["still_there"]]
    flags = {
        (LEVEL_WORDS[Level(told["level"])], str(told["years_after"])): told["flags"]
        for told in totals["levels"]
        if told["rounds"] == "all"
    }
    assert {key: said[key][0] for key in flags} == flags
    book = CalamineWorkbook.from_filelike(io.BytesIO(site.get("/track-record.xlsx").content))
    assert book.sheet_names == ["What it says", "Record"]


def test_the_methods_as_plain_data_hold_every_topic_and_example(site: TestClient):
    told = site.get("/methods.json").json()
    assert [one["topic"] for one in told["topics"]] == [one.topic for one in topics()]

    found = [site.get(f"{one['address']}.json").json() for one in told["topics"]]
    examples = sorted(example["id"] for one in found for example in one["examples"])
    assert examples == sorted(example.id for example in every_worked_example())
    assert all(one["paragraphs"] and one["notice"] == MADE_UP for one in found)


def test_a_page_asked_for_twice_is_worked_out_once(site: TestClient):
    assert site.get("/track-record").text == site.get("/track-record").text
