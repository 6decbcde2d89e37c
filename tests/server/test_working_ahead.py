"""What all pages share is worked out while nobody is answered, and harms nobody who reads."""

import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from brightfutures.catalogue import load_catalogue
from brightfutures.delivery import ahead
from brightfutures.delivery.ahead import WorkAhead, pieces_of
from brightfutures.delivery.asked import Asked
from brightfutures.delivery.attendance import Attendance
from brightfutures.delivery.edition import Edition
from brightfutures.delivery.server import application
from brightfutures.delivery.shelf import PackedPage, Shelf
from brightfutures.published.store import open_store
from brightfutures.quantities import CannotAnswer

LONG = 20.0
"""Seconds after which a thread that should have come back is said to hang."""

A_MOMENT = 0.05


@pytest.fixture
def own_home(made_up_home: Path, tmp_path: Path) -> Path:
    """A home of its own, whose store may be replaced."""
    name = (made_up_home / "current").read_text().strip()
    shutil.copy(made_up_home / name, tmp_path / name)
    (tmp_path / "current").write_text(name)
    return tmp_path


@pytest.fixture
def attendance() -> Iterator[Attendance]:
    """Somebody has been answered already, so that nothing is waited for."""
    made = Attendance()
    with made.one_more():
        pass
    yield made
    made.close()


@pytest.fixture
def shelf(made_up_home: Path) -> Shelf:
    return Shelf(made_up_home)


Pieces = Callable[..., None]


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> Pieces:
    """Puts pieces of a test's own in the place of the real ones."""

    def put(*each: Callable[[], object]) -> None:
        monkeypatch.setattr(ahead, "pieces_of", lambda edition, shelf: iter(each))

    return put


def test_every_piece_is_worked_out_and_then_it_ends(
    shelf: Shelf, attendance: Attendance, pieces: Pieces
):
    done: list[int] = []
    pieces(*(lambda number=number: done.append(number) for number in range(5)))
    work = WorkAhead(shelf, attendance)
    work.begin()
    assert work.wait(LONG)
    assert done == [0, 1, 2, 3, 4]


def test_no_piece_is_begun_while_anybody_is_answered(
    shelf: Shelf, attendance: Attendance, pieces: Pieces
):
    begun, reader_is_here, reader_may_go = [], threading.Event(), threading.Event()

    def read() -> None:
        with attendance.one_more():
            reader_is_here.set()
            reader_may_go.wait(LONG)

    def first() -> None:  # a reader comes while it is worked out
        threading.Thread(target=read).start()
        assert reader_is_here.wait(LONG)
        begun.append("first")

    pieces(first, lambda: begun.append(f"second, with {attendance.here} here"))
    work = WorkAhead(shelf, attendance)
    work.begin()
    assert reader_is_here.wait(LONG)
    assert not work.wait(A_MOMENT)
    assert begun == ["first"]
    reader_may_go.set()
    assert work.wait(LONG)
    assert begun == ["first", "second, with 0 here"]


def test_it_waits_for_the_first_answer(shelf: Shelf, pieces: Pieces):
    done: list[str] = []
    pieces(lambda: done.append("piece"))
    attendance = Attendance()
    work = WorkAhead(shelf, attendance)
    with attendance.one_more():
        work.begin()
        assert not work.wait(A_MOMENT)
        assert done == []
    assert work.wait(LONG)
    assert done == ["piece"]


def test_what_the_data_cannot_answer_is_passed_over(
    shelf: Shelf, attendance: Attendance, pieces: Pieces
):
    done: list[str] = []

    def cannot() -> None:
        raise CannotAnswer("Nothing is known of it.")

    pieces(cannot, lambda: done.append("next"))
    work = WorkAhead(shelf, attendance)
    work.begin()
    assert work.wait(LONG)
    assert done == ["next"]


def test_an_error_is_told_once_and_readers_are_answered_as_ever(
    made_up_home: Path, pieces: Pieces, caplog: pytest.LogCaptureFixture
):
    def fails() -> None:
        raise RuntimeError("a mistake of ours")

    pieces(fails, fails)
    app = application(made_up_home, ("localhost",))
    with (
        caplog.at_level(logging.ERROR),
        TestClient(app, base_url="http://localhost") as site,
    ):
        app.state.ahead.begin()
        assert site.get("/glossary").status_code == 200
        assert app.state.ahead.wait(LONG)
        assert site.get("/about").status_code == 200
        app.state.ahead.end()
    assert [record.message for record in caplog.records] == ["Could not work ahead"]


def test_it_begins_anew_when_another_store_is_put_in_use(
    own_home: Path, attendance: Attendance, monkeypatch: pytest.MonkeyPatch
):
    worked_out: list[str] = []
    monkeypatch.setattr(
        ahead,
        "pieces_of",
        lambda edition, shelf: iter([lambda: worked_out.append(edition.store.name)]),
    )
    shelf = Shelf(own_home)
    work = WorkAhead(shelf, attendance)
    work.begin()
    assert work.wait(LONG)
    first = shelf.edition().store.name
    shutil.copy(own_home / first, own_home / "store-second.duckdb")
    (own_home / "current").write_text("store-second.duckdb")
    shelf.edition()  # whoever asks next
    assert work.wait(LONG)
    assert worked_out == [first, "store-second.duckdb"]


def test_an_edition_that_is_replaced_is_worked_out_no_further(
    own_home: Path, attendance: Attendance, monkeypatch: pytest.MonkeyPatch
):
    worked_out: list[str] = []
    shelf = Shelf(own_home)
    first = shelf.edition().store.name

    def replace_the_store() -> None:
        if not (own_home / "store-second.duckdb").exists():
            shutil.copy(own_home / first, own_home / "store-second.duckdb")
            (own_home / "current").write_text("store-second.duckdb")
            shelf.edition()

    def of(edition: Edition, shelf: Shelf) -> Iterator[Callable[[], object]]:
        yield replace_the_store
        yield lambda: worked_out.append(edition.store.name)

    monkeypatch.setattr(ahead, "pieces_of", of)
    work = WorkAhead(shelf, attendance)
    work.begin()
    for thread in threading.enumerate():
        if thread.name == "works ahead":
            thread.join(LONG)
    assert work.wait(LONG)
    assert worked_out == ["store-second.duckdb"]


def test_when_the_server_ends_no_other_piece_is_begun(
    shelf: Shelf, attendance: Attendance, pieces: Pieces
):
    begun, may_end = threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        may_end.wait(LONG)

    pieces(first, lambda: done.append("second"))
    work = WorkAhead(shelf, attendance)
    work.begin()
    assert begun.wait(LONG)
    attendance.close()
    may_end.set()
    work.end()
    assert work.wait(LONG)
    assert done == []


def test_pages_of_no_one_council_are_kept_as_readers_will_ask_for_them(
    made_up_home: Path, monkeypatch: pytest.MonkeyPatch
):
    steps = iter([None, None, object()])
    # One of its own, for the others are shared among tests and worked out ahead meanwhile.
    edition = Edition(open_store(made_up_home), load_catalogue())
    monkeypatch.setattr(Edition, "open", lambda home: edition)
    shelf = Shelf(made_up_home)
    monkeypatch.setattr(edition.measures, "with_figures", lambda: ("referrals_rate",))
    monkeypatch.setattr(edition.measures, "more_of_track_record", lambda: next(steps))
    monkeypatch.setattr(ahead, "council_addresses", lambda edition, name: iter(()))
    monkeypatch.setattr(ahead, "addresses_of_all", lambda edition: iter([("glossary",)]))
    for piece in pieces_of(edition, shelf):
        with suppress(CannotAnswer):
            piece()
    assert next(steps, "all taken") == "all taken"
    kept = shelf.answer(Asked(words=("glossary",)))
    assert isinstance(kept, PackedPage)
    assert shelf.answer(Asked(words=("glossary",))) is kept
