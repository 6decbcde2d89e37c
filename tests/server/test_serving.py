"""`brightfutures serve` listens here only, follows the store, logs no questions, and stops."""

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from brightfutures.delivery.server import application
from brightfutures.delivery.serving import serve_site
from brightfutures.quantities import CannotAnswer, WrongUse


@pytest.fixture
def own_home(made_up_home: Path, tmp_path: Path) -> Path:
    """A home of its own, whose store may be replaced."""
    home = tmp_path / "home"
    home.mkdir()
    name = (made_up_home / "current").read_text().strip()
    shutil.copy(made_up_home / name, home / name)
    (home / "current").write_text(name)
    return home


def put_in_use(home: Path, name: str) -> None:
    (home / "next").write_text(name)
    (home / "next").replace(home / "current")


def test_a_store_put_in_use_while_serving_is_the_one_that_answers(own_home: Path):
    first = (own_home / "current").read_text()
    with TestClient(application(own_home, ("localhost",)), base_url="http://localhost") as site:
        assert site.get("/").status_code == 200
        shutil.copy(own_home / first, own_home / "store-replaced.duckdb")
        put_in_use(own_home, "store-replaced.duckdb")
        (own_home / first).unlink()

        assert site.get("/").status_code == 200
        answer = site.get("/find", params={"council": "Avengate"})
        assert answer.status_code == 200


def test_while_the_new_store_cannot_be_read_the_last_good_one_answers(own_home: Path):
    first = (own_home / "current").read_text()
    with TestClient(application(own_home, ("localhost",)), base_url="http://localhost") as site:
        whole = site.get("/").text
        (own_home / "store-broken.duckdb").write_bytes(b"not a store at all")
        put_in_use(own_home, "store-broken.duckdb")
        assert site.get("/").text == whole

        put_in_use(own_home, first)
        assert site.get("/").text == whole


def test_nothing_loaded_is_said_before_anything_listens(tmp_path: Path):
    with pytest.raises(CannotAnswer, match="Nothing is loaded"):
        application(tmp_path, ("localhost",))


def test_a_port_that_cannot_be_had_is_one_sentence(own_home: Path):
    for port in (-1, 70_000):
        with pytest.raises(WrongUse, match="--port"):
            serve_site(own_home, "127.0.0.1", port, announce=print)
    with pytest.raises(WrongUse, match="Cannot listen on"):
        serve_site(own_home, "203.0.113.1", 0, announce=print)


@pytest.mark.skipif(sys.platform == "win32", reason="it is stopped by a signal of POSIX")
def test_serve_listens_on_this_machine_answers_and_stops_without_a_word_of_what_was_asked(
    own_home: Path,
):
    serving = subprocess.Popen(
        [sys.executable, "-m", "brightfutures", "serve", "--port", "0", "--home", str(own_home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        assert serving.stderr is not None
        line = serving.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert found, line
        client = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
        for path, code in (
            ("/", 200),
            ("/find?council=secretplace", 404),
            ("/../x", 404),
            ("//evil.example/", 404),
        ):
            client.request("GET", path)
            answer = client.getresponse()
            body = answer.read()
            assert answer.status == code, body[:200]
            assert answer.getheader("server") is None
        client.close()
    finally:
        serving.send_signal(signal.SIGINT)
        out, rest = serving.communicate(timeout=20)

    assert out == ""
    assert "secretplace" not in rest
    assert "Traceback" not in rest


def test_it_answers_to_the_names_it_was_given_and_to_no_other(own_home: Path):
    app = application(own_home, ("localhost", "figures.council.example"))
    with TestClient(app, base_url="http://figures.council.example") as site:
        assert site.get("/").status_code == 200
    with TestClient(app, base_url="http://elsewhere.example") as site:
        assert site.get("/").status_code == 400
