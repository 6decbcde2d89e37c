"""What never reaches the site is refused with our headers and in our words all the same."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest
from starlette.responses import PlainTextResponse

from brightfutures.delivery.refusals import TOO_MANY, UNREADABLE, OwnRefusals
from brightfutures.delivery.security import HEADERS
from own_server import connect, served

MOST = 3


class Few(OwnRefusals):
    most_connections = MOST


@pytest.fixture
def port() -> Iterator[int]:
    """Of a server that takes few connections."""
    here = PlainTextResponse("here")
    with served(here, http=Few, h11_max_incomplete_event_size=4096) as port:
        yield port


def answer_to(connection: socket.socket, sent: bytes) -> tuple[http.client.HTTPResponse, str]:
    """The answer, read to its end, which must be the end of the connection if it says so."""
    connection.sendall(sent)
    answer = http.client.HTTPResponse(connection)
    answer.begin()
    text = answer.read().decode()
    if answer.getheader("connection") == "close":
        assert connection.recv(1) == b""
    return answer, text


def carries_our_headers(answer: http.client.HTTPResponse) -> bool:
    return all(answer.getheader(name) == value for name, value in HEADERS)


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nA: " + b"a" * 20_000,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n",
    ],
)
def test_what_cannot_be_read_is_refused_in_our_words(port: int, sent: bytes):
    with closing(connect(port)) as connection:
        answer, text = answer_to(connection, sent)

    assert answer.status == 400
    assert text == UNREADABLE
    assert carries_our_headers(answer)
    assert answer.getheader("server") is None


def test_a_body_that_cannot_be_read_only_ends_the_connection(port: int):
    with closing(connect(port)) as connection:
        head = b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        connection.sendall(head + b"not a chunk\r\n")
        while connection.recv(65_536):
            pass
    with closing(connect(port)) as next_one:
        answer, text = answer_to(next_one, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert (answer.status, text) == (200, "here")


def test_one_too_many_is_told_to_come_again_and_the_others_are_answered(port: int):
    ask = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with ExitStack() as open_ones:
        for _ in range(MOST):
            connection = open_ones.enter_context(closing(connect(port)))
            assert answer_to(connection, ask)[0].status == 200
        refused, text = answer_to(open_ones.enter_context(closing(connect(port))), ask)
        assert refused.status == 503
        assert text == TOO_MANY
        assert (refused.getheader("retry-after") or "").isdigit()
        assert carries_our_headers(refused)
        assert answer_to(connection, ask)[0].status == 200
    for _ in range(100):
        with closing(connect(port)) as later:
            if answer_to(later, ask)[0].status == 200:
                return
        time.sleep(0.05)
    raise AssertionError("the places of those who left were not given to others")
