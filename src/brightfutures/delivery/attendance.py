"""Who is being answered now: for what should wait until nobody is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from anyio.to_thread import current_default_thread_limiter
from starlette.types import ASGIApp, Receive, Scope, Send

MOST_AT_ONCE = 200
"""Requests answered or waiting to be; more are told to come again."""

WORKERS = 6
"""Threads that make answers. Python runs one of them at a time: more would make nothing sooner, and
each holds memory of its own. Six leave room beside those that wait for a PDF."""


class Attendance:
    """How many requests are being answered; safe to share between threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._here = 0
        self._came = 0
        self._closed = False

    @property
    def here(self) -> int:
        """How many are being answered now, those who wait for a worker among them."""
        return self._here

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Somebody is being answered until the block ends."""
        with self._changed:
            self._here += 1
            self._came += 1
        try:
            yield
        finally:
            with self._changed:
                self._here -= 1
                self._changed.notify_all()

    def wait_for_quiet(self) -> bool:
        """Return once nobody is being answered; whether the doors are still open."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or not self._here)
            return not self._closed

    def wait_for_first(self, seconds: float) -> None:
        """Return once somebody has been answered, or after so many seconds without anybody."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or (self._came and not self._here), timeout=seconds
            )

    def close(self) -> None:
        """Nobody is answered any more, and whoever waits for that need not."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


class Attended:
    """Counts every request from when it is read until its answer is made, and refuses a crowd."""

    def __init__(self, app: ASGIApp, attendance: Attendance, refusal: ASGIApp) -> None:
        self.app = app
        self.attendance = attendance
        self.refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.attendance.here >= MOST_AT_ONCE:
            await self.refusal(scope, receive, send)
            return
        current_default_thread_limiter().total_tokens = WORKERS
        with self.attendance.one_more():
            await self.app(scope, receive, send)
