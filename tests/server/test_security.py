"""Whatever is asked, the answer is guarded, escaped, and gives nothing away."""

import asyncio
import logging

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from brightfutures.delivery.security import LONGEST_ADDRESS, GuardedAnswers

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
ODD_PATHS = [
    "/../../etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/static/../../pyproject.toml",
    "/static/%2e%2e%2fcurrent",
    "/static/site.css/..",
    "/essex%00.html",
    "/%00",
    "/{{7*7}}",
    "/%7B%7B7*7%7D%7D",
    "/<script>alert(1)</script>",
    "/%3Cscript%3Ealert(1)%3C%2Fscript%3E.html",
    "/nowhere.exe",
    "/nowhere/indicators/{{7*7}}.csv",
    "/nowhere/indicators/referrals_rate%0d%0aset-cookie:%20a=b",
    "/find/",
    "/static/",
    "/%ff%fe",
    "/con.json",
]
ODD_NAMES = [
    "{{7*7}}",
    "${7*7}",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "\x00",
    "Essex\r\nSet-Cookie: a=b",
    "../../etc/passwd",
    "' or 1=1 --",
    "=cmd|' /C calc'!A0",
    "\ud7ff\U0010ffff",
    "%s%n{0.__class__}",
]


def assert_guarded(answer) -> None:
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "server" not in answer.headers
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "path",
    ["/", "/static/site.css", "/find", "/find?council=Nowhere", "/nowhere", "/nowhere.json",
     "/nowhere/indicators/x", "/a/b/c/d", "/robots.txt", "/favicon.ico"],
)  # fmt: skip
def test_every_answer_carries_the_guards(site: TestClient, path: str):
    assert_guarded(site.get(path))


def test_pages_and_downloads_carry_the_guards(site: TestClient, council: str, indicator: str):
    for path in (council, indicator, f"{indicator}.csv", f"{indicator}.json", f"{indicator}.xlsx"):
        answer = site.get(path)
        assert answer.status_code == 200
        assert_guarded(answer)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_reading_is_answered(site: TestClient, method: str):
    answer = site.request(method, "/")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert_guarded(answer)


def test_head_answers_as_get_does_but_without_a_body(site: TestClient, indicator: str):
    for path in ("/", indicator, f"{indicator}.csv", "/nowhere"):
        got, head = site.get(path), site.head(path)
        assert head.status_code == got.status_code
        assert head.headers["content-type"] == got.headers["content-type"]
        assert head.content == b""
        assert_guarded(head)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.nip.io"])
def test_another_hosts_name_is_refused(site: TestClient, host: str):
    answer = site.get("/", headers={"host": host})

    assert answer.status_code == 400
    assert "Bright Futures" not in answer.text
    assert_guarded(answer)


@pytest.mark.parametrize("path", ODD_PATHS)
def test_an_odd_address_leads_nowhere_and_shows_nothing(site: TestClient, path: str):
    answer = site.get(path)

    assert answer.status_code in (404, 302)
    assert answer.status_code == 404 or answer.headers["location"] == path.rstrip("/")
    assert "root:" not in answer.text
    assert "49" not in answer.text.replace("&#34;", "").split("<footer")[0]
    assert "<script" not in answer.text
    assert "Traceback" not in answer.text
    assert_guarded(answer)


@pytest.mark.parametrize("name", ODD_NAMES, ids=range(len(ODD_NAMES)))
def test_an_odd_name_is_escaped_and_never_run(site: TestClient, name: str):
    answer = site.get("/find", params={"council": name})

    assert answer.status_code in (400, 404)
    assert "<script" not in answer.text
    assert "<img" not in answer.text
    assert "called '49'" not in answer.text
    assert_guarded(answer)


def test_an_oversized_address_is_refused_before_anything_reads_it(site: TestClient):
    for path in ("/" + "a" * LONGEST_ADDRESS, "/find?council=" + "b" * LONGEST_ADDRESS):
        answer = site.get(path)
        assert answer.status_code == 414
        assert len(answer.content) < 100
        assert_guarded(answer)


def test_a_name_too_long_to_be_a_council_is_not_looked_up(site: TestClient):
    assert site.get("/find", params={"council": "x" * 200}).status_code == 400


def test_a_fault_of_ours_is_still_guarded_and_tells_the_log_but_not_the_reader(
    caplog: pytest.LogCaptureFixture,
):
    def stumble(request: object) -> None:
        raise RuntimeError("the secret of the house")

    app = Starlette(routes=[Route("/{name}", stumble)], middleware=[Middleware(GuardedAnswers)])
    with caplog.at_level(logging.ERROR):
        answer = TestClient(app).get("/essex?council=Essex")

    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "RuntimeError" not in answer.text
    assert_guarded(answer)
    assert "secret of the house" in caplog.text
    assert "council=Essex" not in caplog.text


def test_what_is_no_web_request_passes_the_guard_untouched():
    seen = []

    async def app(scope, receive, send) -> None:
        seen.append(scope["type"])

    asyncio.run(GuardedAnswers(app)({"type": "lifespan"}, None, None))

    assert seen == ["lifespan"]
