"""Pages set on paper beside the server: one process, which ends, and whose end harms nobody."""

import threading

import pytest

from brightfutures.delivery.paper_apart import PaperApart
from brightfutures.quantities import CannotAnswer

PAGE = "<html><head><title>A page</title></head><body><h1>A page</h1></body></html>"


@pytest.fixture
def paper():
    made = PaperApart()
    yield made
    made.close()


def process_of(paper):
    (process,) = paper._pool._processes.values()
    return process


def test_a_page_comes_as_pdf_and_the_next_from_the_same_process(paper):
    assert paper.page(PAGE).startswith(b"%PDF")
    first = process_of(paper).pid
    assert paper.page(PAGE).startswith(b"%PDF")
    assert process_of(paper).pid == first


def test_a_process_that_was_killed_is_told_of_once_and_another_takes_its_place(paper):
    paper.page(PAGE)
    process_of(paper).kill()
    process_of(paper).join()

    with pytest.raises(CannotAnswer, match="ask again"):
        paper.page(PAGE)

    assert paper.page(PAGE).startswith(b"%PDF")


def test_a_page_that_never_ends_is_given_up(paper, monkeypatch):
    paper.page(PAGE)
    monkeypatch.setattr("brightfutures.delivery.paper_apart.SECONDS_AT_MOST", 0.0)

    with pytest.raises(CannotAnswer, match="could not be made"):
        paper.page(PAGE)


def test_a_page_that_asks_for_something_is_refused_and_nothing_fetched(paper):
    with pytest.raises(CannotAnswer, match=r"asks for 'http://127\.0\.0\.1:9/x\.png'"):
        paper.page(PAGE.replace("<h1>", "<img src='http://127.0.0.1:9/x.png'><h1>"))


def test_the_process_ends_when_nobody_asks(paper, monkeypatch):
    monkeypatch.setattr("brightfutures.delivery.paper_apart.SECONDS_IDLE", 0.1)
    paper.page(PAGE)
    process = process_of(paper)

    process.join(20)

    assert not process.is_alive()


def test_readers_at_once_wait_for_one_another(paper):
    made = []
    readers = [threading.Thread(target=lambda: made.append(paper.page(PAGE))) for _ in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert [one[:4] for one in made] == [b"%PDF"] * 3
