"""Whatever a query says, on every page that reads one: answered or refused, escaped, never run."""

import io
import re
import zipfile
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from brightfutures.delivery.asked import LONGEST_VALUE, MOST_VALUES
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.site_map import (
    COUNCIL_PAGES,
    NAMED_COUNCIL_PAGES,
    NAMED_PAGES,
    OVERVIEW,
    SITE_PAGES,
)

INDICATOR = "referrals_rate"
ODD = [
    '"><img src=x onerror=alert(1)>',
    "</title><script>alert(1)</script>",
    "{{7*7}}{%print(7*7)%}${7*7}",
    "=cmd|' /C calc'!A0",
    "a\r\nset-cookie: a=b",
    "\x00\x1b[2J\ud7ff",
    "../../etc/passwd",
    "' or 1=1;--",
    "javascript:alert(1)",
    ",,,",
    "; ;",
    "-",
    "%s%n{0.__class__}",
    "9" * 400,
]
ELSEWHERE = [
    "///evil.example/",
    "/%2fevil.example/",
    "/%5cevil.example/",
    "/%5c%5cevil.example/",
    "/%09/evil.example/",
    "/https:%2f%2fevil.example/",
    "/.evil.example/",
    "/@evil.example/",
    "/%0d%0alocation:%20https:%2f%2fevil.example/",
    "/indicators/REFERRALS_RATE",
    "/indicators/referrals_rate%0d%0aset-cookie:%20a=b",
    "/indicators/referrals_rate%0d%0a.pdf",
    "/indicators/%E2%80%83referrals_rate.ranked.svg",
]


def readers(council: str) -> list[tuple[str, str]]:
    """Every page that reads a query, as its address and the name it reads."""
    return [
        *((f"/{word}", name) for word, page in SITE_PAGES.items() for name in page.asks),
        *((f"/{first}/{INDICATOR}", name) for first, p in NAMED_PAGES.items() for name in p.asks),
        *((council, name) for name in OVERVIEW.asks),
        *((f"{council}/{word}", name) for word, page in COUNCIL_PAGES.items()
          for name in page.asks),
        *((f"{council}/{word}/{INDICATOR}", name) for word, page in NAMED_COUNCIL_PAGES.items()
          for name in page.asks),
    ]  # fmt: skip


def body_of(answer) -> str:
    """The text of an answer, a workbook's too."""
    if answer.content[:2] != b"PK":
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def assert_harmless(answer, odd: str) -> None:
    text = body_of(answer)
    assert answer.status_code in (200, 404), odd
    assert "set-cookie" not in answer.headers
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "<script" not in text
    assert "<img" not in text
    assert "4949" not in text
    assert "root:" not in text
    assert "Traceback" not in text
    assert 'href="javascript:' not in text
    if "<" in odd:
        assert odd not in text


def test_every_page_that_reads_a_query_is_known_here(council: str):
    assert {name for _, name in readers(council)} == {
        "against", "councils", "council", "for", "indicators", "period",
    }  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_an_odd_value_is_never_run_on_any_page(site: TestClient, council: str, odd: str):
    for address, name in readers(council):
        assert_harmless(site.get(address, params={name: odd}), odd)


@pytest.mark.parametrize("suffix", ["json", "csv", "xlsx", "trend.svg", "ranked.svg"])
def test_an_odd_value_is_never_run_in_a_file(site: TestClient, council: str, suffix: str):
    pages = [(address, name) for address, name in readers(council) if "homes" not in address]
    for address, name in pages:
        for odd in ODD[:4]:
            answer = site.get(f"{address}.{suffix}", params={name: odd})
            assert_harmless(answer, odd)
            if suffix == "csv" and answer.status_code == 200:
                assert not re.search(r'(^|[,\n])"?[=@]', answer.text)


def test_a_council_beside_an_odd_one_is_still_answered(site: TestClient, council: str):
    for said in ({"councils": f"{council[1:]},<b>"}, {"councils": [council[1:], "<b>"]}):
        answer = site.get("/compare", params=said)
        assert answer.status_code == 200
        assert "<b>" not in answer.text
        assert "&lt;b&gt;" in answer.text


def test_a_chart_file_may_run_nothing_and_holds_nothing_that_could(site: TestClient, council: str):
    answer = site.get(f"{council}/indicators/{INDICATOR}.trend.svg?against=region")

    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script|<foreignObject|<image|<use|\son\w+=|javascript:", answer.text)


@pytest.mark.parametrize("path", ELSEWHERE)
def test_no_redirect_ever_leaves_the_site(site: TestClient, path: str):
    answer = site.get(path)

    assert answer.status_code in (302, 404), path
    assert "set-cookie" not in answer.headers
    if answer.status_code == 302:
        assert re.match(r"/[^/\\]", answer.headers["location"])
        assert not re.search(r"\s|\\", answer.headers["location"])


def test_a_redirect_keeps_what_was_asked_in_its_place(site: TestClient, council: str):
    said = quote("a\r\nset-cookie: b=c&x#y", safe="")
    answer = site.get(f"{council}/homes/?against={said}")

    assert answer.status_code == 302
    assert answer.headers["location"] == (
        f"{council}/homes?against=a%0D%0Aset-cookie%3A+b%3Dc%26x%23y"
    )


def test_find_leads_to_pages_of_the_site_alone(site: TestClient, made_up_edition: Edition):
    area = made_up_edition.geography.councils()[0]
    for said in (area.name, area.name.upper(), area.code, f" {area.name} "):
        answer = site.get("/find", params={"council": said})
        assert answer.status_code == 303
        assert re.match(r"/[a-z-]+$", answer.headers["location"])
    for said in ("//evil.example", "https://evil.example", "/\\evil.example"):
        assert site.get("/find", params={"council": said}).status_code == 404


def test_a_query_of_many_values_or_a_long_one_is_refused_in_a_sentence(
    site: TestClient, council: str
):
    long = site.get(f"{council}/homes", params={"against": "x" * (LONGEST_VALUE + 1)})
    many = site.get("/compare", params={"councils": ["a"] * (MOST_VALUES + 1)})
    unread = site.get(council, params={f"n{number}": "1" for number in range(200)})

    assert (long.status_code, many.status_code, unread.status_code) == (404, 404, 200)
    assert "too long" in long.text
    assert "at once" in many.text
    assert 'rel="canonical" href="' + council + '"' in unread.text


def test_the_same_council_twice_too_many_and_one_that_is_no_more(
    site: TestClient, made_up_edition: Edition
):
    slugs = list(made_up_edition.council_of_slug)
    former = next(s for s in slugs if made_up_edition.council_of_slug[s].is_former)
    one = slugs[0]
    for said, sentence in (
        (f"{one},{one}", "At least two councils"),
        (",".join(slugs[:11]), "At most 10 councils"),
        (",,,", "At least two councils"),
        ("england", "Councils are compared, and Made-up England is not one"),
    ):
        answer = site.get("/compare", params={"councils": said})
        assert answer.status_code == 200
        assert sentence in answer.text, said
    assert site.get("/compare", params={"councils": f"{one},{former}"}).status_code == 200


def test_files_are_named_in_plain_letters(site: TestClient, council: str):
    for path in (
        f"{council}/homes.csv?against=region",
        f"{council}/indicators/{INDICATOR}.xlsx",
        f"/indicators/{INDICATOR}.ranked.svg",
    ):
        answer = site.get(path)
        assert answer.status_code == 200
        said = answer.headers["content-disposition"]
        assert re.fullmatch(r'attachment; filename="[a-z0-9._-]{1,120}"', said), path


@pytest.mark.parametrize("page", ["", "/questions", "/homes"])
def test_a_page_on_paper_is_set_without_a_word_to_the_log(
    site: TestClient, council: str, page: str, caplog: pytest.LogCaptureFixture
):
    pytest.importorskip("weasyprint")
    answer = site.get(f"{council}{page}.pdf")

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert not caplog.records
