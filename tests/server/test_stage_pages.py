"""The pages of the child's journey: in every form, from one to the next, and back."""

import csv
import gzip
import io
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.catalogue import STAGE_NAMES, WITH_A_PAGE, Stage
from brightfutures.catalogue.lookup import find_area
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_files import health_check_html
from brightfutures.pages.addresses import stage_word
from brightfutures.pages.site_nav import foot_nav
from dead_links import DeadLinks

MADE_UP = "Made-up England: no figure here is real."
WORDS = [stage_word(stage) for stage in WITH_A_PAGE]
KILOBYTES = 1024


def links(html: str) -> list[str]:
    return sorted(set(re.findall(r'href="([^"#]+)"', html)))


def test_the_words_of_the_addresses_are_the_journey():
    assert WORDS == ["coming-in", "help-and-protection", "in-care", "homes", "leaving-care",
                     "care-leavers", "workforce"]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_each_says_what_it_is_and_is_small_enough_to_send(
    site: TestClient, council: str, word: str
):
    answer = site.get(f"{council}/{word}")

    assert answer.status_code == 200
    assert MADE_UP in answer.text
    assert "<script" not in answer.text
    assert answer.text.count("<h1>") == 1
    assert len(gzip.compress(answer.content)) < 60 * KILOBYTES


def test_every_address_on_one_leads_somewhere(site: TestClient, council: str, dead: DeadLinks):
    ours = links(site.get(f"{council}/homes").text)
    measures = [link for link in ours if link.startswith(f"{council}/indicators/")]
    elsewhere = {address for _, address in foot_nav()}
    asked = [link for link in ours if link not in {*elsewhere, *measures[3:]}]

    assert len(measures) >= 10
    assert dead(asked) == []


def test_one_leads_to_the_stage_before_to_the_next_and_back(site: TestClient, council: str):
    def onward(word: str) -> list[str]:
        html = site.get(f"{council}/{word}").text
        return re.findall(r'rel="(prev|next)" href="([^"]+)"', html)

    assert onward("coming-in") == [("next", f"{council}/help-and-protection")]
    assert onward("homes") == [("prev", f"{council}/in-care"), ("next", f"{council}/leaving-care")]
    assert onward("workforce") == [
        ("prev", f"{council}/care-leavers"),
        ("next", f"{council}/money"),
    ]
    assert onward("money") == [("prev", f"{council}/workforce")]
    assert council in links(site.get(f"{council}/homes").text)


def test_the_overview_leads_to_every_stage_and_to_money(site: TestClient, council: str):
    html = site.get(council).text
    headings = re.findall(r'<tr class="stage".*', html)

    assert {f"{council}/{word}" for word in (*WORDS, "money")} <= set(links(html))
    money = [heading for heading in headings if STAGE_NAMES[Stage.MONEY] in heading]
    assert money
    assert all(f'href="{council}/money"' in heading for heading in money)


def test_the_one_file_health_check_stays_on_its_page(made_up_edition: Edition, council: str):
    area = find_area(made_up_edition.geography, council.strip("/").replace("-", " "))
    html = health_check_html(made_up_edition, area)

    assert all(link.startswith("#") for link in re.findall(r'href="([^"]+)"', html))


@pytest.mark.parametrize("word", ["in-care", "workforce"])
def test_the_json_has_every_sentence_of_the_page_and_the_histories_behind_its_charts(
    site: TestClient, council: str, word: str
):
    html = site.get(f"{council}/{word}").text
    told = site.get(f"{council}/{word}.json").json()
    plain = " ".join(re.sub(r"<[^>]+>", "", html).replace("&#39;", "'").split())

    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert told["headline"] in plain
    for said in (*told["stands_apart"], *told["has_moved"], *told["not_judged"]):
        assert said["sentence"] in plain
    for pair in told["read_together"]:
        assert pair["sentence"] in plain
    assert set(told["in_view"]) <= {one["indicator"] for one in told["measures"]}
    period = told["measures"][0]["history"][-1]
    assert {"value", "england", "similar_average", "similar_middle_half_low"} <= set(period)


@pytest.mark.parametrize("word", WORDS)
def test_the_csv_has_a_row_for_each_measure_with_whose_it_is(
    site: TestClient, council: str, word: str, made_up_edition: Edition
):
    answer = site.get(f"{council}/{word}.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    stage = WITH_A_PAGE[WORDS.index(word)]
    known = [entry.id for entry in made_up_edition.catalogue.of_stage(stage)]
    with_figures = [name for name in known if name in made_up_edition.measures.with_figures()]

    assert f'filename="{council.strip("/")}-{word}.csv"' in answer.headers["content-disposition"]
    assert sorted(row[2] for row in rows[1:-1]) == sorted(with_figures)
    assert {row[0] for row in rows[1:-1]} == {STAGE_NAMES[stage]}
    assert len({tuple(row[-2:]) for row in rows[1:-1]}) == 1
    assert len({len(row) for row in rows}) == 1
    assert rows[-1][0] == MADE_UP


def test_the_workbook_has_what_it_says_the_measures_their_histories_and_their_sources(
    site: TestClient, council: str
):
    answer = site.get(f"{council}/leaving-care.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == ["What it says", "Measures", "History", "Sources"]
    said = [row[0] for row in book.get_sheet_by_name("What it says").to_python()]
    assert {"What stands apart", "Read together", "Questions to ask"} <= set(said)
    history = book.get_sheet_by_name("History").to_python()
    assert history[0][0] == MADE_UP
    assert any("Similar councils, middle half from" in row for row in history[:4])
    assert len(history) > 50


def test_a_stage_comes_as_pdf_to_print(site: TestClient, council: str):
    pytest.importorskip("weasyprint")
    answer = site.get(f"{council}/homes.pdf")

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert f'filename="{council.strip("/")}-homes.pdf"' in answer.headers["content-disposition"]


@pytest.mark.parametrize("path", ["/homes.exe", "/journey"])
def test_what_is_not_there_is_said_in_one_sentence(site: TestClient, council: str, path: str):
    answer = site.get(f"{council}{path}")

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
