"""Each address answers in the form it is asked for, and every link leads somewhere."""

import csv
import io
import json
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.pages.addresses import council_address, region_address
from dead_links import DeadLinks

MADE_UP = "Made-up England: no figure here is real."


def links(html: str) -> list[str]:
    return sorted(set(re.findall(r'(?:href|action)="([^"#]+)"', html)))


def table(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_finder_lists_every_council_once_and_each_address_is_one(
    site: TestClient, made_up_edition: Edition
):
    html = site.get("/").text
    councils = made_up_edition.geography.councils(former=True)
    options = re.findall(r'<option value="([^"]+)">', html)

    assert len(options) == len(set(options)) == 153
    for area in councils:
        assert f'href="{council_address(area)}"' in html
        assert made_up_edition.council_of_slug[council_address(area).strip("/")] == area


def test_every_link_of_a_council_and_of_an_indicator_answers(
    site: TestClient,
    council: str,
    indicator: str,
    dead: DeadLinks,
):
    stage = f"{council}/in-care"
    pages = [site.get(address).text for address in (council, stage, indicator)]
    found = {link for page in pages for link in links(page)}

    assert len(found) > 90
    assert dead(found - {"/find"}) == []


def test_a_name_finds_its_council_in_any_case_and_a_wrong_one_gets_the_nearest(
    site: TestClient, made_up_edition: Edition
):
    area = made_up_edition.geography.councils()[0]
    found = site.get("/find", params={"council": f" {area.name.upper()} "})
    wrong = site.get("/find", params={"council": area.name[:-1] + "q"})

    assert (found.status_code, found.headers["location"]) == (303, council_address(area))
    assert wrong.status_code == 404
    assert f'href="{council_address(area)}"' in wrong.text


def test_a_regions_name_leads_to_the_regions_own_page(site: TestClient, made_up_edition: Edition):
    region = next(area for area in made_up_edition.geography.areas if area.kind == "region")
    answer = site.get("/find", params={"council": region.name})

    assert (answer.status_code, answer.headers["location"]) == (303, region_address(region))
    assert site.get(region_address(region)).status_code == 200


def test_nothing_typed_asks_which_council(site: TestClient):
    assert site.get("/find").status_code == 400
    assert "Which council?" in site.get("/find?council=%20").text


@pytest.mark.parametrize("suffix", ["exe", "docx", "HTML5", "css", ""])
def test_a_suffix_we_do_not_write_is_not_found(site: TestClient, council: str, suffix: str):
    assert site.get(f"{council}.{suffix}").status_code == 404


def test_a_wrong_indicator_or_period_is_said_in_one_sentence(site: TestClient, council: str):
    wrong = site.get(f"{council}/indicators/referals_rate")
    early = site.get(f"{council}/indicators/referrals_rate?period=1066")

    assert (wrong.status_code, early.status_code) == (404, 404)
    assert "referrals_rate" in wrong.text
    assert "1066" in early.text


def test_a_period_in_the_address_is_the_one_shown(site: TestClient, indicator: str):
    shown = site.get(f"{indicator}?period=2023").text

    assert "31 March 2023" in re.findall(r'<p class="eyebrow">(.*?)</p>', shown)[0]


def test_a_councils_measures_come_as_csv(site: TestClient, council: str):
    answer = site.get(f"{council}.csv")
    rows = table(answer.content)

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert f'filename="{council.strip("/")}.csv"' in answer.headers["content-disposition"]
    assert len({len(row) for row in rows}) == 1
    assert rows[-1][0] == MADE_UP
    assert {"Value", "Why missing", "Numerator", "Verdict"} <= set(rows[0])
    assert not any(cell[:1] in tuple("=+@\t") for row in rows for cell in row if cell)


def test_a_councils_measures_come_as_a_workbook_with_every_source(site: TestClient, council: str):
    book = sheets(site.get(f"{council}.xlsx").content)

    assert list(book) == ["What it says", "Measures", "History", "Sources"]
    assert MADE_UP in [row[0] for row in book["What it says"]]
    for name in ("Measures", "History", "Sources"):
        assert book[name][0][0] == MADE_UP
        assert len(book[name]) > 50
    headings = book["Sources"][2]
    assert {"File", "Row", "Column", "SHA-256 of the file"} <= set(headings)


def test_a_councils_measures_come_as_json_that_says_they_are_made_up(
    site: TestClient, council: str
):
    answer = site.get(f"{council}.json")
    told = answer.json()

    assert answer.headers["content-type"] == "application/json"
    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert len(told["measures"]) > 90
    assert "NaN" not in answer.text


def test_an_indicator_comes_as_csv_json_and_workbook(site: TestClient, indicator: str):
    rows = table(site.get(f"{indicator}.csv").content)
    told = json.loads(site.get(f"{indicator}.json").content)
    book = sheets(site.get(f"{indicator}.xlsx").content)

    periods = [row[rows[0].index("Period")] for row in rows[1:-1]]
    assert periods == [entry["period"] for entry in told["history"]]
    assert told["indicator"] == "referrals_rate"
    assert len(book["Every council"]) > 150
    assert len(book["Sources"]) >= 5
    assert MADE_UP in (rows[-1][0], told["notice"])


def test_a_health_check_comes_as_pdf(site: TestClient, council: str):
    pytest.importorskip("weasyprint")
    answer = site.get(f"{council}.pdf")

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_every_page_of_a_made_up_england_says_so_at_its_head_and_its_foot(
    site: TestClient, council: str, indicator: str
):
    for path in ("/", council, indicator, "/nowhere"):
        assert site.get(path).text.count(MADE_UP) >= 2


def test_a_page_is_packed_for_those_who_can_unpack_it(site: TestClient, council: str):
    packed = site.get(council, headers={"accept-encoding": "gzip"})

    assert packed.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in packed.headers["vary"].lower()
