"""A connection that asks or takes too slowly is closed, and the others are answered meanwhile."""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from starlette.types import Receive, Scope, Send

from brightfutures.delivery.patience import LimitedPatience
from own_server import connect, served

PATIENCE = 0.4
LARGE = b"x" * 8_000_000


class Hasty(LimitedPatience):
    whole_request = PATIENCE
    slowest_reader = 40_000_000


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["path"] == "/later":
        await asyncio.sleep(3 * PATIENCE)
    body = LARGE if scope["path"] == "/large" else b"here"
    length = str(len(body)).encode()
    await send({"type": "http.response.start", "status": 200,
                "headers": [(b"content-length", length)]})  # fmt: skip
    await send({"type": "http.response.body", "body": body})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Of a server with little patience."""
    with served(answer, http=Hasty, timeout_keep_alive=30) as port:
        yield port


def all_of(connection: socket.socket) -> int:
    """How many bytes come until the server ends the connection."""
    got = 0
    with suppress(ConnectionError):
        while part := connection.recv(65_536):
            got += len(part)
    return got


def ended(connection: socket.socket) -> float:
    """How long until the server ends the connection, whatever it sends before."""
    begun = time.monotonic()
    all_of(connection)
    return time.monotonic() - begun


def refused_after(connection: socket.socket, text: str) -> float:
    """How long until the server takes no more of a text that is sent letter by letter."""
    begun = time.monotonic()
    try:
        for letter in text:
            connection.send(letter.encode())
            time.sleep(PATIENCE / 8)
    except ConnectionError:
        return time.monotonic() - begun
    raise AssertionError("it took the whole text")


def test_a_connection_on_which_nothing_is_asked_is_closed(port: int):
    with closing(connect(port)) as silent:
        assert PATIENCE / 2 < ended(silent) < 10


def test_a_request_that_comes_letter_by_letter_is_never_waited_out(port: int):
    with closing(connect(port)) as slow:
        assert refused_after(slow, "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + "a" * 1_000) < 10


def test_a_body_that_comes_letter_by_letter_after_the_answer_is_not_waited_out(port: int):
    with closing(connect(port)) as slow:
        slow.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n")
        assert refused_after(slow, "a" * 1_000) < 10


def test_an_answer_that_takes_long_to_make_is_waited_for(port: int):
    with closing(connect(port)) as patient:
        patient.send(b"GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert patient.recv(65_536).startswith(b"HTTP/1.1 200")


def test_a_reader_who_takes_nothing_is_given_up_and_one_who_does_has_it_all(port: int):
    with closing(socket.socket()) as idle, closing(connect(port)) as keen:
        idle.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        idle.settimeout(20)
        idle.connect(("127.0.0.1", port))
        for connection in (idle, keen):
            connection.send(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
        taken = b""
        while len(taken) < len(LARGE):
            part = keen.recv(1_000_000)
            assert part, len(taken)
            taken += part
        time.sleep(3 * PATIENCE)

        assert all_of(idle) < len(LARGE)


def test_many_slow_connections_do_not_keep_others_out(port: int):
    slow = [connect(port) for _ in range(50)]
    for connection in slow:
        connection.send(b"GET / HT")
    with closing(connect(port)) as other:
        other.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert b"here" in other.recv(65_536) + other.recv(65_536)
    for connection in slow:
        assert ended(connection) < 10
        connection.close()


def test_a_connection_is_kept_while_it_asks_in_time(port: int):
    with closing(connect(port)) as kept:
        for _ in range(4):
            kept.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            answer = kept.recv(65_536)
            while not answer.endswith(b"here"):
                answer += kept.recv(65_536)
            assert answer.startswith(b"HTTP/1.1 200")
            time.sleep(PATIENCE / 2)
