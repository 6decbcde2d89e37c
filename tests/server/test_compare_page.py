"""Councils side by side: the form, the page, its files, and what it refuses."""

import csv
import gzip
import io
import re

import pytest
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
    assert words(html).count("Between the two:") == len(re.findall("<h3>", html)) > 5
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


def test_names_that_are_markup_are_shown_as_text(site: TestClient, slugs: list[str]):
    html = site.get("/compare", params={"councils": f"{slugs[0]},<b>x</b>"}).text
    assert "<b>x" not in html
