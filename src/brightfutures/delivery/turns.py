"""Turns at what is made one at a time: a few may wait, more are told to come again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TooManyWait(Exception):
    """Raised for one who would have to wait too long."""


class Turns:
    """How many are served or wait; one more than `most` is refused with `TooManyWait`."""

    def __init__(self, most: int) -> None:
        self._places = threading.Semaphore(most)

    @contextmanager
    def one(self) -> Iterator[None]:
        """A place until the block ends."""
        if not self._places.acquire(blocking=False):
            raise TooManyWait
        try:
            yield
        finally:
            self._places.release()
