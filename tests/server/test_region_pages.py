"""The pages of the regions: in every form, with no dead link and no council that has ended."""

import csv
import gzip
import io
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.delivery.region import region_words
from brightfutures.delivery.regional import councils_in, region_named, regions_of
from brightfutures.pages.addresses import RESERVED, council_address, region_address
from dead_links import DeadLinks

MADE_UP = "Made-up England: no figure here is real."
KILOBYTES = 1024


def links(html: str) -> set[str]:
    return set(re.findall(r'href="([^"#]+)"', html))


@pytest.fixture(scope="module")
def region(made_up_edition: Edition) -> str:
    """The address of one region of the made-up England."""
    return region_address(regions_of(made_up_edition)[0])


def test_the_nine_are_listed_with_their_councils_of_today(
    site: TestClient, made_up_edition: Edition
):
    html = site.get("/regions").text
    regions = regions_of(made_up_edition)
    former = [area for area in made_up_edition.geography.councils(former=True) if area.is_former]

    assert len(regions) == 9
    assert {region_address(area) for area in regions} <= links(html)
    assert sum(len(councils_in(made_up_edition, area)) for area in regions) == 153
    assert former
    assert not {council_address(area) for area in former} & links(html)
    assert "regions" in RESERVED


def test_each_says_what_it_is_and_is_small_enough_to_send(
    site: TestClient, made_up_edition: Edition
):
    for word in region_words(made_up_edition)[:3]:
        answer = site.get(f"/regions/{word}")
        assert answer.status_code == 200
        assert MADE_UP in answer.text
        assert "<script" not in answer.text
        assert answer.text.count("<h1>") == 1
        assert len(gzip.compress(answer.content)) < 60 * KILOBYTES


def test_every_kind_of_address_on_one_leads_somewhere(
    site: TestClient, region: str, dead: DeadLinks
):
    found = links(site.get(region).text)
    indicators = sorted(link for link in found if link.startswith("/indicators/"))
    councils = sorted(link for link in found if re.fullmatch(r"/[a-z-]+", link))
    ours = sorted(link for link in found if link.startswith(("/regions", "/methods")))

    assert len(indicators) > 20
    asked = [*indicators[:3], *councils[:3], *ours]
    assert dead(asked) == []


def test_each_of_its_councils_is_told_of_as_on_its_own_page(
    site: TestClient, region: str, made_up_edition: Edition
):
    area = region_named(made_up_edition, region.split("/")[-1])
    told = site.get(f"{region}.json").json()

    assert [one["code"] for one in told["councils"]] == [
        one.code for one in councils_in(made_up_edition, area)
    ]
    for one in told["councils"][:4]:
        council = made_up_edition.geography.by_code[one["code"]]
        assert one["finding"] == made_up_edition.health_check(council).headline.sentence


def test_its_json_has_the_sentences_of_the_page_and_counts_that_add_up(
    site: TestClient, region: str
):
    html = site.get(region).text
    plain = " ".join(re.sub(r"<[^>]+>", "", html).split())
    told = site.get(f"{region}.json").json()

    assert (told["schema"], told["made_up"], told["notice"]) == (1, True, MADE_UP)
    assert told["headline"] in plain
    for said in told["says"]:
        assert said["sentence"] in plain
    for one in told["measures"]:
        for sides in (one["beside_the_average_council"], one["beside_similar_councils"]):
            assert sides["higher"] + sides["lower"] <= sides["tested"] <= sides["councils"]
        assert one["history"][-1]["period"] >= one["period"]
        tested = one["beside_similar_councils"]["tested"]
        assert (one["why_none_can_be_tested"] is None) == (tested > 0)


def test_its_csv_and_workbook_say_whose_they_are_and_that_they_are_made_up(
    site: TestClient, region: str
):
    answer = site.get(f"{region}.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    book = CalamineWorkbook.from_filelike(io.BytesIO(site.get(f"{region}.xlsx").content))

    assert f'{region.split("/")[-1]}.csv"' in answer.headers["content-disposition"]
    assert len({len(row) for row in rows}) == 1
    assert len({tuple(row[-2:]) for row in rows[1:-1]}) == 1
    assert rows[-1][0] == MADE_UP
    assert book.sheet_names == ["What it says", "Measures", "Councils", "Who has improved",
                                "Money", "History"]  # fmt: skip
    assert len(book.get_sheet_by_name("History").to_python()) > 500


def test_its_sources_name_what_its_money_and_its_judgements_are_read_from(
    site: TestClient, region: str
):
    said = site.get(region).text.partition(">Sources<")[2]
    assert "Revenue outturn" in said
    assert "inspection outcomes" in said


def test_its_csv_holds_the_reasons_marks_and_money_of_the_page(site: TestClient, region: str):
    rows = list(csv.DictReader(io.StringIO(site.get(f"{region}.csv").content.decode("utf-8-sig"))))
    told = site.get(f"{region}.json").json()
    measures = {row["Indicator id"]: row for row in rows if row["Indicator id"]}
    money = [row for row in rows[:-1] if not row["Indicator id"]]

    for one in told["measures"]:
        why = measures[one["indicator"]]["Why none can be tested"]
        assert why == (one["why_none_can_be_tested"] or "")
    assert {row["Stage"] for row in money} == {"Money"}
    assert all(row["Unit"] and row["Period"] for row in money)
    assert all(bool(row["Figure"]) != bool(row["Why missing"]) for row in money)
    of_councils = {one["code"]: one for one in told["money"]["councils"]}
    shares = [
        row for row in money if row["Whose code"] in of_councils and "middle" in row["Measure"]
    ]
    assert len(shares) == len(of_councils)
    for row in shares:
        one = of_councils[row["Whose code"]]
        assert row["Note"] == (one["note"] or "")
        share = one["prevention_middle_share"]
        assert row["Unit"] == "%"
        assert row["Figure"] == ("" if share is None else str(100.0 * share))
        if row["Figure"]:
            assert row["File"]
            assert row["Row"]


def test_the_list_answers_in_every_form(site: TestClient):
    assert len(site.get("/regions.json").json()["regions"]) == 9
    rows = list(csv.reader(io.StringIO(site.get("/regions.csv").content.decode("utf-8-sig"))))
    assert len(rows) == 1 + 153 + 1
    assert site.get("/regions.xlsx").status_code == 200


@pytest.mark.parametrize("path", ["/regions/nowhere", "/regions/north-east.exe"])
def test_what_is_not_there_is_said_in_one_sentence(site: TestClient, path: str):
    answer = site.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
