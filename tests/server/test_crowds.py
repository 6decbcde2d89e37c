"""When too many ask at once, some are told to come again, by a page like any other."""

import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from brightfutures.delivery.attendance import Attendance
from brightfutures.delivery.security import POLICY
from brightfutures.delivery.server import application
from brightfutures.delivery.turns import TooManyWait, Turns


def told_to_come_again(home: Path, address: str) -> str:
    with TestClient(application(home, ("localhost",)), base_url="http://localhost") as site:
        answer = site.get(address)
    assert answer.status_code == 503
    assert answer.headers["retry-after"].isdigit()
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["content-type"].startswith("text/html")
    return answer.text


def test_a_crowd_is_told_to_come_again(made_up_home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("brightfutures.delivery.attendance.MOST_AT_ONCE", 0)
    text = told_to_come_again(made_up_home, "/glossary")
    assert "Too many are reading at this moment." in text


def test_one_who_would_wait_long_for_a_pdf_is_told_to_come_again(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("brightfutures.delivery.server.PDFS_AT_ONCE", 0)
    text = told_to_come_again(made_up_home, "/glossary.pdf")
    assert "Others are waiting for a PDF already." in text


def test_a_page_is_answered_while_many_wait_for_pdfs(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("brightfutures.delivery.server.PDFS_AT_ONCE", 0)
    app = application(made_up_home, ("localhost",))
    with TestClient(app, base_url="http://localhost") as site:
        assert site.get("/glossary").status_code == 200


def test_a_place_that_is_given_back_is_there_for_the_next():
    turns = Turns(1)
    with turns.one(), pytest.raises(TooManyWait), turns.one():
        pass
    with turns.one():
        pass


def test_a_place_is_given_back_after_an_error():
    turns = Turns(1)
    with pytest.raises(KeyError), turns.one():
        raise KeyError
    with turns.one():
        pass


def test_quiet_comes_when_the_last_has_gone():
    attendance, quiet = Attendance(), threading.Event()

    def wait() -> None:
        attendance.wait_for_quiet()
        quiet.set()

    with attendance.one_more():
        with attendance.one_more():
            threading.Thread(target=wait, daemon=True).start()
            assert attendance.here == 2
        assert not quiet.wait(0.05)
    assert quiet.wait(20)


def test_nobody_waits_for_quiet_once_the_doors_are_closed():
    attendance = Attendance()
    with attendance.one_more():
        attendance.close()
        assert attendance.wait_for_quiet() is False
