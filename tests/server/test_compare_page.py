"""Councils side by side: the form, the page, its files, and what it refuses."""

import csv
import gzip
import io
import re

import pytest
from python_calamine import CalamineWorkbook
from starlette.testclient import TestClient

from brightfutures.delivery.edition import Edition
from brightfutures.pages.addresses import slug

KILOBYTES = 1024


@pytest.fixture(scope="module")
def slugs(made_up_edition: Edition) -> list[str]:
    return [slug(area) for area in made_up_edition.geography.councils()[:12]]


def main_of(html: str) -> str:
    return html.split("<main", 1)[1].split("</main>", 1)[0]


def words(html: str) -> str:
    without = re.sub(r"<form.*?</form>", " ", main_of(html), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", without).split())


def h1(html: str) -> str:
    return re.findall(r"<h1>(.*?)</h1>", html)[0]


def test_without_a_question_it_is_the_form_with_an_explanation(site: TestClient):
    answer = site.get("/compare")
    assert answer.status_code == 200
    assert h1(answer.text) == "Set two to ten councils side by side"
    assert answer.text.count("<select") == 2
    assert 'action="/compare"' in answer.text
    assert "Nobody is ranked" in words(answer.text)


def test_two_councils_are_said_to_differ_or_not(site: TestClient, slugs: list[str]):
    html = site.get(f"/compare?councils={slugs[0]}&councils={slugs[1]}").text
    assert re.search("clearly differ on|No clear difference between|cannot be told", h1(html))
    assert words(html).count("Between the two:") == len(re.findall("<h3><a", html)) > 5
    assert "<script" not in html
    assert len(gzip.compress(html.encode())) < 60 * KILOBYTES


def test_of_more_none_is_set_against_another_and_none_is_ranked(site: TestClient, slugs: list[str]):
    html = site.get(f"/compare?councils={','.join(slugs[:5])}").text
    assert h1(html).startswith("Five councils side by side")
    assert "Between the two" not in html
    assert not re.search(r"\b(rank|best|worst|league)", words(html), flags=re.I)
    letters = re.findall(r'<span class="letter">(\w)</span>', html)
    assert letters[:5] == list("ABCDE")


def test_the_form_stays_filled_in(site: TestClient, slugs: list[str]):
    query = f"councils={','.join(slugs[:3])}&indicators=referrals_rate,foster_care_percent"
    html = site.get(f"/compare?{query}").text
    assert re.findall(r'<option value="([\w-]+)" selected', html) == slugs[:2]
    checked = re.findall(r'value="([\w-]+)" checked', html)
    assert checked == [slugs[2], "referrals_rate", "foster_care_percent"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("councils={0}", "only .* is chosen"),
        ("councils={0},{1}x", "did you mean"),
        ("councils={0},{1}&indicators=refferals_rate", "did you mean referrals_rate"),
        ("councils={0},{1},{2},{3},{4},{5},{6},{7},{8},{9},{10}", "At most 10 councils"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_and_the_form_stays_filled(
    site: TestClient, slugs: list[str], query: str, sentence: str
):
    address = f"/compare?{query.format(*slugs)}"
    html = site.get(address).text
    alert = re.findall(r'role="alert">(.*?)</p>', html)
    assert len(alert) == 1
    assert re.search(sentence, alert[0])
    assert slugs[0] in re.findall(r'<option value="([\w-]+)" selected', html)
    assert site.get(address.replace("/compare?", "/compare.json?")).status_code == 404


def test_files_hold_what_was_asked_for(site: TestClient, slugs: list[str]):
    query = f"?councils={slugs[0]},{slugs[1]}&indicators=referrals_rate"
    html = site.get(f"/compare{query}").text
    assert f'/compare.csv{query.replace("&", "&amp;")}"' in html
    text = site.get(f"/compare.csv{query}").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Indicator id"] for row in rows[:-1]] == ["referrals_rate"] * 2
    assert "no figure here is real" in rows[-1]["Stage"]
    told = site.get(f"/compare.json{query}").json()
    assert [one["indicator"] for one in told["indicators"]] == ["referrals_rate"]
    assert told["made_up"] is True
    assert site.get(f"/compare.xlsx{query}").status_code == 200


MONEY = ("spend_per_child", "prevention_middle_share", "weekly_cost_residential_care",
         "weekly_cost_fostering")  # fmt: skip


def test_money_stands_in_a_part_of_its_own_with_its_ranges_and_is_not_tested(
    site: TestClient, slugs: list[str]
):
    query = f"?councils={slugs[0]},{slugs[1]}"
    html = site.get(f"/compare{query}").text
    part = html.split('<h2 id="money">Money</h2>')[1].split("</section>")[0]
    told = site.get(f"/compare.json{query}").json()["money"]

    assert len(re.findall("<h3>", part)) == len(told["measures"]) == len(MONEY)
    assert tuple(one["measure"] for one in told["measures"]) == MONEY
    assert told["sentence"] in words(html)
    assert "None of these differences is tested" in told["sentence"]
    assert f'href="/{slugs[0]}/money"' in part
    for one in told["measures"]:
        assert [cell["name"] for cell in one["councils"]]
        for cell in one["councils"]:
            assert (cell["value"] is None) == bool(cell["missing"])
            assert cell["value"] is not None or cell["note"]
            if cell["low"] is not None:
                assert cell["low"] <= cell["value"] <= cell["high"]


def test_its_csv_has_the_same_figures_of_money_with_reasons(site: TestClient, slugs: list[str]):
    query = f"?councils={','.join(slugs[:5])}"
    told = site.get(f"/compare.json{query}").json()["money"]
    text = site.get(f"/compare.csv{query}").content.decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["Verdict"] == "not tested"]

    cells = [cell for one in told["measures"] for cell in one["councils"]]
    assert [(row["Council code"], row["Value"]) for row in rows] == [
        (cell["code"], "" if cell["value"] is None else str(cell["value"])) for cell in cells
    ]
    assert all(bool(row["Value"]) != bool(row["Why missing"]) for row in rows)
    assert all(row["Unit"] and row["Period"] for row in rows)


def test_money_is_asked_for_in_the_address_and_stays_there(site: TestClient, slugs: list[str]):
    councils = f"councils={slugs[0]},{slugs[1]}"
    without = site.get(f"/compare?{councils}&indicators=referrals_rate").text
    within = site.get(f"/compare?{councils}&indicators=referrals_rate,money").text

    assert '<h2 id="money">' not in without
    assert '<h2 id="money">' in within
    assert re.findall(r'value="([\w-]+)" checked', within) == ["referrals_rate", "money"]
    assert f"/compare.csv?{councils}&amp;indicators=referrals_rate,money" in within
    alone = site.get(f"/compare.json?{councils}&indicators=money").json()
    assert len(alone["indicators"]) > 5
    assert alone["money"]["measures"]
    assert site.get(f"/compare.json?{councils}&indicators=referrals_rate").json()["money"] is None


def test_its_workbook_has_the_rows_behind_the_money(site: TestClient, slugs: list[str]):
    answer = site.get(f"/compare.xlsx?councils={slugs[0]},{slugs[1]}")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))

    assert book.sheet_names == ["What this is", "Measures", "Sources", "Money",
                                "Money, figures and sources"]  # fmt: skip
    behind = book.get_sheet_by_name("Money, figures and sources").to_python()
    assert any("revenue" in str(row[14]) or "RO3" in str(row[14]) for row in behind[1:])


def test_names_that_are_markup_are_shown_as_text(site: TestClient, slugs: list[str]):
    html = site.get("/compare", params={"councils": f"{slugs[0]},<b>x</b>"}).text
    assert "<b>x" not in html
