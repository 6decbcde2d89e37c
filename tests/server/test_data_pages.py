"""The pages of the data, the catalogue and the words answer in every form, whatever is loaded."""

import csv
import gzip
import html as markup
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.health_check_rows import ATTRIBUTION, MADE_UP
from brightfutures.delivery.server import application
from brightfutures.pages.addresses import TRACK_RECORD
from brightfutures.published.load import load
from dead_links import DeadLinks
from turns import by_turns

KILOBYTE = 1000
SOURCES = tuple(load_catalogue().sources)
PAGES = ["/data", "/catalogue", "/glossary", "/about", "/accessibility"]
UNFINISHED = re.compile(
    r"\bNone\b|\bnan\b|\{|\}|[^ ]  +[^ ]|\b1 (files|councils|sums|inspections|publications)\b"
)


@pytest.fixture(scope="module")
def partial_site(
    made_up_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """The site over a store of one made-up file, and of one that no source claims."""
    folder, home = tmp_path_factory.mktemp("partial"), tmp_path_factory.mktemp("partial-home")
    for name in ("cla_number_and_rate_per_10k_children.csv", "geography.toml"):
        (written,) = (made_up_home.parent / "made-up").rglob(name)
        shutil.copy(written, folder)
    (folder / "holiday.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    load([folder], home)
    app = application(home, hosts=("localhost",))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
        yield client


A_TITLE_OF_ITS_OWN = "% KS4 None SEN Pupils"
"""How a measure is called in the dictionary of LAIT."""


def words_of(html: str) -> str:
    """The text of a page's main part."""
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(markup.unescape(re.sub(r"<[^>]+>", " ", main)).split(" ")).replace("\n", " ")


def h1_of(html: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert found
    return markup.unescape(found[1])


def checked(html: str) -> None:
    """What every one of these pages holds: one short finding, no unfinished words, few bytes."""
    said = re.sub(r"\s+", " ", words_of(html)).replace(A_TITLE_OF_ITS_OWN, "a title")
    assert html.count("<h1") == 1
    assert len(h1_of(html).split()) <= 25
    assert UNFINISHED.search(said) is None, UNFINISHED.search(said)
    assert len(gzip.compress(html.encode())) < 60 * KILOBYTE
    assert "<script" not in html
    assert "style=" not in html


@pytest.mark.parametrize("path", [*PAGES, *(f"/data/{name}" for name in SOURCES)])
def test_each_says_what_it_comes_to_and_that_no_figure_is_real(site: TestClient, path: str):
    answer = site.get(path)

    assert answer.status_code == 200
    assert MADE_UP in answer.text
    checked(answer.text)


def test_each_is_asked_for_from_the_list_and_leads_back(site: TestClient):
    html = site.get("/data").text

    assert {f"/data/{name}" for name in SOURCES} <= set(re.findall(r'href="([^"#]+)"', html))
    assert 'href="/data"' in site.get(f"/data/{SOURCES[0]}").text


def test_a_source_with_no_file_says_where_to_find_it(site: TestClient, made_up_edition: Edition):
    loaded = {file.source for file in made_up_edition.store.files()}
    absent = [name for name in SOURCES if name not in loaded]
    assert absent
    for name in absent:
        html = site.get(f"/data/{name}").text
        source = load_catalogue().sources[name]

        assert h1_of(html) == "No file of this source is loaded, so nothing here comes from it"
        assert source.page in html
        assert all(rule.pattern in markup.unescape(html) for rule in source.files)
        assert "brightfutures load FOLDER" in html
        assert site.get(f"/data/{name}.json").json()["loaded"] is False


def test_a_source_shows_every_file_with_its_fingerprint_and_every_mark_with_its_meaning(
    site: TestClient, made_up_edition: Edition
):
    name = "dfe_children_looked_after"
    html = markup.unescape(site.get(f"/data/{name}").text)

    for file in made_up_edition.store.files():
        if file.source == name:
            assert file.path in html
            assert file.sha256 in html
    for mark in load_catalogue().sources[name].marks:
        assert f"<code>{mark}</code>" in html
    breaks = [
        one.sentence
        for given in made_up_edition.store.contents[name].series
        for one in load_catalogue().series[given.series].breaks
        if given.periods[0] <= one.period <= given.periods[-1]
    ]
    assert all(sentence in html for sentence in breaks)


def test_a_source_that_is_not_there_gets_the_nearest_names(site: TestClient):
    answer = site.get("/data/dfe_children_in_ned")

    assert answer.status_code == 404
    assert "dfe_children_in_need" in answer.text


@pytest.mark.parametrize("path", ["/data", "/data/dfe_children_looked_after"])
def test_the_csv_has_a_row_for_each_series_and_period_that_the_page_adds_up(
    site: TestClient, made_up_edition: Edition, path: str
):
    answer = site.get(f"{path}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    sums = [
        one
        for one in made_up_edition.store.reconciliation()
        if path == "/data" or (one.file or "").endswith(("per_10k_children.csv", "activity.csv"))
    ]

    assert rows[-1]["Source id"] == MADE_UP
    assert len(rows) - 1 == len(sums)
    for row in rows[:-1]:
        if row["England"]:
            assert float(row["England less councils"]) == pytest.approx(
                float(row["England"]) - float(row["Sum of councils"]), abs=1e-4
            )


def test_a_forecast_is_not_the_newest_figure(site: TestClient):
    source = site.get("/data/obr_consumer_prices_growth.json").json()
    (forecast,) = [one for one in source["series"] if "forecast" in one["series_id"]]
    (newest,) = re.findall(r"Newest:.*", site.get("/data").text)

    assert source["newest"] < forecast["last_period"]
    assert "Economic and fiscal outlook" not in newest


def test_the_workbook_and_the_json_hold_all_that_the_page_holds(site: TestClient):
    book = CalamineWorkbook.from_filelike(io.BytesIO(site.get("/data/lait.xlsx").content))
    told = site.get("/data/lait.json").json()

    assert book.sheet_names == [
        "What it says", "Sources", "Files", "Series", "Breaks", "Marks", "Sums",
    ]  # fmt: skip
    assert book.get_sheet_by_name("Files").to_python()[0][0] == MADE_UP
    assert len(book.get_sheet_by_name("Series").to_python()) - 3 == len(told["series"])
    assert told["headline"] in markup.unescape(site.get("/data/lait").text)
    assert told["notice"] == MADE_UP


def test_a_store_of_one_file_tells_of_that_one_and_of_the_file_that_none_claims(
    partial_site: TestClient,
):
    html = partial_site.get("/data").text

    assert h1_of(html).startswith("1 file of 1 publication is loaded; the newest figures are for")
    assert f"{len(SOURCES) - 1} of the {len(SOURCES)} sources that can be read are not" in html
    assert "holiday.csv" in html
    checked(html)
    for name in SOURCES:
        checked(partial_site.get(f"/data/{name}").text)
    whole = partial_site.get("/data/dfe_children_looked_after").text
    assert "la_care_leavers_activity.csv" in whole[whole.index("What is missing") :]
    assert partial_site.get("/catalogue").status_code == 200
    assert " of them have figures here" in partial_site.get("/catalogue").text


def test_the_catalogue_as_data_holds_every_declaration_with_every_field(site: TestClient):
    catalogue = load_catalogue()
    package = site.get("/catalogue.json").json()
    parts = {part["name"]: part["data"] for part in package["resources"]}

    assert {one["id"] for one in parts["indicators"]} == set(catalogue.indicators)
    assert {one["id"] for one in parts["series"]} == set(catalogue.series)
    assert {one["id"] for one in parts["sources"]} == set(SOURCES)
    first = parts["indicators"][0]
    assert first["checked_on"] == catalogue.indicators[first["id"]].checked_on.isoformat()
    assert parts["sources"][0].keys() >= {"marks", "files", "licence", "page"}


def test_the_catalogue_page_holds_every_indicator_and_its_files_too(site: TestClient):
    html = markup.unescape(site.get("/catalogue").text)
    rows = list(csv.reader(io.StringIO(site.get("/catalogue.csv").content.decode("utf-8-sig"))))

    for indicator in load_catalogue().indicators.values():
        assert f'id="{indicator.id}"' in html
        assert indicator.title in html
    assert [row[1] for row in rows[1:-1]] == list(load_catalogue().indicators)
    assert "[figure]% of referrals in [council]" in html
    assert site.get("/catalogue.xlsx").status_code == 200


def test_every_word_of_the_glossary_has_a_place_that_a_link_can_lead_to(site: TestClient):
    html = markup.unescape(site.get("/glossary").text)
    told = site.get("/glossary.json").json()

    for term in load_catalogue().glossary.values():
        assert f'<div id="{term.id}"><dt>{term.term}</dt>' in html
        assert term.meaning in html
    assert len(told["terms"]) == len(load_catalogue().glossary)
    assert site.get("/glossary.csv").status_code == 200
    assert site.get("/glossary.xlsx").status_code == 200


@pytest.mark.parametrize("path", ["/about", "/accessibility"])
def test_every_link_of_what_stands_for_good_leads_somewhere(
    site: TestClient, path: str, dead: DeadLinks
):
    html = site.get(path).text
    main = html[html.index("<main") : html.index("</main>")]
    ours = re.findall(r'href="(/[^"#]+)"', main)

    # Our own record takes seconds to work out, and has its own tests.
    asked = [link for link in ours if link != TRACK_RECORD]
    assert dead(asked) == []
    assert site.get(f"{path}.json").json()["headline"] == h1_of(html)
    assert site.get(f"{path}.csv").status_code == 404


def test_about_says_what_the_answers_of_the_server_bear_out(site: TestClient):
    answer = site.get("/about")

    assert "sets no cookies" in answer.text
    assert "set-cookie" not in answer.headers
    assert "runs no script" in answer.text
    assert "script-src" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.published
def test_every_source_of_the_official_statistics_has_its_page(loaded_home: Path):
    app = application(loaded_home, hosts=("localhost",))
    with TestClient(app, base_url="http://localhost") as client:
        for name in by_turns(SOURCES, 3):
            html = client.get(f"/data/{name}").text
            checked(html)
            assert json.loads(client.get(f"/data/{name}.json").text)["notice"] == ATTRIBUTION
        html = client.get("/data").text
        checked(html)
        assert "England’s own figure is 81,770. The difference is 4." in (
            client.get("/data/dfe_children_looked_after").text
        )
